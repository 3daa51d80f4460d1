//! A total against its parts: 其中, 分别为, a list in brackets, parts and then 共, paired columns, tables.

use super::figure::Figures;
use super::parts::{self, Item, Row, Rows, has_any};
use super::{Check, CheckKind, Evidence, Formula, Verdict, exhaustive, order, table};
use crate::decimal::Decimal;
use crate::indicator::clause;
use crate::phrase::phrase;

/// Most figures behind an announcement that are looked at.
const LIST: usize = 40;

/// How parts are announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Announced {
    /// 其中
    Among,
    /// 分别为, 分为, 包括
    Listed,
    /// In brackets or behind a colon.
    Apart,
    /// By nothing: 收到64件，受理55件，不予受理9件.
    Bare,
}

pub(super) fn check(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, rows: &Rows<'_, '_>, checks: &mut Vec<Check>) {
    for row in rows.iter() {
        for first in row.own.max(1)..row.items.len() {
            parts_behind(evidence, figures, &row, first, checks);
        }
        for total in row.own.max(2)..row.items.len() {
            parts_before(&row, total, checks);
        }
    }
    table::check(evidence, figures, checks);
}

/// How the figure `first` opens a list.
fn announced(row: &Row<'_, '_>, first: usize) -> Announced {
    let words = row.items[first].words;
    if words.contains("其中") {
        Announced::Among
    } else if has_any(words, &["分别为", "分别是", "分别有", "包括", "包含", "分为", "涵盖"]) {
        Announced::Listed
    } else if row.items[first].depth > row.items[first - 1].depth || words.contains(['：', ':']) {
        Announced::Apart
    } else {
        Announced::Bare
    }
}

/// The total a list at `first` is of: the last figure before it that counts and stands in no bracket of its own.
fn total_before(row: &Row<'_, '_>, first: usize) -> Option<usize> {
    let depth = row.items[first].depth;
    let total =
        (first.saturating_sub(4)..first).rev().find(|&at| row.items[at].counts() && row.items[at].depth <= depth)?;
    let between = row.items[total + 1..first].iter().all(|item| !item.words.contains('。'));
    between.then_some(total)
}

/// A list of parts, and what ends it.
struct List {
    members: Vec<usize>,
    exact: bool,
    /// Index of the figure that ends it.
    end: usize,
}

/// The parts from `first` on that count what `total` does; figures in the unit of `mate` are passed over.
fn list(row: &Row<'_, '_>, first: usize, total: &Item<'_, '_>, mate: Option<&Item<'_, '_>>) -> List {
    let depth = row.items[first].depth;
    let mut list = List { members: Vec::new(), exact: true, end: row.items.len() };
    let mut by_semicolon = false;
    for index in first..row.items.len().min(first + LIST) {
        let item = &row.items[index];
        if item.depth > depth {
            continue;
        }
        let words = item.words;
        let stop = index > first
            && (has_any(words, &["。", "其中", "同比", "比上年", "较上年", "上年", "去年"])
                || ["共", "合计", "总计", "共计", "总共", "累计"].iter().any(|word| words.ends_with(word)));
        if stop || item.depth < depth {
            list.end = index;
            break;
        }
        if index > first && words.contains(['；', ';']) {
            if list.members.len() > 1 && !by_semicolon {
                list.end = index;
                break;
            }
            by_semicolon = true;
        }
        if item.is_like(total) {
            list.exact &= item.figure.is_exact();
            list.members.push(index);
        } else if !(item.figure.is_percent()
            || mate.is_some_and(|mate| item.is_like(mate))
            || index > first && row.is_pair(index))
        {
            list.end = index;
            break;
        }
    }
    list
}

fn parts_behind(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    row: &Row<'_, '_>,
    first: usize,
    checks: &mut Vec<Check>,
) {
    if !row.items[first].counts() {
        return;
    }
    let announced = announced(row, first);
    let Some(total) = total_before(row, first) else {
        return;
    };
    let mate = row.is_pair(total).then(|| total - 1);
    judge(evidence, figures, row, announced, first, total, mate, checks);
    if let Some(mate) = mate {
        judge(evidence, figures, row, announced, first, mate, Some(total), checks);
    }
}

fn judge(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    row: &Row<'_, '_>,
    announced: Announced,
    first: usize,
    total: usize,
    mate: Option<usize>,
    checks: &mut Vec<Check>,
) {
    let whole = &row.items[total];
    let list = list(row, first, whole, mate.map(|mate| &row.items[mate]));
    if list.members.len() < 2 || !list.exact || !whole.figure.is_exact() {
        return;
    }
    let span = whole.span();
    let known = |check: &Check| {
        check.kind == CheckKind::Sum
            && (check.spans.first() == Some(&span) || announced == Announced::Bare && check.spans.contains(&span))
    };
    if checks.iter().rev().take(LIST).any(known) {
        return;
    }
    if let Some((total, members)) = holding(row, announced, first, total, &list.members) {
        checks.push(holds(row, total, members));
        return;
    }
    if is_no_total(whole) || mixed(row, first, total, mate) {
        return;
    }
    let near = whole.figure.quantity.sentence.start.saturating_sub(600).max(whole.span().start.saturating_sub(1200));
    let before = words_before(evidence, figures, near, whole.span().start);
    // 、 and then ，: what follows the ， may be another statement.
    let whole_list = (list.members.as_slice(), list.end);
    let opening =
        list.members.iter().skip(1).position(|&at| {
            !row.items[at].words.contains('、') || row.items[at].words.contains(['，', ',', '；', ';'])
        });
    let cut = opening.filter(|&at| at > 0).map(|at| (&list.members[..=at], list.members[at + 1]));
    for (members, end) in std::iter::once(whole_list).chain(cut) {
        let Some(computed) = parts::sum(members.iter().map(|&at| row.items[at].value())) else {
            return;
        };
        let context = exhaustive::Context { row, announced, total, first, members, end, computed, before };
        match exhaustive::verdict(&context) {
            exhaustive::Finding::Wrong
                if members.len() == list.members.len() && cut.is_some() && !exhaustive::is_certain(&context) => {}
            exhaustive::Finding::Wrong | exhaustive::Finding::PartAbove(_)
                if told_before(evidence, whole, computed) =>
            {
                return;
            }
            exhaustive::Finding::Wrong => {
                checks.push(fails(row, total, members, computed));
                return;
            }
            exhaustive::Finding::Overlap => {
                checks.push(overlaps(row, total, members, computed));
                return;
            }
            exhaustive::Finding::PartAbove(part) => {
                checks.push(order::part_of(row, part, total, Verdict::Inconsistent));
                return;
            }
            exhaustive::Finding::Silent => {}
        }
    }
}

/// Whether the sum of the parts was told a little before the figure taken for their total: the list is of that one.
fn told_before(evidence: &Evidence<'_, '_>, whole: &Item<'_, '_>, computed: Decimal) -> bool {
    const REACH: u32 = 900;
    let quantities = &evidence.facts.quantities;
    let end = quantities.partition_point(|other| other.span.start < whole.span().start);
    let near = whole.span().start.saturating_sub(REACH);
    quantities[..end]
        .iter()
        .rev()
        .take_while(|other| other.span.start >= near)
        .any(|other| other.kind == whole.figure.quantity.kind && other.value == computed)
}

/// The words before a total in which the number of its parts may have been announced: of many, the first and the last.
fn words_before<'a>(evidence: &Evidence<'_, '_>, figures: &Figures<'a>, from: u32, to: u32) -> [&'a str; 2] {
    let source = evidence.text.source;
    let start = (from as usize..).find(|&at| source.is_char_boundary(at)).unwrap_or(to as usize).min(to as usize);
    let line = source[start..to as usize].rfind("\n\n").map_or(start, |at| start + at) as u32;
    parts::both_ends(line, to).map(|(from, to)| figures.plain(from, to))
}

/// A difference to another year, a goal, one of a rate: no total.
fn is_no_total(item: &Item<'_, '_>) -> bool {
    let left = item.figure.left;
    clause::is_difference(left) || clause::is_no_total(left) || clause::is_goal(left)
}

/// Whether another figure stands between the total and its list that is neither a rate nor in brackets.
fn mixed(row: &Row<'_, '_>, first: usize, total: usize, mate: Option<usize>) -> bool {
    (total + 1..first).any(|at| {
        mate != Some(at) && !row.items[at].figure.is_percent() && row.items[at].depth <= row.items[first].depth
    })
}

/// The total and the number of parts with which it adds up.
fn holding<'m>(
    row: &Row<'_, '_>,
    announced: Announced,
    first: usize,
    total: usize,
    members: &'m [usize],
) -> Option<(usize, &'m [usize])> {
    let whole = &row.items[total];
    let ten = Decimal::from_integer(10);
    let adds_up =
        |members: &[usize], value: Decimal| parts::sum(members.iter().map(|&at| row.items[at].value())) == Some(value);
    for count in (2..=members.len()).rev() {
        // A shorter list ends where another mark follows: 民事30件、刑事12件，涉及农民工25件.
        let ends = count == members.len() || mark(row, members[count]) != mark(row, members[count - 1]);
        if ends && adds_up(&members[..count], whole.value()) && (announced != Announced::Bare || whole.value() >= ten) {
            return Some((total, &members[..count]));
        }
    }
    if announced == Announced::Bare || exhaustive::is_of_concluded(row, total, members) {
        return None;
    }
    // 收到64件，审结51件，其中…: the parts may be of an earlier figure, or of two together.
    let depth = row.items[first].depth;
    let earlier =
        |at: &usize| row.items[*at].is_like(whole) && row.items[*at].depth <= depth && row.items[*at].figure.is_exact();
    let candidates: Vec<usize> = (total.saturating_sub(6)..total).rev().filter(earlier).collect();
    if let Some(&candidate) = candidates.iter().find(|&&at| adds_up(members, row.items[at].value())) {
        return Some((candidate, members));
    }
    let beside = candidates.first().filter(|&&at| at + 1 == total && whole.words.starts_with(['、', '，', ',', '和']));
    let both = beside.and_then(|&at| row.items[at].value().checked_add(whole.value()));
    both.filter(|both| adds_up(members, *both)).map(|_| (total, members))
}

/// The mark before a part: the heaviest of its words.
fn mark(row: &Row<'_, '_>, at: usize) -> u8 {
    let words = row.items[at].words;
    if words.contains(['；', ';', '。']) { 2 } else { u8::from(words.contains(['，', ','])) }
}

fn spans(row: &Row<'_, '_>, total: usize, members: &[usize]) -> Vec<crate::span::Span> {
    std::iter::once(total).chain(members.iter().copied()).map(|at| row.items[at].span()).collect()
}

fn formula(row: &Row<'_, '_>, members: &[usize]) -> Formula {
    parts::joined(members.iter().map(|&at| row.items[at].value()), " + ")
}

fn holds(row: &Row<'_, '_>, total: usize, members: &[usize]) -> Check {
    let formula = formula(row, members);
    let computed = parts::sum(members.iter().map(|&at| row.items[at].value())).unwrap_or_default();
    let stated = row.items[total].value();
    let explanation = phrase!("各分项之和{formula} = {computed}，与总数{computed}一致");
    let mut check = Check::new(CheckKind::Sum, Verdict::Consistent, &spans(row, total, members), explanation);
    check.stated = Some(phrase!("{}", stated));
    check.computed = Some(phrase!("{}", computed));
    check.formula = formula;
    check.reading = Some("总数等于各分项之和".into());
    check
}

fn fails(row: &Row<'_, '_>, total: usize, members: &[usize], computed: Decimal) -> Check {
    let (formula, stated, unit) = (formula(row, members), row.items[total].value(), row.items[total].unit);
    let explanation = match stated.checked_neg().and_then(|stated| computed.checked_add(stated)) {
        Some(difference) if difference.is_negative() => {
            let missing = difference.checked_neg().unwrap_or_default();
            phrase!(
                "总数为{stated}{unit}，各分项之和{formula} = {computed}，少{missing}{unit}，请核对总数或是否漏列分项"
            )
        }
        Some(difference) => {
            phrase!("总数为{stated}{unit}，各分项之和{formula} = {computed}，多{difference}{unit}，请核对")
        }
        None => phrase!("总数为{stated}{unit}，各分项之和{formula} = {computed}，请核对"),
    };
    let mut check = Check::new(CheckKind::Sum, Verdict::Inconsistent, &spans(row, total, members), explanation);
    check.stated = Some(phrase!("{}", stated));
    check.computed = Some(phrase!("{}", computed));
    check.formula = formula;
    check.reading = Some("总数等于各分项之和".into());
    check.repair = Some(phrase!("{}", computed));
    check
}

fn overlaps(row: &Row<'_, '_>, total: usize, members: &[usize], computed: Decimal) -> Check {
    let (formula, stated) = (formula(row, members), row.items[total].value());
    let explanation = phrase!("各分项之和{formula} = {computed}，大于总数{stated}；各分项可能互有重叠，无法据此判断");
    let mut check = Check::new(CheckKind::Sum, Verdict::Uncheckable, &spans(row, total, members), explanation);
    check.stated = Some(phrase!("{}", stated));
    check.formula = formula;
    check.reading = Some("各分项互有重叠".into());
    check
}

/// Parts, then their total: …15件、…72件，共87件.
fn parts_before(row: &Row<'_, '_>, total: usize, checks: &mut Vec<Check>) {
    const MARKERS: &[&str] = &["共计", "合计", "总计", "总共", "一共", "共"];
    let whole = &row.items[total];
    if !whole.counts() || !whole.figure.is_exact() || whole.words.contains(['。', '；', ';']) {
        return;
    }
    let like_last = row.items[total - 1].is_like(whole) || row.items[total - 1].figure.is_percent();
    let marked = has_any(whole.label(), MARKERS)
        && !has_any(whole.label(), &["公共", "中共", "共享", "共性", "共同", "共建", "共治"]);
    let run = run_before(row, total);
    let known = |at: usize, checks: &[Check]| {
        let span = row.items[at].span();
        checks.iter().rev().take(LIST).any(|check| check.kind == CheckKind::Sum && check.spans.contains(&span))
    };
    let least = if like_last { 2 } else { 3 };
    if run.members.len() < least || known(total, checks) || known(run.members[0], checks) {
        return;
    }
    if marked || !like_last && whole.value() >= Decimal::from_integer(10) {
        for count in (least..=run.members.len()).rev() {
            let members = &run.members[run.members.len() - count..];
            if parts::sum(members.iter().map(|&at| row.items[at].value())) == Some(whole.value()) {
                checks.push(holds(row, total, members));
                return;
            }
        }
    }
    let adjoining = MARKERS.iter().any(|marker| whole.words.trim_start_matches(['，', ',', '、']) == *marker);
    let ends = row.behind(total).chars().next().is_none_or(|ch| parts::is_mark(ch) || matches!(ch, ')'));
    if !adjoining || !ends || !like_last || !run.whole || !run.exact {
        return;
    }
    let Some(computed) = parts::sum(run.members.iter().map(|&at| row.items[at].value())) else {
        return;
    };
    // The verb of the first part (开展讲座48场) is that of all.
    let words: String = run.members[1..].iter().map(|&at| row.items[at].words).collect();
    if exhaustive::is_near(computed, whole.value(), 10) && !exhaustive::may_overlap(&words) {
        checks.push(fails(row, total, &run.members, computed));
    }
}

/// The figures before a total that may be its parts.
struct Run {
    members: Vec<usize>,
    exact: bool,
    /// Whether nothing else stands before them in their part of the sentence.
    whole: bool,
}

fn run_before(row: &Row<'_, '_>, total: usize) -> Run {
    let whole = &row.items[total];
    let mut run = Run { members: Vec::new(), exact: true, whole: true };
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
        if has_any(item.words, &["。", "；", ";", "：", ":"]) {
            break;
        }
        if has_any(item.words, &["其中", "分别"]) {
            run.whole = false;
            break;
        }
    }
    run.members.reverse();
    run
}
