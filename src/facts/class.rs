//! What a character may mean to the grammars, told by one look into a table made at compile time.
//!
//! The table goes by the lowest bits of a character, so that it sometimes tells more than is true; who asks it for a
//! short cut is only sure of what it denies.

use super::list::char_at;
use super::unit_table::ROWS;
use super::view::View;
use crate::text::ordinary::width;

/// It may begin a fact or change how the next one is read.
pub(super) const BEGINNER: u8 = 1;
/// Behind a number, it may be part of it.
pub(super) const NUMBER: u8 = 2;
/// Behind a number, it may make a date of it.
pub(super) const DATE: u8 = 4;
/// Behind a number, it may make a share of it.
pub(super) const SHARE: u8 = 8;
/// It may begin a measure word.
pub(super) const MEASURE: u8 = 16;
/// Behind a number, it may join it with another one or bound it.
pub(super) const BOUND: u8 = 32;
/// It may end a sentence or open a title, whose marks end none.
pub(super) const STOP: u8 = 64;
/// Before or behind digits, it may make them something else than a figure; see [`super::opaque`].
pub(super) const OPAQUE: u8 = 128;

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
    (OPAQUE, "时点日页字"),
    (OPAQUE, "话真编码号次量数率线"),
];

/// How many of a character's lowest bits the table goes by.
const SIZE: usize = 1 << 12;

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
    let mut row = 0;
    while row < ROWS.len() {
        classes[char_at(ROWS[row].word.as_bytes(), 0) as usize % SIZE] |= MEASURE;
        row += 1;
    }
    classes
};

/// What `ch` may mean.
#[inline]
pub(super) fn of(ch: char) -> u8 {
    CLASSES[ch as usize % SIZE]
}

/// Index of the first character from `from` on that may have one of `meanings`.
pub(super) fn find(view: View<'_>, from: usize, meanings: u8) -> Option<usize> {
    let (fours, rest) = view.items().get(from..)?.as_chunks::<4>();
    let mut at = from;
    // Four at once: most have none.
    for [first, second, third, fourth] in fours {
        let met = [of(first.ch), of(second.ch), of(third.ch), of(fourth.ch)];
        if (met[0] | met[1] | met[2] | met[3]) & meanings != 0 {
            let met = u32::from_le_bytes(met) & u32::from_le_bytes([meanings; 4]);
            return Some(at + met.trailing_zeros() as usize / 8);
        }
        at += 4;
    }
    Some(at + rest.iter().position(|glyph| of(glyph.ch) & meanings > 0)?)
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
