//! The rows of the tables, with fixed layouts: fields ordered by size, padding explicit and zero. `tests/abi/` records sizes and
//! offsets.

mod document;
mod report;
mod score;

pub use document::*;
pub use report::*;
pub use score::*;

use crate::decimal::Decimal;
use crate::span::Span;

/// No row: an index that points nowhere. Also the offset of a text that is absent.
pub const FAZHI_NONE: u32 = 0xFFFF_FFFF;

/// A half-open range of byte offsets into the parsed text, always on character boundaries.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct fazhi_span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte, never below start.
    pub end: u32,
}

impl From<Span> for fazhi_span {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A text in the table of strings that the same object gives (fazhi_report_strings for a report).
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct fazhi_text {
    /// Offset of the first byte in the table of strings; FAZHI_NONE when there is no such text.
    pub offset: u32,
    /// Length in bytes.
    pub length: u32,
}

/// Some rows of a side table, one behind the other.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct fazhi_list {
    /// Index of the first row.
    pub first: u32,
    /// How many rows there are.
    pub count: u32,
}

/// An exact decimal number, mantissa / 10^scale. The scale is kept as printed: 98.00 is 9800 with scale 2.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct fazhi_decimal {
    /// The digits without the decimal point.
    pub mantissa: i64,
    /// How many digits stand behind the decimal point, at most 18.
    pub scale: u8,
    /// 1 when there is a number, 0 when there is none.
    pub present: u8,
    /// Always 0.
    pub reserved: [u8; 6],
}

impl From<Decimal> for fazhi_decimal {
    fn from(decimal: Decimal) -> Self {
        Self { mantissa: decimal.mantissa(), scale: decimal.scale(), present: 1, reserved: [0; 6] }
    }
}

impl From<Option<Decimal>> for fazhi_decimal {
    fn from(decimal: Option<Decimal>) -> Self {
        decimal.map_or_else(Self::default, Self::from)
    }
}

/// A table: row i stands at rows + i * stride. A later version may make rows longer at their end, so step by the
/// stride. The table belongs to the object it was asked of and lives as long.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_table {
    /// The first row, aligned as its record; never NULL in a table that the library gives.
    pub rows: *const std::ffi::c_void,
    /// How many rows there are.
    pub count: usize,
    /// Bytes from one row to the next.
    pub stride: usize,
}

impl fazhi_table {
    pub(super) fn of<T>(rows: &[T]) -> Self {
        Self { rows: rows.as_ptr().cast(), count: rows.len(), stride: size_of::<T>() }
    }
}
