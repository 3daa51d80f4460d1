//! A parser that keeps its memory from one report to the next.

use super::fence::fence;
use super::input::{self, Output};
use super::options::fazhi_options;
use super::report::{Text, fazhi_report};
use super::status::{fazhi_error, fazhi_status};
use crate::report::Parser;

/// A parser for many reports, one at a time: it keeps its memory, and that of reports handed back to it. Threads: one at
/// a time. Its reports do not depend on it.
pub struct fazhi_parser {
    parser: Parser,
    /// Where the next input is copied to.
    spare: Vec<u8>,
}

/// Makes a parser with settings, or the defaults for NULL. Free it with fazhi_parser_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_parser_new(
    options: *const fazhi_options,
    parser: *mut *mut fazhi_parser,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let output = Output::new(parser, "parser")?;
            output.give(fazhi_parser { parser: fazhi_options::parser_of(options), spare: Vec::new() });
            Ok(())
        })
    }
}

/// Frees a parser. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_parser_free(parser: *mut fazhi_parser) {
    // SAFETY: NULL or an object of fazhi_parser_new that is not used again.
    unsafe { input::free(parser) }
}

/// Parses a report in UTF-8, of which it keeps a copy. Free the report with fazhi_report_free, or hand it back with
/// fazhi_parser_recycle.
///
/// Errors: FAZHI_ERR_INVALID_UTF8, FAZHI_ERR_TOO_LARGE; the parser can be used again. After FAZHI_ERR_PANIC free it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_parser_parse(
    parser: *mut fazhi_parser,
    text: *const u8,
    len: usize,
    report: *mut *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let fazhi_parser { parser, spare } = input::object_mut(parser, "parser")?;
            let bytes = input::values(text, len, "text")?;
            let output = Output::new(report, "report")?;
            output.give(fazhi_report::copied(parser, bytes, spare)?);
            Ok(())
        })
    }
}

/// Parses a report in UTF-8 in place. The bytes must stay alive and unchanged until the report is freed or handed back.
///
/// Errors: as fazhi_parser_parse.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_parser_parse_borrowed(
    parser: *mut fazhi_parser,
    text: *const u8,
    len: usize,
    report: *mut *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks; the bytes outlive the report.
    unsafe {
        fence(err, || {
            let parser = input::object_mut(parser, "parser")?;
            let bytes: &'static [u8] = input::values(text, len, "text")?;
            let output = Output::new(report, "report")?;
            output.give(fazhi_report::borrowed(&mut parser.parser, bytes)?);
            Ok(())
        })
    }
}

/// Hands a report back, of whatever parser: it is freed as by fazhi_report_free, and its memory serves the next parse.
/// A NULL report does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_parser_recycle(
    parser: *mut fazhi_parser,
    report: *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks; the report is not used again.
    unsafe {
        fence(err, || {
            let parser = input::object_mut(parser, "parser")?;
            if !report.is_null() {
                let (report, text) = Box::from_raw(report).into_parts();
                parser.parser.recycle(report);
                if let Text::Copied(text) = text {
                    parser.spare = text;
                }
            }
            Ok(())
        })
    }
}
