//! A report's tables as Arrow arrays, for programs that compute over columns.

mod abi;
mod block;
mod cell;
mod column;
mod columns;

mod tables;
#[cfg(test)]
mod tests;

use super::fence::fence;
use super::input::{self, Output};
use super::offsets::unit;
use super::report::fazhi_report;
use super::status::{FAZHI_ERR_INVALID_ARGUMENT, Failure, fazhi_error, fazhi_status};
use crate::report::Report;
use crate::text::offset_index::OffsetUnit;
use columns::{Columns, Positions};

pub use abi::{ArrowArray, ArrowSchema};

/// For fazhi_report_arrow: the sections.
pub const FAZHI_TABLE_SECTIONS: u16 = 1;
/// For fazhi_report_arrow: passages on problems or plans without a heading.
pub const FAZHI_TABLE_PASSAGES: u16 = 2;
/// For fazhi_report_arrow: the quantities.
pub const FAZHI_TABLE_QUANTITIES: u16 = 3;
/// For fazhi_report_arrow: the citations.
pub const FAZHI_TABLE_CITATIONS: u16 = 4;
/// For fazhi_report_arrow: the document numbers.
pub const FAZHI_TABLE_DOC_NUMBERS: u16 = 5;
/// For fazhi_report_arrow: the dates.
pub const FAZHI_TABLE_DATES: u16 = 6;
/// For fazhi_report_arrow: the indicators.
pub const FAZHI_TABLE_INDICATORS: u16 = 7;
/// For fazhi_report_arrow: every claim that was looked at.
pub const FAZHI_TABLE_CHECKS: u16 = 8;
/// For fazhi_report_arrow: what a reader should know of the text itself.
pub const FAZHI_TABLE_NOTES: u16 = 9;

/// Fills in the columns of a table.
type Fill = fn(&Report<'_>, &mut Columns<'_>);

/// How many rows a table has, and what makes its columns.
fn table(report: &Report<'_>, code: u16) -> Result<(usize, Fill), Failure> {
    Ok(match code {
        FAZHI_TABLE_SECTIONS => (report.sections().len(), tables::sections),
        FAZHI_TABLE_PASSAGES => (report.passages().len(), tables::passages),
        FAZHI_TABLE_QUANTITIES => (report.quantities().len(), tables::quantities),
        FAZHI_TABLE_CITATIONS => (report.citations().len(), tables::citations),
        FAZHI_TABLE_DOC_NUMBERS => (report.doc_numbers().len(), tables::doc_numbers),
        FAZHI_TABLE_DATES => (report.dates().len(), tables::dates),
        FAZHI_TABLE_INDICATORS => (report.indicators().len(), tables::indicators),
        FAZHI_TABLE_CHECKS => (report.checks().len(), tables::checks),
        FAZHI_TABLE_NOTES => (report.notes().len(), tables::notes),
        _ => return Err(Failure::new(FAZHI_ERR_INVALID_ARGUMENT, format!("没有表 {code} (no table {code})"))),
    })
}

fn export(report: &fazhi_report, code: u16, offset_unit: u16) -> Result<(ArrowSchema, ArrowArray), Failure> {
    let (rows, fill) = table(report.report(), code)?;
    let positions = match unit(offset_unit)? {
        OffsetUnit::Bytes => Positions::Bytes,
        unit => Positions::Converted(report.offsets(), unit),
    };
    let mut columns = Columns::new(rows, positions);
    fill(report.report(), &mut columns);
    columns.export()
}

/// Gives a table (FAZHI_TABLE_) as rows in an array of the Arrow C Data Interface, which pyarrow, pandas, Polars, DuckDB
/// and others read. What the call writes to `schema` and `array` belongs to the caller, who frees it by the `release` of
/// each, on any thread; it does not depend on the report. Positions are counted in `offset_unit` (FAZHI_OFFSET_).
///
/// The columns are the same for every report, so that tables of many fit together; ? marks those that may have nulls.
/// Positions and the numbers of rows (parent and section of SECTIONS, quantity of QUANTITIES, from 0) are uint32; texts
/// and the names of codes (as fazhi_code_name gives them) utf8; decimals decimal128(38, 18), which holds each exactly; a
/// _scale, uint8, is how many decimals the value has as printed (98.00 has 2):
///
/// - SECTIONS: level (uint8), style, number (uint16), title, start, end, heading_start, heading_end, body_start, body_end,
///   parent?, role, topic?
/// - PASSAGES: role, start, end, section?
/// - QUANTITIES: start, end, text (as printed), value (decimal), value_scale, high? (decimal: the end of a range),
///   high_scale?, unit ("" for none), kind, bound, section?, sentence_start, sentence_end
/// - CITATIONS: start, end, title, kind, section?
/// - DOC_NUMBERS: start, end, text, issuer, year (uint16), serial (uint32)
/// - DATES: start, end, text, date? (date32; null unless year, month and day are printed and exist), year? (uint16),
///   month?, day? (uint8); of the end of a period end_date?, end_year?, end_month?, end_day?
/// - INDICATORS: id, name, topic, value (decimal, negative for a decrease), value_scale, unit (as written), bound,
///   quantity, section?, start, end
/// - CHECKS: kind, verdict, stated?, computed?, formula, reading?, repair?, explanation, start, end (of the stated
///   figure), spans (list of structs of start and end: the figures it rests on, the stated one first)
/// - NOTES: code, start, end, message
///
/// Errors: FAZHI_ERR_INVALID_ARGUMENT for an unknown table or unit; FAZHI_ERR_TOO_LARGE when the texts of a column are
/// longer than 2 GiB.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_arrow(
    report: *const fazhi_report,
    table: u16,
    offset_unit: u16,
    schema: *mut ArrowSchema,
    array: *mut ArrowArray,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let (to_schema, to_array) = (Output::new(schema, "schema")?, Output::new(array, "array")?);
            let (schema, array) = export(report, table, offset_unit)?;
            to_schema.write(schema);
            to_array.write(array);
            Ok(())
        })
    }
}
