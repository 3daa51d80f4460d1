//! Sentences or clauses that say a word of each list.

use std::ops::Range;

use super::{absent, holds};
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::lexicon::WordSet;
use crate::score::rubric::{Sentences, Window};

/// At least so many.
pub(super) fn judge(case: &Case<'_>, rule: &Sentences, points: Decimal) -> Finding {
    let mut evidence = Vec::new();
    for sentence in case.page.sentences() {
        let found = match rule.window {
            Window::Sentence => fits(case, rule, &sentence),
            Window::Clause => sentence.clone().any(|index| fits(case, rule, &(index..index + 1))),
        };
        if found {
            evidence.push(case.page.span(&sentence));
        }
    }
    let found = evidence.len();
    if found >= rule.least {
        // What is enough is cited, not every like of it.
        evidence.truncate(rule.least);
        return Finding::of(points, points, evidence).counting(found, rule.least);
    }
    absent(case, rule.places, points).counting(found, rule.least)
}

fn fits(case: &Case<'_>, rule: &Sentences, range: &Range<usize>) -> bool {
    let span = case.page.span(range);
    rule.places.contains(case.page.clauses[range.start].place)
        && (rule.groups.iter().all(|group| says(case, range, group)) || holds(case, span, &rule.or_with))
        && !case.page.says_in(range, &rule.without)
        && (rule.features.is_empty() || holds(case, span, &rule.features))
        && (rule.quantities == 0 || case.quantities_in(span).len() >= rule.quantities)
}

/// Whether the clauses say a word of the set themselves: the titles of documents speak of other things.
fn says(case: &Case<'_>, range: &Range<usize>, words: &WordSet) -> bool {
    let citations = case.parts.citations;
    let in_title = |start: u32| {
        let behind = citations.partition_point(|citation| citation.span.start <= start);
        behind.checked_sub(1).is_some_and(|last| citations[last].span.contains_offset(start))
    };
    case.page.hits_in(range).iter().any(|hit| words.contains(hit.word) && !in_title(hit.start))
}
