//! Bytes to text: the UTF-8 check, lines, and paragraphs whose wrapped or page-broken lines are joined without copying.
//!
//! A paragraph is one span of the input plus the gaps inside it (line ends, blank lines, page marks and running heads
//! between two halves of a sentence). Every later stage reads through the gaps and still points into the input.

pub(crate) mod blank;
pub(crate) mod furniture;
pub(crate) mod glyph;
mod join;
pub(crate) mod line_index;
mod lines;
pub(crate) mod marker;
pub(crate) mod numeral;
pub(crate) mod words;

use crate::error::Error;
use crate::limits::Limits;
use crate::simd::{self, Class, Positions};
use crate::span::Span;

/// The input as lines and paragraphs.
#[derive(Debug, Default)]
pub(crate) struct Text<'a> {
    /// The whole input.
    pub source: &'a str,
    /// Every line, blank ones included.
    pub lines: Vec<Line>,
    /// The paragraphs of running text, in order; page furniture belongs to none.
    pub paragraphs: Vec<Paragraph>,
    /// The joined breaks inside paragraphs, in order.
    pub gaps: Vec<Span>,
}

/// One line of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without its line end and without blanks on either side.
    pub span: Span,
    /// Whether blanks stand before the text.
    pub indented: bool,
    /// What the line is.
    pub kind: LineKind,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// Nothing but blanks.
    Blank,
    /// A page number (— 3 —).
    PageMark,
    /// A web page's controls and metadata, or a notice of the site.
    Furniture,
    /// A heading of a page, repeated inside a sentence.
    RunningHead,
    /// Text.
    Text,
}

/// One paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// From its first to its last character.
    pub span: Span,
    /// Its gaps: indices into [`Text::gaps`].
    pub gaps: (u32, u32),
    /// Its first and last line: indices into [`Text::lines`].
    pub lines: (u32, u32),
}

impl<'a> Text<'a> {
    /// Checks `bytes` and splits them.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8 (with the position of the first bad byte), or more bytes than `limits` allow.
    pub fn read(bytes: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        if bytes.len() > limits.bytes() {
            return Err(Error::too_large(bytes.len(), limits.bytes()));
        }
        let mut positions = Positions::default();
        let source = simd::text::<{ simd::OUTLINE }>(bytes, &mut positions).map_err(|error| {
            let start = error.valid_up_to();
            Error::invalid_utf8(start, error.error_len().unwrap_or(bytes.len() - start))
        })?;
        let mut text = Text { source, ..Text::default() };
        lines::split(source, positions.of(Class::LineEnd), &mut text.lines);
        join::paragraphs(&mut text);
        Ok(text)
    }

    /// The gaps of one paragraph.
    pub fn gaps_of(&self, paragraph: &Paragraph) -> &[Span] {
        &self.gaps[paragraph.gaps.0 as usize..paragraph.gaps.1 as usize]
    }

    /// The text of `span`.
    pub fn slice(&self, span: Span) -> &'a str {
        &self.source[span.range()]
    }
}
