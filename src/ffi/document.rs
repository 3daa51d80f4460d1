//! Files of any kind: their text, and what they know of it. In a library built without readers the functions are there and
//! say so: what they stand on is in `document/present.rs` then, or else in `document/absent.rs`.

#[cfg(not(feature = "extract"))]
#[path = "document/absent.rs"]
mod built_in;
#[cfg(feature = "extract")]
#[path = "document/present.rs"]
mod built_in;
mod rows;

use std::sync::{Arc, OnceLock};

use super::fence::{answer, fence};
use super::input::{self, Output};
use super::memory::fazhi_str;
use super::options::fazhi_options;
use super::report::fazhi_report;
use super::status::{FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_OUT_OF_RANGE, Failure, fazhi_error, fazhi_status};
use crate::report::{Parser, Report};
use rows::Tables;

pub(super) use built_in::{Limits as FileLimits, require};
pub use rows::*;

/// The text of a file, and what the file knows of it. It is immutable: any number of threads may read it at once. What is
/// asked of it (text, tables, strings) belongs to it and lives as long. Reports that were parsed from it do not need it any
/// more.
pub struct fazhi_document {
    kept: Arc<Kept>,
}

/// A document, and what was asked of it: shared by all its handles, and by the reports that point into its text.
pub(super) struct Kept {
    document: built_in::Document,
    tables: OnceLock<Tables>,
}

impl Kept {
    fn read(bytes: &[u8], limits: &FileLimits) -> Result<Arc<Self>, Failure> {
        Ok(Arc::new(Self { document: built_in::read(bytes, limits)?, tables: OnceLock::new() }))
    }

    /// The report that the text holds, which points into it.
    pub(super) fn parse(&self, parser: &mut Parser) -> Result<Report<'_>, Failure> {
        built_in::parse(&self.document, parser)
    }

    /// The rows, made when they are first asked for.
    fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| built_in::tables(&self.document))
    }
}

/// Reads a file of any kind and parses its text.
pub(super) fn parsed(parser: &mut Parser, options: &fazhi_options, bytes: &[u8]) -> Result<fazhi_report, Failure> {
    fazhi_report::of_document(parser, Kept::read(bytes, options.files())?)
}

/// Reads a file of any kind: plain text in any encoding, a web page, .docx, .doc, PDF, OFD, as far as the library was built with
/// them (fazhi_features). What it is goes by its bytes, which are not used after the call; names are not asked for. A file
/// that is damaged in part gives what could be read, and warnings. `options` may be NULL for the defaults; of them count
/// max_file_bytes and max_bytes. Free the document with fazhi_document_free.
///
/// Errors, with details in the message: FAZHI_ERR_ENCRYPTED, FAZHI_ERR_NO_TEXT_LAYER, FAZHI_ERR_UNDECODABLE,
/// FAZHI_ERR_DAMAGED, FAZHI_ERR_NO_ARTICLE, FAZHI_ERR_WRONG_FORMAT, FAZHI_ERR_UNSUPPORTED_FORMAT, FAZHI_ERR_TOO_LARGE;
/// FAZHI_ERR_NOT_BUILT_IN in a library that reads no files at all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_extract(
    bytes: *const u8,
    len: usize,
    options: *const fazhi_options,
    document: *mut *mut fazhi_document,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let bytes = input::values(bytes, len, "bytes")?;
            let output = Output::new(document, "document")?;
            let options = fazhi_options::copy_of(options);
            output.give(fazhi_document { kept: Kept::read(bytes, options.files())? });
            Ok(())
        })
    }
}

/// Frees a document and everything that was asked of it, but not the reports that were parsed from it. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_free(document: *mut fazhi_document) {
    // SAFETY: NULL or a document of this library that is not used again.
    unsafe { input::free(document) }
}

/// Parses the report that a document holds. Its positions are bytes of the document's text, which it shares without a copy
/// and keeps alive by itself: report and document may be freed in any order. Its JSON document names the file's format and
/// encoding. `options` may be NULL for the defaults. Free the report with fazhi_report_free.
///
/// Errors: FAZHI_ERR_TOO_LARGE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_parse(
    document: *const fazhi_document,
    options: *const fazhi_options,
    report: *mut *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let document = input::object(document, "document")?;
            let output = Output::new(report, "report")?;
            let mut parser = fazhi_options::parser_of(options);
            output.give(fazhi_report::of_document(&mut parser, Arc::clone(&document.kept))?);
            Ok(())
        })
    }
}

/// Gives the document that a report was parsed from by fazhi_document_parse or fazhi_batch_extract: another handle of the
/// same one, to be freed with fazhi_document_free.
///
/// Errors: FAZHI_ERR_INVALID_ARGUMENT for a report of a text that was handed over; FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_document(
    report: *const fazhi_report,
    document: *mut *mut fazhi_document,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let output = Output::new(document, "document")?;
            require()?;
            let kept = report.document().ok_or_else(|| {
                Failure::new(FAZHI_ERR_INVALID_ARGUMENT, "报告不是从文件读取的 (the report was not read from a file)")
            })?;
            output.give(fazhi_document { kept: Arc::clone(kept) });
            Ok(())
        })
    }
}

/// Gives a string of `document`.
///
/// # Safety
///
/// `document` is NULL or a live document, `string` is NULL or a place for a string; `err` as in [`fence`].
unsafe fn string(
    document: *const fazhi_document,
    (string, name): (*mut fazhi_str, &str),
    err: *mut fazhi_error,
    read: impl FnOnce(&built_in::Document) -> &str,
) -> fazhi_status {
    // SAFETY: as the caller promised.
    unsafe { answer(document, "document", string, name, err, |document| fazhi_str::of(read(&document.kept.document))) }
}

/// Gives the text: paragraphs joined by line feeds; of a text file in UTF-8 the very bytes of the file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_text(
    document: *const fazhi_document,
    text: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { string(document, (text, "text"), err, built_in::text) }
}

/// Gives what the file is, as the JSON document of its report says: "text", "docx", "doc", "rtf", "pdf", "html", "ofd", or
/// what a later version adds. It lives for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_format(
    document: *const fazhi_document,
    format: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { string(document, (format, "format"), err, built_in::format) }
}

/// Gives the encoding of a text file or web page as the WHATWG names it ("UTF-8", "gb18030", "UTF-16LE"); "UTF-8" for every
/// other format. It lives for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_encoding(
    document: *const fazhi_document,
    encoding: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { string(document, (encoding, "encoding"), err, built_in::encoding) }
}

/// Gives the row of fazhi_document_blocks around byte `offset` of the text: where a figure stands in the file. FAZHI_NONE
/// where there is none, as between two paragraphs.
///
/// Errors: FAZHI_ERR_OUT_OF_RANGE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_document_block_at(
    document: *const fazhi_document,
    offset: u32,
    row: *mut u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let document = &input::object(document, "document")?.kept.document;
            let output = Output::new(row, "row")?;
            if offset as usize > built_in::text(document).len() {
                let message = format!("偏移 {offset} 不在文本之内 (offset {offset} is outside the text)");
                return Err(Failure::new(FAZHI_ERR_OUT_OF_RANGE, message));
            }
            output.write(built_in::block_at(document, offset));
            Ok(())
        })
    }
}
