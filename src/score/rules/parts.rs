//! Presence: a part of the report, its items, who reports and on which year.

use std::borrow::Cow;

use super::absent;
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::place::{Place, Places};
use crate::score::rubric::Identity;
use crate::span::Span;

/// The part is there, in at least so many sentences.
pub(super) fn block<'t>(case: &Case<'t>, place: Place, least: usize, points: Decimal) -> Finding<'t> {
    let places = Places::only(place);
    let found = case.page.sentences_in(place).count();
    if found < least.max(1) {
        return absent(case, places, points).counting(found, least);
    }
    let head = match place {
        Place::Problems | Place::Plan => case.block(place).head,
        _ => head(case, place),
    };
    Finding::of(points, points, head.into_iter().collect()).counting(found, least)
}

/// The heading of a part, or its first sentence.
fn head(case: &Case<'_>, place: Place) -> Option<Span> {
    let first = case.page.sentence_at(case.page.sentences_in(place).next()?);
    let section = case.page.clauses[first.start].section.map(|index| &case.parts.outline.sections[index as usize]);
    let heading = section.filter(|section| !section.title.is_empty()).map(|section| section.heading);
    Some(heading.unwrap_or_else(|| case.page.span(&first)))
}

/// The part has at least so many items.
pub(super) fn items<'t>(case: &Case<'t>, place: Place, least: usize, points: Decimal) -> Finding<'t> {
    let items = &case.block(place).items;
    if items.len() < least {
        let finding = absent(case, Places::only(place), points);
        return finding.counting(items.len(), least);
    }
    Finding::of(points, points, items.iter().map(|item| item.span).collect()).counting(items.len(), least)
}

/// Who reports, or on which year.
pub(super) fn identity<'t>(case: &Case<'t>, what: Identity, points: Decimal) -> Finding<'t> {
    let front = case.parts.front;
    let (names, evidence): (Vec<Cow<'_, str>>, Vec<Span>) = match what {
        Identity::Issuer => {
            let issuers = front.issuers.iter().chain(front.region.iter().filter(|_| front.issuers.is_empty()));
            issuers.map(|named| (Cow::Owned(named.text.to_string()), named.span)).unzip()
        }
        Identity::Year => front.year.iter().map(|(year, span)| (year.to_string().into(), *span)).unzip(),
    };
    if evidence.is_empty() {
        return Finding::of(crate::score::points::ZERO, points, evidence).searching(vec![case.whole]);
    }
    Finding::of(points, points, evidence).naming(names)
}
