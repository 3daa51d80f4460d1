//! The tables of a score.

use super::fazhi_score;
use crate::ffi::fence::answer;
use crate::ffi::memory::fazhi_str;
use crate::ffi::records::{fazhi_criterion, fazhi_dimension, fazhi_flag, fazhi_span, fazhi_table, fazhi_totals};
use crate::ffi::status::{fazhi_error, fazhi_status};
use crate::ffi::strings::Strings;

/// The rows of a score, and the texts they point to.
pub(super) struct Tables {
    pub totals: fazhi_totals,
    pub dimensions: Vec<fazhi_dimension>,
    pub criteria: Vec<fazhi_criterion>,
    pub flags: Vec<fazhi_flag>,
    pub spans: Vec<fazhi_span>,
    pub strings: Strings,
}

/// Gives what the report earned as a whole; the record is copied to the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_totals(
    score: *const fazhi_score,
    totals: *mut fazhi_totals,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(score, "score", totals, "totals", err, |score| score.tables().totals) }
}

/// Gives the table of strings that every fazhi_text of the score's rows points into.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_strings(
    score: *const fazhi_score,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(score, "score", strings, "strings", err, |score| fazhi_str::of(score.tables().strings.as_str())) }
}

/// Gives the dimensions in the rubric's order: rows of fazhi_dimension.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_dimensions(
    score: *const fazhi_score,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(score, "score", table, "table", err, |score| fazhi_table::of(&score.tables().dimensions)) }
}

/// Gives the criteria of all dimensions in the rubric's order: rows of fazhi_criterion.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_criteria(
    score: *const fazhi_score,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(score, "score", table, "table", err, |score| fazhi_table::of(&score.tables().criteria)) }
}

/// Gives what a reader should know beside the points: rows of fazhi_flag.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_flags(
    score: *const fazhi_score,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(score, "score", table, "table", err, |score| fazhi_table::of(&score.tables().flags)) }
}

/// Gives the spans that criteria rest on, to which fazhi_criterion points: rows of fazhi_span.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_spans(
    score: *const fazhi_score,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(score, "score", table, "table", err, |score| fazhi_table::of(&score.tables().spans)) }
}
