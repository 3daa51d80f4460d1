//! Items of one part answered by items of another: by the fields they share, not by their words.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::absent;
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::place::{Place, Places};
use crate::score::points;
use crate::span::Span;

/// The share of `from`'s items that have a field in common with one of `to`'s.
pub(super) fn judge<'t>(case: &Case<'t>, from: Place, to: Place, points: Decimal) -> Finding<'t> {
    let (asked, answers) = (&case.block(from).items, &case.block(to).items);
    let places = Places::only(from).with(to);
    // Few combinations of fields occur, however many items there are.
    let mut offers: BTreeMap<u16, Span> = BTreeMap::new();
    for answer in answers {
        offers.entry(answer.fields).or_insert(answer.span);
    }
    let mut best: BTreeMap<u16, Option<Span>> = BTreeMap::new();
    let mut evidence = Vec::new();
    let mut found = 0;
    for item in asked {
        let answer = best.entry(item.fields).or_insert_with(|| {
            let shared = offers.iter().filter(|(fields, _)| **fields & item.fields != 0);
            shared
                .max_by_key(|(fields, span)| ((**fields & item.fields).count_ones(), Reverse(**span)))
                .map(|(_, span)| *span)
        });
        if let Some(answer) = answer {
            found += 1;
            evidence.extend([item.span, *answer]);
        }
    }
    if found == 0 {
        // Without the part that should answer nothing can be linked: it may stand behind the cut.
        let missing = if answers.is_empty() { Places::only(to) } else { places };
        return absent(case, missing, points).counting(0, asked.len());
    }
    let earned = points::share(points, found, asked.len(), case.rubric.places);
    let searched = if earned < points { case.scope(places) } else { Vec::new() };
    Finding::of(earned, points, evidence).counting(found, asked.len()).searching(searched)
}
