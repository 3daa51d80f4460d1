//! Measure words: which one stands at a place, compound ones (场(次), 个/件, 元/吨) included.

use super::QuantityKind;
use super::unit_table::{Row, rows_of};
use super::view::View;

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
    pub fn kind(&self) -> QuantityKind {
        self.row.kind
    }

    pub fn is(&self, word: &str) -> bool {
        self.row.word == word
    }
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
fn simple(view: View<'_>, index: usize) -> Option<&'static Row> {
    let first = view.ch(index);
    let second = view.ch(index + 1);
    rows_of(first).iter().find(|row| {
        let len = usize::from(row.len);
        let stands = match len {
            1 => true,
            2 => row.second == second,
            _ => row.second == second && view.has(index, row.word),
        };
        stands && {
            let after = view.ch(index + len);
            !row.stops_before(after) && !(first.is_ascii_alphabetic() && after.is_ascii_alphanumeric())
        }
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
