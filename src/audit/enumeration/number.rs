//! Numbers in running text that may announce a list: what can be told without reading the paragraph as characters.

use super::{BACK, MEASURES};
use crate::text::numeral::{han_digit, is_numeral};
use crate::text::words::Words;

/// A number from 2 to 20 that stands alone.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// Where it begins in the words, in bytes.
    pub at: usize,
    /// Its length in characters.
    pub len: usize,
    pub count: usize,
}

/// What a Chinese number from 2 to 20 begins with.
static DIGITS: Words = Words::new(&[
    "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "双", "兩", "贰", "叁", "肆", "伍", "陆", "柒", "捌",
    "玖",
]);

/// Longest way from a number to the mark that begins its list, in characters.
const MARK: usize = 14;
/// Longest way from 年 to the bracket with the years.
const BRACKET: usize = 27;

/// Calls `found` with every number in the plain words of a paragraph that may announce a list.
pub(super) fn each(words: &str, mut found: impl FnMut(Number)) {
    let mut from = 0;
    while let Some((at, digit)) = words.get(from..).and_then(|rest| DIGITS.find(rest)) {
        read(words, from + at).filter(|number| number.may_announce(words)).into_iter().for_each(&mut found);
        from += at + digit.len();
    }
    for (at, byte) in words.bytes().enumerate() {
        if matches!(byte, b'1'..=b'9') {
            read(words, at).filter(|number| number.may_announce(words)).into_iter().for_each(&mut found);
        }
    }
}

/// The number that begins at the byte `at`.
fn read(words: &str, at: usize) -> Option<Number> {
    let before = words[..at].chars().next_back().unwrap_or('\0');
    if is_numeral(before)
        || before.is_ascii_alphanumeric()
        || matches!(before, '第' | '+' | '-' | '.' | '—' | '·' | '百' | '千' | '万' | '初' | '周' | '月' | '年')
    {
        return None;
    }
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
    let alone = !is_numeral(next)
        && !next.is_ascii_alphanumeric()
        && !matches!(next, '.' | '%' | '+' | '-' | '—' | '余' | '多' | '至' | '到');
    ((2..=20).contains(&number.count) && alone).then_some(number)
}

impl Number {
    /// Whether a list may stand beside it: it is the beginning of a quoted name, counts years in a bracket, or a measure
    /// word follows and names stand behind or before it.
    fn may_announce(&self, words: &str) -> bool {
        let mut behind = words[self.at..].chars().skip(self.len);
        let measure = behind.next().unwrap_or('\0');
        if measure == '年' {
            let mark = behind.take(BRACKET).find(|ch| matches!(ch, '(' | '。' | '，' | '；' | ',' | ';' | '、'));
            return mark == Some('(');
        }
        let before = &words[..self.at];
        if before.ends_with(['“', '"', '‘']) {
            return true;
        }
        if !MEASURES.contains(&measure) {
            return false;
        }
        behind.take(MARK).any(|ch| matches!(ch, '(' | '：' | ':' | '即' | '分' | '包' | '也')) || follows_list(before)
    }
}

/// Whether the words before a number end with what may be a list.
fn follows_list(before: &str) -> bool {
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
