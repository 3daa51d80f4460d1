//! Each stage over the sample reports: the UTF-8 check as the floor, the outline alone, the whole report, the report
//! as JSON. `cargo bench` prints times and MB/s; every result is compared with the annotations before it is timed.

use std::fmt;
use std::fs;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use fazhi::Report;
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
    let sections = fazhi::outline(&input.bytes).expect("a report").sections.len();
    assert_eq!(sections, input.sections, "sections of {input}");
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench(|| fazhi::outline(black_box(&input.bytes)));
}

#[divan::bench(args = Input::inputs())]
fn report(bencher: Bencher<'_, '_>, input: &Input) {
    let quantities = Report::parse(&input.bytes).expect("a report").quantities().len();
    assert!(quantities >= input.quantities * 95 / 100, "{quantities} quantities in {input}");
    bencher.counter(BytesCount::of_slice(&input.bytes)).bench(|| Report::parse(black_box(&input.bytes)));
}

/// Writing alone; MB/s of JSON, not of the report.
#[divan::bench(args = Input::inputs())]
fn json(bencher: Bencher<'_, '_>, input: &Input) {
    let report = Report::parse(&input.bytes).expect("a report");
    let document = serde_json::to_vec(&report).expect("JSON");
    let back: Value = serde_json::from_slice(&document).expect("JSON");
    assert_eq!(back["sections"].as_array().map(Vec::len), Some(input.sections), "sections of {input}");
    bencher.counter(BytesCount::of_slice(&document)).bench(|| serde_json::to_vec(black_box(&report)));
}
