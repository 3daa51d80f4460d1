//! What a reader should know beside the points.

use super::Flag;
use super::engine::Case;
use super::place::Place;
use super::rubric::{FlagRule, FlagWhen};
use crate::audit::{CheckKind, Verdict};
use crate::decimal::Decimal;
use crate::span::Span;

/// The flags raised, in the rubric's order and then the text's.
pub(super) fn of(case: &Case<'_>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for rule in &case.rubric.flags {
        let mut spans = raised(case, rule);
        spans.dedup();
        let raise = |span| Flag { code: rule.code.clone(), span, explanation: rule.text.clone() };
        flags.extend(spans.into_iter().map(raise));
    }
    flags
}

/// Most places told for one flag.
const MOST: usize = 20;

fn raised(case: &Case<'_>, rule: &FlagRule) -> Vec<Span> {
    let front = case.parts.front;
    let year = front.year.map(|(year, _)| year);
    let head = front.title.as_ref().map_or(Span::new(case.whole.start, case.whole.start), |title| title.span);
    let when = |holds: bool, span: Span| if holds { vec![span] } else { Vec::new() };
    match &rule.when {
        FlagWhen::SignedInReportYear => match front.date {
            Some((date, span)) => when(year.is_some() && date.year == year, span),
            None => Vec::new(),
        },
        FlagWhen::NoRecipient => when(front.title.is_some() && front.recipients.is_empty(), head),
        FlagWhen::NoCopy => when(front.title.is_some() && front.cc.is_empty(), head),
        FlagWhen::OddDocumentNumber => match &front.doc_number {
            Some(number) => when(!case.text.slice(number.span).contains(['〔', '﹝']), number.span),
            None => Vec::new(),
        },
        FlagWhen::Words { words, from_year } => {
            if year.is_none_or(|year| year < *from_year) {
                return Vec::new();
            }
            let mut from = 0;
            let next = || {
                let index = case.page.first_saying(&(from..case.page.clauses.len()), *words)?;
                from = index + 1;
                Some(case.page.clauses[index].span)
            };
            std::iter::from_fn(next).take(MOST).collect()
        }
        FlagWhen::Note(code) => {
            let notes = case.parts.notes.iter().filter(|note| note.code.name() == code);
            notes.take(MOST).map(|note| note.span).collect()
        }
        FlagWhen::HalfWidth => half_width(case).into_iter().collect(),
        FlagWhen::Inconsistent(kinds) => {
            let wrong = case
                .parts
                .checks
                .iter()
                .filter(|check| kinds.contains(&check.kind) && check.verdict == Verdict::Inconsistent);
            wrong.filter_map(|check| check.spans.first().copied()).take(MOST).collect()
        }
        FlagWhen::UnmentionedFault => unmentioned(case),
    }
}

/// The first half-width comma behind a Chinese character, when half of the commas or more are such.
fn half_width(case: &Case<'_>) -> Option<Span> {
    let source = case.text.source;
    let bytes = source.as_bytes();
    let mut half = memchr::memchr_iter(b',', bytes).filter(|at| *at > 0 && !bytes[at - 1].is_ascii());
    let (first, count) = (half.next()? as u32, 1 + half.count());
    let full = memchr::memmem::find_iter(bytes, "，").take(count).count();
    (count > full).then(|| Span::new(first, first + 1))
}

/// Figures that are wrong, and targets missed, in fields that no shortcoming touches.
fn unmentioned(case: &Case<'_>) -> Vec<Span> {
    if case.problems.items.is_empty() {
        return Vec::new();
    }
    let touched = case.problems.items.iter().fold(0, |fields, item| fields | item.fields);
    let hundred = Decimal::from_integer(100);
    let below = |text: Option<&str>| text.and_then(super::points::parse).is_some_and(|stated| stated < hundred);
    let faults = case.parts.checks.iter().filter(|check| match check.verdict {
        Verdict::Inconsistent => matches!(
            check.kind,
            CheckKind::Ratio | CheckKind::Sum | CheckKind::Yoy | CheckKind::Target | CheckKind::Order
        ),
        _ => check.kind == CheckKind::Target && below(check.stated.as_deref()),
    });
    let mut spans = Vec::new();
    for span in faults.filter_map(|check| check.spans.first().copied()) {
        let behind = case.page.clauses.partition_point(|clause| clause.span.start <= span.start);
        let clause = behind.checked_sub(1).map(|index| &case.page.clauses[index]);
        let Some(section) = clause
            .filter(|clause| !matches!(clause.place, Place::Problems | Place::Plan))
            .and_then(|clause| clause.section)
        else {
            continue;
        };
        let topic = case.parts.meanings.get(section as usize).and_then(|meaning| meaning.topic);
        if topic.is_some_and(|topic| touched & super::blocks::bit(topic) == 0) && spans.len() < MOST {
            spans.push(span);
        }
    }
    spans
}
