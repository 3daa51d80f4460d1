//! Each stage over the sample reports, by one parser that keeps its buffers: the UTF-8 check as the floor, the outline,
//! the report without and with the audit, its score, its JSON. `cargo bench` prints times and MB/s; every result is
//! compared with the annotations before it is timed. Figures to compare by come from `benches/ratio`.

use std::fmt;
use std::fs;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use fazhi::{Parser, Report};
use serde_json::Value;

/// One report, read before anything is timed.
struct Input {
    name: &'static str,
    bytes: Vec<u8>,
    sections: usize,
    quantities: usize,
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Input {
    fn read(name: &'static str) -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
        let read = |suffix: &str| {
            let path = data.join(format!("{name}.{suffix}"));
            fs::read(path).expect("a sample report and its annotations")
        };
        let gold: Value = serde_json::from_slice(&read("gold.json")).expect("gold is JSON");
        let count = |table: &str, wanted: fn(&Value) -> bool| {
            gold[table].as_array().map_or(0, |rows| rows.iter().filter(|row| wanted(row)).count())
        };
        let quantities = count("quantities", |row| row["required"] != false);
        Self { name, bytes: read("txt"), sections: count("sections", |_| true), quantities }
    }

    fn inputs() -> [Self; 3] {
        ["qinglan-2024", "yunting-2025", "yunting-market-2024"].map(Self::read)
    }
}

fn main() {
    divan::main();
}

/// What nothing that takes bytes can beat.
#[divan::bench(args = Input::inputs())]
fn utf8_check(bencher: Bencher<'_, '_>, input: &Input) {
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench(|| std::str::from_utf8(black_box(&input.bytes)).is_ok());
}

#[divan::bench(args = Input::inputs())]
fn outline(bencher: Bencher<'_, '_>, input: &Input) {
    let mut parser = Parser::new();
    let sections = fazhi::outline(&input.bytes).expect("a report").sections.len();
    assert_eq!(sections, input.sections, "sections of {input}");
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench_local(|| {
        let outline = parser.outline(black_box(&input.bytes)).expect("a report");
        parser.recycle_outline(outline);
    });
}

/// For text whose UTF-8 was checked before.
#[divan::bench(args = Input::inputs())]
fn outline_of_valid_text(bencher: Bencher<'_, '_>, input: &Input) {
    let mut parser = Parser::new();
    let text = std::str::from_utf8(&input.bytes).expect("UTF-8");
    let sections = fazhi::outline_str(text).expect("a report").sections.len();
    assert_eq!(sections, input.sections, "sections of {input}");
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench_local(|| {
        let outline = parser.outline_str(black_box(text)).expect("a report");
        parser.recycle_outline(outline);
    });
}

#[divan::bench(args = Input::inputs())]
fn report_without_audit(bencher: Bencher<'_, '_>, input: &Input) {
    parse(bencher, input, Parser::new().audit(false));
}

#[divan::bench(args = Input::inputs())]
fn report(bencher: Bencher<'_, '_>, input: &Input) {
    parse(bencher, input, Parser::new());
}

fn parse(bencher: Bencher<'_, '_>, input: &Input, mut parser: Parser) {
    let quantities = parser.parse(&input.bytes).expect("a report").quantities().len();
    assert!(quantities >= input.quantities * 95 / 100, "{quantities} quantities in {input}");
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench_local(|| {
        let report = parser.parse(black_box(&input.bytes)).expect("a report");
        parser.recycle(report);
    });
}

/// Scoring alone.
#[cfg(feature = "rubric")]
#[divan::bench(args = Input::inputs())]
fn score(bencher: Bencher<'_, '_>, input: &Input) {
    let (rubric, context) = (fazhi::Rubric::default(), fazhi::Context::default());
    let report = Report::parse(&input.bytes).expect("a report");
    assert!(!report.score(&rubric, &context).dimensions.is_empty(), "no score of {input}");
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench(|| black_box(&report).score(&rubric, &context));
}

/// Writing alone; MB/s of JSON, not of the report.
#[divan::bench(args = Input::inputs())]
fn json(bencher: Bencher<'_, '_>, input: &Input) {
    let report = Report::parse(&input.bytes).expect("a report");
    let document = report.to_json().into_bytes();
    let back: Value = serde_json::from_slice(&document).expect("JSON");
    assert_eq!(back["sections"].as_array().map(Vec::len), Some(input.sections), "sections of {input}");
    let mut out = Vec::new();
    bencher.counter(BytesCount::of_slice(&document)).bench_local(|| {
        out.clear();
        black_box(&report).write_json(&mut out);
    });
}
