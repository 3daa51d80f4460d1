//! The first call of a process: what a command that reads one report waits for, tables made once included.

use std::time::Instant;

use fazhi::{Context, Report, Rubric};

use crate::documents;

/// Times the parse of one sample, then the score and the JSON, in microseconds.
pub fn print(index: usize) {
    let samples = documents::samples();
    let sample = &samples[index % samples.len()];
    let start = Instant::now();
    let report = Report::parse(sample.text.as_bytes()).expect("a report");
    let parse = start.elapsed();
    let score = report.score(&Rubric::default(), &Context::default());
    let scored = start.elapsed();
    let bytes = report.to_json().len() + score.to_json().len();
    let whole = start.elapsed();
    assert!(bytes > sample.text.len() / 10, "hardly any JSON");
    for (name, time) in [("parse with audit", parse), ("… and score", scored), ("… and JSON", whole)] {
        println!("first\t{name}\t{:.1}", time.as_secs_f64() * 1e6);
    }
}
