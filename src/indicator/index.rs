//! Where the words of the rules stand in the text, and the domains they name.

use super::clause::Clause;
use super::lexicon::{self, MATCHER};
use crate::facts::Quantity;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::glyph::Glyphs;
use crate::topic;
use crate::topic::matcher::{Hit, keep_longest, seek};

/// Working memory of this stage, kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// The words of topics and rules in the whole text, in order.
    hits: Vec<Hit>,
    /// Those that name a domain, none inside another.
    domains: Vec<Hit>,
    /// Those that speak of several years.
    of_several_years: Vec<Hit>,
    /// The clause of each figure.
    clauses: Vec<Clause>,
}

impl Scratch {
    /// Reads the clause around every figure, for this stage and the next.
    pub fn read_clauses(&mut self, source: &str, quantities: &[Quantity]) {
        self.clauses.clear();
        self.clauses.extend((0..quantities.len()).map(|index| Clause::around(source, quantities, index)));
    }

    /// The clause of each figure.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Forgets the text before.
    pub fn clear(&mut self) {
        self.hits.clear();
        self.domains.clear();
        self.of_several_years.clear();
    }
}

/// Takes up the words of topics and rules that stand in one paragraph.
pub(crate) fn find_words(glyphs: &Glyphs, topic: &mut topic::Scratch, scratch: &mut Scratch) {
    let known = scratch.hits.len();
    MATCHER.find(glyphs.items(), &mut scratch.hits);
    for &hit in &scratch.hits[known..] {
        if lexicon::is_topic_word(hit.word) {
            topic.take_up(hit);
        }
        if lexicon::domain(hit.word).is_some() {
            keep_longest(&mut scratch.domains, hit);
        }
        if lexicon::cues(&hit) & lexicon::OF_SEVERAL_YEARS != 0 {
            scratch.of_several_years.push(hit);
        }
    }
}

/// The words of the text, asked for by figures in text order: what a figure asks for stands near it.
pub(super) struct Index<'s> {
    hits: &'s [Hit],
    domains: &'s [Hit],
    of_several_years: &'s [Hit],
    /// The first hit behind the figure's start.
    at: usize,
    /// The first domain that ends behind the place last asked for.
    domain_at: usize,
    /// The section whose headings were asked last, and the domain they name.
    of_headings: Option<(u32, Option<u8>)>,
}

impl<'s> Index<'s> {
    pub fn new(scratch: &'s Scratch) -> Self {
        Self {
            hits: &scratch.hits,
            domains: &scratch.domains,
            of_several_years: &scratch.of_several_years,
            at: 0,
            domain_at: 0,
            of_headings: None,
        }
    }

    /// Goes to the figure that begins at `offset`.
    pub fn go_to(&mut self, offset: u32) {
        self.at = seek(self.hits, self.at, offset);
    }

    /// The words in `left`, which ends where the figure begins; the last one first.
    pub fn left(&self, left: Span) -> impl Iterator<Item = &'s Hit> {
        let hits = self.hits[..self.at].iter().rev();
        hits.take_while(move |hit| hit.start >= left.start).filter(move |hit| hit.end <= left.end)
    }

    /// Those that begin before the byte `end`.
    pub fn left_before(&self, left: Span, end: u32) -> impl Iterator<Item = &'s Hit> {
        self.left(left).skip_while(move |hit| hit.start >= end)
    }

    /// The words in `right`, which lies behind the figure.
    pub fn right(&self, right: Span) -> impl Iterator<Item = &'s Hit> {
        let hits = self.hits[self.at..].iter().skip_while(move |hit| hit.start < right.start);
        hits.take_while(move |hit| hit.start < right.end).filter(move |hit| hit.end <= right.end)
    }

    /// Whether a word that speaks of several years stands in `before`.
    pub fn speaks_of_several_years(&self, before: Span) -> bool {
        let first = self.of_several_years.partition_point(|hit| hit.start < before.start);
        self.of_several_years.get(first).is_some_and(|hit| hit.end <= before.end)
    }

    /// Index behind the last domain that ends at `end` or before it.
    fn domains_to(&mut self, end: u32) -> usize {
        while self.domain_at > 0 && self.domains[self.domain_at - 1].end > end {
            self.domain_at -= 1;
        }
        while self.domains.get(self.domain_at).is_some_and(|hit| hit.end <= end) {
            self.domain_at += 1;
        }
        self.domain_at
    }

    /// The domains named between `start` and `end`, as bits.
    pub fn domains_since(&mut self, start: u32, end: u32) -> u64 {
        let to = self.domains_to(end);
        let named = self.domains[..to].iter().rev().take_while(|hit| hit.start >= start);
        named.filter_map(|hit| lexicon::domain(hit.word)).fold(0, |bits, domain| bits | 1 << domain)
    }

    /// The domain last named before `end` in a section, or else by a heading above it.
    pub fn domain(&mut self, section: Option<u32>, end: u32, outline: &Outline) -> Option<u8> {
        let start = section.map_or(0, |index| outline.sections[index as usize].heading.start);
        let to = self.domains_to(end);
        let last = self.domains[..to].last().filter(|hit| hit.start >= start);
        if let Some(last) = last {
            return lexicon::domain(last.word);
        }
        let section = section?;
        if let Some((_, domain)) = self.of_headings.filter(|(asked, _)| *asked == section) {
            return domain;
        }
        let domain = self.domain_of_headings(section, outline);
        self.of_headings = Some((section, domain));
        domain
    }

    /// The domain named by the heading of a section or the nearest one above it.
    fn domain_of_headings(&self, section: u32, outline: &Outline) -> Option<u8> {
        let mut next = Some(section);
        while let Some(index) = next {
            let section = &outline.sections[index as usize];
            let to = self.domains.partition_point(|hit| hit.end <= section.title.end);
            let last = self.domains[..to].last().filter(|hit| hit.start >= section.title.start);
            if let Some(last) = last {
                return lexicon::domain(last.word);
            }
            next = section.parent;
        }
        None
    }
}
