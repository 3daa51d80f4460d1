//! The head of a Word 97 file ("file information block"): where everything is, and how long the parts of its text are.

use std::ops::Range;

use super::bytes::{clipped, size_at, u16_at};

/// Marks of Word 97 and later, and of Word 6 and 95.
pub(super) const WORD: u16 = 0xA5EC;
pub(super) const OLD_WORD: u16 = 0xA5DC;

/// The version of Word 97.
pub(super) const FIRST_VERSION: u16 = 0xC1;

/// Flags.
pub(super) const ENCRYPTED: u16 = 0x0100;
const FIRST_TABLE: u16 = 0x0200;

/// Places in the head of the offset and length of what it tells of.
pub(super) const STYLES: usize = 0xA2;
pub(super) const FOOTNOTE_MARKS: usize = 0xAA;
pub(super) const FOOTNOTE_TEXTS: usize = 0xB2;
pub(super) const SECTIONS: usize = 0xCA;
pub(super) const CHARACTER_BINS: usize = 0xFA;
pub(super) const PARAGRAPH_BINS: usize = 0x102;
pub(super) const PIECES: usize = 0x1A2;
pub(super) const SHAPES: usize = 0x1DA;
pub(super) const ENDNOTE_MARKS: usize = 0x20A;
pub(super) const ENDNOTE_TEXTS: usize = 0x212;
pub(super) const DRAWINGS: usize = 0x22A;
pub(super) const TEXT_BOXES: usize = 0x25A;
pub(super) const LISTS: usize = 0x2E2;
pub(super) const LIST_USES: usize = 0x2EA;

/// Places in the head of the lengths of the parts of the text, in the order in which they stand.
const PARTS: [usize; 7] = [0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64];

/// Most notes, shapes and text boxes that are read.
pub(super) const MOST: usize = 100_000;

/// Parts of the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Main = 0,
    Footnotes = 1,
    Endnotes = 5,
    TextBoxes = 6,
}

/// The head, with the stream it stands in and the one that holds the tables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fib<'a> {
    pub document: &'a [u8],
    pub table: &'a [u8],
}

/// The name of the stream that holds the tables.
pub(super) fn table_name(document: &[u8]) -> &'static str {
    let first = u16_at(document, 10).is_some_and(|flags| flags & FIRST_TABLE != 0);
    if first { "1Table" } else { "0Table" }
}

impl<'a> Fib<'a> {
    /// The table whose place stands at `pair`; empty without one.
    pub fn table(&self, pair: usize) -> &'a [u8] {
        let length = size_at(self.document, pair + 4).unwrap_or(0);
        clipped(self.from(pair), 0, length)
    }

    /// The table and all behind it, for one that is followed by what its length does not count.
    pub fn from(&self, pair: usize) -> &'a [u8] {
        match (size_at(self.document, pair), size_at(self.document, pair + 4)) {
            (Some(place), Some(1..)) => self.table.get(place..).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The place of a part among all characters.
    pub fn part(&self, part: Part) -> Range<usize> {
        let length = |place: &usize| size_at(self.document, *place).unwrap_or(0);
        let (before, from) = PARTS.split_at(part as usize);
        let start = before.iter().map(length).fold(0, usize::saturating_add);
        start..start.saturating_add(from.first().map_or(0, length))
    }
}

/// A table of places, one more than there are entries, and an entry of `entry` bytes for each ("PLC").
#[derive(Clone, Copy, Debug)]
pub(super) struct Plc<'a> {
    bytes: &'a [u8],
    entry: usize,
}

impl<'a> Plc<'a> {
    pub fn new(bytes: &'a [u8], entry: usize) -> Self {
        Self { bytes, entry }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_sub(4) / (4 + self.entry)
    }

    /// The place before the entry `index`, which may be the last place.
    pub fn place(&self, index: usize) -> usize {
        size_at(self.bytes, index * 4).unwrap_or(0)
    }

    /// What is between the place before the entry `index` and the next one.
    pub fn range(&self, index: usize) -> Range<usize> {
        self.place(index)..self.place(index + 1)
    }

    pub fn entry(&self, index: usize) -> &'a [u8] {
        clipped(self.bytes, (self.len() + 1) * 4 + index * self.entry, self.entry)
    }

    /// The entry around a place.
    pub fn find(&self, place: usize) -> Option<usize> {
        let (mut first, mut end) = (0, self.len());
        while first < end {
            let middle = first + (end - first) / 2;
            if self.place(middle) <= place { first = middle + 1 } else { end = middle }
        }
        first.checked_sub(1).filter(|index| place < self.place(index + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::Plc;

    #[test]
    fn finds_the_entry_around_a_place() {
        let places = [3_u32, 5, 9].map(u32::to_le_bytes).concat();
        let bytes = [&places[..], &[1, 2, 3, 4]].concat();
        let plc = Plc::new(&bytes, 2);
        assert_eq!((plc.len(), plc.range(1), plc.entry(1)), (2, 5..9, &[3, 4][..]));
        assert_eq!([2, 3, 4, 5, 8, 9].map(|place| plc.find(place)), [None, Some(0), Some(0), Some(1), Some(1), None]);
        assert_eq!(Plc::new(&[], 2).find(0), None);
    }
}
