//! Paragraphs: their properties, their numbers, and those whose marks are gone.

use super::{ContainerKind, Story};
use crate::extract::document::BlockKind;
use crate::extract::docx::styles::{StyleIndex, is_on, outline_level};
use crate::extract::error::Error;
use crate::extract::word::line::Line;
use crate::extract::xml::Element;

/// A paragraph in the making.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub line: Line,
    pub style: Option<StyleIndex>,
    num_id: Option<i32>,
    level: Option<usize>,
    outline: Option<u8>,
    /// Whether its mark was deleted or is hidden, so that the next one continues it.
    goes_on: bool,
    /// Whether its properties stand: they are those of its first part with text.
    settled: bool,
    /// Fields around it.
    fields: usize,
}

impl Story<'_, '_> {
    pub(super) fn open_paragraph(&mut self, number: u32) {
        let fields = self.fields.count();
        let before = self.containers.last_mut().and_then(|container| container.unfinished.take());
        let mut line = Line::new(BlockKind::Body, Some(number));
        line.come_from(self.origin());
        let fresh = Paragraph {
            line,
            style: None,
            num_id: None,
            level: None,
            outline: None,
            goes_on: false,
            settled: false,
            fields,
        };
        let paragraph = match before {
            Some(before) if !before.line.is_blank() => Paragraph { goes_on: false, settled: true, fields, ..before },
            Some(before) => {
                let mut paragraph = fresh;
                paragraph.line.marks = before.line.marks;
                paragraph
            }
            None => fresh,
        };
        self.paragraphs.push(paragraph);
    }

    /// A property of a paragraph, of its mark or of a run.
    pub(super) fn property(&mut self, element: &Element<'_>) {
        if !self.in_mark {
            self.run_property(element);
            return;
        }
        let styles = self.context.styles;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match (element.name, element.parent) {
            ("del" | "moveFrom", "rPr") => paragraph.goes_on = true,
            ("vanish", "rPr") => paragraph.goes_on |= is_on(element),
            _ if paragraph.settled => {}
            ("pStyle", "pPr") => paragraph.style = element.value().and_then(|id| styles.find(&id)),
            ("numId", "numPr") => paragraph.num_id = element.number("val"),
            ("ilvl", "numPr") => paragraph.level = element.number("val"),
            ("outlineLvl", "pPr") => paragraph.outline = element.number("val"),
            _ => {}
        }
    }

    fn run_property(&mut self, element: &Element<'_>) {
        let styles = self.context.styles;
        let Some(run) = self.runs.last_mut() else { return };
        match (element.name, element.parent) {
            ("vanish", "rPr") => run.hidden = is_on(element),
            ("rStyle", "rPr") => {
                let style = element.value().and_then(|id| styles.find(&id));
                run.hidden = styles.of(style).hidden.unwrap_or(run.hidden);
            }
            _ => {}
        }
    }

    pub(super) fn close_paragraph(&mut self) -> Result<(), Error> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        self.fields.end_paragraph(paragraph.fields);
        if paragraph.goes_on
            && let Some(container) = self.containers.last_mut()
        {
            container.unfinished = Some(paragraph);
            return Ok(());
        }
        self.finish_paragraph(paragraph)
    }

    /// A paragraph whose mark is gone, and which nothing continues, ends where it stands.
    pub(super) fn finish_unfinished(&mut self) -> Result<(), Error> {
        let unfinished = self.containers.last_mut().and_then(|container| container.unfinished.take());
        unfinished.map_or(Ok(()), |paragraph| self.finish_paragraph(paragraph))
    }

    fn finish_paragraph(&mut self, paragraph: Paragraph) -> Result<(), Error> {
        let kind = self.containers.last().map(|container| container.kind);
        let number = |story: &mut Self| story.number(&paragraph);
        // A column of running numbers has nothing else in its cells; a blank line of running text has no number.
        let label = match (paragraph.line.text.trim_end().is_empty(), kind) {
            (false, _) => number(self),
            (true, Some(ContainerKind::Cell)) if self.shows() => number(self),
            (true, _) => None,
        };
        let mut line = paragraph.line;
        line.finish();
        line.kind = match kind {
            Some(ContainerKind::TextBox) => BlockKind::TextBox,
            _ if label.is_some() => BlockKind::ListItem,
            _ => BlockKind::Body,
        };
        line.label = label.unwrap_or_default();
        let outline = paragraph.outline.or(self.context.styles.paragraph(paragraph.style).outline);
        line.outline_level = outline.and_then(outline_level);
        if line.is_blank() && line.marks.is_empty() { Ok(()) } else { self.put(line) }
    }

    /// The number of a paragraph by its own properties or its style; `None` when it has none.
    fn number(&mut self, paragraph: &Paragraph) -> Option<String> {
        let numbering = self.context.numbering;
        let by_style = self.context.styles.paragraph(paragraph.style);
        let num_id = paragraph.num_id.or(by_style.num_id).filter(|id| *id != 0)?;
        let own = || numbering.level_of(num_id, [paragraph.style, by_style.numbered_by]);
        let level = match (paragraph.level, paragraph.num_id) {
            (Some(level), _) => level,
            (None, Some(_)) => 0,
            (None, None) => own().or(by_style.level).unwrap_or(0),
        };
        self.counters.next(numbering, num_id, level)
    }
}
