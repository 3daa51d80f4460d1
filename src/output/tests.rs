//! The writer against serde_json: the same bytes.

use std::fmt;

use super::format::Serialized;
use super::value::{Object, Value, Writer};
use super::writer;
use crate::Report;
use crate::decimal::Decimal;
use crate::span::Span;

/// Every report among the samples and test data.
fn reports() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files =
        ["examples/data", "tests/data/reports"].map(|directory| std::fs::read_dir(root.join(directory)).unwrap());
    let paths = files.into_iter().flatten().map(|file| file.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn reports_are_written_as_serde_json_writes_them() {
    let reports = reports();
    assert!(reports.len() > 20);
    let mut out = b"before".to_vec();
    for text in &reports {
        let report = Report::parse(text.as_bytes()).unwrap();
        let expected = serde_json::to_string(&report).unwrap();
        assert_eq!(report.to_json(), expected);
        out.truncate(6);
        report.write_json(&mut out);
        assert_eq!(&out[6..], expected.as_bytes());
    }
}

#[test]
#[cfg(feature = "rubric")]
fn scores_are_written_as_serde_json_writes_them() {
    for text in reports() {
        let report = Report::parse(text.as_bytes()).unwrap();
        let score = report.score(&crate::Rubric::default(), &crate::Context::default());
        assert_eq!(score.to_json(), serde_json::to_string(&score).unwrap());
    }
}

#[test]
fn titles_with_layout_are_written_without_an_owned_copy() {
    let text =
        "青岚县2024年法治政府建设年度报告\n一、推 进依法　行政\n（一）印发《法治宣传\n方案》“1 0”件，\\受理25 件。\n";
    let report = Report::parse(text.as_bytes()).unwrap();
    assert_eq!(report.to_json(), serde_json::to_string(&report).unwrap());
    assert!(report.to_json().contains("推 进依法 行政"));
}

/// An object with a key longer than any that is written in one piece.
struct Long<'a>(&'a [&'a str]);

impl Value for Long<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        let mut object = writer.object("Long", 3);
        object.field("a key that is longer than all the others", self.0);
        object.field("another key that is longer than all the others", &Some(0_u64));
        object.field("none", &None::<u8>);
        object.end()
    }
}

/// A text that comes piece by piece.
struct Pieces<'a>([&'a str; 3]);

impl fmt::Display for Pieces<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece))
    }
}

impl Value for Pieces<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.shown(self)
    }
}

/// What the writer makes of a value is what serde_json makes of it.
fn assert_same(value: &(impl Value + ?Sized)) {
    assert_eq!(writer::to_string(&value), serde_json::to_string(&Serialized(value)).unwrap());
}

#[test]
fn texts_of_every_length_are_escaped_at_every_place() {
    let plain = ["", "a", "件", "%𠮷", "\u{2028}\u{2029}", "\u{7f}\u{80}\u{ff}!#[]"];
    let special = ["\"", "\\", "\0", "\u{8}", "\t", "\n", "\u{b}", "\u{c}", "\r", "\u{1f}", " "];
    for length in 0..40 {
        for piece in plain {
            assert_same(&*piece.repeat(length));
            for at in 0..=length {
                let (before, behind) = (piece.repeat(at), piece.repeat(length - at));
                for mark in special {
                    assert_same(&*format!("{before}{mark}{behind}"));
                    assert_same(&Pieces([&before, mark, &behind]));
                }
            }
        }
    }
}

#[test]
fn numbers_of_every_length_are_written() {
    for digits in 0..20 {
        let power = 10_u64.pow(digits);
        for number in [power - 1, power, power + 1, power / 3, power / 3 * 2] {
            assert_same(&number);
            assert_same(&[number, number][..]);
        }
    }
    assert_same(&(0..2000).collect::<Vec<u32>>()[..]);
    assert_same(&[u64::MAX, 0][..]);
    assert_same(&7_u8);
    assert_same(&65_535_u16);
}

#[test]
fn decimals_and_spans_of_every_length_are_written() {
    // Wherever the block ends.
    for before in 0..40 {
        let mut values = vec!["一".repeat(before)];
        values.resize(400, "件".to_owned());
        assert_same(&values.iter().map(String::as_str).collect::<Vec<_>>()[..]);
    }
    let numbers = (0..19).map(|digits| 10_i64.pow(digits)).flat_map(|power| [power - 1, power, -power]);
    let decimals = numbers.flat_map(|number| [0, 1, 3, 18].map(|scale| Decimal::new(number, scale).unwrap()));
    assert_same(&decimals.collect::<Vec<_>>()[..]);
    let ends = (0..10).map(|digits| 10_u32.pow(digits));
    let spans = ends.clone().flat_map(|start| ends.clone().map(move |end| Span::new(start - 1, end)));
    assert_same(&spans.collect::<Vec<_>>()[..]);
}

#[test]
fn lists_and_objects_nest() {
    assert_same(&[0_u8; 0][..]);
    assert_same(&[&[1_u8][..], &[], &[2, 3]][..]);
    assert_same(&[Long(&["一", "\"二\""]), Long(&[])][..]);
    assert_same(&Some(&[Some("三"), None][..]));
}
