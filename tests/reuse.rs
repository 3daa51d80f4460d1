//! A parser that has read other texts says what a new one says.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod common {
    pub mod samples;
}

use common::samples::samples;
use fazhi::{Parser, Report};

/// The samples, pieces of them, and texts that are no report, so that each follows longer and shorter ones.
fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    for (number, sample) in samples().into_iter().enumerate() {
        let cut = sample.text.floor_char_boundary(sample.text.len() * (number % 7) / 8);
        texts.push(sample.text[cut..].to_owned());
        texts.push(sample.text[..cut].to_owned());
        texts.push(["", "首页\n登录\n", "一、\n", "（一）2024年25件，占10%。"][number % 4].to_owned());
        texts.push(sample.text);
    }
    texts
}

#[test]
fn memory_of_other_texts_does_not_show() {
    let mut parser = Parser::new();
    for text in texts() {
        let report = parser.parse(text.as_bytes()).unwrap();
        assert_eq!(report.to_json(), Report::parse(text.as_bytes()).unwrap().to_json());
        parser.recycle(report);
        assert!(parser.parse(b"\xe5\xb2").is_err());
        let outline = parser.outline(text.as_bytes()).unwrap();
        assert_eq!(outline, fazhi::outline_str(&text).unwrap());
        if text.len() % 2 == 0 {
            parser.recycle_outline(outline);
        }
    }
}
