//! How much of a paragraph is read as characters for one number: mostly its sentence.

use std::ops::Range;

use super::super::listing;

/// How many characters behind the sentence are looked at.
const BEYOND: usize = 16;

/// Where in the plain words of a paragraph everything stands that is looked at for the number at the byte `at`: its
/// sentence, if brackets and quotation marks open and close in it and no items 一是, 二是 follow; else the paragraph.
pub(super) fn around(words: &str, at: usize) -> Range<usize> {
    let start = words[..at].rfind('。').unwrap_or(0);
    let end = words[at..].find('。').map_or(words.len(), |stop| at + stop + '。'.len_utf8());
    let sentence = &words[start..end];
    if !is_closed(sentence) || sentence.contains("一是") {
        return 0..words.len();
    }
    let beyond = words[end..].char_indices().nth(BEYOND).map_or(words.len(), |(beyond, _)| end + beyond);
    start..beyond
}

/// Whether every bracket and quotation mark is closed behind it and opened before it.
fn is_closed(words: &str) -> bool {
    let mut depth = 0_usize;
    for ch in words.chars() {
        if listing::opens(ch) {
            depth += 1;
        } else if listing::closes(ch) {
            let Some(outer) = depth.checked_sub(1) else { return false };
            depth = outer;
        } else if ch == '"' {
            return false;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_sentence_is_enough_where_nothing_reaches_beyond_it() {
        let taken = |words: &'static str| &words[around(words, words.find('三').unwrap())];
        assert_eq!(taken("甲。建立三项制度：甲、乙。"), "。建立三项制度：甲、乙。");
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
