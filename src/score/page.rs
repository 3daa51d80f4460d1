//! The report as clauses: where each stands, in which part of the report, and which of the rubric's words it says.

use std::ops::Range;

use super::engine::Parts;
use super::finder::Hit;
use super::lexicon::{Lexicon, WordSet};
use super::place::Place;
use super::rubric::{Inner, Reading};
use super::said::{self, Said};
use crate::facts::Citation;
use crate::outline::{Outline, Passage, PassageRole, Section, is_tail};
use crate::span::Span;
use crate::text::RunningText;
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
    /// The first clause of each sentence.
    pub sentences: Vec<u32>,
    /// The clauses of each stretch of one part.
    pub stretches: Vec<(Place, Range<usize>)>,
    pub lexicon: &'r Lexicon,
    /// The words, in the order in which they begin.
    pub hits: Vec<Hit>,
    /// For each set the clauses that say a word of it.
    said: Said,
}

/// How many facts of each kind begin before a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Begun {
    pub quantities: usize,
    pub citations: usize,
    pub dates: usize,
}

/// Farthest that a word which opens a plan stands from its sentence's start, in bytes.
const OPENING: u32 = 36;
/// Paragraphs at the end that may be signature, date and copies.
const TAIL: usize = 8;

impl<'r> Page<'r> {
    /// Divides the report.
    pub fn of(parts: &Parts<'_>, rubric: &'r Inner) -> Self {
        let Parts { text, outline, meanings, .. } = *parts;
        let mut page = Self::plain(text, outline, parts.citations, &rubric.lexicon);
        let tail = tail_start(text);
        // How many sections and passages begin before a clause or with it.
        let (mut sections, mut passages) = (0, 0);
        // What was told of the last clause holds up to here.
        let (mut section, mut place, mut heading_end, mut holds_until) = (None, Place::Lead, 0, 0);
        for clause in &mut page.clauses {
            let start = clause.span.start;
            if start >= holds_until {
                sections = begun_before(&outline.sections, sections, start + 1, |section| section.span);
                passages = begun_before(&outline.passages, passages, start + 1, |passage| passage.span);
                let passage = outline.passages[..passages].last().filter(|passage| passage.span.contains_offset(start));
                section = outline.innermost(sections, start);
                place = place_of(section, passage, outline, meanings);
                let own = section.map(|index| &outline.sections[index as usize]);
                // An item that is all title has its say there.
                let is_heading = |own: &&Section| own.span.end > own.heading.end + 4 && !own.title.is_empty();
                heading_end = own.filter(is_heading).map_or(0, |own| own.heading.end);
                let next = [outline.sections.get(sections).map(|next| next.span.start), own.map(|own| own.span.end)];
                let passed =
                    [outline.passages.get(passages).map(|next| next.span.start), passage.map(|own| own.span.end)];
                holds_until = next.into_iter().chain(passed).flatten().min().unwrap_or(u32::MAX);
            }
            clause.section = section;
            clause.place = if start >= tail { Place::Other } else { place };
            clause.heading = start < heading_end;
        }
        page.turn_to_plans(outline, &rubric.reading);
        page.adopt_lead();
        for (index, clause) in page.clauses.iter().enumerate() {
            match page.stretches.last_mut() {
                Some((place, clauses)) if *place == clause.place => clauses.end = index + 1,
                _ => page.stretches.push((clause.place, index..index + 1)),
            }
        }
        page
    }

    /// The clauses with their words, not told their parts of the report.
    pub fn plain(text: RunningText<'_>, outline: &Outline, citations: &[Citation], lexicon: &'r Lexicon) -> Self {
        let (clauses, sentences, stretches, hits) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut page = Self { clauses, sentences, stretches, lexicon, hits, said: Said::default() };
        page.read(text, outline);
        page.tell_sets(citations);
        page
    }

    /// Tells each clause its words, and each set of words the clauses that say one.
    fn tell_sets(&mut self, citations: &[Citation]) {
        let mut said = Said::new(self.lexicon.sets, self.clauses.len());
        let mut titles = citations.iter().map(|citation| citation.span);
        // The last title that begins before a word, and the next.
        let (mut title, mut next) = (Span::default(), titles.next());
        let mut at = 0;
        for (index, clause) in self.clauses.iter_mut().enumerate() {
            clause.hits.0 = at as u32;
            let end = clause.span.end;
            let teller = said::Clause::of(index);
            while let Some(hit) = self.hits.get(at)
                && hit.start < end
            {
                at += 1;
                let sets = self.lexicon.sets_of(hit.word);
                if sets.is_empty() {
                    continue;
                }
                while let Some(begun) = next
                    && begun.start <= hit.start
                {
                    (title, next) = (begun, titles.next());
                }
                let in_title = hit.start < title.end;
                for &set in sets {
                    said.tell(set, teller, in_title);
                }
            }
            clause.hits.1 = at as u32;
        }
        self.said = said;
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
        let opens = |hit: &Hit| self.lexicon.is_in(hit.word, reading.plan_openings);
        opening.flat_map(|at| self.hits_of(at)).filter(near).any(opens) && !self.says(index, reading.asides)
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
    pub fn says(&self, index: usize, words: WordSet) -> bool {
        self.says_in(&(index..index + 1), words)
    }

    /// Whether one of the clauses says a word of the set.
    pub fn says_in(&self, range: &Range<usize>, words: WordSet) -> bool {
        self.said.first(words, range).is_some()
    }

    /// Whether one of the clauses says a word of the set itself, not in the title of a document.
    pub fn says_itself(&self, range: &Range<usize>, words: WordSet) -> bool {
        self.said.first_itself(words, range).is_some()
    }

    /// The first of the clauses that says a word of the set.
    pub fn first_saying(&self, range: &Range<usize>, words: WordSet) -> Option<usize> {
        self.said.first(words, range)
    }

    /// How many facts begin before each clause, then how many there are.
    pub fn begun(&self, parts: &Parts<'_>) -> Vec<Begun> {
        let Parts { quantities, citations, dates, .. } = *parts;
        let mut begun = Vec::with_capacity(self.clauses.len() + 1);
        let mut before = Begun::default();
        for Clause { span: Span { start, .. }, .. } in &self.clauses {
            before.quantities = begun_before(quantities, before.quantities, *start, |fact| fact.span);
            before.citations = begun_before(citations, before.citations, *start, |fact| fact.span);
            before.dates = begun_before(dates, before.dates, *start, |fact| fact.span);
            begun.push(before);
        }
        begun.push(Begun { quantities: quantities.len(), citations: citations.len(), dates: dates.len() });
        begun
    }

    /// From the first clause's start to the last one's end.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (self.clauses.get(range.start), range.end.checked_sub(1).and_then(|last| self.clauses.get(last))) {
            (Some(first), Some(last)) if !range.is_empty() => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The first clause from `from` on that itself says a word of the set; of no set, the first clause.
    pub fn next_saying(&self, from: usize, words: Option<WordSet>) -> Option<usize> {
        let rest = from..self.clauses.len();
        match words {
            Some(words) => self.said.first_itself(words, &rest),
            None => (!rest.is_empty()).then_some(from),
        }
    }

    /// The clauses of a sentence, by its number.
    fn sentence(&self, number: usize) -> Range<usize> {
        let start = |number: usize| self.sentences.get(number).map_or(self.clauses.len(), |start| *start as usize);
        start(number)..start(number + 1)
    }

    /// The clauses of the sentence that a clause stands in.
    pub fn sentence_at(&self, index: usize) -> Range<usize> {
        self.sentence(self.clauses[index].sentence as usize)
    }

    /// The clauses of each sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        (0..self.sentences.len()).map(|number| self.sentence(number))
    }

    /// The first clauses of the sentences that begin in a part.
    pub fn sentences_in(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        let first = self.sentences.iter().map(|start| *start as usize);
        first.filter(move |start| self.clauses[*start].place == place)
    }

    /// The clauses that begin inside `span`.
    pub fn clauses_in(&self, span: Span) -> Range<usize> {
        let at = |offset: u32| self.clauses.partition_point(|clause| clause.span.start < offset);
        at(span.start)..at(span.end)
    }

    /// Each stretch of clauses of one part.
    pub fn runs(&self, place: Place) -> Vec<Range<usize>> {
        self.stretches.iter().filter(|(own, _)| *own == place).map(|(_, clauses)| clauses.clone()).collect()
    }
}

/// Where signature, date and copies begin.
fn tail_start(text: RunningText<'_>) -> u32 {
    let last = text.paragraphs.iter().rev().take(TAIL);
    last.take_while(|paragraph| is_tail(text.slice(paragraph.span)))
        .last()
        .map_or(u32::MAX, |paragraph| paragraph.span.start)
}

/// How many of `rows` begin before `offset`, of which the first `known` do.
#[inline(always)]
fn begun_before<T>(rows: &[T], known: usize, offset: u32, span: impl Fn(&T) -> Span) -> usize {
    let mut count = known;
    while let Some(row) = rows.get(count)
        && span(row).start < offset
    {
        count += 1;
    }
    count
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
