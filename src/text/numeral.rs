//! Numbers as Chinese reports write them: `1,286`, `2.6万`, `5万4千`, `三百二十`, `两千六`, `壹佰`, `十余万`, `三五百`.
//!
//! Only the number itself is read here. Whether it is an amount, a date or part of a name, and what it counts, is for
//! the facts to say. Digits and Chinese characters share one grammar, because they mix freely (`100万三千`).

mod digits;
mod reader;

pub(crate) use digits::{Digits, digits, plain};

use super::class;
use super::glyph::{Glyph, Space};
use crate::decimal::Decimal;

/// What a number is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// It begins with a digit (`5万4千` included).
    Digits,
    /// It begins with a Chinese character.
    Han,
}

/// A number and how it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// Its value.
    pub value: Decimal,
    /// The upper end, where neighbouring digits give both (`三五百`, `两三`); `value` is the lower end then, except for
    /// two digits without a multiplier, which are a number of two places (`一二`) unless a measure word follows.
    pub pair: Option<(Decimal, Decimal)>,
    /// Index behind its last character.
    pub end: usize,
    /// What it begins with.
    pub script: Script,
    /// Whether 余, 多 or 几 stands inside (`十余万`).
    pub over: bool,
    /// Whether it begins with 百, 千 or 万 without a digit (`百余`).
    pub bare: bool,
    /// Whether it holds a multiplier 十百千万亿.
    pub multiplied: bool,
    /// Exponent of the 万 and 亿 at its end (`三百万`: 4), 0 if none.
    pub big: u8,
    /// Exponent of the 百 or 千 at its end or before the 万 there (`九千亿`: 3), 0 if none.
    pub small: u8,
    /// Whether another numeral character follows at once (十四五: 十四, then 五): no plain number.
    pub glued: bool,
}

impl Numeral {
    /// A number that is written as a word (半) and ends before `end`.
    pub(crate) fn of(value: Decimal, end: usize) -> Self {
        Self {
            value,
            pair: None,
            end,
            script: Script::Han,
            over: false,
            bare: false,
            multiplied: false,
            big: 0,
            small: 0,
            glued: false,
        }
    }
}

/// What a Chinese numeral character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Digit(u8),
    /// 十百千: the exponent.
    Small(u8),
    /// 万亿: the exponent.
    Big(u8),
    /// 廿卅: tens in one character.
    Tens(u8),
}

/// The numeral characters.
const SIGNS: [(char, Sign); 35] = [
    ('零', Sign::Digit(0)),
    ('〇', Sign::Digit(0)),
    ('○', Sign::Digit(0)),
    ('一', Sign::Digit(1)),
    ('壹', Sign::Digit(1)),
    ('二', Sign::Digit(2)),
    ('两', Sign::Digit(2)),
    ('贰', Sign::Digit(2)),
    ('兩', Sign::Digit(2)),
    ('三', Sign::Digit(3)),
    ('叁', Sign::Digit(3)),
    ('四', Sign::Digit(4)),
    ('肆', Sign::Digit(4)),
    ('五', Sign::Digit(5)),
    ('伍', Sign::Digit(5)),
    ('六', Sign::Digit(6)),
    ('陆', Sign::Digit(6)),
    ('七', Sign::Digit(7)),
    ('柒', Sign::Digit(7)),
    ('八', Sign::Digit(8)),
    ('捌', Sign::Digit(8)),
    ('九', Sign::Digit(9)),
    ('玖', Sign::Digit(9)),
    ('十', Sign::Small(1)),
    ('拾', Sign::Small(1)),
    ('百', Sign::Small(2)),
    ('佰', Sign::Small(2)),
    ('千', Sign::Small(3)),
    ('仟', Sign::Small(3)),
    ('万', Sign::Big(4)),
    ('萬', Sign::Big(4)),
    ('亿', Sign::Big(8)),
    ('億', Sign::Big(8)),
    ('廿', Sign::Tens(2)),
    ('卅', Sign::Tens(3)),
];
/// Slots of the table of signs.
const SLOTS: usize = 128;

const fn slot(ch: char, factor: u32) -> usize {
    ((ch as u32).wrapping_mul(factor) >> 25) as usize
}

/// A factor that gives every sign a slot of its own.
const FACTOR: u32 = {
    let mut factor = 0x9e37_79b1_u32;
    loop {
        let mut taken = [false; SLOTS];
        let mut index = 0;
        while index < SIGNS.len() && !taken[slot(SIGNS[index].0, factor)] {
            taken[slot(SIGNS[index].0, factor)] = true;
            index += 1;
        }
        if index == SIGNS.len() {
            break factor;
        }
        factor = factor.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f) | 1;
    }
};

/// The signs by their slots; `'\0'` where there is none.
static BY_SLOT: [(char, Sign); SLOTS] = {
    let mut table = [('\0', Sign::Digit(0)); SLOTS];
    let mut index = 0;
    while index < SIGNS.len() {
        table[slot(SIGNS[index].0, FACTOR)] = SIGNS[index];
        index += 1;
    }
    table
};

#[inline]
fn sign(ch: char) -> Option<Sign> {
    let (known, sign) = BY_SLOT[slot(ch, FACTOR)];
    (known == ch && ch != '\0').then_some(sign)
}

/// The value of a Chinese digit character, 零 to 九 and 两.
pub(crate) fn han_digit(ch: char) -> Option<u8> {
    match sign(ch) {
        Some(Sign::Digit(digit)) => Some(digit),
        _ => None,
    }
}

/// Whether a Chinese number can hold this character.
pub(crate) fn is_numeral(ch: char) -> bool {
    sign(ch).is_some()
}

/// The characters of bills and accounts, which are everyday words as well (队伍, 大陆, 收拾).
pub(crate) fn is_financial(ch: char) -> bool {
    matches!(ch, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
}

#[inline]
fn ch(items: &[Glyph], index: usize) -> char {
    items.get(index).map_or('\0', |glyph| glyph.ch)
}

#[inline]
fn space(items: &[Glyph], index: usize) -> Space {
    items.get(index).map_or(Space::Break, |glyph| glyph.before)
}

/// Whether a number may go on at `index`; sure where it denies that.
#[inline]
pub(crate) fn may_go_on(items: &[Glyph], index: usize) -> bool {
    items.get(index).is_some_and(|glyph| glyph.class & class::NUMBER > 0)
}

/// Index behind the digits and numeral characters that stand at `from` without a break: what a reader skips that does
/// not take the number.
pub(crate) fn skip(items: &[Glyph], from: usize) -> usize {
    let mut end = from;
    while may_go_on(items, end) && (ch(items, end).is_ascii_digit() || is_numeral(ch(items, end))) {
        end += 1;
    }
    end.max(from + 1)
}

/// The number that begins at `from` with `digits`. `None` where it is too large.
pub(crate) fn with_digits(items: &[Glyph], from: usize, digits: &Digits) -> Option<Numeral> {
    reader::with_digits(items, from, digits)
}

/// Reads the number at `from`, the longest one that stands there. `None` where there is none or it is too large.
pub(crate) fn read(items: &[Glyph], from: usize) -> Option<Numeral> {
    reader::read(items, from)
}

#[cfg(test)]
mod tests {
    use super::{digits, read};
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    fn glyphs(text: &str) -> Glyphs {
        let mut glyphs = Glyphs::default();
        glyphs.fill(text, Span::new(0, text.len() as u32), &[]);
        glyphs
    }

    #[test]
    fn values() {
        for (text, value) in [
            ("三百二十", "320"),
            ("两千六", "2600"),
            ("一百五", "150"),
            ("二百零三", "203"),
            ("一百五十", "150"),
            ("一万零五", "10005"),
            ("壹佰贰拾叁", "123"),
            ("一万五千亿", "1500000000000"),
            ("四千五百六十九万八千三百一十一亿", "4569831100000000"),
            ("5万4千6百", "54600"),
            ("1千零1", "1001"),
            ("3万4000", "34000"),
            ("2.6万", "26000"),
            ("4.78万亿", "4780000000000"),
            ("1,040,000", "1040000"),
            ("1 286 户", "1286"),
            ("零点零五", "0.05"),
            ("三点五万", "35000"),
            ("十五点七", "15.7"),
            ("一百点123", "100.123"),
            ("廿二", "22"),
            ("二〇二五", "2025"),
            ("百三", "130"),
            ("十余万", "100000"),
            ("三十万多亿", "30000000000000"),
        ] {
            let glyphs = glyphs(text);
            let numeral = read(glyphs.items(), 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(numeral.value.to_string(), value, "{text}");
        }
    }

    #[test]
    fn pairs_and_glued_numbers() {
        let text = glyphs("三五百户");
        let (low, high) = read(text.items(), 0).unwrap().pair.unwrap();
        assert_eq!((low.to_string(), high.to_string()), ("300".into(), "500".into()));
        assert!(read(glyphs("十四五规划").items(), 0).unwrap().glued);
        assert_eq!(read(glyphs("八点三十分").items(), 0).unwrap().end, 1);
    }

    #[test]
    fn cells_stay_apart() {
        assert_eq!(digits(glyphs("12 35").items(), 0).unwrap().end, 2);
        assert_eq!(digits(glyphs("12 350").items(), 0).unwrap().end, 2);
        assert_eq!(digits(glyphs("5，110、120").items(), 0).unwrap().end, 5);
        assert_eq!(digits(glyphs("12，3456").items(), 0).unwrap().end, 2);
    }

    #[test]
    fn too_large_is_no_number() {
        assert!(read(glyphs(&"9".repeat(40)).items(), 0).is_none());
        assert!(read(glyphs(&"九".repeat(40)).items(), 0).is_none());
    }
}
