//! Sentences or clauses that say a word of each list.

use std::ops::Range;

use super::{absent, holds};
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::rubric::{Feature, Sentences, Window};

/// At least so many.
pub(super) fn judge<'t>(case: &Case<'t>, rule: &Sentences, points: Decimal) -> Finding<'t> {
    let mut evidence = Vec::new();
    // Only where the first list has a word, unless something else would do.
    let first = if rule.or_with.is_empty() { rule.groups.first().copied() } else { None };
    let mut from = 0;
    while let Some(at) = case.page.next_saying(from, first) {
        let sentence = case.page.sentence_at(at);
        from = sentence.end;
        let found = match rule.window {
            Window::Sentence => fits(case, rule, &sentence),
            Window::Clause => {
                let next = |from: &usize| case.page.next_saying(from + 1, first);
                std::iter::successors(Some(at), next)
                    .take_while(|index| *index < sentence.end)
                    .any(|index| fits(case, rule, &(index..index + 1)))
            }
        };
        if found {
            evidence.push(case.page.span(&sentence));
            if evidence.len() >= rule.least && !rule.counted {
                break;
            }
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
    if !rule.places.contains(case.page.clauses[range.start].place) {
        return false;
    }
    let holds = |features: &[Feature]| !features.is_empty() && holds(case, range, features);
    (rule.groups.iter().all(|group| case.page.says_itself(range, *group)) || holds(&rule.or_with))
        && !case.page.says_in(range, rule.without)
        && (rule.features.is_empty() || holds(&rule.features))
        && (rule.quantities == 0 || case.quantities_in(range).len() >= rule.quantities)
}
