//! What a character may mean to the grammars of figures and dates: bits that every character of a paragraph carries,
//! from a table made at compile time.
//!
//! The table goes by the lowest bits of a character, so that it sometimes tells more than is true; who asks it for a
//! short cut is only sure of what it denies.

use super::glyph::Glyph;
use super::ordinary::{char_at, width};

/// It may begin a fact or change how the next one is read.
pub(crate) const BEGINNER: u8 = 1;
/// Behind a number, it may be part of it.
pub(crate) const NUMBER: u8 = 2;
/// Behind a number, it may make a date of it.
pub(crate) const DATE: u8 = 4;
/// Behind a number, it may make a share of it.
pub(crate) const SHARE: u8 = 8;
/// Behind a number, it may join it with another one or bound it.
pub(crate) const BOUND: u8 = 16;
/// It may end a sentence or open a title, whose marks end none.
pub(crate) const STOP: u8 = 32;
/// Before digits, it may make them something else than a figure: an identifier, a time, a slogan.
pub(crate) const OPAQUE_BEFORE: u8 = 64;
/// The same behind digits.
pub(crate) const OPAQUE_BEHIND: u8 = 128;
const OPAQUE: u8 = OPAQUE_BEFORE | OPAQUE_BEHIND;

/// Chinese numerals.
const NUMERALS: &str = "零〇○一壹二两贰兩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億廿卅";

/// Characters by what they may mean.
const MEANINGS: [(u8, &str); 15] = [
    (BEGINNER, ".《〔[(【﹝{“‘「\"第前半0123456789"),
    (BEGINNER, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (BEGINNER | NUMBER, NUMERALS),
    (NUMBER, "0123456789余餘多几來来点"),
    (DATE, "年月季日号/._至到Oo◯ΟО"),
    (DATE | BOUND, "-~—–―─‐‑−〜∼～"),
    (SHARE, "分又/半"),
    (BOUND, "至到(及或以左上有大"),
    (NUMBER, "\0"),
    (STOP, "。！？!?《"),
    (OPAQUE, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (OPAQUE, "-_/:：.+*×=#@№＋(~—–―─‐‑−〜∼～·•‧・∙．﹒●"),
    (OPAQUE, "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅬⅭⅮⅯⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅼⅽⅾⅿ"),
    (OPAQUE_BEHIND, "时点日页字"),
    (OPAQUE_BEFORE, "话真编码号次量数率线"),
];

/// How many of a character's lowest bits the table goes by.
pub(crate) const SIZE: usize = 1 << 12;

static CLASSES: [u8; SIZE] = {
    let mut classes = [0; SIZE];
    let mut row = 0;
    while row < MEANINGS.len() {
        let (meaning, chars) = MEANINGS[row];
        let mut at = 0;
        while at < chars.len() {
            classes[char_at(chars.as_bytes(), at) as usize % SIZE] |= meaning;
            at += width(chars.as_bytes()[at]);
        }
        row += 1;
    }
    classes
};

/// What `ch` may mean.
#[inline(always)]
pub(crate) fn of(ch: char) -> u8 {
    CLASSES[ch as usize % SIZE]
}

/// What lies outside of a paragraph may mean.
pub(crate) const OUTSIDE: u8 = CLASSES[0];

/// Index of the first of `items` from `from` on that may have one of `meanings`.
pub(crate) fn find(items: &[Glyph], from: usize, meanings: u8) -> Option<usize> {
    let rest = items.get(from..)?;
    let has = |glyph: &Glyph| glyph.class & meanings > 0;
    // Four at once: most have none.
    let (fours, _) = rest.as_chunks::<4>();
    let none = fours.iter().take_while(|four| four.iter().fold(0, |all, glyph| all | glyph.class) & meanings == 0);
    let skipped = 4 * none.count();
    Some(from + skipped + rest[skipped..].iter().position(has)?)
}

#[cfg(test)]
mod tests {
    use super::{BEGINNER, NUMBER, of};
    use crate::text::numeral::is_numeral;

    #[test]
    fn every_numeral_may_begin() {
        let numerals = ('\u{3000}'..'\u{a000}').filter(|&ch| is_numeral(ch));
        assert!(numerals.clone().all(|ch| of(ch) & NUMBER > 0));
        assert!(numerals.chain("09azAZ.(\"《第半前○".chars()).all(|ch| of(ch) & BEGINNER > 0));
        assert!(!"的法治政府建设，。、".chars().any(|ch| of(ch) & BEGINNER > 0));
    }
}
