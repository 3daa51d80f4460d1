//! Parts, then their total: 开展讲座15场、培训72场，共87场.

use super::{LIST, Members, fails, holds};
use crate::audit::parts::{self, Row};
use crate::audit::{Check, CheckKind, cue, exhaustive};
use crate::decimal::Decimal;
use crate::phrase::Phrase;
use crate::text::words::Words;

/// Parts, then their total: …15件、…72件，共87件.
pub(super) fn check(row: &Row<'_, '_>, total: usize, checks: &mut Vec<Check>) {
    static MARKERS: Words = Words::new(&["合计", "总计", "共", "累计"]);
    static NO_MARKERS: Words = Words::new(&["公共", "中共", "共享", "共性", "共同", "共建", "共治"]);
    let whole = &row.items[total];
    if !whole.counts() || !whole.figure.is_exact() || whole.has(cue::STOP | cue::SEMICOLON) {
        return;
    }
    if counted(row, total, checks) {
        return;
    }
    let like_last = row.items[total - 1].is_like(whole) || row.items[total - 1].figure.is_percent();
    let run = run_before(row, total);
    let known = |at: usize, checks: &[Check]| {
        let span = row.items[at].span();
        checks.iter().rev().take(LIST).any(|check| check.kind == CheckKind::Sum && check.spans.contains(&span))
    };
    let least = if like_last { 2 } else { 3 };
    if run.members.len() < least || known(total, checks) || known(run.members[0], checks) {
        return;
    }
    let marked = || MARKERS.are_in(whole.label) && !NO_MARKERS.are_in(whole.label);
    if !like_last && whole.value() >= Decimal::from_integer(10) || marked() {
        for count in (least..=run.members.len()).rev() {
            let members = &run.members[run.members.len() - count..];
            if parts::sum(members.iter().map(|&at| row.items[at].value())) == Some(whole.value()) {
                checks.push(holds(row, total, members));
                return;
            }
        }
    }
    let announced = whole.words.trim_start_matches(['，', ',', '、']);
    let adjoining = matches!(announced, "共计" | "合计" | "总计" | "总共" | "一共" | "共");
    let ends = || row.behind(total).chars().next().is_none_or(|ch| parts::is_mark(ch) || matches!(ch, ')'));
    let whole_run = || run.whole.then_some(run.members.as_slice());
    let members = if adjoining && (ends() || BODIES.end_of(row.noun_behind(total)).is_some()) {
        whole_run()
    } else {
        bodies(row, total, &run.members)
    };
    let Some(members) = members.filter(|_| like_last && run.exact) else {
        return;
    };
    let Some(computed) = parts::sum(members.iter().map(|&at| row.items[at].value())) else {
        return;
    };
    // The verb of the first part (开展讲座48场) is that of all.
    let mut words: Phrase<256> = Phrase::new();
    members[1..].iter().for_each(|&at| words.push_str(row.items[at].words));
    if exhaustive::is_near(computed, whole.value(), 10) && !exhaustive::may_overlap(&words) {
        checks.push(fails(row, total, members, computed));
    }
}

/// What bodies and places of different kinds are called together.
static BODIES: Words = Words::new(&["单位", "场所", "阵地", "点位", "站点", "部门", "机构"]);

/// Two or more parts, and a total that says how many they are; returns whether it does.
fn counted(row: &Row<'_, '_>, total: usize, checks: &mut Vec<Check>) -> bool {
    let Some(parts) = counted_parts(row, total) else {
        return false;
    };
    let whole = &row.items[total];
    // A figure before them may be one of the parts.
    let others = parts[0].checked_sub(1).is_some_and(|before| row.items[before].is_like(whole))
        || parts.iter().any(|&at| row.items[at].has(cue::AMONG));
    match parts::sum(parts.iter().map(|&at| row.items[at].value())) {
        Some(computed) if computed == whole.value() => checks.push(holds(row, total, &parts)),
        Some(computed) if exhaustive::is_near(computed, whole.value(), 10) && !others => {
            checks.push(fails(row, total, &parts, computed));
        }
        _ => {}
    }
    true
}

/// 两项合计, 三类案件共计: the parts, if the total says how many they are.
fn counted_parts(row: &Row<'_, '_>, total: usize) -> Option<Members> {
    let (whole, number) = (&row.items[total], &row.items[total - 1]);
    let plain = number.words.trim_start_matches(['，', ',', '；', ';']);
    let told = matches!(number.unit, "项" | "类" | "种" | "者")
        && matches!(plain, "" | "以上" | "上述")
        && ["合计", "共计", "总计"].iter().any(|word| whole.words.ends_with(word));
    if !told {
        return None;
    }
    let count = (2..=6).find(|&count| number.value() == Decimal::from_integer(count as i64))?;
    let before = row.items[..total - 1].iter().enumerate().rev().filter(|(_, item)| !item.figure.is_percent());
    let mut parts: Members = before.take(count).take_while(|(_, item)| item.is_like(whole)).map(|(at, _)| at).collect();
    parts.reverse();
    let alike = parts.iter().all(|&at| row.items[at].figure.is_exact() && row.items[at].depth == whole.depth);
    (parts.len() == count && alike).then_some(parts)
}

/// 18个乡镇和26个部门共44个单位: bodies of several kinds, each told behind its number, and all of them as 单位.
fn bodies<'m>(row: &Row<'_, '_>, total: usize, run: &'m [usize]) -> Option<&'m [usize]> {
    let marked = |at: usize| row.items[at].has(cue::COMMA | cue::SEMICOLON | cue::COLON | cue::STOP);
    let first = run.iter().rposition(|&at| marked(at) || at == 0)?;
    let members = &run[first..];
    let named = members.iter().all(|&at| row.behind(at).chars().next().is_some_and(|ch| !parts::is_mark(ch)));
    let told = row.items[total].words.strip_suffix('共').filter(|_| !marked(total));
    // 以及国有企业: bodies without a number of their own.
    let plain = |words: &str| !words.contains(['、', '和', '及', '与', '等', '含']);
    let counted = |&at: &usize| plain(row.items[at].words.trim_end_matches(['、', '和', '及', '与', '以']));
    let joined = told.is_some_and(plain) && members[1..].iter().all(counted);
    let close = members.windows(2).all(|pair| pair[0] + 1 == pair[1]) && members.last() == Some(&(total - 1));
    let behind = row.behind(total);
    let all = BODIES.start_of(behind).is_some_and(|word| !behind[word.len()..].starts_with(['和', '及', '与', '、']));
    (members.len() > 1 && named && joined && close && all).then_some(members)
}

/// The figures before a total that may be its parts.
struct Run {
    members: Members,
    exact: bool,
    /// Whether nothing else stands before them in their part of the sentence.
    whole: bool,
}

fn run_before(row: &Row<'_, '_>, total: usize) -> Run {
    let whole = &row.items[total];
    let mut run = Run { members: Members::new(), exact: true, whole: true };
    let unit = if row.items[total - 1].is_like(whole) || row.items[total - 1].figure.is_percent() {
        whole
    } else {
        &row.items[total - 1]
    };
    for index in (total.saturating_sub(LIST)..total).rev() {
        let item = &row.items[index];
        // 市县两级 counts nothing.
        if item.figure.is_percent() || item.depth > whole.depth || item.unit == "级" {
            continue;
        }
        if !item.is_like(unit) || item.depth < whole.depth {
            run.whole = false;
            break;
        }
        run.exact &= item.figure.is_exact();
        run.members.push(index);
        if item.has(cue::STOP | cue::SEMICOLON | cue::COLON) {
            break;
        }
        if item.has(cue::AMONG | cue::RESPECTIVELY) {
            run.whole = false;
            break;
        }
    }
    run.members.reverse();
    run
}
