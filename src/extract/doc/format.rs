//! What lists of changes to formatting say that matters to text.

use super::bytes::{u8_at, u16_at, u32_at};
use super::sprm::{self, Sprms};
use super::styles::Styles;

/// Most tables inside each other.
const DEPTH: usize = 16;

/// What a paragraph has.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Properties {
    /// The use of a list, 0 for none.
    pub list: Option<i32>,
    pub level: Option<usize>,
    /// The outline level, from 0; 9 is body text.
    pub outline: Option<u8>,
    in_table: bool,
    depth: usize,
    pub ends_row: bool,
    pub ends_inner_cell: bool,
}

impl Properties {
    pub fn apply(&mut self, (code, operand): (u16, &[u8])) {
        let byte = u8_at(operand, 0).unwrap_or(0);
        match code {
            // Lists whose numbers were taken away are told by negative ones.
            sprm::LIST => self.list = u16_at(operand, 0).map(|list| i32::from(list.cast_signed()).max(0)),
            sprm::LIST_LEVEL => self.level = Some(byte.into()),
            sprm::OUTLINE_LEVEL => self.outline = Some(byte),
            sprm::IN_TABLE => self.in_table = byte != 0,
            sprm::TABLE_DEPTH => self.depth = u32_at(operand, 0).map_or(0, |depth| (depth as usize).min(DEPTH)),
            sprm::ROW_END | sprm::INNER_ROW_END => self.ends_row = byte != 0,
            sprm::INNER_CELL_END => self.ends_inner_cell = byte != 0,
            _ => {}
        }
    }

    /// How many tables it is in.
    pub fn tables(&self) -> usize {
        self.depth.max(self.in_table.into())
    }
}

/// Lines and cells of a table, as far as a list says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines {
    pub style: Option<usize>,
    /// Whether there are lines around and between the cells.
    pub table: Option<bool>,
    /// Whether some cell has its own lines.
    pub cells: bool,
    /// Cells that an earlier one covers, a bit for each.
    pub covered: u64,
}

/// Where the kind of a line is in its description.
const LINE_KIND: usize = 5;
const OLD_LINE_KIND: usize = 1;

/// A description of a cell, in bytes, and where its lines begin in it.
const CELL: usize = 20;
const CELL_LINES: usize = 4;

impl Lines {
    pub fn apply(&mut self, (code, operand): (u16, &[u8])) {
        match code {
            sprm::TABLE_STYLE => self.style = u16_at(operand, 0).map(usize::from),
            sprm::LINES => self.table = Some(any_line(operand, 8, LINE_KIND)),
            sprm::OLD_LINES => self.table = Some(any_line(operand, 4, OLD_LINE_KIND)),
            // First and last cell, the edges meant, and one line for them.
            sprm::CELL_LINES => self.cells |= any_line(operand.get(3..).unwrap_or_default(), 8, LINE_KIND),
            sprm::OLD_CELL_LINES => self.cells |= any_line(operand.get(3..).unwrap_or_default(), 4, OLD_LINE_KIND),
            sprm::CELL_LINE_KINDS => self.cells |= any_line(operand, 1, 0),
            sprm::CELLS => self.cells(operand),
            sprm::ONE_CELL => {
                let (first, end) = (u8_at(operand, 0).unwrap_or(0), u8_at(operand, 1).unwrap_or(0));
                (first.saturating_add(1)..end).for_each(|index| self.cover(index.into()));
            }
            _ => {}
        }
    }

    fn cells(&mut self, operand: &[u8]) {
        let count = usize::from(u8_at(operand, 0).unwrap_or(0));
        // The edges of all cells stand before the descriptions.
        let descriptions = operand.get(1 + (count + 1) * 2..).unwrap_or_default();
        for (index, cell) in descriptions.chunks_exact(CELL).take(count).enumerate() {
            self.cells |= any_line(&cell[CELL_LINES..], 4, OLD_LINE_KIND);
            if u16_at(cell, 0).is_some_and(|flags| flags & 3 == 1) {
                self.cover(index);
            }
        }
    }

    fn cover(&mut self, cell: usize) {
        self.covered |= 1_u64.checked_shl(cell as u32).unwrap_or(0);
    }
}

/// Whether one of the lines described is drawn.
fn any_line(descriptions: &[u8], length: usize, kind: usize) -> bool {
    descriptions.chunks_exact(length).any(|line| !matches!(line[kind], 0 | u8::MAX))
}

/// Whether characters are hidden, if a list or what they had before says.
pub(super) fn is_hidden(changes: &[u8], before: Option<bool>) -> Option<bool> {
    let last = Sprms(changes).filter(|(code, _)| *code == sprm::HIDDEN).last();
    last.map_or(before, |(_, operand)| switched(operand, before.unwrap_or(false)))
}

/// What a switch says: off, on, as the style has it, or the other way round.
fn switched(operand: &[u8], style: bool) -> Option<bool> {
    Some(match u8_at(operand, 0)? {
        0 => false,
        0x80 => style,
        0x81 => !style,
        _ => true,
    })
}

/// What characters have.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Look {
    /// Deleted while changes were tracked.
    pub deleted: bool,
    pub hidden: bool,
    /// Whether they stand for a place in a font.
    pub symbol: bool,
}

impl Look {
    /// The look of characters in a paragraph whose style hides or shows them.
    pub fn new(style_hides: bool) -> Self {
        Self { hidden: style_hides, ..Self::default() }
    }

    /// Applies a list to it, whose switches may refer to what the style does.
    pub fn apply(&mut self, changes: &[u8], styles: &Styles, style_hides: bool) {
        let mut base = style_hides;
        for (code, operand) in Sprms(changes) {
            match code {
                sprm::DELETED => self.deleted = u8_at(operand, 0) != Some(0),
                sprm::HIDDEN => self.hidden = switched(operand, base).unwrap_or(self.hidden),
                sprm::CHARACTER_STYLE => {
                    let style = u16_at(operand, 0).map_or(0, usize::from);
                    base = styles.of(style).hidden.unwrap_or(style_hides);
                    self.hidden = base;
                }
                sprm::PLAIN => self.hidden = base,
                sprm::SYMBOL => self.symbol = true,
                _ => {}
            }
        }
    }
}
