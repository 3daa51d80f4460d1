//! The facade: one report, parsed.

#[cfg(feature = "parallel")]
mod batch;
mod parser;

use std::borrow::Cow;

use crate::audit::Check;
use crate::error::Error;
use crate::facts::{Citation, DateFact, DocNumber, Facts, Quantity, Unit};
use crate::front::Front;
use crate::indicator::Indicator;
use crate::limits::Limits;
use crate::note::Note;
use crate::outline::{Outline, Passage, Section};
use crate::span::Span;
use crate::text::{Buffers, blank};
use crate::topic::Meaning;

#[cfg(feature = "parallel")]
pub use batch::parse_many;
pub use parser::{Parser, outline, outline_str};

/// A report, parsed. It borrows the input; every part of it points there by byte spans.
///
/// A report is immutable and may be shared between threads.
#[derive(Debug)]
pub struct Report<'a> {
    source: &'a str,
    origin: Origin,
    parts: Parts,
}

/// What the text was read from, as `fazhi.report/1` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The format of the file: `text`, `docx`, `pdf` …
    pub format: &'static str,
    /// The encoding of a text file or web page; `UTF-8` for every other format.
    pub encoding: &'static str,
}

impl Default for Origin {
    fn default() -> Self {
        Self { format: "text", encoding: "UTF-8" }
    }
}

/// The tables of a report.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Lines and paragraphs.
    pub text: Buffers,
    pub front: Front,
    pub outline: Outline,
    pub meanings: Vec<Meaning>,
    pub facts: Facts,
    pub indicators: Vec<Indicator>,
    pub checks: Vec<Check>,
    pub notes: Vec<Note>,
}

impl Parts {
    /// Forgets everything but the memory.
    pub fn clear(&mut self) {
        self.front.clear();
        self.outline.sections.clear();
        self.outline.passages.clear();
        self.meanings.clear();
        self.facts.clear();
        self.indicators.clear();
        self.checks.clear();
        self.notes.clear();
    }
}

impl<'a> Report<'a> {
    /// Parses a report in UTF-8 with the default [`Limits`]. For many reports see [`Parser`].
    ///
    /// A damaged, odd or empty text is no error: it gives a report with what could be read.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8, or more bytes than the limits allow.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Error> {
        Parser::new().parse(bytes)
    }

    /// Parses a report in UTF-8.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8, or more bytes than `limits` allow.
    pub fn parse_with(bytes: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        Parser::new().limits(*limits).parse(bytes)
    }

    pub(crate) fn new(source: &'a str, parts: Parts) -> Self {
        Self { source, origin: Origin::default(), parts }
    }

    pub(crate) fn into_parts(self) -> Parts {
        self.parts
    }

    /// What the text was read from: a text file in UTF-8 unless a reader of files said otherwise.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.origin
    }

    #[cfg(feature = "extract")]
    pub(crate) fn set_origin(&mut self, origin: Origin) {
        self.origin = origin;
    }

    /// The parsed text.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// The text of `span` as it stands in the source, layout included.
    ///
    /// # Panics
    ///
    /// If `span` is not one of this report: outside the text or off a character boundary.
    #[must_use]
    pub fn text(&self, span: Span) -> &'a str {
        &self.source[span.range()]
    }

    /// The text of `span` without layout: joined line breaks, and blanks beside digits and marks, are dropped.
    /// Borrowed when there is none.
    #[must_use]
    pub fn clean_text(&self, span: Span) -> Cow<'a, str> {
        blank::clean(self.text(span))
    }

    /// The unit of a quantity as written, without layout: "" for none, "%" for every way to write percent.
    #[must_use]
    pub fn unit(&self, quantity: &Quantity) -> Cow<'a, str> {
        match quantity.unit {
            Unit::None => Cow::Borrowed(""),
            Unit::Percent => Cow::Borrowed("%"),
            Unit::Word(span) => self.clean_text(span),
        }
    }

    /// Head and tail of the document.
    #[must_use]
    pub fn front(&self) -> &Front {
        &self.parts.front
    }

    /// The sections in text order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.parts.outline.sections
    }

    /// Role and topic of each section, by the same index as [`Report::sections`].
    #[must_use]
    pub fn meanings(&self) -> &[Meaning] {
        &self.parts.meanings
    }

    /// Passages on problems or plans without a heading.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.parts.outline.passages
    }

    /// The quantities in text order.
    #[must_use]
    pub fn quantities(&self) -> &[Quantity] {
        &self.parts.facts.quantities
    }

    /// The citations in text order.
    #[must_use]
    pub fn citations(&self) -> &[Citation] {
        &self.parts.facts.citations
    }

    /// The document numbers in text order.
    #[must_use]
    pub fn doc_numbers(&self) -> &[DocNumber] {
        &self.parts.facts.doc_numbers
    }

    /// The dates in text order.
    #[must_use]
    pub fn dates(&self) -> &[DateFact] {
        &self.parts.facts.dates
    }

    /// The indicators in the order of their quantities.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.parts.indicators
    }

    /// Every claim that was looked at, in the order of the stated figures.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.parts.checks
    }

    /// What a reader should know of the text itself, in text order.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.parts.notes
    }

    /// Scores the report's text by `rubric`; what needs more than the text comes in through `context`.
    #[cfg(feature = "rubric")]
    #[must_use]
    pub fn score(&self, rubric: &crate::score::Rubric, context: &crate::score::Context<'_>) -> crate::score::Score {
        let parts = crate::score::Parts {
            text: self.parts.text.running(self.source),
            outline: &self.parts.outline,
            meanings: &self.parts.meanings,
            quantities: &self.parts.facts.quantities,
            citations: &self.parts.facts.citations,
            doc_numbers: &self.parts.facts.doc_numbers,
            dates: &self.parts.facts.dates,
            front: &self.parts.front,
            indicators: &self.parts.indicators,
            checks: &self.parts.checks,
            notes: &self.parts.notes,
        };
        crate::score::score(parts, rubric, context)
    }
}
