//! The writer against serde_json: the same bytes.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::writer;
use crate::Report;

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

impl Serialize for Long<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Long", 3)?;
        object.serialize_field("a key that is longer than all the others", &self.0)?;
        object.serialize_field("another key that is longer than all the others", &Some(0_u64))?;
        object.serialize_field("none", &None::<u8>)?;
        object.end()
    }
}

/// What the writer makes of a value is what serde_json makes of it.
fn assert_same<T: Serialize>(value: &T) {
    assert_eq!(writer::to_string(value), serde_json::to_string(value).unwrap());
}

#[test]
fn texts_of_every_length_are_escaped_at_every_place() {
    let plain = ["", "a", "件", "%𠮷", "\u{2028}\u{2029}", "\u{7f}\u{80}\u{ff}!#[]"];
    let special = ["\"", "\\", "\0", "\u{8}", "\t", "\n", "\u{b}", "\u{c}", "\r", "\u{1f}", " "];
    for length in 0..40 {
        for piece in plain {
            assert_same(&piece.repeat(length));
            for at in 0..=length {
                let (before, behind) = (piece.repeat(at), piece.repeat(length - at));
                for mark in special {
                    assert_same(&format!("{before}{mark}{behind}"));
                    assert_same(&format_args!("{before}{mark}{}", behind));
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
            assert_same(&vec![number, number]);
        }
    }
    assert_same(&(0..2000).collect::<Vec<u32>>());
    assert_same(&[u64::MAX, 0]);
    assert_same(&(7_u8, 65_535_u16, 12_u64));
}

#[test]
fn lists_and_objects_nest() {
    assert_same(&Vec::<u8>::new());
    assert_same(&[vec![1_u8], vec![], vec![2, 3]]);
    assert_same(&[Long(&["一", "\"二\""]), Long(&[])]);
    assert_same(&Some([Some("三"), None]));
}
