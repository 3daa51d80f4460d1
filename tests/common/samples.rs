//! The fictional reports of the repository, found by a walk over their directories.

use std::fs;
use std::path::{Path, PathBuf};

/// Where reports and, beside each, `NAME.gold.json` lie.
const DIRECTORIES: [&str; 3] = ["examples/data", "tests/data/reports", "tests/data/styles"];

/// A report of the repository.
pub struct Sample {
    /// `NAME.txt`
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}

/// Every report; a directory without one is an error.
pub fn samples() -> Vec<Sample> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut samples = Vec::new();
    for directory in DIRECTORIES {
        let before = samples.len();
        for entry in fs::read_dir(root.join(directory)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let text = fs::read_to_string(&path).unwrap();
                samples.push(Sample { path, text });
            }
        }
        assert!(samples.len() > before, "no report in {directory}");
    }
    samples.sort_by(|a, b| a.path.cmp(&b.path));
    samples
}
