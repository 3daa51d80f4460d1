//! Numbers in running text that may announce a list: what can be told without reading the paragraph as characters.

use std::str::Chars;

use super::{BACK, is_measure};
use crate::text::numeral::{han_digit, is_numeral};

/// A number from 2 to 20 that stands alone.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// Where it begins in the words, in bytes.
    pub at: usize,
    /// Its length in characters.
    pub len: usize,
    pub count: usize,
}

/// Longest way from a number to the mark that begins its list, in characters.
const MARK: usize = 14;
/// Longest way from 年 to the bracket with the years.
const BRACKET: usize = 27;

/// The number that begins at the byte `at` of the plain words of a paragraph, if it stands alone and a list may stand
/// beside it.
pub(super) fn read(words: &str, at: usize) -> Option<Number> {
    let mut behind = words[at..].chars();
    let first = behind.next()?;
    let mut next = behind.next().unwrap_or('\0');
    let mut number = Number { at, len: 1, count: 0 };
    let second = match first {
        '双' | '两' => {
            number.count = 2;
            None
        }
        '十' => {
            number.count = 10;
            han_digit(next).filter(|digit| (1..=9).contains(digit)).map(|digit| 10 + usize::from(digit))
        }
        '1'..='9' => {
            number.count = first as usize - '0' as usize;
            next.to_digit(10).map(|digit| number.count * 10 + digit as usize)
        }
        _ => {
            number.count = usize::from(han_digit(first)?);
            None
        }
    };
    if let Some(count) = second {
        (number.count, number.len) = (count, 2);
        next = behind.next().unwrap_or('\0');
    }
    if !(2..=20).contains(&number.count) {
        return None;
    }
    let before = &words[..at];
    let named = || before.ends_with(['“', '"', '‘']);
    let found = (is_measure(next) || next == '年' || named())
        && stands_alone(before, next)
        && may_announce(before, next, behind);
    found.then_some(number)
}

/// Whether a number is not a part of another or of a name.
fn stands_alone(before: &str, next: char) -> bool {
    let before = before.chars().next_back().unwrap_or('\0');
    !is_numeral(before)
        && !before.is_ascii_alphanumeric()
        && !matches!(before, '第' | '+' | '-' | '.' | '—' | '·' | '百' | '千' | '万' | '初' | '周' | '月' | '年')
        && !is_numeral(next)
        && !next.is_ascii_alphanumeric()
        && !matches!(next, '.' | '%' | '+' | '-' | '—' | '余' | '多' | '至' | '到')
}

/// Whether a list may stand beside a number: it is the beginning of a quoted name, counts years in a bracket, or is
/// followed by a measure word, and names stand behind or before it.
fn may_announce(before: &str, next: char, mut behind: Chars<'_>) -> bool {
    if next == '年' {
        let mark = behind.by_ref().take(BRACKET).find(|ch| matches!(ch, '(' | '。' | '，' | '；' | ',' | ';' | '、'));
        return mark == Some('(');
    }
    if before.ends_with(['“', '"', '‘']) {
        return true;
    }
    is_measure(next) && (precedes_list(behind) || follows_list(before))
}

/// Whether a list may stand behind a number and its measure word: a bracket, a colon, 即, 分别 or 包括 opens it. Behind
/// another mark only a colon does.
fn precedes_list(mut behind: Chars<'_>) -> bool {
    let mut marked = false;
    for _ in 0..MARK {
        match behind.next() {
            Some('：' | ':') => return true,
            Some('(' | '即' | '分' | '包') if !marked => return true,
            Some('，' | ',') => return !marked && matches!(behind.next(), Some('即' | '分' | '包' | '也')),
            Some('。' | '；' | '、') | None => return false,
            Some(';' | '“' | '《' | ')' | '”') => marked = true,
            Some(_) => {}
        }
    }
    false
}

/// What begins another statement right before a number, or the words it belongs to.
pub(super) fn begins_anew(ch: char) -> bool {
    matches!(
        ch,
        '等' | '的'
            | '这'
            | '各'
            | '，'
            | ','
            | '。'
            | '、'
            | '；'
            | ';'
            | '：'
            | ':'
            | '('
            | '有'
            | '为'
            | '近'
            | '约'
            | '其'
    )
}

/// Whether the words before a number end with what may be a list.
fn follows_list(before: &str) -> bool {
    if before.chars().next_back().is_none_or(begins_anew) {
        return false;
    }
    for ch in before.chars().rev().take(BACK) {
        match ch {
            '、' | ')' | '”' | '》' | '’' | '」' | '】' => return true,
            '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' => return false,
            '(' | '“' | '《' | '‘' | '「' | '【' => return false,
            _ => {}
        }
    }
    false
}
