//! A parsed report: how it comes and goes, its text, its documents. Its tables are in `report/rows.rs`.

mod rows;

use std::sync::{Arc, OnceLock};

use super::document::Kept;
use super::fence::{answer, fence};
use super::input::{self, Output};
use super::memory::{fazhi_bytes, fazhi_str};
use super::offsets::Offsets;
use super::options::fazhi_options;
use super::records::fazhi_place;
use super::status::{
    FAZHI_ERR_NOT_ON_BOUNDARY, FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_SYSTEM, Failure, fazhi_error, fazhi_status,
};
use super::tables::Tables;
use crate::report::{Parser, Report};
use crate::span::Span;
use crate::text::line_index::LineIndex;
use crate::text::offset_index::OffsetIndex;

pub use rows::*;

/// A parsed report. It is immutable: any number of threads may read it at once. What is asked of it (tables, strings)
/// belongs to it and lives as long.
pub struct fazhi_report {
    /// Points into `text`, or into the caller's bytes.
    report: Report<'static>,
    text: Text,
    tables: OnceLock<Tables>,
    lines: OnceLock<LineIndex<'static>>,
    offsets: OnceLock<OffsetIndex<'static>>,
}

/// What keeps the text of a report where it is.
pub(super) enum Text {
    /// The copy of the input.
    Copied(Vec<u8>),
    /// The document it was read from.
    Document(Arc<Kept>),
    /// The caller does.
    Borrowed,
}

impl fazhi_report {
    /// Parses a copy of `bytes`, which is made in `spare`.
    pub(super) fn copied(parser: &mut Parser, bytes: &[u8], spare: &mut Vec<u8>) -> Result<Self, Failure> {
        parser.admit(bytes.len())?;
        let mut text = std::mem::take(spare);
        text.clear();
        if text.try_reserve_exact(bytes.len()).is_err() {
            return Err(Failure::new(FAZHI_ERR_SYSTEM, "内存不足 (out of memory)"));
        }
        text.extend_from_slice(bytes);
        // SAFETY: the bytes lie on the heap, where they stay while the vector is moved; nothing changes or frees them
        // before the report that borrows them is gone, since both are fields of one object and `into_parts` takes both.
        let kept: &'static [u8] = unsafe { std::slice::from_raw_parts(text.as_ptr(), text.len()) };
        match parser.parse(kept) {
            Ok(report) => Ok(Self::new(report, Text::Copied(text))),
            Err(error) => {
                *spare = text;
                Err(error.into())
            }
        }
    }

    /// Parses the caller's bytes, which outlive the report as he promised.
    pub(super) fn borrowed(parser: &mut Parser, bytes: &'static [u8]) -> Result<Self, Failure> {
        Ok(Self::new(parser.parse(bytes)?, Text::Borrowed))
    }

    /// Parses the text of a document in place.
    pub(super) fn of_document(parser: &mut Parser, document: Arc<Kept>) -> Result<Self, Failure> {
        // SAFETY: the document lies on the heap, where nothing changes it; it stays as long as the report that borrows it,
        // since both are fields of one object and `into_parts` takes both.
        let kept: &'static Kept = unsafe { &*Arc::as_ptr(&document) };
        let report = kept.parse(parser)?;
        Ok(Self::new(report, Text::Document(document)))
    }

    fn new(report: Report<'static>, text: Text) -> Self {
        Self { report, text, tables: OnceLock::new(), lines: OnceLock::new(), offsets: OnceLock::new() }
    }

    /// The report and what keeps its text, to be dropped or used again in this order.
    pub(super) fn into_parts(self) -> (Report<'static>, Text) {
        (self.report, self.text)
    }

    /// The document it was read from.
    pub(super) fn document(&self) -> Option<&Arc<Kept>> {
        match &self.text {
            Text::Document(document) => Some(document),
            Text::Copied(_) | Text::Borrowed => None,
        }
    }

    pub(super) fn report(&self) -> &Report<'static> {
        &self.report
    }

    /// The rows, made when they are first asked for.
    pub(super) fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| Tables::of(&self.report))
    }

    pub(super) fn offsets(&self) -> &OffsetIndex<'static> {
        self.offsets.get_or_init(|| OffsetIndex::new(self.report.source()))
    }

    /// A span of the caller's, checked.
    fn span(&self, start: u32, end: u32) -> Result<Span, Failure> {
        let source = self.report.source();
        if start > end || end as usize > source.len() {
            let message = format!("范围 {start}..{end} 不在文本之内 (span {start}..{end} is outside the text)");
            return Err(Failure::new(FAZHI_ERR_OUT_OF_RANGE, message));
        }
        match [start, end].into_iter().find(|at| !source.is_char_boundary(*at as usize)) {
            Some(at) => Err(Failure::new(
                FAZHI_ERR_NOT_ON_BOUNDARY,
                format!("偏移 {at} 在字符中间 (offset {at} is inside a character)"),
            )),
            None => Ok(Span::new(start, end)),
        }
    }
}

/// Parses a report in UTF-8, of which it keeps a copy: the caller's bytes are not used after the call. `options` may be NULL
/// for the defaults. A damaged, odd or empty text is no error: it gives a report with what could be read, and notes.
/// Free the report with fazhi_report_free.
///
/// Errors: FAZHI_ERR_INVALID_UTF8, FAZHI_ERR_TOO_LARGE; FAZHI_ERR_SYSTEM when there is no memory for the copy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_parse(
    text: *const u8,
    len: usize,
    options: *const fazhi_options,
    report: *mut *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let bytes = input::values(text, len, "text")?;
            let output = Output::new(report, "report")?;
            let mut parser = fazhi_options::parser_of(options);
            output.give(fazhi_report::copied(&mut parser, bytes, &mut Vec::new())?);
            Ok(())
        })
    }
}

/// Parses a report in UTF-8 in place, without a copy: the caller's bytes must stay alive and unchanged until
/// fazhi_report_free. All else as fazhi_report_parse.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_parse_borrowed(
    text: *const u8,
    len: usize,
    options: *const fazhi_options,
    report: *mut *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks; the bytes outlive the report.
    unsafe {
        fence(err, || {
            let bytes: &'static [u8] = input::values(text, len, "text")?;
            let output = Output::new(report, "report")?;
            output.give(fazhi_report::borrowed(&mut fazhi_options::parser_of(options), bytes)?);
            Ok(())
        })
    }
}

/// Frees a report and everything that was asked of it. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_free(report: *mut fazhi_report) {
    // SAFETY: NULL or a report of this library that is not used again.
    unsafe { input::free(report) }
}

/// Gives the parsed text, byte for byte the input.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_source(
    report: *const fazhi_report,
    source: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(report, "report", source, "source", err, |report| fazhi_str::of(report.report.source())) }
}

/// Gives the text from byte `start` to byte `end` as it stands in the source, layout included.
///
/// Errors: FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_NOT_ON_BOUNDARY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_text(
    report: *const fazhi_report,
    start: u32,
    end: u32,
    text: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let output = Output::new(text, "text")?;
            output.write(fazhi_str::of(report.report.text(report.span(start, end)?)));
            Ok(())
        })
    }
}

/// Gives the text from byte `start` to byte `end` without layout: joined line breaks, and blanks beside digits and marks,
/// are dropped. Free it with fazhi_bytes_free.
///
/// Errors: FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_NOT_ON_BOUNDARY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_clean_text(
    report: *const fazhi_report,
    start: u32,
    end: u32,
    text: *mut fazhi_bytes,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let output = Output::new(text, "text")?;
            let clean = report.report.clean_text(report.span(start, end)?);
            output.write(fazhi_bytes::of(clean.into_owned().into_bytes()));
            Ok(())
        })
    }
}

/// Gives the line and the columns of byte `offset`.
///
/// Errors: FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_NOT_ON_BOUNDARY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_place(
    report: *const fazhi_report,
    offset: u32,
    place: *mut fazhi_place,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let output = Output::new(place, "place")?;
            let offset = report.span(offset, offset)?.start;
            let lines = report.lines.get_or_init(|| LineIndex::new(report.report.source()));
            output.write(lines.position(offset).ok_or_else(Failure::panic)?.into());
            Ok(())
        })
    }
}

/// Converts `count` positions in the text from one FAZHI_OFFSET_ unit to another, in any order. `to` may be the same
/// array as `from`.
///
/// Errors, with the index of the first bad position in the message and nothing written: FAZHI_ERR_OUT_OF_RANGE,
/// FAZHI_ERR_NOT_ON_BOUNDARY; FAZHI_ERR_INVALID_ARGUMENT for an unknown unit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_convert_offsets(
    report: *const fazhi_report,
    from_unit: u16,
    to_unit: u16,
    from: *const u32,
    count: usize,
    to: *mut u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            Offsets { from_unit, to_unit, from, count, to }.convert(|| report.offsets())
        })
    }
}

/// Gives the report as the JSON document fazhi.report/1 on one line. Free it with fazhi_bytes_free.
///
/// Errors: FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_json(
    report: *const fazhi_report,
    json: *mut fazhi_bytes,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let output = Output::new(json, "json")?;
            output.write(fazhi_bytes::of(json_of(&report.report)?.into_bytes()));
            Ok(())
        })
    }
}

#[cfg(feature = "serde")]
fn json_of(report: &Report<'_>) -> Result<String, Failure> {
    Ok(report.to_json())
}

#[cfg(not(feature = "serde"))]
fn json_of(_: &Report<'_>) -> Result<String, Failure> {
    Err(Failure::not_built_in("serde"))
}
