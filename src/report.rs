//! The facade: one report, parsed.

use std::borrow::Cow;

use crate::audit::{Check, Evidence, audit};
use crate::error::Error;
use crate::facts::{Citation, DateFact, DocNumber, Facts, Quantity, Unit};
use crate::front::Front;
use crate::indicator::{self, Indicator, bind};
use crate::limits::Limits;
use crate::note::{Note, NoteCode};
use crate::outline::{Outline, Passage, Section};
use crate::span::Span;
use crate::text::{LineKind, Text, blank, glyph::Glyphs};
use crate::topic::matcher::Hit;
use crate::topic::{self, Meaning, classify};

/// A report, parsed. It borrows the input; every part of it points there by byte spans.
///
/// A report is immutable and may be shared between threads.
#[derive(Debug)]
pub struct Report<'a> {
    source: &'a str,
    front: Front,
    outline: Outline,
    meanings: Vec<Meaning>,
    facts: Facts,
    indicators: Vec<Indicator>,
    checks: Vec<Check>,
    notes: Vec<Note>,
}

impl<'a> Report<'a> {
    /// Parses a report in UTF-8 with the default [`Limits`].
    ///
    /// A damaged, odd or empty text is no error: it gives a report with what could be read.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8, or more bytes than the limits allow.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Error> {
        Self::parse_with(bytes, &Limits::default())
    }

    /// Parses a report in UTF-8.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8, or more bytes than `limits` allow.
    pub fn parse_with(bytes: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        let text = Text::read(bytes, limits)?;
        let mut outline = Outline::of(&text, limits);
        let mut notes = std::mem::take(&mut outline.notes);
        let Found { facts, complete, topic_words, indicator_words } = read_paragraphs(&text, &outline, limits);
        let Some(front) = Front::read(&text, &outline, &facts) else {
            return Ok(Self::no_report(text.source));
        };
        let meanings = classify(&text, &outline, topic_words);
        let indicators = bind(&text, &outline, &meanings, &facts, &front, indicator_words);
        let checks = audit(Evidence {
            text: &text,
            outline: &outline,
            meanings: &meanings,
            facts: &facts,
            front: &front,
            indicators: &indicators,
        });
        if !complete {
            notes.push(Note::new(NoteCode::LimitReached, Span::default(), "数据项达到上限，其余未列出"));
        }
        crate::condition::observe(&text, &mut notes);
        notes.sort_by_key(|note| note.span);
        Ok(Self { source: text.source, front, outline, meanings, facts, indicators, checks, notes })
    }

    fn no_report(source: &'a str) -> Self {
        let note = Note::new(NoteCode::NoReport, Span::default(), "没有找到报告正文");
        Self {
            source,
            front: Front::default(),
            outline: Outline::default(),
            meanings: Vec::new(),
            facts: Facts::default(),
            indicators: Vec::new(),
            checks: Vec::new(),
            notes: vec![note],
        }
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
        let text = self.text(span);
        if text.contains(|ch: char| ch == '\n' || crate::text::glyph::is_blank(ch)) {
            Cow::Owned(blank::without_layout(text))
        } else {
            Cow::Borrowed(text)
        }
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
        &self.front
    }

    /// The sections in text order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.outline.sections
    }

    /// Role and topic of each section, by the same index as [`Report::sections`].
    #[must_use]
    pub fn meanings(&self) -> &[Meaning] {
        &self.meanings
    }

    /// Passages on problems or plans without a heading.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.outline.passages
    }

    /// The quantities in text order.
    #[must_use]
    pub fn quantities(&self) -> &[Quantity] {
        &self.facts.quantities
    }

    /// The citations in text order.
    #[must_use]
    pub fn citations(&self) -> &[Citation] {
        &self.facts.citations
    }

    /// The document numbers in text order.
    #[must_use]
    pub fn doc_numbers(&self) -> &[DocNumber] {
        &self.facts.doc_numbers
    }

    /// The dates in text order.
    #[must_use]
    pub fn dates(&self) -> &[DateFact] {
        &self.facts.dates
    }

    /// The indicators in the order of their quantities.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Every claim that was looked at, in the order of the stated figures.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// What a reader should know of the text itself, in text order.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Scores the report's text by `rubric`; what needs more than the text comes in through `context`.
    #[cfg(feature = "rubric")]
    #[must_use]
    pub fn score(&self, rubric: &crate::score::Rubric, context: &crate::score::Context<'_>) -> crate::score::Score {
        let parts = crate::score::Parts {
            source: self.source,
            outline: &self.outline,
            meanings: &self.meanings,
            quantities: &self.facts.quantities,
            citations: &self.facts.citations,
            doc_numbers: &self.facts.doc_numbers,
            dates: &self.facts.dates,
            front: &self.front,
            indicators: &self.indicators,
            checks: &self.checks,
            notes: &self.notes,
        };
        crate::score::score(parts, rubric, context)
    }
}

/// What one reading of all paragraphs finds.
#[derive(Default)]
struct Found {
    facts: Facts,
    /// Whether all facts fitted the limits.
    complete: bool,
    topic_words: Vec<Hit>,
    indicator_words: Vec<Hit>,
}

/// Reads every paragraph once: its facts, each told its section, and the words that topics and indicators go by.
fn read_paragraphs(text: &Text<'_>, outline: &Outline, limits: &Limits) -> Found {
    let mut found = Found { complete: true, ..Found::default() };
    let mut glyphs = Glyphs::default();
    let mut markers = Vec::new();
    let mut next = 0;
    for paragraph in &text.paragraphs {
        markers.clear();
        while let Some(section) = outline.sections.get(next).filter(|s| s.marker.start < paragraph.span.end) {
            markers.push(section.marker);
            next += 1;
        }
        glyphs.fill(text.source, paragraph.span, text.gaps_of(paragraph));
        found.complete &= found.facts.scan(text.source, &glyphs, &markers, limits.facts());
        topic::find_words(&glyphs, &mut found.topic_words);
        indicator::find_words(&glyphs, &mut found.indicator_words);
    }
    let facts = &mut found.facts;
    // A page's metadata states the document's number; its other figures (hits, times) are none of the report's.
    let mut metadata = Facts::default();
    for line in
        text.lines.iter().filter(|line| line.kind == LineKind::Furniture && text.slice(line.span).contains('号'))
    {
        glyphs.fill(text.source, line.span, &[]);
        found.complete &= metadata.scan(text.source, &glyphs, &[], limits.facts());
    }
    facts.doc_numbers.append(&mut metadata.doc_numbers);
    facts.doc_numbers.sort_by_key(|number| number.span);
    for quantity in &mut facts.quantities {
        quantity.section = outline.section_at(quantity.span.start);
    }
    for citation in &mut facts.citations {
        citation.section = outline.section_at(citation.span.start);
    }
    found
}
