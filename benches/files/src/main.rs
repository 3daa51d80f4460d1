//! Times the readers of files beside other crates, in one run:
//!
//! ```sh
//! cargo run --release --manifest-path benches/files/Cargo.toml -- ../shared/formats
//! ```
//!
//! The directory has index.json, as `.ci/check_formats.py` reads it. For each kind of file: the mean over the samples with an
//! expected text of the least time of a read, and the share of the expected characters that are in the text, in whatever order.

use std::collections::{BTreeMap, HashMap};
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, hint};

use fazhi::extract::{Limits, extract};

/// The text of a file, if a reader finds one.
type Read = fn(&[u8]) -> Option<String>;

/// Readers for a kind of file; the first is ours.
const READERS: [(&str, &[(&str, Read)]); 7] = [
    ("txt", &[("fazhi", ours)]),
    ("docx", &[("fazhi", ours), ("docx-lite 0.2", docx_lite), ("rwml 0.1", rwml)]),
    ("doc", &[("fazhi", ours), ("rwml 0.1", rwml)]),
    ("wps", &[("fazhi", ours), ("rwml 0.1", rwml)]),
    ("pdf", &[("fazhi", ours), ("lopdf 0.47", lopdf), ("pdf-extract 0.12", pdf_extract)]),
    ("html", &[("fazhi", ours), ("html2text 0.17", html2text)]),
    ("ofd", &[("fazhi", ours), ("easyofd-reader 0.1", easyofd)]),
];

/// How often each file is read at most, and for how long.
const RUNS: u32 = 50;
const LONGEST: Duration = Duration::from_secs(2);

fn ours(file: &[u8]) -> Option<String> {
    extract(file, &Limits::new()).ok().map(|document| document.text().to_owned())
}

fn docx_lite(file: &[u8]) -> Option<String> {
    docx_lite::extract_text_from_bytes(file).ok()
}

fn rwml(file: &[u8]) -> Option<String> {
    rwml::extract_text(file).ok()
}

fn lopdf(file: &[u8]) -> Option<String> {
    let document = lopdf::Document::load_mem(file).ok()?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).ok()
}

fn pdf_extract(file: &[u8]) -> Option<String> {
    pdf_extract::extract_text_from_mem(file).ok()
}

fn html2text(file: &[u8]) -> Option<String> {
    html2text::from_read(file, 1 << 20).ok()
}

fn easyofd(file: &[u8]) -> Option<String> {
    easyofd_reader::OfdReaderFacade::from_bytes(file).ok().map(|reader| reader.extract_all_text())
}

/// How often each character that counts stands in a text.
fn characters(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for character in text.chars().filter(|character| !character.is_whitespace()) {
        *counts.entry(character).or_default() += 1;
    }
    counts
}

/// The share of the characters of `expected` that are in `found`.
fn share(expected: &str, found: &str) -> f64 {
    let (expected, found) = (characters(expected), characters(found));
    let hit: usize = expected.iter().map(|(ch, &count)| count.min(found.get(ch).copied().unwrap_or(0))).sum();
    hit as f64 / expected.values().sum::<usize>().max(1) as f64
}

/// The least time of a read in milliseconds, and its text; `None` for a reader that fails or panics.
fn timed(read: Read, file: &[u8]) -> Option<(f64, String)> {
    let text = catch_unwind(|| read(file)).ok()??;
    let began = Instant::now();
    let mut least = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        hint::black_box(read(hint::black_box(file)));
        least = least.min(start.elapsed());
        if began.elapsed() > LONGEST {
            break;
        }
    }
    Some((least.as_secs_f64() * 1e3, text))
}

fn main() {
    let directory = env::args().nth(1).expect("the directory of the samples");
    let directory = Path::new(&directory);
    let index = fs::read(directory.join("index.json")).expect("index.json");
    let index: serde_json::Value = serde_json::from_slice(&index).expect("index.json is JSON");
    let mut samples: BTreeMap<&str, Vec<(Vec<u8>, String)>> = BTreeMap::new();
    for sample in index["samples"].as_array().expect("samples") {
        if let (Some(file), Some(format), Some(expected)) =
            (sample["file"].as_str(), sample["format"].as_str(), sample["expected_text"].as_str())
        {
            let file = fs::read(directory.join(file)).expect("a sample");
            let expected = fs::read_to_string(directory.join(expected)).expect("an expected text");
            samples.entry(format).or_default().push((file, expected));
        }
    }
    // Others panic on some files; that is told in the table.
    std::panic::set_hook(Box::new(|_| {}));
    println!("| files | reader | read | ms a file | characters found |");
    println!("|---|---|---|---|---|");
    for (format, readers) in READERS {
        let files = samples.get(format).map_or(&[][..], Vec::as_slice);
        for (name, read) in readers {
            let done: Vec<(f64, f64)> = files
                .iter()
                .filter_map(|(file, expected)| timed(*read, file).map(|(took, text)| (took, share(expected, &text))))
                .collect();
            let mean = |value: fn(&(f64, f64)) -> f64| done.iter().map(value).sum::<f64>() / done.len().max(1) as f64;
            println!(
                "| {format} | {name} | {} of {} | {:.2} | {:.3} |",
                done.len(),
                files.len(),
                mean(|(took, _)| *took),
                mean(|(_, found)| *found)
            );
        }
    }
}
