//! Shortcomings and tasks one by one: their causes, and what each names.

use std::ops::Range;

use super::{absent, holds};
use crate::decimal::Decimal;
use crate::score::blocks::Item;
use crate::score::engine::{Case, Finding};
use crate::score::lexicon::WordSet;
use crate::score::place::{Place, Places};
use crate::score::points::{self, ZERO};
use crate::score::rubric::{Feature, Mark};
use crate::span::Span;

/// Fewest bytes of a Chinese character.
const HAN_BYTES: usize = 3;

/// Points for fewer causes than would do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Few {
    /// For at least one.
    pub some: Decimal,
    /// For each that a shortcoming's description only hints at.
    pub weak_each: Decimal,
    /// For all of those together.
    pub weak_at_most: Decimal,
}

/// Causes of the shortcomings: all points when at least half of them have one.
pub(super) fn causes<'t>(case: &Case<'t>, strong: WordSet, weak: WordSet, few: Few, points: Decimal) -> Finding<'t> {
    let block = &case.problems;
    let places = Places::only(Place::Problems);
    let need = block.items.len().div_ceil(2).max(1);
    let mut evidence: Vec<Span> = block.items.iter().filter_map(|item| first_clause(case, item, strong)).collect();
    evidence.extend(block.causes.iter().map(|cause| cause.span));
    if evidence.is_empty() {
        // Causes of all shortcomings together, told behind or before them.
        let clauses = block.runs.iter().cloned().flatten();
        evidence.extend(
            clauses
                .filter(|&index| !case.page.clauses[index].heading && case.page.says(index, strong))
                .map(|index| case.page.clauses[index].span),
        );
    }
    let found = evidence.len();
    if found >= need && !block.items.is_empty() {
        return Finding::of(points, points, evidence).counting(found, block.items.len());
    }
    let hinted: Vec<Span> = block.items.iter().filter_map(|item| first_clause(case, item, weak)).collect();
    let for_hints = points::times(few.weak_each, hinted.len()).min(few.weak_at_most);
    let earned = if found > 0 { few.some.max(for_hints) } else { for_hints };
    if earned == ZERO {
        return absent(case, places, points).counting(0, block.items.len());
    }
    if found == 0 {
        evidence = hinted;
    }
    Finding::of(earned, points, evidence).counting(found, block.items.len()).searching(case.scope(places))
}

/// The item's first clause that says a word of the set.
fn first_clause(case: &Case<'_>, item: &Item, words: WordSet) -> Option<Span> {
    case.page.first_saying(&item.clauses, words).map(|index| case.page.clauses[index].span)
}

/// Points for each item by what it names.
pub(super) fn marks<'t>(
    case: &Case<'t>,
    place: Place,
    marks: &[Mark],
    short: (usize, Decimal),
    points: Decimal,
) -> Finding<'t> {
    let places = Places::only(place);
    let block = case.block(place);
    let mut earned = ZERO;
    let mut evidence = Vec::new();
    for item in &block.items {
        let mut own = ZERO;
        for mark in marks {
            if case.page.says_in(&item.clauses, mark.words) || holds(case, &item.clauses, &mark.features) {
                own = points::add(own, mark.points);
            }
        }
        if own > ZERO {
            evidence.push(item.span);
        }
        earned = points::add(earned, own);
    }
    if evidence.is_empty() {
        return absent(case, places, points).counting(0, block.items.len());
    }
    let earned = if earned > short.1 && is_short(case, &block.runs, short.0) { short.1 } else { earned.min(points) };
    let searched = if earned < points { case.scope(places) } else { Vec::new() };
    Finding::of(earned, points, evidence).counting(block.items.len(), earned).searching(searched)
}

/// Whether a part is less than so many per cent of the whole text, in Chinese characters.
fn is_short(case: &Case<'_>, runs: &[Range<usize>], percent: usize) -> bool {
    let clauses = runs.iter().flat_map(|run| &case.page.clauses[run.clone()]);
    let share: usize = clauses.map(|clause| case.text.han(clause.span)).sum();
    let whole = || case.text.paragraphs.iter().map(|paragraph| case.text.han(paragraph.span)).sum::<usize>();
    // Most parts are more than their share of what could be Chinese characters at the most.
    share * 100 < case.whole.len() / HAN_BYTES * percent && share * 100 < whole() * percent
}

/// Items that name something: a share of all, or of `least`.
pub(super) fn with<'t>(
    case: &Case<'t>,
    place: Place,
    words: WordSet,
    features: &[Feature],
    least: Option<usize>,
    points: Decimal,
) -> Finding<'t> {
    let places = Places::only(place);
    let block = case.block(place);
    let named = |item: &&Item| case.page.says_in(&item.clauses, words) || holds(case, &item.clauses, features);
    let evidence: Vec<Span> = block.items.iter().filter(named).map(|item| item.span).collect();
    let (found, need) = (evidence.len(), least.unwrap_or(block.items.len()));
    if found == 0 {
        return absent(case, places, points).counting(0, need);
    }
    let earned = points::share(points, found, need, case.rubric.places);
    let searched = if earned < points { case.scope(places) } else { Vec::new() };
    Finding::of(earned, points, evidence).counting(found, need).searching(searched)
}
