//! The facade's worker: parses one report after another and reuses its buffers.

use crate::audit::{self, Evidence};
use crate::error::Error;
use crate::facts::Facts;
use crate::front;
use crate::indicator;
use crate::limits::Limits;
use crate::note::{Note, NoteCode};
use crate::outline::{self, Outline};
use crate::span::Span;
use crate::text::glyph::Glyphs;
use crate::text::{LineKind, Text};
use crate::topic;

use super::{Parts, Report};

/// Parses many reports, one at a time, and reuses its buffers: after the first few reports nothing is allocated.
///
/// ```
/// let mut parser = fazhi::Parser::new();
/// for text in ["青岚县2023年法治政府建设年度报告\n", "青岚县2024年法治政府建设年度报告\n"] {
///     let report = parser.parse(text.as_bytes())?;
///     assert!(report.front().title.is_some());
///     parser.recycle(report);
/// }
/// # Ok::<(), fazhi::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Parser {
    limits: Limits,
    without_audit: bool,
    glyphs: Glyphs,
    markers: Vec<Span>,
    metadata: Facts,
    outline: outline::Scratch,
    front: front::Scratch,
    topic: topic::Scratch,
    indicator: indicator::Scratch,
    audit: audit::Scratch,
    /// The tables of a report that was handed back.
    spare: Parts,
}

impl Parser {
    /// A parser with the default [`Limits`] that does everything.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes other limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether claims are checked (they are by default). Without it [`Report::checks`] is empty, and a parse takes
    /// about half the time.
    #[must_use]
    pub fn audit(mut self, audit: bool) -> Self {
        self.without_audit = !audit;
        self
    }

    /// Fails for an input of so many `bytes` as a parse would, for callers who first have to copy it.
    #[cfg(feature = "capi")]
    pub(crate) fn admit(&self, bytes: usize) -> Result<(), Error> {
        self.limits.admit(bytes)
    }

    /// A parser with the same settings and no memory yet.
    #[cfg(feature = "parallel")]
    pub(super) fn like(&self) -> Self {
        Self { limits: self.limits, without_audit: self.without_audit, ..Self::default() }
    }

    /// Parses a report in UTF-8.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8, or more bytes than the limits allow. The parser can be used again after an error.
    pub fn parse<'a>(&mut self, bytes: &'a [u8]) -> Result<Report<'a>, Error> {
        let text = Text::read(bytes, &self.limits, std::mem::take(&mut self.spare.text))?;
        let mut parts = self.read(&text);
        let source = text.source;
        parts.text = text.into_buffers();
        Ok(Report::new(source, parts))
    }

    /// Parses a report known to be valid UTF-8, which saves the check.
    ///
    /// # Errors
    ///
    /// More bytes than the limits allow.
    pub fn parse_str<'a>(&mut self, text: &'a str) -> Result<Report<'a>, Error> {
        let text = Text::read_str(text, &self.limits, std::mem::take(&mut self.spare.text))?;
        let mut parts = self.read(&text);
        let source = text.source;
        parts.text = text.into_buffers();
        Ok(Report::new(source, parts))
    }

    /// Segments a report: its headings and items alone, without facts.
    ///
    /// # Errors
    ///
    /// Invalid UTF-8, or more bytes than the limits allow.
    pub fn outline(&mut self, bytes: &[u8]) -> Result<Outline, Error> {
        let text = Text::read(bytes, &self.limits, std::mem::take(&mut self.spare.text))?;
        Ok(self.segment(text))
    }

    /// Segments a report known to be valid UTF-8, which saves the check.
    ///
    /// # Errors
    ///
    /// More bytes than the limits allow.
    pub fn outline_str(&mut self, text: &str) -> Result<Outline, Error> {
        let text = Text::read_str(text, &self.limits, std::mem::take(&mut self.spare.text))?;
        Ok(self.segment(text))
    }

    fn segment(&mut self, text: Text<'_>) -> Outline {
        let mut outline = std::mem::take(&mut self.spare.outline);
        outline.refill(&text, &self.limits, &mut self.outline);
        self.spare.text = text.into_buffers();
        outline
    }

    /// Takes an outline's buffers back for the next parse.
    pub fn recycle_outline(&mut self, outline: Outline) {
        self.spare.outline = outline;
    }

    /// Takes a report's buffers back for the next parse.
    pub fn recycle(&mut self, report: Report<'_>) {
        self.spare = report.into_parts();
    }

    fn read(&mut self, text: &Text<'_>) -> Parts {
        let mut parts = std::mem::take(&mut self.spare);
        std::mem::swap(&mut parts.notes, &mut parts.outline.notes);
        parts.outline.refill(text, &self.limits, &mut self.outline);
        std::mem::swap(&mut parts.notes, &mut parts.outline.notes);
        let complete = self.read_paragraphs(text, &parts.outline, &mut parts.facts);
        if !parts.front.refill(text, &parts.facts, &mut self.front) {
            parts.clear();
            parts.notes.push(Note::new(NoteCode::NoReport, Span::default(), "没有找到报告正文"));
            return parts;
        }
        topic::classify(text, &parts.outline, &mut self.topic, &mut parts.meanings);
        self.indicator.read_clauses(text.source, &parts.facts.quantities);
        indicator::bind(
            text,
            &parts.outline,
            &parts.meanings,
            &parts.facts,
            &parts.front,
            &self.indicator,
            &mut parts.indicators,
        );
        parts.checks.clear();
        if !self.without_audit {
            let evidence = Evidence {
                text,
                outline: &parts.outline,
                meanings: &parts.meanings,
                facts: &parts.facts,
                front: &parts.front,
                indicators: &parts.indicators,
                clauses: self.indicator.clauses(),
            };
            audit::audit(evidence, &mut self.audit, &mut parts.checks);
        }
        if !complete {
            parts.notes.push(Note::new(NoteCode::LimitReached, Span::default(), "数据项达到上限，其余未列出"));
        }
        crate::condition::observe(text, &mut parts.notes);
        parts.notes.sort_by_key(|note| note.span);
        parts
    }

    /// Reads every paragraph once: its facts, each told its section, and the words that topics and indicators go by.
    /// Returns whether all facts fitted the limits.
    fn read_paragraphs(&mut self, text: &Text<'_>, outline: &Outline, facts: &mut Facts) -> bool {
        let max = self.limits.facts();
        let mut complete = true;
        let mut next = 0;
        facts.clear();
        self.topic.clear();
        self.indicator.clear();
        for paragraph in &text.paragraphs {
            self.markers.clear();
            while let Some(section) = outline.sections.get(next).filter(|s| s.marker.start < paragraph.span.end) {
                self.markers.push(section.marker);
                next += 1;
            }
            self.glyphs.fill(text.source, paragraph.span, text.gaps_of(paragraph));
            complete &= facts.scan(text.source, &self.glyphs, &self.markers, max);
            indicator::find_words(&self.glyphs, &mut self.topic, &mut self.indicator);
        }
        // A page's metadata states the document's number; its other figures (hits, times) are none of the report's.
        let metadata = &mut self.metadata;
        metadata.clear();
        for line in
            text.lines.iter().filter(|line| line.kind == LineKind::Furniture && text.slice(line.span).contains('号'))
        {
            self.glyphs.fill(text.source, line.span, &[]);
            complete &= metadata.scan(text.source, &self.glyphs, &[], max);
        }
        if !metadata.doc_numbers.is_empty() {
            facts.doc_numbers.append(&mut metadata.doc_numbers);
            facts.doc_numbers.sort_unstable_by_key(|number| number.span);
        }
        let sections = &outline.sections;
        let mut begun = 0;
        for quantity in &mut facts.quantities {
            // Figures come in text order, so that each one's section is near that of the one before.
            let start = quantity.span.start;
            begun -= sections[..begun].iter().rev().take_while(|section| section.span.start > start).count();
            begun += sections[begun..].iter().take_while(|section| section.span.start <= start).count();
            quantity.section = outline.innermost(begun, start);
        }
        for citation in &mut facts.citations {
            citation.section = outline.section_at(citation.span.start);
        }
        complete
    }
}

/// Segments a report: its headings and items alone, without facts. The fastest way to a report's structure.
///
/// # Errors
///
/// Invalid UTF-8, or more bytes than the default [`Limits`] allow.
pub fn outline(bytes: &[u8]) -> Result<Outline, Error> {
    Parser::new().outline(bytes)
}

/// Segments a report known to be valid UTF-8, which saves the check.
///
/// # Errors
///
/// More bytes than the default [`Limits`] allow.
pub fn outline_str(text: &str) -> Result<Outline, Error> {
    Parser::new().outline_str(text)
}
