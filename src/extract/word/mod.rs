//! What the two formats of Word share: lines in the making, numbers, fields, tables, notes.

pub(super) mod fields;
pub(super) mod line;
pub(super) mod numbering;
mod numerals;
mod output;
pub(super) mod table;

pub(super) use numerals::Format;
pub(super) use output::{Notes, Output};
