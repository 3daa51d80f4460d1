//! The flow of the text: its characters to lines, paragraph by paragraph.

mod paragraph;
mod table;

use std::collections::HashSet;
use std::ops::Range;

use super::bytes::u16_at;
use super::container::Stream;
use super::drawings::{Drawing, Drawings};
use super::format::{Look, Properties};
use super::notes::Found;
use super::pieces::Text;
use super::runs::{Runs, elsewhere};
use super::sprm::{self, Sprms};
use super::styles::Styles;
use crate::extract::document::BlockKind;
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::word::Output;
use crate::extract::word::fields::Fields;
use crate::extract::word::line::{Break, Line, is_symbol};
use crate::extract::word::numbering::{Counters, Numbering};
use paragraph::Paragraph;
use table::Nest;

/// Most paragraphs, as many as fifty on each of the pages that other files may have, and most runs that look the same.
const PARAGRAPHS: usize = 1 << 18;
const RUNS: usize = 1 << 20;

/// Most lists of changes of a paragraph that may name further ones, and most that each of them names.
const LISTS: usize = 4;

/// Characters that are no text.
pub(super) mod control {
    pub const PICTURE: u16 = 1;
    pub const CELL: u16 = 7;
    pub const DRAWING: u16 = 8;
    pub const LINE: u16 = 0xB;
    pub const PAGE: u16 = 0xC;
    pub const PARAGRAPH: u16 = 0xD;
    pub const COLUMN: u16 = 0xE;
    pub const FIELD: u16 = 0x13;
    pub const FIELD_RESULT: u16 = 0x14;
    pub const FIELD_END: u16 = 0x15;
    pub const HYPHEN: u16 = 0x1E;
}

/// What all parts of the text share.
pub(super) struct Context<'c> {
    pub limits: &'c Limits,
    pub text: &'c Text<'c>,
    pub paragraphs: Runs<'c>,
    pub characters: Runs<'c>,
    pub styles: &'c Styles,
    pub numbering: &'c Numbering,
    /// Places at which sections end.
    pub sections: &'c HashSet<usize>,
    pub notes: &'c [Found],
    pub drawings: &'c Drawings,
    /// Where formatting is that has no room elsewhere.
    pub data: Option<&'c Stream<'c>>,
}

/// What was met on the way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// Symbols of fonts whose characters have no meaning.
    pub symbols: usize,
    pub pictures: usize,
    /// Halves of characters.
    pub replaced: usize,
    /// Whether a field whose result is not shown never ended.
    pub swallowed: bool,
}

/// A stretch of text of its own.
#[derive(Debug)]
struct Flow {
    kind: FlowKind,
    lines: Vec<Line>,
    /// A paragraph whose mark is gone: the next one continues it.
    unfinished: Option<Paragraph>,
    /// The tables around the place.
    nests: Vec<Nest>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FlowKind {
    Main,
    TextBox,
    Note,
}

impl Flow {
    fn new(kind: FlowKind) -> Self {
        Self { kind, lines: Vec::new(), unfinished: None, nests: Vec::new() }
    }
}

/// The flow of the text in the making.
pub(super) struct Story<'s, 'l> {
    context: &'s Context<'s>,
    output: Output<'s, 'l>,
    flow: Flow,
    counters: Counters,
    fields: Fields,
    /// How many paragraphs, characters and runs there were, and bytes of formatting that they share.
    count: usize,
    characters: usize,
    runs: usize,
    shared: usize,
    /// Bytes of all lines so far.
    length: usize,
    pub tally: Tally,
}

impl<'s, 'l> Story<'s, 'l> {
    pub fn new(context: &'s Context<'s>, output: Output<'s, 'l>) -> Self {
        Self {
            context,
            output,
            flow: Flow::new(FlowKind::Main),
            counters: Counters::default(),
            fields: Fields::default(),
            count: 0,
            characters: 0,
            runs: 0,
            shared: 0,
            length: 0,
            tally: Tally::default(),
        }
    }

    /// Lets fields hide nothing beyond the paragraph they begin in.
    pub fn with_fields_within_paragraphs(mut self) -> Self {
        self.fields.within_paragraphs = true;
        self
    }

    /// Reads the characters `range` as a flow of that kind; the lines of all but the main text come back.
    pub fn read(&mut self, range: Range<usize>, kind: FlowKind) -> Result<Vec<Line>, Error> {
        let outer = std::mem::replace(&mut self.flow, Flow::new(kind));
        let fields = self.fields.count();
        let mut start = range.start;
        let all = self.context.text.units.len();
        let last = range.end.min(all);
        // Parts may overlap in a broken file, but no text is repeated at large.
        self.characters += last.saturating_sub(start);
        self.context.limits.check("characters", self.characters, all.saturating_mul(2))?;
        while start < last {
            let end = (start..last).find(|at| self.ends_paragraph(*at)).unwrap_or(last);
            self.paragraph(start..end, last)?;
            start = end + 1;
        }
        self.settle_tables(0)?;
        self.finish_unfinished()?;
        self.tally.swallowed |= self.fields.end_story(fields);
        Ok(std::mem::replace(&mut self.flow, outer).lines)
    }

    fn ends_paragraph(&self, at: usize) -> bool {
        match self.context.text.units[at] {
            control::PARAGRAPH | control::CELL => true,
            control::PAGE => self.context.sections.contains(&(at + 1)),
            _ => false,
        }
    }

    /// The text boxes and drawn letters anchored in `range`, as lines before those of its paragraph.
    fn drawings(&mut self, range: Range<usize>) -> Result<(), Error> {
        if self.flow.kind != FlowKind::Main {
            return Ok(());
        }
        for drawing in self.context.drawings.range(range).flat_map(|(_, drawings)| drawings) {
            let lines = match drawing {
                // Within it nothing is anchored, so that this goes no deeper.
                Drawing::TextBox(range) => self.read(range.clone(), FlowKind::TextBox)?,
                Drawing::Letters(text) => {
                    let mut line = Line::new(BlockKind::TextBox, None);
                    line.push(text);
                    line.finish();
                    vec![line]
                }
            };
            lines.into_iter().try_for_each(|line| self.put(line))?;
        }
        Ok(())
    }

    /// Adds the characters `range`, which are all of one paragraph, to it.
    fn characters(&mut self, range: Range<usize>, paragraph: &mut Paragraph) -> Result<(), Error> {
        let mut at = range.start;
        while at < range.end {
            let (look, end) = self.look(at, paragraph.style)?;
            let end = end.clamp(at + 1, range.end);
            if !look.deleted {
                self.run(at..end, look, &mut paragraph.line)?;
            }
            at = end;
        }
        Ok(())
    }

    /// How a character looks, and up to where all look like it.
    fn look(&mut self, at: usize, style: usize) -> Result<(Look, usize), Error> {
        let Context { text, characters, styles, limits, .. } = self.context;
        self.runs += 1;
        limits.check("runs", self.runs, RUNS)?;
        let style_hides = styles.of(style).hidden.unwrap_or(false);
        let mut look = Look::new(style_hides);
        let Some(piece) = text.piece(at) else { return Ok((look, usize::MAX)) };
        let place = piece.place_of(at);
        let mut end = piece.end;
        if let Some(run) = characters.find(place) {
            look.apply(run.changes, styles, style_hides);
            end = end.min(at + run.end.saturating_sub(place).div_ceil(piece.width));
        }
        let changes = text.changes(piece);
        self.share(changes.list().len())?;
        look.apply(changes.list(), styles, style_hides);
        Ok((look, end))
    }

    /// Counts bytes of formatting that many may share, and that would be read again for each.
    fn share(&mut self, bytes: usize) -> Result<(), Error> {
        self.shared += bytes;
        self.context.limits.check("formatting", self.shared, self.context.limits.part_bytes())
    }

    fn run(&mut self, range: Range<usize>, look: Look, line: &mut Line) -> Result<(), Error> {
        let Context { text, notes, limits, .. } = self.context;
        let mut next_note = notes.partition_point(|note| note.mark < range.start);
        let mut at = range.start;
        for decoded in char::decode_utf16(text.units[range].iter().copied()) {
            let is_half = decoded.is_err();
            let ch = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
            let unit = text.units[at];
            let shows = !look.hidden && self.fields.show();
            let mut is_mark = false;
            while let Some(note) = notes.get(next_note).filter(|note| note.mark <= at) {
                next_note += 1;
                is_mark = note.own_mark;
                if shows && self.flow.kind == FlowKind::Main {
                    line.mark(note.note);
                }
            }
            at += ch.len_utf16();
            match unit {
                control::FIELD => self.fields.mark("begin", limits)?,
                control::FIELD_RESULT => self.fields.mark("separate", limits)?,
                control::FIELD_END => self.fields.mark("end", limits)?,
                _ if !shows => self.fields.code(ch.encode_utf8(&mut [0; 4])),
                _ if is_mark => {}
                _ if look.symbol || is_symbol(ch) => self.tally.symbols += 1,
                control::PICTURE | control::DRAWING => self.tally.pictures += 1,
                control::LINE => line.push_break(Break::Line),
                control::PAGE | control::COLUMN => line.push_break(Break::Page),
                control::HYPHEN => line.push("-"),
                _ => {
                    self.tally.replaced += usize::from(is_half);
                    line.push(ch.encode_utf8(&mut [0; 4]));
                }
            }
        }
        Ok(())
    }

    /// What a paragraph has by its mark: its style, the lists of what it changes in that, what comes of both.
    fn format(&mut self, mark: usize) -> Result<Format, Error> {
        let Context { text, paragraphs, styles, data, .. } = self.context;
        let mut format = Format::default();
        let Some(piece) = text.piece(mark) else { return Ok(format) };
        let run = paragraphs.find(piece.place_of(mark)).unwrap_or_default();
        let changes = text.changes(piece);
        format.lists = vec![run.changes.to_vec(), changes.list().to_vec()];
        self.share(run.changes.len() + changes.list().len())?;
        // A list that stands elsewhere may name another one.
        let mut index = 0;
        while let Some(list) = format.lists.get(index).filter(|_| index < LISTS) {
            let places = Sprms(list).filter(|(code, _)| sprm::ELSEWHERE.contains(code));
            for place in places.filter_map(|(_, operand)| elsewhere(operand)).take(LISTS).collect::<Vec<_>>() {
                let Some(length) = data.and_then(|data| u16_at(&data.read(place, 2), 0)) else { continue };
                self.share(length.into())?;
                format.lists.extend(data.map(|data| data.read(place + 2, length.into())));
            }
            index += 1;
        }
        let style = Sprms(changes.list()).filter(|(code, _)| *code == sprm::STYLE).last();
        format.style = style.and_then(|(_, operand)| u16_at(operand, 0)).map_or(run.style, usize::from);
        format.properties = styles.of(format.style).paragraph;
        for list in &format.lists {
            Sprms(list).for_each(|change| format.properties.apply(change));
        }
        Ok(format)
    }

    /// Gives a line to the innermost cell, or to the document.
    fn put(&mut self, line: Line) -> Result<(), Error> {
        self.length += line.len();
        let limits = self.context.limits;
        limits.check("text", self.length, limits.text_bytes())?;
        match self.flow.nests.last_mut() {
            Some(nest) => nest.cell.push(line),
            None if self.flow.kind == FlowKind::Main => self.output.emit(&line)?,
            None => self.flow.lines.push(line),
        }
        Ok(())
    }
}

/// What a paragraph has.
#[derive(Debug, Default)]
struct Format {
    style: usize,
    lists: Vec<Vec<u8>>,
    properties: Properties,
}
