//! Parts, then their total: 开展讲座15场、培训72场，共87场.

use super::{LIST, Members, fails, holds};
use crate::audit::parts::{self, Row};
use crate::audit::{Check, CheckKind, cue, exhaustive};
use crate::decimal::Decimal;
use crate::phrase::Phrase;
use crate::text::words::Words;

/// Parts, then their total: …15件、…72件，共87件.
pub(super) fn check(row: &Row<'_, '_>, total: usize, checks: &mut Vec<Check>) {
    static MARKERS: Words = Words::new(&["合计", "总计", "共"]);
    static NO_MARKERS: Words = Words::new(&["公共", "中共", "共享", "共性", "共同", "共建", "共治"]);
    let whole = &row.items[total];
    if !whole.counts() || !whole.figure.is_exact() || whole.has(cue::STOP | cue::SEMICOLON) {
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
    if !adjoining || !ends() || !like_last || !run.whole || !run.exact {
        return;
    }
    let Some(computed) = parts::sum(run.members.iter().map(|&at| row.items[at].value())) else {
        return;
    };
    // The verb of the first part (开展讲座48场) is that of all.
    let mut words: Phrase<256> = Phrase::new();
    run.members[1..].iter().for_each(|&at| words.push_str(row.items[at].words));
    if exhaustive::is_near(computed, whole.value(), 10) && !exhaustive::may_overlap(&words) {
        checks.push(fails(row, total, &run.members, computed));
    }
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
        if item.figure.is_percent() || item.depth > whole.depth {
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
