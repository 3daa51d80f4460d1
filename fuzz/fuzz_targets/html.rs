//! Whatever the page: no panic, and what holds for every document holds.
#![no_main]

use fazhi::extract::{Limits, extract};
use fazhi_fuzz::{hold, joined};
use libfuzzer_sys::fuzz_target;

/// Pieces of pages, which bytes alone would hardly ever hit on.
const PIECES: [&str; 40] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<div id=zoom>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<ul>",
    "<ol>",
    "<li>",
    "</ol>",
    "<br>",
    "<a href=1.pdf>",
    "</a>",
    "<span style='mso-list:Ignore'>",
    "</span>",
    "<h1>",
    "</h1>",
    "<pre>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<!--",
    "-->",
    "<meta charset=gbk>",
    "<b>",
    "</b>",
    "&nbsp;",
    "\n",
    "　",
    "法治政府建设，成效明显。",
    "一、",
    "来源：县司法局",
    "<div style='mso-element:footnote'>",
    "<a style='mso-footnote-id:1'>",
    "<p style='display:none'>",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let page = if kind % 2 == 0 { joined(rest, &PIECES) } else { rest.to_vec() };
    if let Ok(document) = extract(&[b"<html>", page.as_slice()].concat(), &Limits::new()) {
        hold(&document);
    }
});
