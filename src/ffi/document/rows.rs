//! The tables of a document.

use super::fazhi_document;
use crate::ffi::fence::answer;
use crate::ffi::memory::fazhi_str;
use crate::ffi::records::{fazhi_anchor, fazhi_block, fazhi_footnote, fazhi_metadata, fazhi_table, fazhi_warning};
use crate::ffi::status::{fazhi_error, fazhi_status};
use crate::ffi::strings::Strings;

/// The rows of a document, and the texts they point to.
pub(super) struct Tables {
    pub metadata: fazhi_metadata,
    pub blocks: Vec<fazhi_block>,
    pub anchors: Vec<fazhi_anchor>,
    pub footnotes: Vec<fazhi_footnote>,
    pub warnings: Vec<fazhi_warning>,
    pub strings: Strings,
}

/// Gives what the file says of itself; the record is copied to the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_metadata(
    document: *const fazhi_document,
    metadata: *mut fazhi_metadata,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(document, "document", metadata, "metadata", err, |document| document.kept.tables().metadata) }
}

/// Gives the table of strings that every fazhi_text of the document's rows points into.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_strings(
    document: *const fazhi_document,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        answer(document, "document", strings, "strings", err, |document| {
            fazhi_str::of(document.kept.tables().strings.as_str())
        })
    }
}

/// Gives the paragraphs in text order, without overlap: rows of fazhi_block. Page numbers and controls of a text file
/// belong to none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_blocks(
    document: *const fazhi_document,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        answer(document, "document", table, "table", err, |document| fazhi_table::of(&document.kept.tables().blocks))
    }
}

/// Gives where each line stands on its page, in text order: rows of fazhi_anchor; none where there are no pages (all but
/// PDF and OFD).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_anchors(
    document: *const fazhi_document,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        answer(document, "document", table, "table", err, |document| fazhi_table::of(&document.kept.tables().anchors))
    }
}

/// Gives footnotes and endnotes: rows of fazhi_footnote.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_footnotes(
    document: *const fazhi_document,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        answer(document, "document", table, "table", err, |document| fazhi_table::of(&document.kept.tables().footnotes))
    }
}

/// Gives what a reader should know of how the file was read: rows of fazhi_warning.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_warnings(
    document: *const fazhi_document,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        answer(document, "document", table, "table", err, |document| fazhi_table::of(&document.kept.tables().warnings))
    }
}
