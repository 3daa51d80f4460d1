//! Whatever the file: no panic, and blocks inside the text.
#![no_main]

use fazhi::extract::{Limits, extract};
use libfuzzer_sys::fuzz_target;

/// Pieces of files, which bytes alone would hardly ever hit on.
const PIECES: [&str; 32] = [
    "{",
    "}",
    "{",
    "}",
    "\\par ",
    "\\pard ",
    "\\intbl ",
    "\\cell ",
    "\\row ",
    "\\'d2",
    "\\'bb",
    "\\u19968?",
    "\\u-10176?",
    "\\u-9216?",
    "\\uc2 ",
    "{\\footnote ",
    "{\\listtext ",
    "{\\shp{\\*\\shpinst{\\shptxt ",
    "{\\fonttbl{\\f1\\fcharset134 a;}}",
    "\\f1 ",
    "\\plain ",
    "{\\*\\x ",
    "{\\info{\\title ",
    "\\bin3 ",
    "\\v ",
    "\\line ",
    "\\tab ",
    "\\dbch\\af1 ",
    "a",
    "1.",
    "\\outlinelevel1 ",
    "\\nestcell ",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let body = if kind % 2 == 0 {
        rest.iter().map(|byte| PIECES[usize::from(*byte) % PIECES.len()]).collect::<String>().into_bytes()
    } else {
        rest.to_vec()
    };
    if let Ok(document) = extract(&[b"{\\rtf1\\ansi\\ansicpg936 ", body.as_slice()].concat(), &Limits::new()) {
        let mut end = 0;
        for block in document.blocks() {
            assert!(
                block.span.start >= end && document.text().get(block.span.range()).is_some_and(|text| !text.is_empty())
            );
            assert!(block.span.contains(block.label));
            end = block.span.end;
        }
        for footnote in document.footnotes() {
            assert!(footnote.at.is_none_or(|at| document.text().is_char_boundary(at as usize)));
        }
    }
});
