//! How much of a paragraph is read as characters for one number: mostly its part of the sentence.

use super::super::listing;
use crate::text::words::{head, width};

/// How many characters behind that part are looked at.
const BEYOND: usize = 16;

/// A stretch of the plain words of a paragraph, in bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Window {
    pub start: usize,
    pub end: usize,
    /// It serves every number from the one on that it was made for up to here.
    pub serves: usize,
}

/// Where everything stands that is looked at for the number at the byte `at`: its part of the sentence, from the mark
/// that no list before a number goes beyond to the one that ends every list behind it, if brackets and quotation marks
/// open and close in it and no items 一是, 二是 follow; else the paragraph.
pub(super) fn around(words: &str, at: usize) -> Window {
    let ends = |ch: char| matches!(ch, '。' | '；' | ';');
    let begins = |ch: char| ends(ch) || matches!(ch, '：' | ':' | '！' | '？');
    let start = words[..at].rfind(begins).unwrap_or(0);
    let stop = words[at..].find(ends).map_or(words.len(), |stop| at + stop);
    let end = words[stop..].chars().next().map_or(stop, |mark| stop + mark.len_utf8());
    let part = &words[start..end];
    if !is_closed(part) || part.contains("一是") {
        return Window { start: 0, end: words.len(), serves: words.len() };
    }
    let beyond = words[end..].char_indices().nth(BEYOND).map_or(words.len(), |(beyond, _)| end + beyond);
    Window { start, end: beyond, serves: end }
}

/// Whether every bracket and quotation mark is closed behind it and opened before it.
fn is_closed(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        let head = head(bytes, at);
        match head as u8 {
            0xe4..=0xe9 => {}
            b'"' => return false,
            _ => {
                let ch = words[at..].chars().next().unwrap_or_default();
                if listing::opens(ch) {
                    depth += 1;
                } else if listing::closes(ch) {
                    let Some(outer) = depth.checked_sub(1) else { return false };
                    depth = outer;
                }
            }
        }
        at += width(head);
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_part_is_enough_where_nothing_reaches_beyond_it() {
        let taken = |words: &'static str| {
            let window = around(words, words.find('三').unwrap());
            &words[window.start..window.end]
        };
        assert_eq!(taken("甲。乙；建立三项制度：甲、乙。"), "；建立三项制度：甲、乙。");
        assert_eq!(
            taken("甲。“三公开”。一二三四五六七八九十一二三四五六七八九十"),
            "。“三公开”。一二三四五六七八九十一二三四五六"
        );
        for whole in ["甲。（建立三项制度。）", "甲。三项：一是甲。二是乙。", "“甲。乙”三项。", "甲。\"三项\"。"]
        {
            let whole: &'static str = whole;
            assert_eq!(taken(whole), if whole.contains('（') { "。（建立三项制度。）" } else { whole });
        }
    }
}
