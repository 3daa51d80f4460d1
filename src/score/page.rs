//! The report as clauses: where each stands, in which part of the report, and which of the rubric's words it says.

use std::ops::Range;

use super::engine::Parts;
use super::lexicon::{Lexicon, WordSet};
use super::place::Place;
use super::rubric::{Inner, Reading};
use crate::facts::{Citation, Quantity};
use crate::outline::{Outline, Passage, PassageRole, is_tail};
use crate::span::Span;
use crate::text::RunningText;
use crate::topic::matcher::Hit;
use crate::topic::{Meaning, Role};

/// A clause: up to a comma, semicolon, colon or full stop, or the end of a heading or paragraph.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub span: Span,
    /// Number of its sentence.
    pub sentence: u32,
    /// What ends it.
    pub end: Mark,
    /// The part of the report it belongs to.
    pub place: Place,
    /// Whether it is a heading with text of its own behind it.
    pub heading: bool,
    /// Whether a paragraph begins with it.
    pub opens: bool,
    /// Innermost section around it.
    pub section: Option<u32>,
    /// Chinese characters in it.
    pub han: u32,
    /// Its words, by their indices.
    pub hits: (u32, u32),
}

/// What ends a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Comma,
    Colon,
    Semicolon,
    Stop,
    /// The end of a heading or paragraph, or the marker of an item.
    None,
}

/// All clauses of a report.
#[derive(Debug)]
pub(super) struct Page<'r> {
    pub clauses: Vec<Clause>,
    pub lexicon: &'r Lexicon,
    /// The words, in the order in which they begin.
    pub hits: Vec<Hit>,
    /// For each clause a row of bits: the sets of which it says a word.
    pub said: Vec<u64>,
    /// The same without the words in titles of documents, which speak of other things.
    own: Vec<u64>,
    /// How many sentences were begun.
    pub sentences: u32,
}

/// Farthest that a word which opens a plan stands from its sentence's start, in bytes.
const OPENING: u32 = 36;
/// Paragraphs at the end that may be signature, date and copies.
const TAIL: usize = 8;

impl<'r> Page<'r> {
    /// Divides the report.
    pub fn of(parts: &Parts<'_>, rubric: &'r Inner) -> Self {
        let Parts { text, outline, meanings, .. } = *parts;
        let mut page = Self::plain(text, outline, &rubric.lexicon);
        page.leave_out_titles(parts.citations);
        let tail = tail_start(text);
        // How many sections and passages begin before a clause or with it.
        let (mut sections, mut passages) = (0, 0);
        for clause in &mut page.clauses {
            let start = clause.span.start;
            while outline.sections.get(sections).is_some_and(|section| section.span.start <= start) {
                sections += 1;
            }
            while outline.passages.get(passages).is_some_and(|passage| passage.span.start <= start) {
                passages += 1;
            }
            let passage = outline.passages[..passages].last().filter(|passage| passage.span.contains_offset(start));
            clause.section = outline.innermost(sections, start);
            clause.place = place_of(clause.section, passage, outline, meanings);
            if clause.span.start >= tail {
                clause.place = Place::Other;
            }
            let section = clause.section.map(|index| &outline.sections[index as usize]);
            // An item that is all title has its say there.
            clause.heading = section.is_some_and(|s| {
                clause.span.start < s.heading.end && s.span.end > s.heading.end + 4 && !s.title.is_empty()
            });
        }
        page.turn_to_plans(outline, &rubric.reading);
        page.adopt_lead();
        page
    }

    /// The clauses with their words, not told their parts of the report.
    pub fn plain(text: RunningText<'_>, outline: &Outline, lexicon: &'r Lexicon) -> Self {
        let (clauses, hits) = (Vec::new(), Vec::new());
        let mut page = Self { clauses, lexicon, hits, said: Vec::new(), own: Vec::new(), sentences: 0 };
        page.read(text, outline);
        page
    }

    /// Tells the words of each clause that stand outside titles.
    fn leave_out_titles(&mut self, citations: &[Citation]) {
        self.own.clone_from(&self.said);
        // The last title that begins before a place, or the first of all.
        let mut next = 0;
        let begins = |title: usize, by: u32| citations.get(title).is_some_and(|title| title.span.start <= by);
        for (index, clause) in self.clauses.iter().enumerate() {
            while begins(next + 1, clause.span.start) {
                next += 1;
            }
            let reaches = |title: &Citation| title.span.start < clause.span.end && clause.span.start < title.span.end;
            if !citations.get(next).is_some_and(reaches) && !begins(next + 1, clause.span.end - 1) {
                continue;
            }
            let row = row_mut(&mut self.own, index, self.lexicon.width);
            row.fill(0);
            for hit in &self.hits[clause.hits.0 as usize..clause.hits.1 as usize] {
                while begins(next + 1, hit.start) {
                    next += 1;
                }
                if !citations[next].span.contains_offset(hit.start) {
                    unite(row, self.lexicon.sets_of(hit.word));
                }
            }
        }
    }

    /// Shortcomings turn to plans where a sentence says so (下一步，我们将…): for the rest of the part when a paragraph
    /// begins with it, or else up to the next item.
    fn turn_to_plans(&mut self, outline: &Outline, reading: &Reading) {
        let mut turned: Option<(bool, Option<u32>)> = None;
        let mut sentence = None;
        let mut was_problems = false;
        for index in 0..self.clauses.len() {
            let clause = &self.clauses[index];
            let problems = clause.place == Place::Problems;
            if !problems || !was_problems {
                turned = None;
            }
            was_problems = problems;
            if !problems {
                continue;
            }
            let begins = sentence != Some(clause.sentence);
            sentence = Some(clause.sentence);
            if turned.is_some_and(|(whole, section)| !whole && section != clause.section) {
                turned = None;
            }
            if begins && turned.is_none() && !clause.heading && self.opens_plan(index, reading) {
                let inside_item = clause.section.is_some_and(|at| outline.sections[at as usize].level > 1);
                turned = Some((clause.opens || !inside_item, clause.section));
            }
            if turned.is_some() {
                self.clauses[index].place = Place::Plan;
            }
        }
    }

    /// Whether the sentence that begins with the clause says at its start that a plan follows: 下一步，… or 2025年，我们将…
    fn opens_plan(&self, index: usize, reading: &Reading) -> bool {
        let first = &self.clauses[index];
        let opening = (index..self.clauses.len()).take(2).filter(|&at| self.clauses[at].sentence == first.sentence);
        let near = |hit: &&Hit| hit.start <= first.span.start + OPENING;
        let opens = |hit: &Hit| reading.plan_openings.is_in(self.lexicon.sets_of(hit.word));
        opening.flat_map(|at| self.hits_of(at)).filter(near).any(opens) && !self.says(index, &reading.asides)
    }

    /// In a report without headings the text before them is the report.
    fn adopt_lead(&mut self) {
        if !self.clauses.iter().any(|clause| matches!(clause.place, Place::Measures | Place::Duties)) {
            for clause in self.clauses.iter_mut().filter(|clause| clause.place == Place::Lead) {
                clause.place = Place::Measures;
            }
        }
    }

    /// The words of a clause, in the order in which they begin.
    pub fn hits_of(&self, index: usize) -> &[Hit] {
        let (from, to) = self.clauses[index].hits;
        &self.hits[from as usize..to as usize]
    }

    /// The words of clauses, in the order in which they begin.
    pub fn hits_in(&self, range: &Range<usize>) -> &[Hit] {
        // Every word stands in a clause.
        let clauses = self.clauses.get(range.clone()).unwrap_or_default();
        let (from, to) =
            (clauses.first().map_or(0, |first| first.hits.0), clauses.last().map_or(0, |last| last.hits.1));
        &self.hits[from as usize..to as usize]
    }

    /// Whether a clause says a word of the set.
    pub fn says(&self, index: usize, words: &WordSet) -> bool {
        words.is_in(row(&self.said, index, self.lexicon.width))
    }

    /// Whether one of the clauses says a word of the set.
    pub fn says_in(&self, range: &Range<usize>, words: &WordSet) -> bool {
        range.clone().any(|index| self.says(index, words))
    }

    /// Whether one of the clauses says a word of the set itself, not in the title of a document.
    pub fn says_itself(&self, range: &Range<usize>, words: &WordSet) -> bool {
        range.clone().any(|index| words.is_in(row(&self.own, index, self.lexicon.width)))
    }

    /// Whether a figure or a title begins in each clause.
    pub fn figures(&self, quantities: &[Quantity], citations: &[Citation]) -> Vec<bool> {
        let mut quantities = quantities.iter().map(|quantity| quantity.span.start).peekable();
        let mut citations = citations.iter().map(|citation| citation.span.start).peekable();
        let clauses = self.clauses.iter();
        clauses
            .map(|clause| {
                while quantities.next_if(|start| *start < clause.span.start).is_some() {}
                while citations.next_if(|start| *start < clause.span.start).is_some() {}
                [quantities.peek(), citations.peek()].into_iter().flatten().any(|start| *start < clause.span.end)
            })
            .collect()
    }

    /// From the first clause's start to the last one's end.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (self.clauses.get(range.start), range.end.checked_sub(1).and_then(|last| self.clauses.get(last))) {
            (Some(first), Some(last)) if !range.is_empty() => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The first clause from `from` on that itself says a word of the set; of no set, the first clause.
    pub fn next_saying(&self, from: usize, words: Option<&WordSet>) -> Option<usize> {
        match words {
            Some(words) => (from..self.clauses.len()).find(|&index| self.says_itself(&(index..index + 1), words)),
            None => (from < self.clauses.len()).then_some(from),
        }
    }

    /// The clauses of the sentence that a clause stands in.
    pub fn sentence_at(&self, index: usize) -> Range<usize> {
        let number = self.clauses[index].sentence;
        let own = |clause: &&Clause| clause.sentence == number;
        let start = index - self.clauses[..index].iter().rev().take_while(own).count();
        start..index + self.clauses[index..].iter().take_while(own).count()
    }

    /// The clauses of each sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            let sentence = self.sentence_at(self.next_saying(from, None)?);
            from = sentence.end;
            Some(sentence)
        })
    }

    /// The clauses that begin inside `span`.
    pub fn clauses_in(&self, span: Span) -> Range<usize> {
        let at = |offset: u32| self.clauses.partition_point(|clause| clause.span.start < offset);
        at(span.start)..at(span.end)
    }

    /// Each stretch of clauses of one part.
    pub fn runs(&self, place: Place) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (index, _) in self.clauses.iter().enumerate().filter(|(_, clause)| clause.place == place) {
            match runs.last_mut() {
                Some(run) if run.end == index => run.end += 1,
                _ => runs.push(index..index + 1),
            }
        }
        runs
    }

    /// Chinese characters of the clauses that `wanted` takes.
    pub fn han(&self, wanted: impl Fn(&Clause) -> bool) -> u64 {
        self.clauses.iter().filter(|clause| wanted(clause)).map(|clause| u64::from(clause.han)).sum()
    }
}

/// The bits of a clause among those of all.
#[inline]
fn row(bits: &[u64], index: usize, width: usize) -> &[u64] {
    bits.get(index * width..(index + 1) * width).unwrap_or_default()
}

fn row_mut(bits: &mut [u64], index: usize, width: usize) -> &mut [u64] {
    bits.get_mut(index * width..(index + 1) * width).unwrap_or_default()
}

/// Adds the bits of `other` to those of `row`.
pub(super) fn unite(row: &mut [u64], other: &[u64]) {
    row.iter_mut().zip(other).for_each(|(bits, others)| *bits |= others);
}

/// Where signature, date and copies begin.
fn tail_start(text: RunningText<'_>) -> u32 {
    let last = text.paragraphs.iter().rev().take(TAIL);
    last.take_while(|paragraph| is_tail(text.slice(paragraph.span)))
        .last()
        .map_or(u32::MAX, |paragraph| paragraph.span.start)
}

/// The part of the report that the innermost section and the passage around a place make it.
fn place_of(section: Option<u32>, passage: Option<&Passage>, outline: &Outline, meanings: &[Meaning]) -> Place {
    match (section, passage) {
        (Some(index), Some(passage)) if outline.sections[index as usize].span.start < passage.span.start => {
            of_passage(passage.role)
        }
        (Some(index), _) => meanings.get(index as usize).map_or(Place::Measures, |meaning| Place::of(meaning.role)),
        (None, Some(passage)) => of_passage(passage.role),
        (None, None) => Place::Lead,
    }
}

fn of_passage(role: PassageRole) -> Place {
    Place::of(match role {
        PassageRole::Problems => Role::Problems,
        PassageRole::Plan => Role::Plan,
        PassageRole::ProblemsAndPlan => Role::ProblemsAndPlan,
    })
}
