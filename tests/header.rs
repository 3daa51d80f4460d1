//! `include/fazhi.h` is what `src/ffi` says. `FAZHI_BLESS=1 cargo test --test header` writes it anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// The files of the C ABI in the order of the manual.
const SOURCES: [&str; 21] = [
    "version",
    "status",
    "memory",
    "records/mod",
    "records/report",
    "records/score",
    "records/document",
    "codes",
    "options",
    "report",
    "report/rows",
    "document",
    "document/rows",
    "offsets",
    "arrow",
    "parser",
    "batch",
    "outline",
    "score",
    "score/rows",
    "catalogue",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn generated() -> String {
    let mut config = cbindgen::Config::from_file(root().join("cbindgen.toml")).unwrap();
    let sources = SOURCES.map(|name| root().join("src/ffi").join(name).with_extension("rs"));
    // No function names the records of rows, to which a table points with `const void *`.
    for source in &sources {
        let text = fs::read_to_string(source).unwrap();
        let name = |line: &str| Some(line.strip_prefix("pub struct ")?.split_once(' ')?.0.to_owned());
        config.export.include.extend(text.lines().filter_map(name));
    }
    let builder = cbindgen::Builder::new().with_config(config);
    let builder = sources.into_iter().fold(builder, cbindgen::Builder::with_src);
    let mut out = Vec::new();
    builder.generate().unwrap().write(&mut out);
    String::from_utf8(out).unwrap()
}

fn committed() -> PathBuf {
    root().join("include/fazhi.h")
}

#[test]
fn the_header_is_what_the_sources_say() {
    let generated = generated();
    if std::env::var_os("FAZHI_BLESS").is_some() {
        fs::write(committed(), &generated).unwrap();
    }
    let committed = fs::read_to_string(committed()).unwrap().replace("\r\n", "\n");
    let first = generated.lines().zip(committed.lines()).position(|(new, old)| new != old);
    assert!(generated == committed, "include/fazhi.h is old, first at line {first:?}; see the top of tests/header.rs");
}
