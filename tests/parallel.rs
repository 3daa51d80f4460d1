//! Many reports at once give what one after another gives, in order, and one that cannot be read fails alone.
#![cfg(feature = "parallel")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod common {
    pub mod samples;
}

use common::samples::samples;
use fazhi::{ErrorKind, Parser, Report};

fn digest(report: &Report<'_>) -> (usize, usize, usize, Option<u16>) {
    let front = report.front();
    (report.sections().len(), report.quantities().len(), report.checks().len(), front.year.map(|(year, _)| year))
}

#[test]
fn many_reports_are_parsed_as_one_is() {
    let mut inputs: Vec<Vec<u8>> = samples().into_iter().map(|sample| sample.text.into_bytes()).collect();
    inputs.insert(3, b"\xe5\xb2".to_vec());
    let mut parser = Parser::new();
    let alone: Vec<_> = inputs.iter().map(|input| parser.parse(input).map(|report| digest(&report)).ok()).collect();
    assert!(alone[3].is_none() && alone.iter().flatten().count() == inputs.len() - 1);
    for _ in 0..3 {
        let together = fazhi::parse_many(&inputs, |index, report| {
            assert_eq!(report.as_ref().err().map(|error| error.kind()), (index == 3).then_some(ErrorKind::InvalidUtf8));
            report.map(digest).ok()
        });
        assert_eq!(together, alone);
    }
}

#[test]
fn settings_reach_every_thread() {
    let inputs = vec![
        "青岚县2024年法治政府建设年度报告\n一、化解争议\n受理案件25件，办结率99%。\n";
        40
    ];
    let checks = Parser::new().audit(false).parse_many(&inputs, |_, report| report.unwrap().checks().len());
    assert_eq!(checks, [0; 40]);
    let checks = fazhi::parse_many(&inputs, |_, report| report.unwrap().checks().len());
    assert_eq!(checks, [1; 40]);
}
