//! Bytes to text: the UTF-8 check, lines, and paragraphs whose wrapped or page-broken lines are joined without copying.
//!
//! A paragraph is one span of the input plus the gaps inside it (line ends, blank lines, page marks and running heads
//! between two halves of a sentence). Every later stage reads through the gaps and still points into the input.

pub(crate) mod blank;
pub(crate) mod class;
pub(crate) mod furniture;
pub(crate) mod glyph;
mod join;
pub(crate) mod line_index;
mod lines;
pub(crate) mod marker;
pub(crate) mod numeral;
pub(crate) mod offset_index;
pub(crate) mod ordinary;
pub(crate) mod words;
pub(crate) mod wrap;

use crate::error::Error;
use crate::limits::Limits;
use crate::simd;
use crate::span::Span;

/// The input as lines and paragraphs.
#[derive(Debug, Default)]
pub(crate) struct Text<'a> {
    /// The whole input.
    pub source: &'a str,
    /// Where lines end and markers can stand inside them; see [`crate::simd`].
    pub marks: Vec<u32>,
    /// Every line, blank ones included.
    pub lines: Vec<Line>,
    /// The paragraphs of running text, in order; page furniture belongs to none.
    pub paragraphs: Vec<Paragraph>,
    /// The joined breaks inside paragraphs, in order.
    pub gaps: Vec<Span>,
}

/// The memory of a [`Text`], kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    marks: Vec<u32>,
    lines: Vec<Line>,
    paragraphs: Vec<Paragraph>,
    gaps: Vec<Span>,
}

/// One line of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without its line end and without blanks on either side.
    pub span: Span,
    /// Whether blanks stand before the text.
    pub indented: bool,
    /// Whether it ends with a sentence's end; only of text.
    pub finished: bool,
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
    pub fn read(bytes: &'a [u8], limits: &Limits, buffers: Buffers) -> Result<Self, Error> {
        limits.admit(bytes.len())?;
        let mut marks = buffers.marks;
        let source = simd::text(bytes, &mut marks).map_err(|error| {
            let start = error.valid_up_to();
            Error::invalid_utf8(start, error.error_len().unwrap_or(bytes.len() - start))
        })?;
        Ok(Self::of(source, Buffers { marks, ..buffers }))
    }

    /// Splits a text that is known to be valid.
    ///
    /// # Errors
    ///
    /// More bytes than `limits` allow.
    pub fn read_str(source: &'a str, limits: &Limits, buffers: Buffers) -> Result<Self, Error> {
        limits.admit(source.len())?;
        let mut marks = buffers.marks;
        simd::marks(source, &mut marks);
        Ok(Self::of(source, Buffers { marks, ..buffers }))
    }

    /// Splits `source`, whose marks are in `buffers`.
    fn of(source: &'a str, buffers: Buffers) -> Self {
        let Buffers { marks, mut lines, mut paragraphs, mut gaps } = buffers;
        lines::split(source, &marks, &mut lines);
        paragraphs.clear();
        gaps.clear();
        let mut text = Text { source, marks, lines, paragraphs, gaps };
        join::paragraphs(&mut text);
        text
    }

    /// The memory, for the next text.
    pub fn into_buffers(self) -> Buffers {
        Buffers { marks: self.marks, lines: self.lines, paragraphs: self.paragraphs, gaps: self.gaps }
    }

    /// The gaps of one paragraph.
    pub fn gaps_of(&self, paragraph: &Paragraph) -> &[Span] {
        &self.gaps[paragraph.gaps.0 as usize..paragraph.gaps.1 as usize]
    }

    /// The paragraphs alone.
    #[cfg(feature = "rubric")]
    pub fn running(&self) -> RunningText<'_> {
        RunningText { source: self.source, paragraphs: &self.paragraphs, gaps: &self.gaps }
    }

    /// The text of `span`.
    #[inline]
    pub fn slice(&self, span: Span) -> &'a str {
        &self.source[span.range()]
    }
}

/// The paragraphs of a text that was read before.
#[cfg(feature = "rubric")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct RunningText<'t> {
    /// The whole input.
    pub source: &'t str,
    /// The paragraphs, in order.
    pub paragraphs: &'t [Paragraph],
    gaps: &'t [Span],
}

#[cfg(feature = "rubric")]
impl<'t> RunningText<'t> {
    /// The gaps of one paragraph.
    pub fn gaps_of(&self, paragraph: &Paragraph) -> &'t [Span] {
        &self.gaps[paragraph.gaps.0 as usize..paragraph.gaps.1 as usize]
    }

    /// The text of `span`.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.source[span.range()]
    }

    /// How many Chinese characters of a paragraph stand in `span`.
    pub fn han(&self, span: Span) -> usize {
        let mut count = blank::count_han(self.slice(span));
        let first = self.gaps.partition_point(|gap| gap.end <= span.start);
        for gap in self.gaps[first..].iter().take_while(|gap| gap.end <= span.end) {
            count -= blank::count_han(self.slice(*gap));
        }
        count
    }
}

#[cfg(feature = "rubric")]
impl Buffers {
    /// The paragraphs of the text that was read last, which is `source`.
    pub fn running<'t>(&'t self, source: &'t str) -> RunningText<'t> {
        RunningText { source, paragraphs: &self.paragraphs, gaps: &self.gaps }
    }
}
