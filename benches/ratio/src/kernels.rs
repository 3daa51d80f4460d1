//! What is timed: each kernel does one job over a row of documents and counts what it found.

use std::ops::RangeInclusive;

use fazhi::{Context, Parser, Report, Rubric};

use crate::documents::Document;

/// One job over given documents. What it needs besides (parsers, parsed reports, tables) is built beforehand.
pub struct Kernel<'d> {
    /// Bytes that one run reads.
    pub bytes: usize,
    /// What a run may count.
    pub expected: RangeInclusive<usize>,
    run: Box<dyn FnMut() -> usize + 'd>,
}

/// A kind of kernel.
pub struct Job {
    pub name: &'static str,
    pub build: for<'d> fn(&'d [Document]) -> Kernel<'d>,
}

/// The unit of speed.
pub const REFERENCE: Job = Job { name: "simdutf8, UTF-8 check alone", build: simdutf8_check };

/// What fazhi does, from the floor upwards.
pub const JOBS: [Job; 8] = [
    Job { name: "`std`, UTF-8 check alone", build: std_check },
    Job { name: "**validated outline**", build: outline },
    Job { name: "**outline of valid text**", build: outline_of_valid },
    Job { name: "**full parse without audit**", build: parse },
    Job { name: "**full parse with audit**", build: parse_with_audit },
    Job { name: "**parse, audit, score → JSON**", build: everything },
    Job { name: "JSON of a parsed report alone", build: json },
    Job { name: "score → JSON of a parsed report", build: score_and_json },
];

impl<'d> Kernel<'d> {
    /// A kernel that does all documents at once and must count `expected`.
    pub fn whole(documents: &'d [Document], expected: usize, run: impl FnMut() -> usize + 'd) -> Self {
        let bytes = documents.iter().map(|document| document.text.len()).sum();
        Self { bytes, expected: expected..=expected, run: Box::new(run) }
    }

    /// A kernel that calls `each` with every document and adds what that counts.
    pub fn new(documents: &'d [Document], expected: usize, mut each: impl FnMut(&'d Document) -> usize + 'd) -> Self {
        Self::whole(documents, expected, move || documents.iter().map(&mut each).sum())
    }

    pub fn run(&mut self) -> usize {
        (self.run)()
    }

    /// Runs once and compares.
    pub fn check(&mut self, name: &str) {
        let found = self.run();
        assert!(self.expected.contains(&found), "{name}: counted {found}, not {:?}", self.expected);
    }

    /// A kernel that counts sections and quantities.
    pub fn found_in(documents: &'d [Document], run: impl FnMut() -> usize + 'd) -> Self {
        let least = total(documents, |document| document.sections + document.required);
        let most = total(documents, |document| document.sections + document.quantities);
        Self::whole(documents, 0, run).annotated(least, most)
    }

    /// Expects what annotations count; a parser may miss a fiftieth, or find so much more.
    fn annotated(mut self, least: usize, most: usize) -> Self {
        self.expected = least - least / 50..=most + most / 50;
        self
    }
}

fn simdutf8_check(documents: &[Document]) -> Kernel<'_> {
    Kernel::new(documents, documents.len(), |document| {
        usize::from(simdutf8::basic::from_utf8(document.text.as_bytes()).is_ok())
    })
}

fn std_check(documents: &[Document]) -> Kernel<'_> {
    Kernel::new(documents, documents.len(), |document| {
        usize::from(std::str::from_utf8(document.text.as_bytes()).is_ok())
    })
}

fn outline(documents: &[Document]) -> Kernel<'_> {
    let mut parser = Parser::new();
    let sections = total(documents, |document| document.sections);
    Kernel::new(documents, 0, move |document| {
        let outline = parser.outline(document.text.as_bytes()).expect("a report");
        let sections = outline.sections.len();
        parser.recycle_outline(outline);
        sections
    })
    .annotated(sections, sections)
}

fn outline_of_valid(documents: &[Document]) -> Kernel<'_> {
    let mut parser = Parser::new();
    let sections = total(documents, |document| document.sections);
    Kernel::new(documents, 0, move |document| {
        let outline = parser.outline_str(&document.text).expect("a report");
        let sections = outline.sections.len();
        parser.recycle_outline(outline);
        sections
    })
    .annotated(sections, sections)
}

fn parse(documents: &[Document]) -> Kernel<'_> {
    parse_by(Parser::new().audit(false), documents)
}

fn parse_with_audit(documents: &[Document]) -> Kernel<'_> {
    parse_by(Parser::new(), documents)
}

fn parse_by(mut parser: Parser, documents: &[Document]) -> Kernel<'_> {
    let mut parse = move |document: &Document| {
        let report = parser.parse(document.text.as_bytes()).expect("a report");
        let found = report.sections().len() + report.quantities().len();
        parser.recycle(report);
        found
    };
    Kernel::found_in(documents, move || documents.iter().map(&mut parse).sum())
}

fn everything(documents: &[Document]) -> Kernel<'_> {
    let rubric = Rubric::default();
    let expected = documents.iter().map(|document| scored_bytes(document, &rubric)).sum();
    let (mut parser, mut out) = (Parser::new(), Vec::new());
    Kernel::new(documents, expected, move |document| {
        let report = parser.parse(document.text.as_bytes()).expect("a report");
        out.clear();
        report.write_json(&mut out);
        report.score(&rubric, &Context::default()).write_json(&mut out);
        parser.recycle(report);
        out.len()
    })
}

fn json(documents: &[Document]) -> Kernel<'_> {
    let reports = parsed(documents);
    let expected = reports.iter().map(|report| serde_json::to_vec(report).expect("JSON").len()).sum();
    let mut out = Vec::new();
    over_reports(documents, reports, expected, move |report| {
        out.clear();
        report.write_json(&mut out);
        out.len()
    })
}

fn score_and_json(documents: &[Document]) -> Kernel<'_> {
    let rubric = Rubric::default();
    let expected = documents.iter().map(|document| scored_bytes(document, &rubric)).sum();
    let mut out = Vec::new();
    over_reports(documents, parsed(documents), expected, move |report| {
        out.clear();
        report.write_json(&mut out);
        report.score(&rubric, &Context::default()).write_json(&mut out);
        out.len()
    })
}

/// A kernel over reports that are parsed already; its bytes are those of the texts.
fn over_reports<'d>(
    documents: &'d [Document],
    reports: Vec<Report<'d>>,
    expected: usize,
    mut each: impl FnMut(&Report<'d>) -> usize + 'd,
) -> Kernel<'d> {
    Kernel::whole(documents, expected, move || reports.iter().map(&mut each).sum())
}

/// How long both JSON documents are, by a parse and a writer of their own.
fn scored_bytes(document: &Document, rubric: &Rubric) -> usize {
    let report = Report::parse(document.text.as_bytes()).expect("a report");
    let json = serde_json::to_vec(&report).expect("JSON");
    let score = serde_json::to_vec(&report.score(rubric, &Context::default())).expect("JSON");
    json.len() + score.len()
}

fn parsed(documents: &[Document]) -> Vec<Report<'_>> {
    documents.iter().map(|document| Report::parse(document.text.as_bytes()).expect("a report")).collect()
}

fn total(documents: &[Document], count: impl Fn(&Document) -> usize) -> usize {
    documents.iter().map(count).sum()
}
