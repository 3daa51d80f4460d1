//! Runs of digits: thousands marks, blanks between groups, decimals.

use super::{ch, space};
use crate::decimal::Decimal;
use crate::text::glyph::{Glyph, Space};

/// A run of digits, decimals included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digits {
    /// Its value; `None` when it is too large to be one.
    pub value: Option<Decimal>,
    /// Index behind it.
    pub end: usize,
    /// How many digits stand before the point.
    pub whole: usize,
    /// How many digits stand behind the point.
    pub decimals: usize,
}

/// So many digits make no number that is too large.
const MOST: usize = 18;

/// Index behind the digits that belong together from `from` on. A joined line break inside is no end of the number, a
/// blank is one (a table's cells), unless groups of three follow (`1 286 户`).
fn run(items: &[Glyph], from: usize) -> usize {
    let mut end = solid(items, from);
    let mut grouped = end;
    while (1..=3).contains(&(end - from)) || grouped > end {
        let next = grouped.max(end);
        if space(items, next) != Space::Blank || solid(items, next) != next + 3 || ch(items, from) == '0' {
            break;
        }
        grouped = next + 3;
    }
    // A group at the end of a cell is a cell of its own; before a word it is part of the number.
    if grouped > end && grouped < items.len() && !ch(items, grouped).is_ascii_digit() {
        end = grouped;
    }
    end
}

/// Index behind the digits from `from` on with no blank between.
pub(super) fn solid(items: &[Glyph], from: usize) -> usize {
    let mut end = from;
    while ch(items, end).is_ascii_digit() && (end == from || space(items, end) != Space::Blank) {
        end += 1;
    }
    end
}

/// Reads digits with thousands marks and decimals. A comma is a thousands mark when every group behind it has three
/// digits and the first has at most three.
pub(crate) fn digits(items: &[Glyph], from: usize) -> Option<Digits> {
    if let Some(plain) = plain(items, from) {
        return Some(plain);
    }
    let point_first = ch(items, from) == '.';
    if !ch(items, from).is_ascii_digit() && !point_first {
        return None;
    }
    let mut end = if point_first { from } else { run(items, from) };
    let mut whole = end - from;
    if (1..=3).contains(&whole) && ch(items, from) != '0' {
        let mut groups = end;
        while matches!(ch(items, groups), ',' | '，')
            && solid(items, groups + 1) == groups + 4
            && space(items, groups + 1) != Space::Blank
        {
            groups += 4;
        }
        if groups > end {
            whole += (groups - end) / 4 * 3;
            end = groups;
        }
    }
    let mut decimals = 0;
    if ch(items, end) == '.' && ch(items, end + 1).is_ascii_digit() && point_fits(items, end) {
        let tail = solid(items, end + 1);
        decimals = tail - end - 1;
        end = tail;
    }
    if point_first && decimals == 0 {
        return None;
    }
    Some(Digits { value: value_of(items, from, end, decimals), end, whole, decimals })
}

/// Digits, and a point and digits behind them, with neither blanks nor thousands marks inside, as most are.
#[inline]
pub(crate) fn plain(items: &[Glyph], from: usize) -> Option<Digits> {
    let (value, mut end) = unbroken(items, from, 0)?;
    let (mut value, whole, mut decimals) = (value, end - from, 0);
    let goes_on = matches!(ch(items, end), ',' | '，' | '.') && ch(items, end + 1).is_ascii_digit();
    if goes_on {
        let apart = space(items, end) == Space::Blank || space(items, end + 1) == Space::Blank;
        if apart || ch(items, end) != '.' {
            return None;
        }
        let point = end;
        (value, end) = unbroken(items, point + 1, value)?;
        decimals = end - point - 1;
    }
    let scale = decimals as u8;
    (whole > 0 && whole + decimals <= MOST).then(|| Digits { value: Decimal::new(value, scale), end, whole, decimals })
}

/// Reads digits with no blank between behind others that are `value` together: all of them, and the index behind.
#[inline]
fn unbroken(items: &[Glyph], from: usize, mut value: i64) -> Option<(i64, usize)> {
    let mut end = from;
    while let Some(digit) = ch(items, end).to_digit(10) {
        if end > from && space(items, end) == Space::Blank || end == from + MOST {
            return None;
        }
        value = value.wrapping_mul(10).wrapping_add(i64::from(digit));
        end += 1;
    }
    Some((value, end))
}

/// Whether the point at `at` stands between two halves of a number: no blank beside it, or a rate behind (`98. 5%`).
fn point_fits(items: &[Glyph], at: usize) -> bool {
    if space(items, at) != Space::Blank && space(items, at + 1) != Space::Blank {
        return true;
    }
    matches!(ch(items, solid(items, at + 1)), '%' | '万' | '亿')
}

pub(super) fn value_of(items: &[Glyph], from: usize, end: usize, decimals: usize) -> Option<Decimal> {
    let mut mantissa = 0_i64;
    for index in from..end {
        if let Some(digit) = ch(items, index).to_digit(10) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit))?;
        }
    }
    Decimal::new(mantissa, u8::try_from(decimals).ok()?)
}
