//! The items of a part: shortcomings one by one, their causes, the plan's tasks.

use std::ops::Range;

use super::page::{Clause, Mark, Page};
use super::place::Place;
use super::rubric::Inner;
use crate::outline::{HeadingRole, Outline, heading_role};
use crate::span::Span;
use crate::text::RunningText;
use crate::topic::{Meaning, Topic};

/// A part of the report with its items.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Its heading or first sentence.
    pub head: Option<Span>,
    /// Its clauses.
    pub runs: Vec<Range<usize>>,
    pub items: Vec<Item>,
    /// Items that tell causes, where they have a heading of their own.
    pub causes: Vec<Item>,
}

/// One shortcoming, cause or task.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub clauses: Range<usize>,
    pub span: Span,
    /// The fields it touches, as bits in the order of [`Topic::ALL`].
    pub fields: u16,
}

/// What is needed to find items.
#[derive(Clone, Copy)]
pub(super) struct Finder<'t> {
    pub text: RunningText<'t>,
    pub outline: &'t Outline,
    pub meanings: &'t [Meaning],
    pub page: &'t Page<'t>,
    pub rubric: &'t Inner,
}

/// A heading that holds items instead of being one is no longer than this, in characters.
const CONTAINER: usize = 22;
/// Fewest Chinese characters of a piece of text that is an item.
const SHORTEST: usize = 6;
/// Deepest nesting of headings that is followed.
const DEPTH: usize = 16;

/// What a candidate turns out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Item,
    Container,
    Causes,
}

impl Finder<'_> {
    /// The part `place` of the report.
    pub fn block(self, place: Place) -> Block {
        let mut block = Block { runs: self.page.runs(place), ..Block::default() };
        for run in block.runs.clone() {
            if block.head.is_none() {
                block.head = Some(self.head(&run));
            }
            self.items(&run, &mut block);
        }
        block
    }

    /// The heading a run begins with, or its first sentence.
    fn head(self, run: &Range<usize>) -> Span {
        let first = &self.page.clauses[run.start];
        let section = first.section.map(|index| &self.outline.sections[index as usize]);
        match section.filter(|section| section.heading.contains_offset(first.span.start) && !section.title.is_empty()) {
            Some(section) => section.heading,
            None => {
                let end = self.page.sentence_at(run.start).end.min(run.end);
                self.page.span(&(run.start..end))
            }
        }
    }

    fn items(self, run: &Range<usize>, block: &mut Block) {
        let span = self.page.span(run);
        let sections = &self.outline.sections;
        let from = sections.partition_point(|section| section.span.start < span.start);
        let to = sections.partition_point(|section| section.span.start < span.end);
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); to - from];
        let mut tops = Vec::new();
        for (index, section) in sections.iter().enumerate().take(to).skip(from) {
            match section.parent.map(|parent| parent as usize).filter(|&parent| parent >= from) {
                Some(parent) => children[parent - from].push(index),
                None => tops.push(index),
            }
        }
        // The part's own heading stands around its items.
        for _ in 0..DEPTH {
            match tops.as_slice() {
                [only] if !children[only - from].is_empty() && self.kind(*only) != Kind::Causes => {
                    tops.clone_from(&children[only - from])
                }
                _ => break,
            }
        }
        match tops.as_slice() {
            [] if !self.page.clauses[run.start].opens => block.items.extend(self.item(run.clone(), None)),
            [] => self.pieces(run.clone(), &mut block.items),
            [only] if self.kind(*only) == Kind::Container => self.pieces(self.own(*only, run), &mut block.items),
            _ => {
                for &top in &tops {
                    let inside = &children[top - from];
                    match (self.kind(top), inside.is_empty()) {
                        (Kind::Item, _) => block.items.extend(self.item(self.own(top, run), Some(top))),
                        (Kind::Container, true) => self.pieces(self.own(top, run), &mut block.items),
                        (Kind::Causes, true) => self.pieces(self.own(top, run), &mut block.causes),
                        (Kind::Container, false) => {
                            block.items.extend(inside.iter().filter_map(|&at| self.item(self.own(at, run), Some(at))))
                        }
                        (Kind::Causes, false) => {
                            block.causes.extend(inside.iter().filter_map(|&at| self.item(self.own(at, run), Some(at))))
                        }
                    }
                }
            }
        }
    }

    fn kind(self, section: usize) -> Kind {
        let section = &self.outline.sections[section];
        let text = self.text.slice(section.title);
        let clauses = self.page.clauses_in(section.heading);
        let says = |words| self.page.says_in(&clauses, words);
        let reading = &self.rubric.reading;
        if says(reading.cause_headings) && !says(reading.problem_and_cause_headings) {
            return Kind::Causes;
        }
        if text.chars().count() > CONTAINER {
            return Kind::Item;
        }
        // 执法力量不足 is a shortcoming, 存在的主要问题 a place for some.
        let general = match heading_role(text) {
            HeadingRole::Problems => says(reading.problem_intros),
            HeadingRole::Plan | HeadingRole::ProblemsAndPlan => true,
            HeadingRole::Other => false,
        };
        if general { Kind::Container } else { Kind::Item }
    }

    /// The clauses of a section inside a run.
    fn own(self, section: usize, run: &Range<usize>) -> Range<usize> {
        let clauses = self.page.clauses_in(self.outline.sections[section].span);
        clauses.start.max(run.start)..clauses.end.min(run.end)
    }

    fn item(self, clauses: Range<usize>, section: Option<usize>) -> Option<Item> {
        if clauses.is_empty() {
            return None;
        }
        let told = section.and_then(|index| self.meanings.get(index)).and_then(|meaning| meaning.topic);
        let mut fields = told.map_or(0, bit);
        for hit in self.page.hits_in(&clauses) {
            fields |= self.rubric.fields_of.get(usize::from(hit.word)).copied().unwrap_or(0);
        }
        Some(Item { span: self.page.span(&clauses), clauses, fields })
    }

    /// Items of running text: its paragraphs, or what stands between semicolons and full stops, without what introduces
    /// them or closes.
    fn pieces(self, clauses: Range<usize>, items: &mut Vec<Item>) {
        let mut sentences = self.cut(clauses.clone(), |clause| clause.end != Mark::Comma);
        let introduces = |piece: &Range<usize>| {
            self.ends_with(piece, Mark::Colon) || self.page.says_in(piece, self.rubric.reading.problem_intros)
        };
        if sentences.len() > 1 && introduces(&sentences[0]) {
            sentences.remove(0);
        }
        let Some(first) = sentences.first().map(|piece| piece.start) else {
            return;
        };
        let opens = |index: usize| self.page.clauses.get(index).is_none_or(|clause| clause.opens);
        let mut paragraphs: Vec<Range<usize>> = Vec::new();
        for index in first..clauses.end {
            match paragraphs.last_mut() {
                Some(paragraph) if !opens(index) => paragraph.end = index + 1,
                _ => paragraphs.push(index..index + 1),
            }
        }
        let starts = |from: usize| sentences.partition_point(|piece| piece.start < from);
        paragraphs.retain(|paragraph| starts(paragraph.start) < starts(paragraph.end));
        let lists = |paragraph: &Range<usize>| {
            self.page.clauses[paragraph.clone()].iter().filter(|clause| clause.end == Mark::Semicolon).count() > 1
        };
        let pieces = if paragraphs.len() > 1 && !paragraphs.iter().any(lists) { paragraphs } else { sentences };
        items.extend(pieces.into_iter().filter_map(|piece| self.item(piece, None)));
    }

    /// The clauses in pieces, without headings, scraps and what is no item.
    fn cut(self, clauses: Range<usize>, ends: impl Fn(&Clause) -> bool) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut start = clauses.start;
        for index in clauses.clone() {
            if !ends(&self.page.clauses[index]) && index + 1 < clauses.end {
                continue;
            }
            let piece = start..index + 1;
            start = index + 1;
            let own = &self.page.clauses[piece.clone()];
            let heading = own.iter().all(|clause| clause.heading);
            let long = || own.iter().map(|clause| self.text.han(clause.span)).sum::<usize>() >= SHORTEST;
            if !heading && long() && !self.page.says_in(&piece, self.rubric.reading.asides) {
                pieces.push(piece);
            }
        }
        pieces
    }

    fn ends_with(self, piece: &Range<usize>, mark: Mark) -> bool {
        piece.end.checked_sub(1).and_then(|last| self.page.clauses.get(last)).is_some_and(|clause| clause.end == mark)
    }
}

/// The bit of a field.
pub(super) fn bit(topic: Topic) -> u16 {
    Topic::ALL.iter().position(|known| *known == topic).map_or(0, |at| 1 << at)
}
