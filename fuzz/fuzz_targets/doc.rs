//! Whatever a compound file or the streams of a Word 97 file hold: no panic, and what holds for every document holds.
#![no_main]

use fazhi::extract::{Limits, extract};
use fazhi_fuzz::hold;
use libfuzzer_sys::fuzz_target;

#[path = "../../src/extract/doc/build.rs"]
mod build;
use build::{Paragraph, Word, container};

const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Pieces of text, which bytes alone would hardly ever hit on.
const TEXTS: [&str; 24] = [
    "\r",
    "\r",
    "\u{7}",
    "\u{7}",
    "一、",
    "文",
    "a",
    "25",
    "。",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{e}",
    "\u{13}",
    "\u{13}TOC",
    "\u{13}PAGE",
    "\u{14}",
    "\u{15}",
    "\u{1e}",
    "\u{2}",
    "\u{8}",
    "𠮷",
    "\u{f0fc}",
    "\u{3000}",
];

/// Changes to the formatting of paragraphs and rows.
const CHANGES: [&[u8]; 20] = [
    &[],
    &[0x16, 0x24, 1],
    &[0x17, 0x24, 1],
    &[0x49, 0x66, 1, 0, 0, 0],
    &[0x49, 0x66, 2, 0, 0, 0],
    &[0x49, 0x66, 255, 255, 255, 255],
    &[0x4B, 0x24, 1],
    &[0x4C, 0x24, 1],
    &[0x0B, 0x46, 1, 0],
    &[0x0B, 0x46, 2, 0],
    &[0x0B, 0x46, 0, 0],
    &[0x0A, 0x26, 1],
    &[0x0A, 0x26, 8],
    &[0x0A, 0x26, 200],
    &[0x40, 0x26, 0],
    &[0x46, 0x66, 4, 0, 0, 0],
    &[0x6B, 0x64, 0, 0, 0, 0],
    &[0x13, 0xD6, 8, 0, 0, 0, 0, 4, 1, 0, 0],
    &[0x08, 0xD6, 30, 0, 1, 0, 0, 0, 0, 1],
    &[0x00, 0x46, 1, 0],
];

/// Changes to the formatting of characters.
const LOOKS: [&[u8]; 8] = [
    &[],
    &[],
    &[0x00, 0x08, 1],
    &[0x3C, 0x08, 1],
    &[0x3C, 0x08, 0x81],
    &[0x30, 0x4A, 1, 0],
    &[0x09, 0x6A, 0, 0, 0, 0],
    &[0x33, 0x2A, 0],
];

/// Bytes of changes from which a paragraph takes no more: they must fit a page of 512 bytes.
const LONGEST: usize = 400;

/// Tables of the head whose bytes are given.
const TABLES: [usize; 12] = [0xA2, 0xAA, 0xB2, 0xCA, 0x1DA, 0x20A, 0x212, 0x22A, 0x25A, 0x2E2, 0x2EA, 0x1A2];

/// Numbers in the head: the lengths of the parts of the text.
const NUMBERS: [usize; 4] = [0x4C, 0x50, 0x60, 0x64];

/// Paragraphs of pieces, with tables and numbers behind them.
fn word(bytes: &[u8]) -> Word {
    let mut parts = bytes.split(|byte| *byte == 0xFE);
    let mut word = Word::default();
    let mut paragraph = Paragraph::default();
    let mut run = (String::new(), Vec::new());
    for byte in parts.next().unwrap_or_default() {
        let index = usize::from(*byte & 0x3F);
        match byte >> 6 {
            0 | 1 => run.0.push_str(TEXTS[index % TEXTS.len()]),
            2 if paragraph.changes.len() < LONGEST => paragraph.changes.extend(CHANGES[index % CHANGES.len()]),
            2 => {}
            _ => {
                let look = LOOKS[index % LOOKS.len()].to_vec();
                paragraph.runs.push(std::mem::replace(&mut run, (String::new(), look)));
            }
        }
        if run.0.ends_with(['\r', '\u{7}']) {
            paragraph.runs.push(std::mem::take(&mut run));
            paragraph.style = u16::from(*byte & 3);
            word.paragraphs.push(std::mem::take(&mut paragraph));
        }
    }
    for part in parts {
        let Some((kind, rest)) = part.split_first() else { continue };
        let kind = usize::from(*kind);
        match rest {
            [value] => word.numbers.push((NUMBERS[kind % NUMBERS.len()], u32::from(*value))),
            _ => word.tables.push((TABLES[kind % TABLES.len()], rest.to_vec())),
        }
    }
    word
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let file = match kind % 3 {
        0 => [SIGNATURE, rest].concat(),
        1 => {
            let (document, table) = word(rest).streams();
            let data = [0, 0, 0, 0, 6, 0, 0x16, 0x24, 1, 0x17, 0x24, 1];
            container(&[("WordDocument", &document), ("1Table", &table), ("Data", &data)])
        }
        // Streams as they stand, the second behind the length of the first.
        _ => {
            let Some((length, rest)) = rest.split_first_chunk::<2>() else { return };
            let (document, table) = rest.split_at(usize::from(u16::from_le_bytes(*length)).min(rest.len()));
            container(&[("WordDocument", document), ("1Table", table), ("0Table", table)])
        }
    };
    let Ok(document) = extract(&file, &Limits::new()) else { return };
    hold(&document);
});
