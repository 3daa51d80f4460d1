//! The markers of headings and list items: 一、 （一） 1. （1） ① 一是.
//!
//! Only the form is judged here; whether a marker opens a section depends on what stands before it, which is the
//! outline's business.

use super::glyph::{fold, is_layout};
use super::{blank, ordinary};

/// The styles of markers, named after their canonical form whatever their width in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MarkerStyle {
    /// 一、
    Chinese,
    /// （一）
    ChineseParenthesised,
    /// 1. 1、 1．
    Arabic,
    /// （1）
    ArabicParenthesised,
    /// ①
    Circled,
    /// 一是, 一要, 第一，, 首先，
    Item,
}

impl MarkerStyle {
    /// The canonical form, as `fazhi.report/1` prints it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chinese => "一、",
            Self::ChineseParenthesised => "（一）",
            Self::Arabic => "1.",
            Self::ArabicParenthesised => "（1）",
            Self::Circled => "①",
            Self::Item => "一是",
        }
    }

    /// The order in which official documents nest the styles (GB/T 9704: 一、（一） 1. （1）), 0 the outermost.
    pub(crate) fn rank(self) -> u8 {
        self as u8
    }
}

/// A marker as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub style: MarkerStyle,
    /// Its number; `None` where it was lost (`、坚持…`).
    pub number: Option<u16>,
    /// Offset behind the marker and the blanks after it.
    pub end: usize,
    /// The word of an [`MarkerStyle::Item`]; tells how much the context must confirm it.
    pub item: ItemWord,
    /// Whether a bracket or the number is missing.
    pub damaged: bool,
}

/// The words that make an item of an enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemWord {
    /// Not an item.
    No,
    /// 一是
    Is,
    /// 一要
    Must,
    /// 第一，
    Ordinal,
    /// 首先，
    First,
}

/// Reads characters of one line, folded, blanks skipped.
struct Reader<'a> {
    line: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// What is unread.
    fn rest(&self) -> &[u8] {
        &self.line.as_bytes()[self.at..]
    }

    /// Moves over blanks and joined line ends; returns whether there were any.
    #[inline]
    fn skip_layout(&mut self) -> bool {
        if ordinary::visible_width(self.rest()).is_some() {
            return false;
        }
        let from = self.at;
        while let Some(ch) = decode(self.line, self.at).filter(|&ch| is_layout(ch)) {
            self.at += ch.len_utf8();
        }
        self.at > from
    }

    /// Moves over the next character if it is the wanted one; layout before it is skipped.
    #[inline]
    fn take(&mut self, wanted: impl FnOnce(char) -> bool) -> Option<char> {
        self.skip_layout();
        let ch = self.raw().filter(|&ch| wanted(ch))?;
        self.step();
        Some(ch)
    }

    /// Moves over the next character, which there is.
    fn step(&mut self) {
        self.at += ordinary::width(self.line.as_bytes()[self.at]);
    }

    /// The next character with nothing skipped.
    fn raw(&self) -> Option<char> {
        decode(self.line, self.at).map(fold)
    }

    /// A Chinese number from 1 to 99.
    fn chinese(&mut self) -> Option<u16> {
        let mut value = 0;
        let mut digit = None;
        let mut tens = false;
        loop {
            match chinese_digit(self.rest()) {
                Some(10) if !tens => {
                    value = digit.unwrap_or(1) * 10;
                    digit = None;
                    tens = true;
                }
                Some(d) if d < 10 && digit.is_none() => digit = Some(d),
                None if self.skip_layout() => continue,
                _ => break,
            }
            self.at += 3;
        }
        Some(value + digit.unwrap_or(0)).filter(|&number| number > 0)
    }

    /// One or two digits, not zero.
    fn arabic(&mut self) -> Option<u16> {
        let mut value = 0;
        let mut length = 0;
        loop {
            let (digit, width) = match *self.rest() {
                [digit @ b'0'..=b'9', ..] => (digit - b'0', 1),
                [0xef, 0xbc, digit @ 0x90..=0x99, ..] => (digit - 0x90, 3), // １
                _ => break,
            };
            value = value * 10 + u16::from(digit);
            length += 1;
            if length > 2 {
                return None;
            }
            self.at += width;
        }
        (length > 0 && value > 0).then_some(value)
    }
}

/// The character at `at`.
#[inline]
fn decode(line: &str, at: usize) -> Option<char> {
    let low = |byte: u8| u32::from(byte & 0x3f);
    match *line.as_bytes().get(at..)? {
        [first @ 0..=0x7f, ..] => Some(char::from(first)),
        [first @ 0xe0..=0xef, second, third, ..] => {
            char::from_u32(u32::from(first & 0xf) << 12 | low(second) << 6 | low(third))
        }
        _ => line[at..].chars().next(),
    }
}

/// The value of the Chinese digit that `bytes` begin with, 一 to 十.
#[inline]
fn chinese_digit(bytes: &[u8]) -> Option<u16> {
    Some(match *bytes {
        [0xe4, 0xb8, 0x80, ..] => 1,
        [0xe4, 0xba, 0x8c, ..] => 2,
        [0xe4, 0xb8, 0x89, ..] => 3,
        [0xe5, 0x9b, 0x9b, ..] => 4,
        [0xe4, 0xba, 0x94, ..] => 5,
        [0xe5, 0x85, 0xad, ..] => 6,
        [0xe4, 0xb8, 0x83, ..] => 7,
        [0xe5, 0x85, 0xab, ..] => 8,
        [0xe4, 0xb9, 0x9d, ..] => 9,
        [0xe5, 0x8d, 0x81, ..] => 10,
        _ => return None,
    })
}

/// Whether the first character of a text leaves it open that a marker begins there.
#[inline(always)]
fn may_begin(bytes: &[u8]) -> bool {
    match bytes {
        [b'(' | b'0'..=b'9', ..] => true,
        [0xe2, 0x91 | 0x92 | 0x9d, ..] => true,                  // ①⑴⒈❶
        [0xe3, 0x80, 0x81, ..] | [0xe3, 0x88, ..] => true,       // 、㈠
        [0xe5, 0x85, 0xb6, ..] | [0xe5, 0x86, 0x8d, ..] => true, // 其再
        [0xe6, 0x9c, 0x80, ..] => true,                          // 最
        [0xe7, 0xac, 0xac, ..] => true,                          // 第
        [0xe9, 0xa6, 0x96, ..] => true,                          // 首
        [0xef, 0xbc, 0x88 | 0x90..=0x99, ..] => true,            // （１
        _ => chinese_digit(bytes).is_some(),
    }
}

/// The marker at `from`, which must be no blank, in `source[..to]`. Inlined, since nearly every place is no more than
/// looked at.
#[inline(always)]
pub(crate) fn at(source: &str, from: usize, to: usize) -> Option<Marker> {
    if may_begin(&source.as_bytes()[from..to]) { read(source, from, to) } else { None }
}

#[inline(never)]
fn read(source: &str, from: usize, to: usize) -> Option<Marker> {
    let line = &source[..to];
    let first = fold(decode(line, from)?);
    let mut reader = Reader { line, at: from };
    // A number is read from its first digit on, everything else from behind its first character.
    if first.is_ascii_digit() {
        return behind_blanks(arabic(&mut reader)?, line);
    }
    if chinese_digit(reader.rest()).is_some() {
        return behind_blanks(chinese(&mut reader)?, line);
    }
    reader.step();
    let found = match first {
        '(' => parenthesised(&mut reader),
        '、' => lost_number(&reader),
        '首' | '其' | '再' | '最' => ordinal_word(&mut reader, first),
        '第' => ordinal(&mut reader),
        '①'..='⑳' => Some(single(&reader, MarkerStyle::Circled, first, '①')),
        '❶'..='❿' => Some(single(&reader, MarkerStyle::Circled, first, '❶')),
        '⑴'..='⒇' => Some(single(&reader, MarkerStyle::ArabicParenthesised, first, '⑴')),
        '⒈'..='⒛' => Some(single(&reader, MarkerStyle::Arabic, first, '⒈')),
        '㈠'..='㈩' => Some(single(&reader, MarkerStyle::ChineseParenthesised, first, '㈠')),
        _ => None,
    };
    behind_blanks(found?, line)
}

/// The marker together with the blanks behind it.
fn behind_blanks(marker: Marker, line: &str) -> Option<Marker> {
    Some(Marker { end: blank::skip(line, marker.end, line.len()), ..marker })
}

fn plain(style: MarkerStyle, number: u16, reader: &Reader<'_>) -> Marker {
    Marker { style, number: Some(number), end: reader.at, item: ItemWord::No, damaged: false }
}

fn single(reader: &Reader<'_>, style: MarkerStyle, ch: char, first: char) -> Marker {
    plain(style, (ch as u32 - first as u32 + 1) as u16, reader)
}

fn parenthesised(reader: &mut Reader<'_>) -> Option<Marker> {
    let from = reader.at;
    let (style, number) = match reader.chinese() {
        Some(number) => (MarkerStyle::ChineseParenthesised, number),
        None => {
            reader.at = blank::skip(reader.line, from, reader.line.len());
            (MarkerStyle::ArabicParenthesised, reader.arabic()?)
        }
    };
    reader.take(|ch| ch == ')')?;
    Some(plain(style, number, reader))
}

/// `1.` `1、` `1．`, and `1)` with its opening bracket lost.
fn arabic(reader: &mut Reader<'_>) -> Option<Marker> {
    let number = reader.arabic()?;
    let mark = reader.take(|ch| matches!(ch, '.' | '、' | ')'))?;
    if reader.raw().is_some_and(|ch| ch.is_ascii_digit() || ch == '%') {
        return None; // 1.2万, 3、4号窗口
    }
    if mark == ')' {
        return Some(Marker { damaged: true, ..plain(MarkerStyle::ArabicParenthesised, number, reader) });
    }
    Some(plain(MarkerStyle::Arabic, number, reader))
}

/// `40.151件…`, `1.2024年…`: a number whose text begins with a digit. Only its place in a row, or a year behind it, tells
/// it from a decimal; returns the marker and whether a year follows.
pub(crate) fn before_digit(source: &str, from: usize, to: usize) -> Option<(Marker, bool)> {
    let mut reader = Reader { line: &source[..to], at: from };
    let number = reader.arabic()?;
    reader.take(|ch| matches!(ch, '.' | '、'))?;
    let rest = &source[reader.at..to];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits == 4 && rest[digits..].trim_start().starts_with('年');
    (digits > 0).then(|| (plain(MarkerStyle::Arabic, number, &reader), year))
}

/// `一、` `一．` `一是` `一要`, and `一）` with its opening bracket lost.
fn chinese(reader: &mut Reader<'_>) -> Option<Marker> {
    let number = reader.chinese()?;
    let mark = reader.take(|ch| matches!(ch, '、' | '.' | ')' | '是' | '要'))?;
    let item = |item| Marker { item, ..plain(MarkerStyle::Item, number, reader) };
    match mark {
        '是' => Some(item(ItemWord::Is)),
        '要' => Some(item(ItemWord::Must)),
        ')' => Some(Marker { damaged: true, ..plain(MarkerStyle::ChineseParenthesised, number, reader) }),
        _ if number <= 10 && chinese_digit(reader.rest()) == Some(number + 1) && mark == '、' => None, // 一、二审
        _ => Some(plain(MarkerStyle::Chinese, number, reader)),
    }
}

/// `、坚持…`: the number is lost.
fn lost_number(reader: &Reader<'_>) -> Option<Marker> {
    Some(Marker { number: None, damaged: true, ..plain(MarkerStyle::Chinese, 0, reader) })
}

/// `第一，`
fn ordinal(reader: &mut Reader<'_>) -> Option<Marker> {
    let number = reader.chinese()?;
    reader.take(|ch| matches!(ch, '，' | ',' | '、' | '是'))?;
    Some(Marker { item: ItemWord::Ordinal, ..plain(MarkerStyle::Item, number, reader) })
}

/// `首先，` `其次，` `再次，` `最后，`
fn ordinal_word(reader: &mut Reader<'_>, first: char) -> Option<Marker> {
    let second = reader.take(|_| true)?;
    let number = match (first, second) {
        ('首', '先') => 1,
        ('其', '次') => 2,
        ('再', '次') => 3,
        ('最', '后') => 4,
        _ => return None,
    };
    reader.take(|ch| matches!(ch, '，' | ',' | '是'))?;
    Some(Marker { item: ItemWord::First, ..plain(MarkerStyle::Item, number, reader) })
}

#[cfg(test)]
mod tests {
    use super::{MarkerStyle, at};

    fn read(text: &str) -> Option<(MarkerStyle, Option<u16>, &str)> {
        at(text, 0, text.len()).map(|m| (m.style, m.number, &text[m.end..]))
    }

    #[test]
    fn every_style_and_width() {
        use MarkerStyle::*;
        for (text, style, number) in [
            ("一、题", Chinese, 1),
            ("十二、题", Chinese, 12),
            ("二十一、题", Chinese, 21),
            ("三．题", Chinese, 3),
            ("（一）题", ChineseParenthesised, 1),
            ("(十一) 题", ChineseParenthesised, 11),
            ("（ 三 ）题", ChineseParenthesised, 3),
            ("㈡题", ChineseParenthesised, 2),
            ("1.题", Arabic, 1),
            ("12．题", Arabic, 12),
            ("３、 题", Arabic, 3),
            ("（1）题", ArabicParenthesised, 1),
            ("(2)题", ArabicParenthesised, 2),
            ("⑶题", ArabicParenthesised, 3),
            ("②题", Circled, 2),
            ("一是题", Item, 1),
            ("三要题", Item, 3),
            ("第二，题", Item, 2),
            ("首先，题", Item, 1),
            ("一)题", ChineseParenthesised, 1),
            ("一\n是\n题", Item, 1),
        ] {
            let (got, n, rest) = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((got, n, rest.trim_start()), (style, Some(number), "题"), "{text}");
        }
        assert_eq!(read("、题").map(|m| m.1), Some(None));
    }

    #[test]
    fn what_is_no_marker() {
        for text in [
            "1.2万件",
            "3·15活动",
            "（2023-2025年）",
            "2024年",
            "123.题",
            "一些",
            "一、二审",
            "第一责任人",
            "（一般）",
            "0.题",
            "最后",
            "3、4号",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
