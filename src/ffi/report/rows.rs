//! The tables of a report.

use super::fazhi_report;
use crate::ffi::fence::answer;
use crate::ffi::memory::fazhi_str;
use crate::ffi::records::{fazhi_front, fazhi_table};
use crate::ffi::status::{fazhi_error, fazhi_status};

/// Gives head and tail of the document; the record is copied to the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_front(
    report: *const fazhi_report,
    front: *mut fazhi_front,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", front, "front", err, |report| report.tables().front) }
}

/// Gives the table of strings that every fazhi_text of the report's rows points into.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_strings(
    report: *const fazhi_report,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        answer(report, "report", strings, "strings", err, |report| fazhi_str::of(report.tables().strings.as_str()))
    }
}

/// Gives the sections in text order: rows of fazhi_section.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_sections(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().sections)) }
}

/// Gives passages on problems or plans without a heading, in text order: rows of fazhi_passage.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_passages(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().passages)) }
}

/// Gives the quantities in text order: rows of fazhi_quantity.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_quantities(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().quantities)) }
}

/// Gives the citations in text order: rows of fazhi_citation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_citations(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().citations)) }
}

/// Gives the document numbers in text order: rows of fazhi_doc_number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_doc_numbers(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().doc_numbers)) }
}

/// Gives the dates in text order: rows of fazhi_date.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_dates(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().dates)) }
}

/// Gives the indicators in the order of their quantities: rows of fazhi_indicator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_indicators(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().indicators)) }
}

/// Gives every claim that was looked at, in the order of the stated figures: rows of fazhi_check.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_checks(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().checks)) }
}

/// Gives the figures that checks rest on, to which fazhi_check points: rows of fazhi_span.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_check_spans(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().check_spans)) }
}

/// Gives what a reader should know of the text itself, in text order: rows of fazhi_note.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_notes(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().notes)) }
}

/// Gives the names in the front matter, to which fazhi_front points: rows of fazhi_name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_names(
    report: *const fazhi_report,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", table, "table", err, |report| fazhi_table::of(&report.tables().names)) }
}
