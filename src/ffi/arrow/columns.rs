//! A table in the making, column by column.

use std::ffi::CStr;
use std::sync::Arc;

use super::abi::{ArrowArray, ArrowSchema};
use super::block::Block;
use super::cell::{Fixed, Text};
use super::column::{Column, Field};
use crate::ffi::status::{FAZHI_ERR_TOO_LARGE, Failure};
use crate::span::Span;
use crate::text::offset_index::{OffsetIndex, OffsetUnit};

/// Offsets into the text in the unit that the caller counts in.
#[derive(Clone, Copy)]
pub(super) enum Positions<'r> {
    /// As they are.
    Bytes,
    /// Converted.
    Converted(&'r OffsetIndex<'r>, OffsetUnit),
}

impl Positions<'_> {
    fn of(self, offset: u32) -> u32 {
        match self {
            Self::Bytes => offset,
            // Spans of a report lie on character boundaries, so there is one.
            Self::Converted(index, unit) => index.convert(offset, OffsetUnit::Bytes, unit).unwrap_or_default(),
        }
    }
}

/// The columns of a table. Each is given as many values as there are rows.
pub(super) struct Columns<'r> {
    rows: usize,
    positions: Positions<'r>,
    columns: Vec<Column>,
    block: Block,
    /// The texts of the column that is being made.
    joined: Vec<u8>,
    /// Whether a column has more text than its offsets can count.
    too_large: bool,
}

impl<'r> Columns<'r> {
    pub fn new(rows: usize, positions: Positions<'r>) -> Self {
        // Few tables have more columns, or more bytes in a row.
        let columns = Vec::with_capacity(16);
        let block = Block::with_capacity(4096 + 128 * rows);
        Self { rows, positions, columns, block, joined: Vec::with_capacity(32 * rows), too_large: false }
    }

    /// The table in the form of the C Data Interface.
    pub fn export(self) -> Result<(ArrowSchema, ArrowArray), Failure> {
        if self.too_large {
            let message = "表中一列的文字超过 2 GiB (a column has more than 2 GiB of text)";
            return Err(Failure::new(FAZHI_ERR_TOO_LARGE, message));
        }
        let table = Column::rows(Field { name: c"", nullable: false }, self.rows, self.columns);
        Ok((ArrowSchema::of(&table), ArrowArray::of(&table, &Arc::new(self.block))))
    }

    /// Values that are always there.
    pub fn fixed<T: Fixed>(&mut self, name: &'static CStr, values: impl ExactSizeIterator<Item = T>) {
        let field = Field { name, nullable: false };
        self.columns.push(Column::fixed(field, values.map(Some), &mut self.block));
    }

    /// Values that may be absent.
    pub fn fixed_or_null<T: Fixed>(&mut self, name: &'static CStr, values: impl ExactSizeIterator<Item = Option<T>>) {
        let field = Field { name, nullable: true };
        self.columns.push(Column::fixed(field, values, &mut self.block));
    }

    /// Texts that are always there.
    pub fn text<T: Text>(&mut self, name: &'static CStr, values: impl ExactSizeIterator<Item = T>) {
        self.add_text(Field { name, nullable: false }, values.map(Some));
    }

    /// Texts that may be absent.
    pub fn text_or_null<T: Text>(&mut self, name: &'static CStr, values: impl ExactSizeIterator<Item = Option<T>>) {
        self.add_text(Field { name, nullable: true }, values);
    }

    fn add_text<T: Text>(&mut self, field: Field, values: impl ExactSizeIterator<Item = Option<T>>) {
        self.columns.push(Column::text(field, values, &mut self.joined, &mut self.block));
        self.too_large |= i32::try_from(self.joined.len()).is_err();
    }

    /// Two columns: where spans start, and where they end.
    pub fn span(&mut self, names: [&'static CStr; 2], spans: impl ExactSizeIterator<Item = Span> + Clone) {
        let columns = self.starts_and_ends(names, spans);
        self.columns.extend(columns);
    }

    /// Lists of spans, each a row of start and end.
    pub fn spans<'s>(&mut self, name: &'static CStr, lists: impl ExactSizeIterator<Item = &'s [Span]> + Clone) {
        let all: Vec<Span> = lists.clone().flatten().copied().collect();
        let columns = self.starts_and_ends([c"start", c"end"], all.into_iter());
        let field = Field { name, nullable: false };
        self.columns.push(Column::lists(field, lists.map(<[Span]>::len), columns.into(), &mut self.block));
    }

    fn starts_and_ends(
        &mut self,
        names: [&'static CStr; 2],
        spans: impl ExactSizeIterator<Item = Span> + Clone,
    ) -> [Column; 2] {
        let positions = self.positions;
        let [start, end] = names.map(|name| Field { name, nullable: false });
        let starts = spans.clone().map(|span| Some(positions.of(span.start)));
        let ends = spans.map(|span| Some(positions.of(span.end)));
        [Column::fixed(start, starts, &mut self.block), Column::fixed(end, ends, &mut self.block)]
    }
}
