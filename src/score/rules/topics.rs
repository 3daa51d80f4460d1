//! Second-level topics on which the report tells of something done.

use std::borrow::Cow;

use super::absent;
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::page::Page;
use crate::score::place::Places;
use crate::score::points;
use crate::score::rubric::{Inner, NO_TOPICS, Rule, Scale, Topics};
use crate::span::Span;

/// What the report tells on one topic.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::score) struct Told {
    /// The first clause that tells of something done.
    act: Option<Span>,
    /// The first one with a figure or a document.
    measured: Option<Span>,
}

/// What is told on every topic in each set of parts that a rule of the rubric asks for.
pub(in crate::score) fn told(case: &Case<'_>) -> Vec<(Places, Vec<Told>)> {
    let mut told: Vec<(Places, Vec<Told>)> = Vec::new();
    let criteria = case.rubric.dimensions.iter().flat_map(|dimension| &dimension.criteria);
    for part in criteria.flat_map(|criterion| &criterion.parts) {
        let (Rule::Topics { places, .. } | Rule::Group { places, .. }) = part.rule else {
            continue;
        };
        if told.iter().all(|(known, _)| *known != places) {
            told.push((places, told_in(case, places)));
        }
    }
    told
}

/// What is told in `places`, by the topics' indices in the rubric.
fn known<'c>(case: &'c Case<'_>, places: Places) -> &'c [Told] {
    case.told.iter().find(|(known, _)| *known == places).map_or(&[], |(_, told)| told)
}

/// What is told on every topic, by its index in the rubric.
///
/// A clause counts that names a topic, is no heading, and itself or with the one behind it in its sentence tells of
/// something done: an act, a figure, a document. What is merely resolved (坚持, 确保) is no act.
fn told_in(case: &Case<'_>, places: Places) -> Vec<Told> {
    let (page, rubric) = (case.page, case.rubric);
    let mut told = vec![Told::default(); rubric.topics.len()];
    for (index, clause) in page.clauses.iter().enumerate() {
        if clause.heading || !places.contains(clause.place) {
            continue;
        }
        let topics = named(page, rubric, index);
        if topics[0].is_none() {
            continue;
        }
        let next = page.clauses.get(index + 1).filter(|next| next.sentence == clause.sentence && !next.heading);
        let with_next = index..index + 1 + usize::from(next.is_some());
        let measured = case.has_figure(index)
            || (next.is_some() && case.has_figure(index + 1) && named(page, rubric, index + 1)[0].is_none());
        if !measured {
            // An act in the next clause does not make one of what is resolved.
            let acts = page.says(index, rubric.reading.acts)
                || (page.says_in(&with_next, rubric.reading.acts) && !page.says(index, rubric.reading.slogans));
            if !acts {
                continue;
            }
        }
        let span = page.span(&with_next);
        for topic in topics.into_iter().flatten() {
            let told = &mut told[topic as usize];
            told.act.get_or_insert(span);
            if measured {
                told.measured.get_or_insert(span);
            }
        }
    }
    told
}

/// The topics a clause names, the first two.
fn named(page: &Page<'_>, rubric: &Inner, index: usize) -> Topics {
    let mut topics = NO_TOPICS;
    for hit in page.hits_of(index) {
        // Most words speak for no topic.
        let [Some(first), second] = rubric.topics_of[usize::from(hit.word)] else { continue };
        for topic in std::iter::once(first).chain(second) {
            if topics[0].is_none() {
                topics[0] = Some(topic);
            } else if topics[0] != Some(topic) {
                topics[1] = Some(topic);
                return topics;
            }
        }
    }
    topics
}

/// At least so many distinct topics, or a share of so many.
pub(super) fn breadth<'t>(case: &Case<'t>, places: Places, least: usize, scale: Scale, points: Decimal) -> Finding<'t> {
    let mut evidence: Vec<Span> = known(case, places).iter().filter_map(|told| told.act).collect();
    let found = evidence.len();
    if found >= least {
        return Finding::of(points, points, evidence).counting(found, least);
    }
    if scale == Scale::Step || found == 0 {
        return absent(case, places, points).counting(found, least);
    }
    evidence.sort_unstable();
    let earned = points::share(points, found, least, case.rubric.places);
    let mut finding = Finding::of(earned, points, evidence).counting(found, least).searching(case.scope(places));
    if case.may_be_cut(places) {
        finding.assessable = finding.earned;
    }
    finding
}

/// A first-level indicator: a third for something done, a third for two topics, a third for a figure or document.
pub(super) fn group<'t>(case: &Case<'t>, group: usize, places: Places, points: Decimal) -> Finding<'t> {
    let told = known(case, places);
    let mut measured = None;
    let mut names = Vec::new();
    let mut evidence = Vec::new();
    for &index in &case.rubric.groups[group] {
        let Some(told) = told.get(index) else { continue };
        let Some(act) = told.act else { continue };
        names.push(Cow::Borrowed(case.rubric.topics[index].name.as_str()));
        if evidence.len() < 2 {
            evidence.push(act);
        }
        measured = measured.or(told.measured);
    }
    if names.is_empty() {
        return absent(case, places, points).counting(0_usize, 2_usize);
    }
    let thirds = 1 + usize::from(names.len() >= 2) + usize::from(measured.is_some());
    evidence.extend(measured);
    evidence.dedup();
    let searched = if thirds < 3 { case.scope(places) } else { Vec::new() };
    let earned = points::share(points, thirds, 3, case.rubric.places);
    Finding::of(earned, points, evidence).counting(names.len(), 2).naming(names).searching(searched)
}
