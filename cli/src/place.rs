//! Places in a document as people look them up: by page, by paragraph, or by line and column of a text.

use fazhi::LineIndex;
use fazhi::extract::{Document, Format};

/// What the places of a document are counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Page,
    Paragraph,
    Line,
}

/// The places of a document.
pub(crate) struct Places<'d> {
    document: &'d Document<'d>,
    lines: LineIndex<'d>,
    unit: Unit,
}

impl<'d> Places<'d> {
    pub(crate) fn new(document: &'d Document<'_>) -> Self {
        let unit = match document.format() {
            _ if document.blocks().iter().any(|block| block.pages.is_some()) => Unit::Page,
            Format::Text => Unit::Line,
            _ => Unit::Paragraph,
        };
        Self { document, lines: LineIndex::new(document.text()), unit }
    }

    /// What places are counted in.
    pub(crate) fn unit(&self) -> &'static str {
        match self.unit {
            Unit::Page => "页",
            Unit::Paragraph => "段",
            Unit::Line => "行",
        }
    }

    /// The page, paragraph or line of byte `offset`, from 1.
    pub(crate) fn number(&self, offset: u32) -> u32 {
        match self.unit {
            Unit::Page => self.page(offset),
            Unit::Paragraph => self.block(offset) as u32 + 1,
            Unit::Line => self.line(offset),
        }
    }

    /// The line of the document's text, from 1.
    pub(crate) fn line(&self, offset: u32) -> u32 {
        self.lines.position(offset).map_or(1, |place| place.line + 1)
    }

    /// The paragraph around byte `offset` or before it, from 0.
    pub(crate) fn block(&self, offset: u32) -> usize {
        self.document.blocks().partition_point(|block| block.span.start <= offset).saturating_sub(1)
    }

    /// A block may run over two pages; the line in it stands on one.
    fn page(&self, offset: u32) -> u32 {
        let anchors = self.document.anchors();
        let anchor = anchors.partition_point(|anchor| anchor.span.start <= offset).checked_sub(1);
        let anchor = anchor.map(|index| &anchors[index]).filter(|anchor| offset < anchor.span.end);
        let pages = self.document.blocks().get(self.block(offset)).and_then(|block| block.pages);
        anchor.map(|anchor| anchor.page).or(pages.map(|(first, _)| first)).unwrap_or(1)
    }

    /// The place of byte `offset` for the margin: 第3页, 第12段, or the number of a line.
    pub(crate) fn short(&self, offset: u32) -> String {
        let number = self.number(offset);
        if self.unit == Unit::Line { number.to_string() } else { format!("第{number}{}", self.unit()) }
    }

    /// The place of byte `offset` in full: 第3页, 第12段, or line and column of a text.
    pub(crate) fn full(&self, offset: u32) -> String {
        match (self.unit, self.lines.position(offset)) {
            (Unit::Line, Some(place)) => format!("{}:{}", place.line + 1, place.code_point_column + 1),
            (Unit::Line, None) => "1:1".to_owned(),
            _ => self.short(offset),
        }
    }
}
