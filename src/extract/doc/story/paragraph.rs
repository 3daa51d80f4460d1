//! Paragraphs: their properties, their numbers, and those whose marks are gone.

use std::ops::Range;

use super::{Flow, FlowKind, Format, PARAGRAPHS, Story, control};
use crate::extract::document::BlockKind;
use crate::extract::error::Error;
use crate::extract::word::line::Line;

/// Outline levels that are headings, from 0; the one above them is body text.
const OUTLINE_LEVELS: u8 = 9;

/// A paragraph in the making.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub line: Line,
    pub style: usize,
    list: i32,
    level: Option<usize>,
    outline: Option<u8>,
}

impl Paragraph {
    fn new(number: usize, format: &Format) -> Self {
        let properties = &format.properties;
        Self {
            line: Line::new(BlockKind::Body, Some(number as u32)),
            style: format.style,
            list: properties.list.unwrap_or(0),
            level: properties.level,
            outline: properties.outline,
        }
    }

    /// This paragraph as it goes on from one before it whose mark is gone.
    fn after(self, before: Option<Self>) -> Self {
        match before {
            Some(before) if !before.line.is_blank() => before,
            Some(before) => {
                let mut line = self.line;
                line.marks = before.line.marks;
                Self { line, ..self }
            }
            None => self,
        }
    }
}

impl Story<'_, '_> {
    /// Reads the paragraph whose mark is behind `range`; the last one of all, which ends at `last`, may have none.
    pub(super) fn paragraph(&mut self, range: Range<usize>, last: usize) -> Result<(), Error> {
        let mark = range.end;
        let has_mark = mark < last;
        let unit = if has_mark { self.context.text.units[mark] } else { 0 };
        let format = self.format(if has_mark { mark } else { mark.saturating_sub(1) })?;
        let is_cell = unit == control::CELL;
        self.settle_tables(format.properties.tables().max(is_cell.into()))?;
        let look = self.look(mark, format.style)?.0;
        // The end of a row has no text; a broken file may say it of what has.
        if format.properties.ends_row && has_mark && range.is_empty() {
            return self.end_row(&format, look.deleted || look.hidden);
        }
        let number = self.count;
        self.count += 1;
        self.context.limits.check("paragraphs", self.count, PARAGRAPHS)?;
        self.drawings(range.start..mark + 1)?;

        let before = self.flow.unfinished.take();
        let mut paragraph = Paragraph::new(number, &format).after(before);
        let fields = self.fields.count();
        self.characters(range, &mut paragraph)?;
        self.fields.end_paragraph(fields);
        let ends_cell = is_cell || format.properties.ends_inner_cell;
        if has_mark && !ends_cell && (look.deleted || look.hidden) {
            self.flow.unfinished = Some(paragraph);
            return Ok(());
        }
        self.finish_paragraph(paragraph)?;
        if ends_cell {
            self.end_cell();
        }
        Ok(())
    }

    /// A paragraph whose mark is gone, and which nothing continues, ends where it stands.
    pub(super) fn finish_unfinished(&mut self) -> Result<(), Error> {
        let unfinished = self.flow.unfinished.take();
        unfinished.map_or(Ok(()), |paragraph| self.finish_paragraph(paragraph))
    }

    fn finish_paragraph(&mut self, paragraph: Paragraph) -> Result<(), Error> {
        let Flow { kind, nests, .. } = &self.flow;
        let (kind, in_cell) = (*kind, !nests.is_empty());
        // A column of running numbers has nothing else in its cells; a blank line of running text has no number.
        let is_empty = paragraph.line.text.trim_end().is_empty();
        let has_number = paragraph.list != 0 && (!is_empty || (in_cell && self.fields.show()));
        let label = if has_number { self.number(&paragraph) } else { None };
        let mut line = paragraph.line;
        line.finish();
        line.kind = match kind {
            FlowKind::TextBox if !in_cell => BlockKind::TextBox,
            _ if label.is_some() => BlockKind::ListItem,
            _ => BlockKind::Body,
        };
        line.label = label.unwrap_or_default();
        line.outline_level = paragraph.outline.filter(|level| *level < OUTLINE_LEVELS).map(|level| level + 1);
        if line.is_blank() && line.marks.is_empty() { Ok(()) } else { self.put(line) }
    }

    /// The number of a paragraph; `None` for one whose list there is not.
    fn number(&mut self, paragraph: &Paragraph) -> Option<String> {
        let numbering = self.context.numbering;
        let by_style = || numbering.level_of(paragraph.list, [Some(paragraph.style), None]);
        let level = paragraph.level.or_else(by_style).unwrap_or(0);
        self.counters.next(numbering, paragraph.list, level)
    }
}
