//! A total against its parts: 其中, 分别为, a list in brackets, parts and then 共, paired columns, tables.

mod before;

use smallvec::SmallVec;

use super::figure::Figures;
use super::parts::{self, Item, Row, Rows};
use super::{Check, CheckKind, Evidence, Formula, Verdict, cue, exhaustive, order};
use crate::decimal::Decimal;
use crate::phrase::{Phrase, phrase};
use crate::span::Span;
use crate::text::words::Words;

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
    for row in rows.iter().filter(|row| row.sums) {
        for first in row.own.max(1)..row.items.len() {
            parts_behind(evidence, figures, &row, first, checks);
        }
        for total in row.own.max(2)..row.items.len() {
            before::check(&row, total, checks);
        }
    }
}

/// How the figure `first` opens a list.
fn announced(row: &Row<'_, '_>, first: usize) -> Announced {
    let item = &row.items[first];
    if item.has(cue::AMONG) {
        Announced::Among
    } else if item.has(cue::LISTED) {
        Announced::Listed
    } else if item.depth > row.items[first - 1].depth || item.has(cue::COLON) {
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
    // 委员会22个、调解员103名，其中镇级1个、村级21个: the parts are of what counts as they do.
    let opening = &row.items[first];
    let like = |at: &usize| row.items[*at].is_like(opening) && row.items[*at].depth <= depth;
    let other = opening.has(cue::AMONG) && !row.items[total].is_like(opening) && !row.is_pair(total);
    let total = (first.saturating_sub(4)..total).rev().find(like).filter(|_| other).unwrap_or(total);
    let between = row.items[total + 1..first].iter().all(|item| !item.has(cue::STOP));
    between.then_some(total)
}

/// Indices of figures.
type Members = SmallVec<[usize; LIST]>;

/// A list of parts, and what ends it.
struct List {
    members: Members,
    exact: bool,
    /// Index of the figure that ends it.
    end: usize,
}

/// The parts from `first` on that count what `total` does; figures in the unit of `mate` are passed over.
fn list(row: &Row<'_, '_>, first: usize, total: &Item<'_, '_>, mate: Option<&Item<'_, '_>>) -> List {
    static ENDS: Words = Words::new(&["共", "合计", "总计", "共计", "累计"]);
    let depth = row.items[first].depth;
    let mut list = List { members: Members::new(), exact: true, end: row.items.len() };
    let mut by_semicolon = false;
    for index in first..row.items.len().min(first + LIST) {
        let item = &row.items[index];
        if item.depth > depth {
            continue;
        }
        let stop =
            index > first && (item.has(cue::STOP | cue::AMONG | cue::OTHER_YEAR) || ENDS.end_of(item.words).is_some());
        if stop || item.depth < depth {
            list.end = index;
            break;
        }
        if index > first && item.has(cue::SEMICOLON) {
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
    let Some(total) = total_before(row, first) else {
        return;
    };
    let mate = row.is_pair(total).then(|| total - 1);
    judge(evidence, figures, row, first, total, mate, checks);
    if let Some(mate) = mate {
        judge(evidence, figures, row, first, mate, Some(total), checks);
    }
}

fn judge(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    row: &Row<'_, '_>,
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
    let announced = announced(row, first);
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
    if whole.figure.is_aside() || mixed(row, first, total, mate) {
        return;
    }
    let before = || words_before(evidence, figures, whole);
    // 、 and then ，: what follows the ， may be another statement.
    let whole_list = (list.members.as_slice(), list.end);
    let opening = list
        .members
        .iter()
        .skip(1)
        .position(|&at| !row.items[at].has(cue::PAUSE) || row.items[at].has(cue::COMMA | cue::SEMICOLON));
    let cut = opening.filter(|&at| at > 0).map(|at| (&list.members[..=at], list.members[at + 1]));
    for (members, end) in std::iter::once(whole_list).chain(cut) {
        let Some(computed) = parts::sum(members.iter().map(|&at| row.items[at].value())) else {
            return;
        };
        let context = exhaustive::Context { row, announced, total, first, members, end, computed, before: &before };
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
fn words_before<'a>(evidence: &Evidence<'_, '_>, figures: &Figures<'a>, whole: &Item<'_, '_>) -> [&'a str; 2] {
    let (source, to) = (evidence.text.source, whole.span().start);
    let near = whole.figure.quantity.sentence.start.saturating_sub(600).max(to.saturating_sub(1200));
    let start = source.ceil_char_boundary(near as usize).min(to as usize);
    let line = source[start..to as usize].rfind("\n\n").map_or(start, |at| start + at) as u32;
    parts::both_ends(line, to).map(|(from, to)| figures.plain(from, to))
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
    let candidates: SmallVec<[usize; 6]> = (total.saturating_sub(6)..total).rev().filter(earlier).collect();
    if let Some(&candidate) = candidates.iter().find(|&&at| adds_up(members, row.items[at].value())) {
        return Some((candidate, members));
    }
    let beside = candidates.first().filter(|&&at| at + 1 == total && whole.words.starts_with(['、', '，', ',', '和']));
    let both = beside.and_then(|&at| row.items[at].value().checked_add(whole.value()));
    both.filter(|both| adds_up(members, *both)).map(|_| (total, members))
}

/// The mark before a part: the heaviest of its words.
fn mark(row: &Row<'_, '_>, at: usize) -> u8 {
    let item = &row.items[at];
    if item.has(cue::SEMICOLON | cue::STOP) { 2 } else { u8::from(item.has(cue::COMMA)) }
}

fn spans(row: &Row<'_, '_>, total: usize, members: &[usize]) -> SmallVec<[Span; LIST]> {
    std::iter::once(total).chain(members.iter().copied()).map(|at| row.items[at].span()).collect()
}

fn formula(row: &Row<'_, '_>, members: &[usize]) -> Formula {
    parts::joined(members.iter().map(|&at| row.items[at].value()), " + ")
}

fn holds(row: &Row<'_, '_>, total: usize, members: &[usize]) -> Check {
    let formula = formula(row, members);
    let computed = parts::sum(members.iter().map(|&at| row.items[at].value())).unwrap_or_default();
    let stated = row.items[total].value();
    let explanation = phrase!("各分项之和", formula, " = ", computed, "，与总数", computed, "一致");
    let mut check = Check::new(CheckKind::Sum, Verdict::Consistent, &spans(row, total, members), explanation);
    check.stated = Some(stated.into());
    check.computed = Some(computed.into());
    check.formula = formula;
    check.reading = Some("总数等于各分项之和".into());
    check
}

fn fails(row: &Row<'_, '_>, total: usize, members: &[usize], computed: Decimal) -> Check {
    let (formula, stated, unit) = (formula(row, members), row.items[total].value(), row.items[total].unit);
    let (difference, request): (Phrase<64>, _) =
        match stated.checked_neg().and_then(|stated| computed.checked_add(stated)) {
            Some(less) if less.is_negative() => {
                (phrase!("，少", less.checked_neg().unwrap_or_default(), unit), "，请核对总数或是否漏列分项")
            }
            Some(more) => (phrase!("，多", more, unit), "，请核对"),
            None => (Phrase::new(), "，请核对"),
        };
    let explanation = phrase!("总数为", stated, unit, "，各分项之和", formula, " = ", computed, difference, request);
    let mut check = Check::new(CheckKind::Sum, Verdict::Inconsistent, &spans(row, total, members), explanation);
    check.stated = Some(stated.into());
    check.computed = Some(computed.into());
    check.formula = formula;
    check.reading = Some("总数等于各分项之和".into());
    check.repair = Some(computed.into());
    check
}

fn overlaps(row: &Row<'_, '_>, total: usize, members: &[usize], computed: Decimal) -> Check {
    let (formula, stated) = (formula(row, members), row.items[total].value());
    let explanation =
        phrase!("各分项之和", formula, " = ", computed, "，大于总数", stated, "；各分项可能互有重叠，无法据此判断");
    let mut check = Check::new(CheckKind::Sum, Verdict::Uncheckable, &spans(row, total, members), explanation);
    check.stated = Some(stated.into());
    check.formula = formula;
    check.reading = Some("各分项互有重叠".into());
    check
}
