//! The fictional reports against their annotations, measured as the project's evaluation measures the corpus.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]
//!
//! `FAZHI_VERBOSE=1 cargo test --test golden -- --nocapture` prints the figures and every miss.
#![cfg(feature = "serde")]

mod common {
    pub mod samples;
    pub mod tally;
}

use std::collections::{BTreeMap, BTreeSet};

use common::samples::{Sample, samples};
use common::tally::Tally;
use fazhi::Report;
use serde_json::Value;

/// The least F1 of each metric over all reports together.
const MINIMUMS: [(&str, f64); 12] = [
    ("front", 0.99),
    ("sections", 1.0),
    ("roles", 1.0),
    ("topics", 0.94),
    ("quantities", 0.995),
    ("citations", 1.0),
    ("citation kinds", 0.97),
    ("indicators", 0.955),
    ("doc numbers", 1.0),
    ("passages", 1.0),
    ("numerals", 0.87),
    ("structure", 1.0),
];

/// A report read by us and by hand.
struct Case<'a> {
    gold: &'a Value,
    got: &'a Value,
    source: &'a str,
}

/// The rows of an array; none where the field is missing.
fn rows<'v>(document: &'v Value, name: &str) -> &'v [Value] {
    document[name].as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    value.as_u64().map_or(usize::MAX, |number| number as usize)
}

/// Where an annotation of ours starts.
fn start(row: &Value) -> usize {
    number(&row["span"][0])
}

/// A text without blanks and line ends, which annotations keep or drop at will.
fn squeeze(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect()
}

/// A decimal without needless zeros; what is none stays as it is.
fn decimal(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    match text.split_once('.') {
        Some((whole, fraction)) => {
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
        }
        None => text.to_owned(),
    }
}

fn has_digit(text: &str) -> bool {
    text.contains(|ch: char| ch.is_ascii_digit() || ('０'..='９').contains(&ch))
}

/// The readings that an annotation accepts for one of its fields.
fn accepted<'v>(row: &'v Value, name: &str) -> Vec<&'v Value> {
    let also = row.get(format!("{name}_also")).and_then(Value::as_array);
    std::iter::once(&row[name]).chain(also.into_iter().flatten()).collect()
}

fn required(row: &Value) -> bool {
    row["required"].as_bool().unwrap_or(true)
}

fn front(case: &Case<'_>) -> Tally {
    fn plain(value: &Value) -> Vec<String> {
        match value {
            Value::Null => Vec::new(),
            Value::Array(items) => items.iter().map(squeeze).collect(),
            Value::String(_) => vec![squeeze(value)],
            other => vec![other.to_string()],
        }
    }
    let mut tally = Tally::default();
    let (gold, got) = (&case.gold["front"], &case.got["front"]);
    for field in ["title", "issuers", "region", "level", "year", "doc_number", "signers", "recipients", "cc", "date"] {
        if gold.get(field).is_some() {
            let have = plain(&got[field]);
            let right = accepted(gold, field).into_iter().any(|want| plain(want) == have);
            tally.judge(right, || format!("{field}: want {}, got {}", gold[field], got[field]));
        }
    }
    tally
}

fn sections(case: &Case<'_>) -> Tally {
    let key = |row: &Value, at: usize| {
        (at, number(&row["level"]), squeeze(&row["style"]), number(&row["number"]), squeeze(&row["title"]))
    };
    let want = rows(case.gold, "sections").iter().map(|row| key(row, number(&row["at"]))).collect();
    let have = rows(case.got, "sections").iter().map(|row| key(row, start(row))).collect();
    Tally::compare(&want, &have)
}

/// Whether one attribute of the sections is right.
fn attribute(case: &Case<'_>, name: &str) -> Tally {
    let have: BTreeMap<usize, &Value> = rows(case.got, "sections").iter().map(|row| (start(row), row)).collect();
    let mut tally = Tally::default();
    for want in rows(case.gold, "sections") {
        let got = have.get(&number(&want["at"])).map(|row| &row[name]);
        let readings = accepted(want, name);
        let right = got.is_some_and(|got| readings.iter().any(|reading| *reading == got || *reading == "*"));
        tally.judge(right, || format!("{} {}: want {}, got {got:?}", want["style"], want["title"], want[name]));
    }
    tally
}

fn roles(case: &Case<'_>) -> Tally {
    attribute(case, "role")
}

fn topics(case: &Case<'_>) -> Tally {
    attribute(case, "topic")
}

fn quantities(case: &Case<'_>) -> Tally {
    let want: BTreeMap<usize, &Value> =
        rows(case.gold, "quantities").iter().map(|row| (number(&row["at"]), row)).collect();
    let same = |want: &Value, got: &Value| {
        squeeze(&got["text"]) == squeeze(&want["text"])
            && decimal(&got["value"]) == decimal(&want["value"])
            && decimal(&got["high"]) == decimal(&want["high"])
            && squeeze(&got["unit"]) == squeeze(&want["unit"])
            && got["kind"] == want["kind"]
            && got["bound"] == want["bound"]
    };
    let mut tally = Tally::default();
    let mut seen = BTreeSet::new();
    for got in rows(case.got, "quantities") {
        match want.get(&start(got)) {
            None if has_digit(&squeeze(&got["text"])) => tally.extra(got.to_string()),
            None => {}
            Some(_) if !seen.insert(start(got)) => tally.extra(got.to_string()),
            Some(want) if same(want, got) => tally.hit += usize::from(required(want)),
            Some(want) if required(want) => tally.judge(false, || format!("want {want}, got {got}")),
            Some(_) => {}
        }
    }
    for (at, want) in want {
        if required(want) && !seen.contains(&at) {
            tally.missed(want.to_string());
        }
    }
    tally
}

fn citations(case: &Case<'_>) -> Tally {
    let want = rows(case.gold, "citations").iter().map(|row| (number(&row["at"]), squeeze(&row["title"]))).collect();
    let have = rows(case.got, "citations").iter().map(|row| (start(row), squeeze(&row["title"]))).collect();
    Tally::compare(&want, &have)
}

fn citation_kinds(case: &Case<'_>) -> Tally {
    let have: BTreeMap<usize, &Value> = rows(case.got, "citations").iter().map(|row| (start(row), row)).collect();
    let mut tally = Tally::default();
    for want in rows(case.gold, "citations") {
        if let Some(got) = have.get(&number(&want["at"])) {
            let right = accepted(want, "kind").contains(&&got["kind"]);
            tally.judge(right, || format!("{}: want {}, got {}", want["text"], want["kind"], got["kind"]));
        }
    }
    tally
}

fn indicators(case: &Case<'_>) -> Tally {
    let count = |rows: &[Value], wanted: fn(&Value) -> bool| {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| wanted(row)) {
            *counts.entry((squeeze(&row["id"]), decimal(&row["value"]))).or_default() += 1;
        }
        counts
    };
    let want = count(rows(case.gold, "indicators"), required);
    let optional = count(rows(case.gold, "indicators"), |row| !required(row));
    let have = count(rows(case.got, "indicators"), |_| true);
    let mut tally = Tally::default();
    for (key, &times) in &want {
        let found = times.min(have.get(key).copied().unwrap_or(0));
        tally.hit += found;
        (found..times).for_each(|_| tally.missed(format!("{key:?}")));
    }
    for (key, &times) in have.iter().filter(|(key, _)| !want.contains_key(*key) && !optional.contains_key(*key)) {
        (0..times).for_each(|_| tally.extra(format!("{key:?}")));
    }
    tally
}

fn doc_numbers(case: &Case<'_>) -> Tally {
    let want = rows(case.gold, "doc_numbers").iter().map(|row| (number(&row["at"]), squeeze(&row["text"]))).collect();
    let have = rows(case.got, "doc_numbers").iter().map(|row| (start(row), squeeze(&row["text"]))).collect();
    Tally::compare(&want, &have)
}

fn passages(case: &Case<'_>) -> Tally {
    let want = rows(case.gold, "passages").iter().map(|row| (number(&row["at"]), squeeze(&row["role"]))).collect();
    let have = rows(case.got, "passages").iter().map(|row| (start(row), squeeze(&row["role"]))).collect();
    Tally::compare(&want, &have)
}

/// Amounts in Chinese characters: found with the right value, and nothing called an amount that is none.
fn numerals(case: &Case<'_>) -> Tally {
    let spelt = |row: &&Value| !has_digit(&squeeze(&row["text"]));
    let want: BTreeMap<usize, &Value> =
        rows(case.gold, "quantities").iter().filter(spelt).map(|row| (number(&row["at"]), row)).collect();
    let have: BTreeMap<usize, &Value> =
        rows(case.got, "quantities").iter().filter(spelt).map(|row| (start(row), row)).collect();
    let mut tally = Tally::default();
    for (at, got) in &have {
        if want.get(at).is_some_and(|want| decimal(&want["value"]) == decimal(&got["value"])) {
            tally.hit += 1;
        } else {
            tally.extra(got.to_string());
        }
    }
    for (_, want) in want.iter().filter(|(at, _)| !have.contains_key(at)) {
        tally.missed(want.to_string());
    }
    tally
}

/// What holds for every report: spans on characters, children inside parents, text order, sound references.
fn structure(case: &Case<'_>) -> Tally {
    let mut tally = Tally::default();
    let sound = |span: &Value| case.source.get(number(&span[0])..number(&span[1])).is_some();
    let sections = rows(case.got, "sections");
    for section in sections {
        let whole = ["span", "heading", "body"].iter().all(|name| sound(&section[name]));
        tally.judge(whole, || format!("spans of {section}"));
        if let Some(parent) = section["parent"].as_u64() {
            let outer = &sections[parent as usize];
            let inside = number(&outer["level"]) < number(&section["level"])
                && start(outer) <= start(section)
                && number(&section["span"][1]) <= number(&outer["span"][1]);
            tally.judge(inside, || format!("{section} is not inside {outer}"));
        }
    }
    for name in ["quantities", "citations", "doc_numbers", "dates"] {
        let facts = rows(case.got, name);
        tally.judge(facts.is_sorted_by_key(start), || format!("order of {name}"));
        for fact in facts {
            tally.judge(sound(&fact["span"]), || format!("span of {fact}"));
        }
    }
    for indicator in rows(case.got, "indicators") {
        let quantity = &rows(case.got, "quantities")[number(&indicator["quantity"])];
        let value = decimal(&indicator["value"]);
        let same = value.trim_start_matches('-') == decimal(&quantity["value"]);
        tally.judge(same, || format!("{indicator} is not of {quantity}"));
    }
    tally
}

/// A metric: its name as in [`MINIMUMS`], and how it is counted.
type Metric = (&'static str, fn(&Case<'_>) -> Tally);

const METRICS: [Metric; 12] = [
    ("front", front),
    ("sections", sections),
    ("roles", roles),
    ("topics", topics),
    ("quantities", quantities),
    ("citations", citations),
    ("citation kinds", citation_kinds),
    ("indicators", indicators),
    ("doc numbers", doc_numbers),
    ("passages", passages),
    ("numerals", numerals),
    ("structure", structure),
];

fn gold_of(sample: &Sample) -> Value {
    let path = sample.path.with_extension("gold.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn reports_agree_with_their_annotations() {
    let verbose = std::env::var_os("FAZHI_VERBOSE").is_some();
    let mut totals: BTreeMap<&str, Tally> = BTreeMap::new();
    for sample in samples() {
        let gold = gold_of(&sample);
        let report = Report::parse(sample.text.as_bytes()).unwrap();
        let got = serde_json::to_value(&report).unwrap();
        let case = Case { gold: &gold, got: &got, source: &sample.text };
        for (name, metric) in METRICS {
            let tally = metric(&case);
            if verbose {
                let stem = sample.path.file_stem().unwrap().to_string_lossy();
                tally.misses.iter().for_each(|miss| println!("{stem} · {name} · {miss}"));
            }
            totals.entry(name).or_default().add(tally);
        }
    }
    let mut below = Vec::new();
    for (name, least) in MINIMUMS {
        let total = &totals[name];
        let figure = total.f1();
        println!("{name:16} {figure:.4}  {}/{}/{}", total.hit, total.miss, total.false_alarm);
        if figure < least {
            let examples = total.misses.iter().take(5).map(|miss| format!("\n  {miss}")).collect::<String>();
            below.push(format!("{name} {figure:.4} < {least}{examples}"));
        }
    }
    assert!(below.is_empty(), "below the minimum:\n{}", below.join("\n"));
}

/// The annotations themselves: every quoted text stands where it is said to stand.
#[test]
fn annotations_quote_their_reports() {
    for sample in samples() {
        let gold = gold_of(&sample);
        let name = sample.path.display();
        assert_eq!(gold["source"].as_str(), sample.path.file_name().and_then(|file| file.to_str()), "{name}");
        for kind in ["quantities", "citations", "doc_numbers", "passages"] {
            for row in rows(&gold, kind) {
                let quoted = sample.text.get(number(&row["at"])..).zip(row["text"].as_str());
                assert!(quoted.is_some_and(|(rest, text)| rest.starts_with(text)), "{name}: {kind}: {row}");
            }
        }
        for row in rows(&gold, "sections") {
            assert!(sample.text.get(number(&row["at"])..).is_some(), "{name}: {row}");
        }
        for row in rows(&gold, "indicators") {
            let quantity = rows(&gold, "quantities").iter().find(|quantity| quantity["at"] == row["at"]);
            let value = decimal(&row["value"]);
            let same = quantity.is_some_and(|quantity| decimal(&quantity["value"]) == value.trim_start_matches('-'));
            assert!(same, "{name}: no quantity for {row}");
        }
    }
}
