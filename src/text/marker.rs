//! The markers of headings and list items: 一、 （一） 1. （1） ① 一是.
//!
//! Only the form is judged here; whether a marker opens a section depends on what stands before it, which is the
//! outline's business.

mod reader;

use super::blank;
use super::ordinary::{self, Beginnings};
pub(crate) use reader::chinese_digit;
use reader::{Reader, Sign};

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

/// The ordinary characters that markers begin with.
static FIRST: Beginnings =
    Beginnings::of(&["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第", "首", "其", "再", "最"], 1);

/// Whether the first character of a text leaves it open that a marker begins there.
#[inline(always)]
fn may_begin(bytes: &[u8]) -> bool {
    match *bytes {
        [first, _, _, ..] if ordinary::begins(first) => FIRST.hold(bytes, 1),
        [b'(' | b'0'..=b'9', ..]
        | [0xef, 0xbc, 0x88 | 0x90..=0x99, ..]     // （１
        | [0xe3, 0x80, 0x81, ..] | [0xe3, 0x88, ..] // 、㈠
        | [0xe2, 0x91 | 0x92 | 0x9d, ..] => true,  // ①⑴⒈❶
        _ => false,
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
    let line = &source.as_bytes()[..to];
    let behind = |width| Reader { line, at: from + width };
    let marker = match line[from..] {
        [b'0'..=b'9', ..] | [0xef, 0xbc, 0x90..=0x99, ..] => arabic(&mut behind(0)),
        [b'(', ..] => parenthesised(&mut behind(1)),
        [0xef, 0xbc, 0x88, ..] => parenthesised(&mut behind(3)),
        [0xe3, 0x80, 0x81, ..] => Some(lost_number(&behind(3))),
        [0xe7, 0xac, 0xac, ..] => ordinal(&mut behind(3)), // 第
        [0xe5, 0x85, 0xb6, ..] | [0xe5, 0x86, 0x8d, ..] | [0xe6, 0x9c, 0x80, ..] | [0xe9, 0xa6, 0x96, ..] => {
            ordinal_word(&mut behind(0)) // 其再最首
        }
        [0xe2, ..] | [0xe3, ..] => one_character(source[from..to].chars().next()?, &behind(3)),
        _ => chinese(&mut behind(0)),
    }?;
    let end = blank::skip(source, marker.end, to);
    Some(Marker { end, ..marker })
}

fn plain(style: MarkerStyle, number: u16, reader: &Reader<'_>) -> Marker {
    Marker { style, number: Some(number), end: reader.at, item: ItemWord::No, damaged: false }
}

/// `①` `❶` `⑴` `⒈` `㈠`
fn one_character(ch: char, reader: &Reader<'_>) -> Option<Marker> {
    let (style, first) = match ch {
        '①'..='⑳' => (MarkerStyle::Circled, '①'),
        '❶'..='❿' => (MarkerStyle::Circled, '❶'),
        '⑴'..='⒇' => (MarkerStyle::ArabicParenthesised, '⑴'),
        '⒈'..='⒛' => (MarkerStyle::Arabic, '⒈'),
        '㈠'..='㈩' => (MarkerStyle::ChineseParenthesised, '㈠'),
        _ => return None,
    };
    Some(plain(style, (ch as u32 - first as u32 + 1) as u16, reader))
}

fn parenthesised(reader: &mut Reader<'_>) -> Option<Marker> {
    let from = reader.at;
    let (style, number) = match reader.chinese() {
        Some(number) => (MarkerStyle::ChineseParenthesised, number),
        None => {
            reader.at = from;
            while let width @ 1.. = blank::width(reader.rest()) {
                reader.at += width;
            }
            (MarkerStyle::ArabicParenthesised, reader.arabic()?)
        }
    };
    reader.take(|sign| matches!(sign, Sign::Close))?;
    Some(plain(style, number, reader))
}

/// `1.` `1、` `1．`, and `1)` with its opening bracket lost.
fn arabic(reader: &mut Reader<'_>) -> Option<Marker> {
    let number = reader.arabic()?;
    let sign = reader.take(|sign| matches!(sign, Sign::Dot | Sign::Pause | Sign::Close))?;
    if let [b'0'..=b'9' | b'%', ..] | [0xef, 0xbc, 0x85 | 0x90..=0x99, ..] = *reader.rest() {
        return None; // 1.2万, 3、4号窗口, ％ and digits of full width too
    }
    if sign == Sign::Close {
        return Some(Marker { damaged: true, ..plain(MarkerStyle::ArabicParenthesised, number, reader) });
    }
    Some(plain(MarkerStyle::Arabic, number, reader))
}

/// `40.151件…`, `1.2024年…`: a number whose text begins with a digit. Only its place in a row, or a year behind it, tells
/// it from a decimal; returns the marker and whether a year follows.
pub(crate) fn before_digit(source: &str, from: usize, to: usize) -> Option<(Marker, bool)> {
    let mut reader = Reader { line: &source.as_bytes()[..to], at: from };
    let number = reader.arabic()?;
    reader.take(|sign| matches!(sign, Sign::Dot | Sign::Pause))?;
    let rest = &source[reader.at..to];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits == 4 && rest[digits..].trim_start().starts_with('年');
    (digits > 0).then(|| (plain(MarkerStyle::Arabic, number, &reader), year))
}

/// `一、` `一．` `一是` `一要`, and `一）` with its opening bracket lost.
fn chinese(reader: &mut Reader<'_>) -> Option<Marker> {
    let number = reader.chinese()?;
    let sign = reader.take(|sign| matches!(sign, Sign::Pause | Sign::Dot | Sign::Close | Sign::Is | Sign::Must))?;
    let item = |item| Marker { item, ..plain(MarkerStyle::Item, number, reader) };
    match sign {
        Sign::Is => Some(item(ItemWord::Is)),
        Sign::Must => Some(item(ItemWord::Must)),
        Sign::Close => Some(Marker { damaged: true, ..plain(MarkerStyle::ChineseParenthesised, number, reader) }),
        _ if number <= 10 && chinese_digit(reader.rest()) == Some(number + 1) && sign == Sign::Pause => None, // 一、二审
        _ => Some(plain(MarkerStyle::Chinese, number, reader)),
    }
}

/// `、坚持…`: the number is lost.
fn lost_number(reader: &Reader<'_>) -> Marker {
    Marker { number: None, damaged: true, ..plain(MarkerStyle::Chinese, 0, reader) }
}

/// `第一，`
fn ordinal(reader: &mut Reader<'_>) -> Option<Marker> {
    let number = reader.chinese()?;
    reader.take(|sign| matches!(sign, Sign::Comma | Sign::Pause | Sign::Is))?;
    Some(Marker { item: ItemWord::Ordinal, ..plain(MarkerStyle::Item, number, reader) })
}

/// `首先，` `其次，` `再次，` `最后，`
fn ordinal_word(reader: &mut Reader<'_>) -> Option<Marker> {
    const WORDS: [[&str; 2]; 4] = [["首", "先"], ["其", "次"], ["再", "次"], ["最", "后"]];
    let (first, _) = reader.rest().split_at_checked(3)?;
    reader.at += first.len();
    reader.skip_layout();
    let (second, _) = reader.rest().split_at_checked(3)?;
    reader.at += second.len();
    let number = 1 + WORDS.iter().position(|word| word.map(str::as_bytes) == [first, second])? as u16;
    reader.take(|sign| matches!(sign, Sign::Comma | Sign::Is))?;
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
