//! Figures: what is counted, and which rates come with their counts.

use std::borrow::Cow;

use super::absent;
use crate::audit::{CheckKind, Verdict};
use crate::decimal::Decimal;
use crate::facts::{Quantity, QuantityKind, Unit};
use crate::indicator::Indicator;
use crate::score::engine::{Case, Finding};
use crate::score::place::{Place, Places};
use crate::score::points::{self, ZERO};
use crate::score::rubric::Things;
use crate::span::Span;

/// Things counted, an equal share of the points each.
pub(super) fn indicators<'t>(case: &Case<'t>, things: &'t Things, points: Decimal) -> Finding<'t> {
    let places = Places::only(Place::Measures).with(Place::Duties);
    let mut firsts: Vec<Option<&Indicator>> = vec![None; things.names.len()];
    for indicator in case.parts.indicators {
        things.counted_by(indicator.definition).for_each(|thing| {
            firsts[thing].get_or_insert(indicator);
        });
    }
    let mut evidence = Vec::new();
    let mut missing = Vec::new();
    for (first, name) in firsts.into_iter().zip(&things.names) {
        match first.and_then(|indicator| case.parts.quantities.get(indicator.quantity as usize)) {
            Some(quantity) => evidence.push(quantity.span),
            None => missing.push(Cow::Borrowed(name.as_str())),
        }
    }
    let found = evidence.len();
    if found == 0 {
        return absent(case, places, points).counting(0, things.names.len()).naming(missing);
    }
    let earned = points::share(points, found, things.names.len(), case.rubric.places);
    let mut finding = Finding::of(earned, points, evidence).counting(found, things.names.len());
    if !missing.is_empty() {
        finding = finding.naming(missing).searching(case.scope(places));
        if case.may_be_cut(places) {
            finding.assessable = finding.earned;
        }
    }
    finding
}

/// The share of rates whose counts the report prints too; `without` any rate.
pub(super) fn rates<'t>(case: &Case<'t>, places: Places, without: Decimal, points: Decimal) -> Finding<'t> {
    let stretches = case.page.stretches.iter().filter(|(place, _)| places.contains(*place));
    let inside = stretches.flat_map(|(_, clauses)| case.quantities_in(clauses));
    let is_rate = |quantity: &&Quantity| quantity.kind == QuantityKind::Percent && quantity.unit == Unit::Percent;
    let rates: Vec<Span> = inside.filter(is_rate).map(|quantity| quantity.span).collect();
    if rates.is_empty() {
        return Finding::of(without, points, vec![case.whole]).counting(0, 0).searching(vec![case.whole]);
    }
    let arithmetic = |kind| matches!(kind, CheckKind::Ratio | CheckKind::Yoy | CheckKind::Target | CheckKind::Sum);
    let mut counted: Vec<Span> = case
        .parts
        .checks
        .iter()
        .filter(|check| arithmetic(check.kind) && check.verdict != Verdict::Uncheckable)
        .filter_map(|check| check.spans.first().copied())
        .collect();
    counted.sort_unstable();
    let (evidence, searched): (Vec<Span>, Vec<Span>) =
        rates.iter().copied().partition(|rate| counted.binary_search(rate).is_ok());
    let found = evidence.len();
    let earned = if found == 0 { ZERO } else { points::share(points, found, rates.len(), case.rubric.places) };
    Finding::of(earned, points, evidence).counting(found, rates.len()).searching(searched)
}
