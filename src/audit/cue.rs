//! The words and marks before a figure as bits: found in one pass, so that a rule asks for many of them with one test.

use super::order::STAGES;
use crate::text::words::{Cues, head, words_of};

/// The marks.
pub(super) const COMMA: u64 = 1 << 63;
pub(super) const SEMICOLON: u64 = 1 << 62;
pub(super) const COLON: u64 = 1 << 61;
pub(super) const STOP: u64 = 1 << 60;
/// 、
pub(super) const PAUSE: u64 = 1 << 59;

/// The words were read.
const READ: u64 = 1 << 58;

/// The lists of words, each with its bit: the place in [`LISTS`].
pub(super) const AMONG: u64 = 1;
pub(super) const LISTED: u64 = 1 << 1;
pub(super) const OTHER_YEAR: u64 = 1 << 2;
pub(super) const RESPECTIVELY: u64 = 1 << 3;
pub(super) const REFUSED: u64 = 1 << 4;
/// What was carried over from another year.
pub(super) const CARRIED: u64 = 1 << 5;
/// Another year, which may have carried something over.
pub(super) const YEAR_BEFORE: u64 = 1 << 6;

/// The bit of the words for the first of the later stages in the table of stages, and of those for the first earlier one.
const LATER: usize = 8;
const EARLIER: usize = 24;

const LISTS: [&[&str]; EARLIER + STAGES.len()] = {
    let mut lists: [&[&str]; EARLIER + STAGES.len()] = [&[]; EARLIER + STAGES.len()];
    lists[0] = &["其中"];
    lists[1] = &["分别为", "分别是", "分别有", "包括", "包含", "分为", "涵盖"];
    lists[2] = &["同比", "比上年", "较上年", "上年", "去年"];
    lists[3] = &["分别"];
    lists[4] = &["不予"];
    lists[5] = &["结转", "旧存", "积案"];
    lists[6] = &["上年", "往年", "历年", "遗留", "去年"];
    let mut row = 0;
    while row < STAGES.len() {
        (lists[LATER + row], lists[EARLIER + row]) = (STAGES[row].0, STAGES[row].1);
        row += 1;
    }
    lists
};

static CUES: Cues<[(&str, u64); words_of(&LISTS)]> = Cues::of(&LISTS);

/// The rows of the table of stages, as bits, whose later stage `cues` tell of.
pub(super) fn later_stages(cues: u64) -> u64 {
    cues >> LATER & ((1 << STAGES.len()) - 1)
}

/// The rows of the table of stages, as bits, whose earlier stage `cues` tell of.
pub(super) fn earlier_stages(cues: u64) -> u64 {
    cues >> EARLIER & ((1 << STAGES.len()) - 1)
}

/// What stands in some words.
pub(super) struct Found {
    /// The marks and words, as bits.
    pub cues: u64,
    /// Where the last clause begins: behind the last mark, the 、 excepted.
    pub clause: usize,
}

/// Reads plain words; `depth` is how many brackets are open, before and then behind them.
pub(super) fn read(words: &str, depth: &mut usize) -> Found {
    let bytes = words.as_bytes();
    let mut found = Found { cues: READ, clause: 0 };
    let mut at = 0;
    while at < bytes.len() {
        let head = head(bytes, at);
        let (len, cue, ends) = match head.to_le_bytes() {
            // All words begin with a Chinese character.
            [0xe4..=0xe9, ..] => {
                CUES.each_at(bytes, at, head, |_, bits| found.cues |= bits);
                at += 3;
                continue;
            }
            [b'(', ..] => {
                *depth += 1;
                (1, 0, true)
            }
            [b')', ..] => {
                *depth = depth.saturating_sub(1);
                (1, 0, false)
            }
            [b',', ..] => (1, COMMA, true),
            [b';', ..] => (1, SEMICOLON, true),
            [b':', ..] => (1, COLON, true),
            [b'!' | b'?', ..] => (1, 0, true),
            [0..=0x7f, ..] => (1, 0, false),
            // ，；：！？
            [0xef, 0xbc, 0x8c, ..] => (3, COMMA, true),
            [0xef, 0xbc, 0x9b, ..] => (3, SEMICOLON, true),
            [0xef, 0xbc, 0x9a, ..] => (3, COLON, true),
            [0xef, 0xbc, 0x81 | 0x9f, ..] => (3, 0, true),
            // 、。
            [0xe3, 0x80, 0x81, ..] => (3, PAUSE, false),
            [0xe3, 0x80, 0x82, ..] => (3, STOP, true),
            [0xc0..=0xdf, ..] => (2, 0, false),
            [0xf0..=0xff, ..] => (4, 0, false),
            _ => (3, 0, false),
        };
        at += len;
        found.cues |= cue;
        if ends {
            found.clause = at;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{AMONG, CARRIED, COLON, COMMA, LISTED, LISTS, PAUSE, SEMICOLON, STOP, read};
    use crate::audit::parts::is_mark;

    #[test]
    fn words_begin_with_chinese_characters() {
        assert!(LISTS.iter().copied().flatten().all(|word| matches!(word.as_bytes(), [0xe4..=0xe9, ..])));
    }

    #[test]
    fn finds_marks_words_and_the_last_clause() {
        for (words, cues, clause) in [
            ("，其中", COMMA | AMONG, "其中"),
            ("。上年结转：a、b;", STOP | CARRIED | COLON | PAUSE | SEMICOLON, ""),
            ("(包括é", LISTED, "包括é"),
        ] {
            let mut depth = 0;
            let found = read(words, &mut depth);
            assert_eq!(found.cues & cues, cues, "{words}");
            assert_eq!(&words[found.clause..], clause);
            assert_eq!(depth, usize::from(words.starts_with('(')));
        }
        for ch in ('\0'..'\u{ffff}').chain(['\u{1f600}']) {
            let words = format!("a{ch}");
            let clause = read(&words, &mut 1).clause;
            assert_eq!(clause > 0, is_mark(ch), "{ch}");
        }
    }
}
