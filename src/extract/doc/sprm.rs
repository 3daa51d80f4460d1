//! Lists of changes to formatting ("sprm"): each a number of two bytes, which also tells how long what follows it is.

use super::bytes::{u8_at, u16_at};

/// Style of a paragraph.
pub(super) const STYLE: u16 = 0x4600;
/// Level in a list, from 0.
pub(super) const LIST_LEVEL: u16 = 0x260A;
/// Number of a list's use, from 1; 0 for none.
pub(super) const LIST: u16 = 0x460B;
/// Outline level, from 0; 9 is body text.
pub(super) const OUTLINE_LEVEL: u16 = 0x2640;
/// Whether a paragraph is in a table, and whether it ends a row.
pub(super) const IN_TABLE: u16 = 0x2416;
pub(super) const ROW_END: u16 = 0x2417;
/// How many tables a paragraph is in, and whether it ends a cell or row of an inner one.
pub(super) const TABLE_DEPTH: u16 = 0x6649;
pub(super) const INNER_CELL_END: u16 = 0x244B;
pub(super) const INNER_ROW_END: u16 = 0x244C;
/// Offsets in the stream `Data` of lists that are too long for a page: in place of all of this one, or besides it.
pub(super) const ELSEWHERE: [u16; 3] = [0x6645, 0x6646, 0x646B];

/// Text deleted while changes were tracked, and hidden text.
pub(super) const DELETED: u16 = 0x0800;
pub(super) const HIDDEN: u16 = 0x083C;
/// Style of characters.
pub(super) const CHARACTER_STYLE: u16 = 0x4A30;
/// Formatting of characters back to that of the paragraph.
pub(super) const PLAIN: u16 = 0x2A33;
/// A character by its place in a font.
pub(super) const SYMBOL: u16 = 0x6A09;

/// Style of a table, its cells, and its lines in several notations.
pub(super) const TABLE_STYLE: u16 = 0x563A;
pub(super) const CELLS: u16 = 0xD608;
pub(super) const OLD_LINES: u16 = 0xD605;
pub(super) const LINES: u16 = 0xD613;
pub(super) const OLD_CELL_LINES: u16 = 0xD620;
pub(super) const CELL_LINES: u16 = 0xD62F;
pub(super) const CELL_LINE_KINDS: u16 = 0xD662;

/// The first cell of some that are one, and the first behind them.
pub(super) const ONE_CELL: u16 = 0x5624;

/// Tab stops, whose length is told by what they hold where it is more than a byte can tell.
const TABS: u16 = 0xC615;

/// What a piece of text may have in one byte instead of two, as far as it matters here.
const SHORT: [(u8, u16); 6] =
    [(0x0C, LIST_LEVEL), (0x18, IN_TABLE), (0x19, ROW_END), (0x41, DELETED), (0x5C, HIDDEN), (0x78, OUTLINE_LEVEL)];

/// The change that a piece of text names by one byte.
pub(super) fn short(code: u8) -> Option<u16> {
    SHORT.iter().find(|(known, _)| *known == code).map(|(_, sprm)| *sprm)
}

/// Changes with their operands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sprms<'a>(pub &'a [u8]);

impl<'a> Iterator for Sprms<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let code = u16_at(self.0, 0)?;
        let rest = &self.0[2..];
        let (before, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == CELLS => (2, usize::from(u16_at(rest, 0)?).saturating_sub(1)),
            _ if code == TABS && rest.first() == Some(&u8::MAX) => {
                let deleted = 4 * usize::from(u8_at(rest, 1)?);
                let added = 3 * usize::from(u8_at(rest, 2 + deleted)?);
                (1, 2 + deleted + added)
            }
            _ => (1, usize::from(u8_at(rest, 0)?)),
        };
        let operand = rest.get(before..before + length)?;
        self.0 = &rest[before + length..];
        Some((code, operand))
    }
}

#[cfg(test)]
mod tests {
    use super::{CELLS, LIST, Sprms};

    #[test]
    fn every_operand_has_its_length() {
        let tabs = [&[0x15, 0xC6, 255, 1][..], &[7; 4], &[1], &[8; 3]].concat();
        let cells = [0x08, 0xD6, 4, 0, 1, 2, 3];
        let list = [&[0x16, 0x24, 1][..], &tabs, &cells, &[0x49, 0x66, 1, 2, 3, 4], &[0x0B, 0x46, 5, 0]].concat();
        let found: Vec<_> = Sprms(&list).map(|(code, operand)| (code, operand.len())).collect();
        assert_eq!(found, [(0x2416, 1), (0xC615, 9), (CELLS, 3), (0x6649, 4), (LIST, 2)]);
        // Cut anywhere, what is whole is read.
        for end in 0..list.len() {
            assert!(Sprms(&list[..end]).count() < 5);
        }
    }
}
