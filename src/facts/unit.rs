//! Measure words: which one stands at a place, compound ones (场(次), 个/件, 元/吨) included.

use super::QuantityKind;
use super::unit_table::{ROWS, Row};
use super::view::View;
use crate::text::class;
use crate::text::ordinary::char_at;

/// The numbers a measure word follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// Digits alone.
    Digits,
    /// Digits and Chinese characters.
    Both,
}

/// A measure word in the text.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// The row of its (first) word.
    pub row: &'static Row,
    /// Index of its first character.
    pub start: usize,
    /// Index behind it.
    pub end: usize,
}

impl Found {
    #[inline]
    pub fn kind(&self) -> QuantityKind {
        self.row.kind
    }

    #[inline]
    pub fn is(&self, word: &str) -> bool {
        self.row.word == word
    }
}

/// The rows whose words begin with one character.
#[derive(Clone, Copy)]
struct Group {
    first: u32,
    from: u16,
    to: u16,
    /// A bit for the second character of each word, by its lowest bits.
    seconds: u32,
}

/// Twice as many as there are groups, about.
const SLOTS: usize = 512;

const fn slot(first: u32) -> usize {
    (first.wrapping_mul(0x9e37_79b1) >> 23) as usize
}

/// The groups by their first character; one whose slot is taken is in the next that is free.
static GROUPS: [Group; SLOTS] = {
    let mut groups = [Group { first: 0, from: 0, to: 0, seconds: 0 }; SLOTS];
    let mut from = 0;
    while from < ROWS.len() {
        let first = char_at(ROWS[from].word.as_bytes(), 0);
        let (mut to, mut seconds) = (from, 0);
        while to < ROWS.len() && char_at(ROWS[to].word.as_bytes(), 0) == first {
            seconds |= 1 << (ROWS[to].second % 32);
            to += 1;
        }
        let mut at = slot(first);
        while groups[at].first != 0 {
            at = (at + 1) % SLOTS;
        }
        groups[at] = Group { first, from: from as u16, to: to as u16, seconds };
        from = to;
    }
    groups
};

/// The rows whose words begin with `first` and may go on with `second`, longer words first.
#[inline]
fn rows_of(first: char, second: char) -> &'static [Row] {
    let mut at = slot(first as u32);
    while GROUPS[at].first != 0 {
        let Group { first: known, from, to, seconds } = GROUPS[at];
        if known == first as u32 {
            // The last of them is the word of one character, if there is one.
            let from = if seconds >> (second as u32 % 32) & 1 == 1 { from } else { to - 1 };
            return &ROWS[from as usize..to as usize];
        }
        at = (at + 1) % SLOTS;
    }
    &[]
}

/// A bit for the lowest bits of each character that begins a measure word.
static FIRST: [u64; class::SIZE / 64] = {
    let mut bits = [0; class::SIZE / 64];
    let mut row = 0;
    while row < ROWS.len() {
        let bit = char_at(ROWS[row].word.as_bytes(), 0) as usize % class::SIZE;
        bits[bit / 64] |= 1 << (bit % 64);
        row += 1;
    }
    bits
};

/// Whether a measure word may begin with `ch`; sure where it denies that.
pub(super) fn may_begin(ch: char) -> bool {
    let bit = ch as usize % class::SIZE;
    FIRST[bit / 64] >> (bit % 64) & 1 == 1
}

/// The longest measure word at `index`, with its second half (`场(次)`, `个/件`) if it has one.
pub(super) fn find(view: View<'_>, index: usize) -> Option<Found> {
    let row = simple(view, index)?;
    let mut end = index + usize::from(row.len);
    if row.kind == QuantityKind::Percent {
        return Some(Found { row, start: index, end });
    }
    let second = |from: usize| simple(view, from).map(|inner| from + usize::from(inner.len));
    match view.ch(end) {
        '(' => {
            if let Some(close) = second(end + 1).filter(|&close| view.ch(close) == ')') {
                end = close + 1;
            }
        }
        '/' => end = second(end + 1).unwrap_or(end),
        _ => {}
    }
    Some(Found { row, start: index, end })
}

/// The row of the longest word at `index`.
#[inline]
fn simple(view: View<'_>, index: usize) -> Option<&'static Row> {
    let first = view.ch(index);
    let second = view.ch(index + 1);
    rows_of(first, second).iter().find(|row| {
        let len = usize::from(row.len);
        let stands = len == 1 || row.second == u32::from(second) && (len == 2 || view.has(index, row.word));
        let after = view.ch(index + len);
        let latin = first.is_ascii_alphabetic() && after.is_ascii_alphanumeric();
        stands && !latin && !row.stops_before(after)
    })
}

#[cfg(test)]
mod tests {
    use crate::facts::unit_table::ROWS;

    #[test]
    fn rows_are_in_order_and_unique() {
        let key = |word: &str| (word.chars().next(), std::cmp::Reverse(word.chars().count()), word.to_owned());
        for pair in ROWS.windows(2) {
            assert!(key(pair[0].word) < key(pair[1].word), "{} before {}", pair[0].word, pair[1].word);
        }
        assert!(ROWS.len() > 250);
    }
}
