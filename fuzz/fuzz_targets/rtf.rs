//! Whatever the file: no panic, and what holds for every document holds.
#![no_main]

use fazhi::extract::{Limits, extract};
use fazhi_fuzz::{hold, joined};
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
    let body = if kind % 2 == 0 { joined(rest, &PIECES) } else { rest.to_vec() };
    if let Ok(document) = extract(&[b"{\\rtf1\\ansi\\ansicpg936 ", body.as_slice()].concat(), &Limits::new()) {
        hold(&document);
    }
});
