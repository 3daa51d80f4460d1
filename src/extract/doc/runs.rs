//! Formatting: pages of the stream, each with the runs of some of its text and what they have, found by bins.

use super::bytes::{clipped, size_at, slice, u8_at, u16_at, u32_at};
use super::fib::Plc;

/// A page of formatting, in bytes.
const PAGE: usize = 512;

/// Bits of a page's number.
const PAGE_NUMBER: u32 = 0x3F_FFFF;

/// What is formatted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Characters,
    Paragraphs,
}

/// All formatting of one kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Runs<'a> {
    document: &'a [u8],
    bins: Plc<'a>,
    kind: Kind,
}

/// A stretch of the stream whose text has the same formatting.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run<'a> {
    pub end: usize,
    /// The style of a paragraph.
    pub style: usize,
    pub changes: &'a [u8],
}

impl<'a> Runs<'a> {
    pub fn new(document: &'a [u8], bins: &'a [u8], kind: Kind) -> Self {
        Self { document, bins: Plc::new(bins, 4), kind }
    }

    /// The run around a place in the stream.
    pub fn find(&self, place: usize) -> Option<Run<'a>> {
        let number = u32_at(self.bins.entry(self.bins.find(place)?), 0)? & PAGE_NUMBER;
        let page = slice(self.document, (number as usize).checked_mul(PAGE)?, PAGE)?;
        let count = usize::from(page[PAGE - 1]);
        // What tells where a run's formatting is in the page: for paragraphs there is more that does not matter here.
        let entry = if self.kind == Kind::Characters { 1 } else { 13 };
        let runs = Plc::new(page.get(..(count + 1) * 4 + count * entry)?, entry);
        let index = runs.find(place)?;
        let end = runs.place(index + 1);
        let at = 2 * usize::from(u8_at(runs.entry(index), 0)?);
        let run = Run { end, style: 0, changes: &[] };
        Some(match (at, self.kind) {
            (0, _) => run,
            (_, Kind::Characters) => Run { changes: clipped(page, at + 1, u8_at(page, at)?.into()), ..run },
            (_, Kind::Paragraphs) => {
                let (at, length) = match u8_at(page, at)? {
                    0 => (at + 2, 2 * usize::from(u8_at(page, at + 1)?)),
                    length => (at + 1, 2 * usize::from(length) - 1),
                };
                let style = u16_at(page, at)?.into();
                Run { style, changes: clipped(page, at + 2, length.checked_sub(2)?), ..run }
            }
        })
    }
}

/// The place that a change names in the stream `Data`.
pub(super) fn elsewhere(operand: &[u8]) -> Option<usize> {
    size_at(operand, 0)
}
