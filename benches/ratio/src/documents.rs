//! The fictional reports of this repository, with what their annotations count.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A report and what is in it.
pub struct Document {
    pub name: String,
    pub text: String,
    /// Headings and items.
    pub sections: usize,
    /// Figures with a unit that must be found.
    pub required: usize,
    /// Figures with a unit that may be found.
    pub quantities: usize,
}

/// The samples that the documentation uses, each of a report's usual length.
pub fn samples() -> Vec<Document> {
    directory("examples/data").into_iter().map(|path| read(&path).0).collect()
}

/// Every annotated report.
pub fn all() -> Vec<(Document, Value)> {
    let paths = [directory("examples/data"), directory("tests/data/reports")].concat();
    paths.iter().map(|path| read(path)).collect()
}

fn directory(name: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let entries = fs::read_dir(root).expect("a directory of reports");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

fn read(path: &Path) -> (Document, Value) {
    let text = fs::read_to_string(path).expect("a report");
    let gold = fs::read(path.with_extension("gold.json")).expect("its annotations");
    let gold: Value = serde_json::from_slice(&gold).expect("annotations in JSON");
    let rows = |table: &str| gold[table].as_array().into_iter().flatten();
    let sections = rows("sections").count();
    let required = rows("quantities").filter(|row| row["required"] != false).count();
    let quantities = rows("quantities").count();
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    (Document { name, text, sections, required, quantities }, gold)
}
