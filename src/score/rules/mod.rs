//! The closed set of rules: each says what a part of a criterion earns, and on what evidence.

mod checks;
mod day;
mod figures;
mod items;
mod likeness;
mod link;
mod parts;
mod sentences;
mod topics;

pub(super) use topics::{Told, told};

use std::ops::Range;

use super::engine::{Case, Finding};
use super::place::Places;
use super::points::ZERO;
use super::rubric::{Feature, Rule};
use crate::decimal::Decimal;

/// What a part worth `points` earns by its rule.
pub(super) fn judge<'t>(case: &Case<'t>, rule: &'t Rule, points: Decimal) -> Finding<'t> {
    match rule {
        Rule::Block { place, least } => parts::block(case, *place, *least, points),
        Rule::Items { place, least } => parts::items(case, *place, *least, points),
        Rule::Identity(what) => parts::identity(case, *what, points),
        Rule::Sentences(rule) => sentences::judge(case, rule, points),
        Rule::Topics { places, least, scale } => topics::breadth(case, *places, *least, *scale, points),
        Rule::Group { group, places } => topics::group(case, *group, *places, points),
        Rule::Indicators(things) => figures::indicators(case, things, points),
        Rule::Rates { places, without } => figures::rates(case, *places, *without, points),
        Rule::Checks { kinds, least, inconsistent, slip, slips_at_most } => checks::judge(
            case,
            kinds,
            *least,
            checks::Losses { inconsistent: *inconsistent, slip: *slip, slips_at_most: *slips_at_most },
            points,
        ),
        Rule::Deadline { of, steps } => day::deadline(case, *of, steps, points),
        Rule::Years => day::years(case, points),
        Rule::Causes { strong, weak, some, weak_each, weak_at_most } => items::causes(
            case,
            *strong,
            *weak,
            items::Few { some: *some, weak_each: *weak_each, weak_at_most: *weak_at_most },
            points,
        ),
        Rule::Marks { place, marks, short_percent, short_at_most } => {
            items::marks(case, *place, marks, (*short_percent, *short_at_most), points)
        }
        Rule::ItemsWith { place, words, features, least } => {
            items::with(case, *place, *words, features, *least, points)
        }
        Rule::Link { from, to } => link::judge(case, *from, *to, points),
        Rule::Likeness { size, steps, formulas } => likeness::judge(case, *size, steps, *formulas, points),
        Rule::Peers => Finding::unknown(),
    }
}

/// Nothing was found in `places`: no points, unless it may stand behind the cut.
fn absent<'t>(case: &Case<'t>, places: Places, points: Decimal) -> Finding<'t> {
    let searched = case.scope(places);
    if case.may_be_cut(places) {
        return Finding::unknown().searching(searched);
    }
    Finding::of(ZERO, points, Vec::new()).searching(searched)
}

/// Whether the clauses hold one of the features; none asked for, none needed.
fn holds(case: &Case<'_>, clauses: &Range<usize>, features: &[Feature]) -> bool {
    features.iter().any(|feature| match feature {
        Feature::Quantity => !case.quantities_in(clauses).is_empty(),
        Feature::Document => !case.citations_in(clauses).is_empty(),
        Feature::Date => !case.dates_in(clauses).is_empty(),
        Feature::NextYear => {
            let next = case.parts.front.year.map(|(year, _)| year + 1);
            next.is_some() && case.dates_in(clauses).iter().any(|date| date.date.year == next)
        }
    })
}
