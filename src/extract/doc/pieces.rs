//! The text: pieces anywhere in the stream, some with one byte a character, some with two.

use encoding_rs::WINDOWS_1252;

use super::bytes::{clipped, size_at, slice, u8_at, u16_at, u32_at};
use super::fib::Plc;
use crate::extract::error::Error;
use crate::extract::limits::Limits;

/// Most characters: several times what fits on as many pages as other files may have.
const CHARACTERS: usize = 8 << 20;

/// Kinds of what stands before the table of pieces, and of the table.
const CHANGES: u8 = 1;
const TABLE: u8 = 2;

/// Set in the place of a piece with one byte a character, which is twice what it is.
const NARROW: u32 = 1 << 30;

/// An entry of the table of pieces, in bytes.
const ENTRY: usize = 8;

/// A stretch of text that stands together in the stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its characters.
    pub start: usize,
    pub end: usize,
    /// Where it begins in the stream.
    place: usize,
    /// Bytes a character.
    pub width: usize,
    /// What all of it has beside its formatting.
    changes: u16,
}

impl Piece {
    /// Where a character of it stands in the stream.
    pub fn place_of(&self, character: usize) -> usize {
        self.place + character.saturating_sub(self.start) * self.width
    }
}

/// All characters, in UTF-16, and the pieces they come from.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub units: Vec<u16>,
    pieces: Vec<Piece>,
    changes: Vec<&'a [u8]>,
    /// How many characters the stream really has.
    pub found: usize,
    /// Whether some are lost.
    pub damaged: bool,
}

impl<'a> Text<'a> {
    /// Reads the text that `table` tells of; `None` when it tells of none.
    pub fn read(table: &'a [u8], document: &'a [u8], limits: &Limits) -> Result<Option<Self>, Error> {
        let mut changes = Vec::new();
        let mut rest = table;
        while u8_at(rest, 0) == Some(CHANGES) {
            let Some(list) = u16_at(rest, 1).and_then(|length| slice(rest, 3, length.into())) else { break };
            changes.push(list);
            rest = &rest[3 + list.len()..];
        }
        let (Some(TABLE), Some(length)) = (u8_at(rest, 0), size_at(rest, 1)) else { return Ok(None) };
        let mut text = Self { units: Vec::new(), pieces: Vec::new(), changes, found: 0, damaged: false };
        text.damaged = rest.len() - 5 < length;
        text.pieces(Plc::new(clipped(rest, 5, length), ENTRY), document, limits)?;
        Ok(Some(text))
    }

    fn pieces(&mut self, table: Plc<'_>, document: &[u8], limits: &Limits) -> Result<(), Error> {
        // Pieces may overlap, but no text is repeated at large.
        let mut budget = document.len().saturating_mul(2);
        for index in 0..table.len() {
            let (range, entry) = (table.range(index), table.entry(index));
            let (Some(place), Some(changes)) = (u32_at(entry, 2), u16_at(entry, 6)) else { break };
            let width = if place & NARROW == 0 { 2 } else { 1 };
            let place = if width == 1 { (place & !NARROW) as usize / 2 } else { place as usize };
            let Some(count) = range.end.checked_sub(range.start).filter(|_| range.start == self.units.len()) else {
                self.damaged = true;
                break;
            };
            limits.check("characters", range.end, CHARACTERS.min(limits.text_bytes()))?;
            let bytes = clipped(document, place, count * width);
            self.damaged |= bytes.len() < count * width;
            budget = match budget.checked_sub(bytes.len()) {
                Some(budget) => budget,
                None => {
                    self.damaged = true;
                    break;
                }
            };
            self.found += bytes.len() / width;
            if width == 1 {
                self.units.extend(WINDOWS_1252.decode_without_bom_handling(bytes).0.encode_utf16());
            } else {
                self.units.extend(bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])));
            }
            // Characters that are lost keep their places, at the cost of two bytes each of the limit above.
            self.units.resize(range.end, 0);
            self.pieces.push(Piece { start: range.start, end: range.end, place, width, changes });
        }
        Ok(())
    }

    /// The piece with that character.
    pub fn piece(&self, character: usize) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.end <= character);
        self.pieces.get(index)
    }

    /// The changes that a piece has beside its formatting.
    pub fn changes(&self, piece: &Piece) -> Changes<'a> {
        if piece.changes & 1 == 1 {
            let list = self.changes.get(usize::from(piece.changes >> 1)).copied().unwrap_or_default();
            return Changes::List(list);
        }
        let [low, operand] = piece.changes.to_le_bytes();
        super::sprm::short(low >> 1).map_or(Changes::List(&[]), |code| {
            let [first, second] = code.to_le_bytes();
            Changes::One([first, second, operand])
        })
    }
}

/// Changes of a piece.
#[derive(Clone, Copy, Debug)]
pub(super) enum Changes<'a> {
    List(&'a [u8]),
    One([u8; 3]),
}

impl Changes<'_> {
    pub fn list(&self) -> &[u8] {
        match self {
            Self::List(list) => list,
            Self::One(list) => list,
        }
    }
}
