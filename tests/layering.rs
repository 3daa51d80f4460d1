//! The architecture's rules that a machine can read off the sources: which stage may use which, what no stage may
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]
//! touch, how long a file may grow.

use std::fs;
use std::path::{Path, PathBuf};

/// May be used everywhere, and use only each other.
const BASE: [&str; 6] = ["span", "error", "limits", "decimal", "phrase", "note"];

/// The stages in the order of the data; each uses only those on lines before its own, its own files, and [`BASE`].
const STAGES: [&[&str]; 9] = [
    &["simd"],
    &["text"],
    &["outline"],
    &["facts", "condition"],
    &["front", "topic"],
    &["indicator"],
    &["audit"],
    &["score"],
    &["report"],
];

/// Behind the facade.
const BEHIND: [&str; 3] = ["compare", "output", "extract"];

/// Behind all.
const LAST: &str = "ffi";

/// Files, time, environment and output are the callers' business.
const FORBIDDEN: [&str; 8] =
    ["std::fs", "std::env", "std::net", "std::process", "std::time", "println!", "print!(", "thread_local!"];

/// May lift the ban on `unsafe`.
const UNSAFE: [&str; 2] = ["simd", "ffi"];

/// Longest source file, in lines.
const LINES: usize = 400;

fn sources(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The sources of the library, without files that are tests.
fn library() -> Vec<PathBuf> {
    let mut files = sources(&root().join("src"));
    files.retain(|path| !path.iter().any(|part| part == "tests" || part == "tests.rs"));
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of code of a file: comments are dropped, and the tests at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split_once("#[cfg(test)]\nmod tests {").map_or(text.as_str(), |(code, _)| code);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).fold(String::new(), |all, line| all + line + "\n")
}

/// The module of the crate that a file belongs to.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules named behind `crate::`, also in braces.
fn used(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|ch| ch.is_alphanumeric() || *ch == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for ch in group.chars() {
            match ch {
                '}' if depth == 0 => break,
                ',' if depth == 0 => names.push(name(std::mem::take(&mut item).trim())),
                _ => {
                    depth += i32::from(ch == '{') - i32::from(ch == '}');
                    item.push(ch);
                }
            }
        }
        names.push(name(item.trim()));
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The place of a module in the data's order; `None` for a name that is no module.
fn place(module: &str) -> Option<usize> {
    if BASE.contains(&module) {
        return Some(0);
    }
    let behind = BEHIND.contains(&module).then_some(STAGES.len() + 1);
    let behind = behind.or((module == LAST).then_some(STAGES.len() + 2));
    STAGES.iter().position(|stage| stage.contains(&module)).map(|index| index + 1).or(behind)
}

#[test]
fn data_flows_one_way() {
    let mut faults = Vec::new();
    for path in library() {
        let user = module(&path);
        if user == "lib" {
            continue;
        }
        let user_place = place(&user).unwrap_or_else(|| panic!("{user}: no place in the order; tests/layering.rs"));
        for name in used(&code(&path)) {
            let Some(used_place) = place(&name) else {
                faults.push(format!(
                    "{}: crate::{name} is no module: name the module, not the re-export",
                    path.display()
                ));
                continue;
            };
            if name != user && used_place >= user_place && used_place > 0 {
                faults.push(format!("{}: {user} uses {name}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "against the flow of the data:\n{}", faults.join("\n"));
}

#[test]
fn stages_touch_nothing_outside() {
    for path in library() {
        let code = code(&path);
        for word in FORBIDDEN {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn unsafe_has_its_places() {
    for path in library() {
        let lifts = code(&path).contains("unsafe_code");
        assert!(!lifts || UNSAFE.contains(&module(&path).as_str()), "{}: unsafe", path.display());
    }
}

#[test]
fn files_stay_short() {
    let files = ["src", "cli", "tests", "benches"].map(|directory| sources(&root().join(directory))).concat();
    let lines = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().count();
    let long: Vec<_> = files.iter().map(|path| (lines(path), path)).filter(|(lines, _)| *lines > LINES).collect();
    assert!(long.is_empty(), "more than {LINES} lines: {long:?}");
}

#[test]
fn reads_what_a_file_uses() {
    assert_eq!(used("use crate::text::{Text, blank};"), ["text"]);
    assert_eq!(used("use crate::{span::Span, text::{a, b}, note};"), ["span", "text", "note"]);
    assert_eq!(used("fn f(g: &crate::text::glyph::Glyphs) {}"), ["text"]);
}
