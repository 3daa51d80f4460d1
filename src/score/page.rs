//! The report as clauses: where each stands, in which part of the report, and which of the rubric's words it says.

use std::ops::Range;

use super::lexicon::{Lexicon, WordSet};
use super::place::Place;
use super::rubric::Reading;
use crate::facts::{Citation, Quantity};
use crate::outline::{Outline, PassageRole, is_tail};
use crate::span::Span;
use crate::text::RunningText;
use crate::text::blank::is_han;
use crate::text::glyph::{Glyph, Glyphs};
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
    hits: (u32, u32),
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
#[derive(Debug, Default)]
pub(super) struct Page {
    pub clauses: Vec<Clause>,
    hits: Vec<Hit>,
    sentences: u32,
}

/// Farthest that a word which opens a plan stands from its sentence's start, in bytes.
const OPENING: u32 = 36;
/// Longest title in 《》, in characters: an open 《 must not swallow the text.
const LONGEST_TITLE: usize = 80;
/// Paragraphs at the end that may be signature, date and copies.
const TAIL: usize = 8;

impl Page {
    /// Divides the report.
    pub fn of(
        text: RunningText<'_>,
        outline: &Outline,
        meanings: &[Meaning],
        lexicon: &Lexicon,
        reading: &Reading,
    ) -> Self {
        let mut page = Self::default();
        let mut glyphs = Glyphs::default();
        let mut next = 0;
        for paragraph in text.paragraphs {
            glyphs.fill(text.source, paragraph.span, text.gaps_of(paragraph));
            let hits = page.hits.len() as u32;
            lexicon.find(glyphs.items(), &mut page.hits);
            page.split(glyphs.items(), outline, &mut next, hits);
        }
        let tail = tail_start(text);
        for clause in &mut page.clauses {
            (clause.section, clause.place) = place_of(clause.span.start, outline, meanings);
            if clause.span.start >= tail {
                clause.place = Place::Other;
            }
            let section = clause.section.map(|index| &outline.sections[index as usize]);
            // An item that is all title has its say there.
            clause.heading = section.is_some_and(|s| {
                clause.span.start < s.heading.end && s.span.end > s.heading.end + 4 && !s.title.is_empty()
            });
        }
        page.turn_to_plans(outline, reading);
        page.adopt_lead();
        page
    }

    /// A text without headings, such as last year's report for comparison.
    pub fn plain(text: RunningText<'_>, lexicon: &Lexicon) -> Self {
        let mut page = Self::default();
        let mut glyphs = Glyphs::default();
        let outline = Outline::default();
        for paragraph in text.paragraphs {
            glyphs.fill(text.source, paragraph.span, text.gaps_of(paragraph));
            let hits = page.hits.len() as u32;
            lexicon.find(glyphs.items(), &mut page.hits);
            page.split(glyphs.items(), &outline, &mut 0, hits);
        }
        page
    }

    /// Splits one paragraph; `next` is the next section whose marker comes, `hit` the paragraph's first hit.
    fn split(&mut self, glyphs: &[Glyph], outline: &Outline, next: &mut usize, mut hit: u32) {
        let (mut start, mut index) = (0, 0);
        let mut title: Option<usize> = None;
        let mut heading_end = None;
        let mut opens = true;
        self.sentences += 1;
        let mut close = |page: &mut Self, from: usize, to: usize, end: Mark, hit: &mut u32| {
            if from < to {
                page.push(&glyphs[from..to], end, opens, hit);
                opens = false;
            }
            if matches!(end, Mark::Stop | Mark::None) {
                page.sentences += 1;
            }
        };
        // Where the next marker or the end of a heading is.
        let mut edge = edge_of(outline, *next, heading_end);
        while index < glyphs.len() {
            let glyph = glyphs[index];
            if is_han(glyph.ch) && glyph.at < edge && title.is_none() {
                index += 1;
                continue;
            }
            if outline.sections.get(*next).is_some_and(|section| section.marker.start <= glyph.at) {
                close(self, start, index, Mark::None, &mut hit);
                (start, title) = (index, None);
                let section = &outline.sections[*next];
                heading_end = (!section.title.is_empty()).then_some(section.heading.end);
                *next += 1;
            }
            let mark = title.is_none().then(|| mark_at(glyphs, index)).flatten();
            if heading_end.is_some_and(|end| glyph.at >= end) {
                heading_end = None;
                if mark.is_none() {
                    close(self, start, index, Mark::None, &mut hit);
                    start = index;
                }
            }
            edge = edge_of(outline, *next, heading_end);
            match glyph.ch {
                '《' => title = title.or(Some(index)),
                '》' => title = None,
                _ if title.is_some_and(|from| index - from > LONGEST_TITLE) => title = None,
                _ => {}
            }
            index += 1;
            let Some(mark) = mark else {
                continue;
            };
            while mark == Mark::Stop
                && index < glyphs.len()
                && matches!(glyphs[index].ch, '”' | '’' | ')' | '】' | '」' | '。' | '！' | '!')
            {
                index += 1;
            }
            close(self, start, index, mark, &mut hit);
            start = index;
        }
        close(self, start, glyphs.len(), Mark::None, &mut hit);
    }

    fn push(&mut self, glyphs: &[Glyph], end: Mark, opens: bool, hit: &mut u32) {
        let (first, last) = (glyphs[0], glyphs[glyphs.len() - 1]);
        let span = Span::new(first.at, last.at + u32::from(last.len));
        let ended = |at: u32| self.hits.get(at as usize).is_none_or(|found| found.start >= span.end);
        let from = *hit;
        while !ended(*hit) {
            *hit += 1;
        }
        self.clauses.push(Clause {
            span,
            sentence: self.sentences,
            end,
            place: Place::Lead,
            heading: false,
            opens,
            section: None,
            han: glyphs.iter().filter(|glyph| is_han(glyph.ch)).count() as u32,
            hits: (from, *hit),
        });
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
        let mut hits = opening.flat_map(|at| self.hits_of(at)).filter(near);
        hits.any(|hit| reading.plan_openings.contains(hit.word)) && !self.says(index, &reading.asides)
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
        self.hits_of(index).iter().any(|hit| words.contains(hit.word))
    }

    /// Whether one of the clauses says a word of the set.
    pub fn says_in(&self, range: &Range<usize>, words: &WordSet) -> bool {
        self.hits_in(range).iter().any(|hit| words.contains(hit.word))
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

    /// The clauses of each sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            let number = self.clauses.get(from)?.sentence;
            let start = from;
            while self.clauses.get(from).is_some_and(|clause| clause.sentence == number) {
                from += 1;
            }
            Some(start..from)
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

/// The offset of the next section's marker, or of the end of the heading before it.
fn edge_of(outline: &Outline, next: usize, heading_end: Option<u32>) -> u32 {
    let marker = outline.sections.get(next).map_or(u32::MAX, |section| section.marker.start);
    heading_end.map_or(marker, |end| end.min(marker))
}

/// The mark at `index` that ends a clause: not the comma or colon inside a number.
fn mark_at(glyphs: &[Glyph], index: usize) -> Option<Mark> {
    let digit = |at: Option<usize>| at.and_then(|at| glyphs.get(at)).is_some_and(|glyph| glyph.ch.is_ascii_digit());
    let in_number = || digit(index.checked_sub(1)) && digit(Some(index + 1));
    match glyphs[index].ch {
        '，' => Some(Mark::Comma),
        ',' if !in_number() => Some(Mark::Comma),
        '：' => Some(Mark::Colon),
        ':' if !in_number() => Some(Mark::Colon),
        '；' | ';' => Some(Mark::Semicolon),
        '。' | '！' | '!' | '？' | '?' => Some(Mark::Stop),
        _ => None,
    }
}

/// Where signature, date and copies begin.
fn tail_start(text: RunningText<'_>) -> u32 {
    let last = text.paragraphs.iter().rev().take(TAIL);
    last.take_while(|paragraph| is_tail(text.slice(paragraph.span)))
        .last()
        .map_or(u32::MAX, |paragraph| paragraph.span.start)
}

/// The innermost section and the part of the report at the byte `offset`.
fn place_of(offset: u32, outline: &Outline, meanings: &[Meaning]) -> (Option<u32>, Place) {
    let section = outline.section_at(offset);
    let passages = outline.passages.partition_point(|passage| passage.span.start <= offset);
    let passage = outline.passages[..passages].last().filter(|passage| passage.span.contains_offset(offset));
    let place = match (section, passage) {
        (Some(index), Some(passage)) if outline.sections[index as usize].span.start < passage.span.start => {
            of_passage(passage.role)
        }
        (Some(index), _) => meanings.get(index as usize).map_or(Place::Measures, |meaning| Place::of(meaning.role)),
        (None, Some(passage)) => of_passage(passage.role),
        (None, None) => Place::Lead,
    };
    (section, place)
}

fn of_passage(role: PassageRole) -> Place {
    Place::of(match role {
        PassageRole::Problems => Role::Problems,
        PassageRole::Plan => Role::Plan,
        PassageRole::ProblemsAndPlan => Role::ProblemsAndPlan,
    })
}
