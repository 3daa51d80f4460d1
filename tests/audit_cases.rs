//! Small fictional cases of the audit, one table a rule: what a check must say, and what must stay silent.
//!
//! Each file of `tests/data/audit` holds `[[case]]` tables: `text`, the `kind` of check that is meant, its `verdict`
//! (`none`: no check of that kind) and, where it matters, `stated` and `computed`. Whatever the case, nothing but what it
//! expects may be called inconsistent; `also` lists kinds that may besides.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;

use fazhi::Report;
use fazhi::audit::{Check, CheckKind};
use toml::{Table, Value};

/// The least number of cases of a table, by its file's name.
const LEAST: [(&str, usize); 9] = [
    ("ratio", 25),
    ("sum", 25),
    ("yoy", 25),
    ("order", 25),
    ("target", 12),
    ("conflict", 10),
    ("range", 10),
    ("enumeration", 10),
    ("date", 10),
];

struct Case {
    text: String,
    kind: CheckKind,
    verdict: String,
    stated: Option<String>,
    computed: Option<String>,
    also: Vec<String>,
}

impl Case {
    fn read(table: &Table, place: &str) -> Self {
        let word = |key: &str| {
            table.get(key).map(|value| value.as_str().unwrap_or_else(|| panic!("{place}: {key}")).to_owned())
        };
        let name = word("kind").unwrap_or_else(|| panic!("{place}: kind"));
        let known = ["text", "kind", "verdict", "stated", "computed", "also"];
        assert!(table.keys().all(|key| known.contains(&key.as_str())), "{place}: unknown key");
        let verdict = word("verdict").unwrap_or_else(|| panic!("{place}: verdict"));
        assert!(
            ["consistent", "inconsistent", "ambiguous", "uncheckable", "none"].contains(&verdict.as_str()),
            "{place}: {verdict}"
        );
        let also = table
            .get("also")
            .and_then(Value::as_array)
            .map(|list| list.iter().map(|kind| kind.as_str().unwrap().to_owned()).collect());
        Self {
            text: word("text").unwrap_or_else(|| panic!("{place}: text")),
            kind: CheckKind::ALL
                .into_iter()
                .find(|kind| kind.name() == name)
                .unwrap_or_else(|| panic!("{place}: {name}")),
            verdict,
            stated: word("stated"),
            computed: word("computed"),
            also: also.unwrap_or_default(),
        }
    }

    /// What is wrong with the checks that the text got.
    fn faults(&self) -> Vec<String> {
        let report = Report::parse(self.text.as_bytes()).unwrap();
        let checks = report.checks();
        let meant = |check: &&Check| {
            check.kind == self.kind
                && check.verdict.name() == self.verdict
                && (self.stated.is_none() || self.stated.as_deref() == check.stated.as_deref())
                && (self.computed.is_none() || self.computed.as_deref() == check.computed.as_deref())
        };
        let told = |check: &Check| {
            format!(
                "{} {} {:?} {:?}: {}",
                check.kind.name(),
                check.verdict.name(),
                check.stated,
                check.computed,
                check.explanation
            )
        };
        let mut faults = Vec::new();
        let of_kind: Vec<&Check> = checks.iter().filter(|check| check.kind == self.kind).collect();
        match self.verdict.as_str() {
            "none" => faults.extend(of_kind.iter().map(|check| told(check))),
            _ if !checks.iter().any(|check| meant(&check)) => {
                faults.push(format!(
                    "want {} {:?} {:?}, got {:?}",
                    self.verdict,
                    self.stated,
                    self.computed,
                    of_kind.iter().map(|check| told(check)).collect::<Vec<_>>()
                ));
            }
            _ => {}
        }
        let accused = checks.iter().filter(|check| check.verdict.name() == "inconsistent");
        let fair = |check: &Check| {
            check.kind == self.kind && self.verdict == "inconsistent"
                || self.also.iter().any(|kind| kind == check.kind.name())
        };
        faults.extend(accused.filter(|check| !fair(check)).map(|check| format!("false alarm: {}", told(check))));
        let long = checks
            .iter()
            .flat_map(|check| &check.spans)
            .filter(|span| span.len() > 60 || report.source().get(span.range()).is_none());
        faults.extend(long.map(|span| format!("no figure: {span:?}")));
        faults
    }
}

#[test]
fn every_case_gets_its_verdict() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/audit");
    let mut paths: Vec<_> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut faults = Vec::new();
    let mut counts = Vec::new();
    for path in &paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let table: Table = fs::read_to_string(path).unwrap().parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let cases = table.get("case").and_then(Value::as_array).unwrap_or_else(|| panic!("{name}: no [[case]]"));
        for (number, case) in cases.iter().enumerate() {
            let place = format!("{name} {}", number + 1);
            let case = Case::read(case.as_table().unwrap_or_else(|| panic!("{place}: no table")), &place);
            faults.extend(case.faults().into_iter().map(|fault| format!("{place}: {}\n      {fault}", case.text)));
        }
        counts.push((name, cases.len()));
    }
    for (name, least) in LEAST {
        if let Some((_, count)) = counts.iter().find(|(known, _)| known == name) {
            assert!(*count >= least, "{name}: {count} cases of {least}");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
