//! Second-level topics on which the report tells of something done.

use super::absent;
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::page::Page;
use crate::score::place::Places;
use crate::score::points;
use crate::score::rubric::{Inner, Scale};
use crate::span::Span;

/// What the report tells on one topic.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// The first clause that tells of something done.
    act: Option<Span>,
    /// The first one with a figure or a document.
    measured: Option<Span>,
}

/// A clause serves at most so many topics.
const TOPICS_OF_A_CLAUSE: usize = 2;

/// What is told on every topic, by its index in the rubric.
///
/// A clause counts that names a topic, is no heading, and itself or with the one behind it in its sentence tells of
/// something done: an act, a figure, a document. What is merely resolved (坚持, 确保) is no act.
fn told(case: &Case<'_>, places: Places) -> Vec<Told> {
    let (page, rubric) = (case.page, case.rubric);
    let mut told = vec![Told::default(); rubric.topics.len()];
    for index in 0..page.clauses.len() {
        let clause = &page.clauses[index];
        if clause.heading || !places.contains(clause.place) {
            continue;
        }
        let topics = named(page, rubric, index);
        if topics.is_empty() {
            continue;
        }
        let next = page.clauses.get(index + 1).filter(|next| next.sentence == clause.sentence && !next.heading);
        let with_next = index..index + 1 + usize::from(next.is_some());
        let span = page.span(&with_next);
        let figure = |span| !case.quantities_in(span).is_empty() || !case.citations_in(span).is_empty();
        let measured = figure(clause.span) || (figure(span) && named(page, rubric, index + 1).is_empty());
        let acts = with_next.clone().any(|at| page.says(at, &rubric.reading.acts));
        let resolved = page.says(index, &rubric.reading.slogans) && !page.says(index, &rubric.reading.acts);
        if !measured && (!acts || resolved) {
            continue;
        }
        for topic in topics {
            told[topic].act.get_or_insert(span);
            if measured {
                told[topic].measured.get_or_insert(span);
            }
        }
    }
    told
}

/// The topics a clause names, the first two.
fn named(page: &Page, rubric: &Inner, index: usize) -> Vec<usize> {
    let mut topics = Vec::new();
    if index >= page.clauses.len() {
        return topics;
    }
    for hit in page.hits_of(index) {
        for &number in rubric.topics_of.get(usize::from(hit.word)).into_iter().flatten() {
            if topics.len() < TOPICS_OF_A_CLAUSE && !topics.contains(&number) {
                topics.push(number);
            }
        }
    }
    topics
}

/// At least so many distinct topics, or a share of so many.
pub(super) fn breadth(case: &Case<'_>, places: Places, least: usize, scale: Scale, points: Decimal) -> Finding {
    let mut evidence: Vec<Span> = told(case, places).iter().filter_map(|told| told.act).collect();
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
pub(super) fn group(case: &Case<'_>, group: usize, places: Places, points: Decimal) -> Finding {
    let told = told(case, places);
    let own =
        || told.iter().zip(&case.rubric.topics).filter(|(told, topic)| topic.group == group && told.act.is_some());
    let names: Vec<String> = own().map(|(_, topic)| topic.name.clone()).collect();
    let measured = own().find_map(|(told, _)| told.measured);
    if names.is_empty() {
        return absent(case, places, points).counting(0, 2);
    }
    let thirds = 1 + usize::from(names.len() >= 2) + usize::from(measured.is_some());
    let mut evidence: Vec<Span> = own().filter_map(|(told, _)| told.act).take(2).chain(measured).collect();
    evidence.dedup();
    let searched = if thirds < 3 { case.scope(places) } else { Vec::new() };
    let earned = points::share(points, thirds, 3, case.rubric.places);
    Finding::of(earned, points, evidence).counting(names.len(), 2).naming(names).searching(searched)
}
