//! Rubrics and scores. In a library built without the feature `rubric` the functions are there and say so: what they
//! stand on is in `score/present.rs` then, or else in `score/absent.rs`.

#[cfg(not(feature = "rubric"))]
#[path = "score/absent.rs"]
mod built_in;
#[cfg(feature = "rubric")]
#[path = "score/present.rs"]
mod built_in;
mod rows;

use std::sync::OnceLock;

use super::fence::fence;
use super::input::{self, Output};
use super::memory::{fazhi_bytes, fazhi_str};
use super::report::fazhi_report;
use super::status::{fazhi_error, fazhi_status};
use rows::Tables;

pub use rows::*;

/// What is scored, for how many points, by which rule and on what legal ground. It is immutable: any number of threads may use it at once.
pub struct fazhi_rubric {
    rubric: built_in::Rubric,
}

/// What is known beside the report's own text. Threads: one at a time while it is changed, any number while it is not.
pub struct fazhi_context {
    context: built_in::Context,
}

/// What a report earned. It is immutable: any number of threads may read it at once. What is asked of it belongs to it
/// and lives as long; it needs neither report nor rubric any more.
pub struct fazhi_score {
    score: built_in::Score,
    tables: OnceLock<Tables>,
}

impl fazhi_score {
    /// The rows, made when they are first asked for.
    fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| built_in::tables(&self.score))
    }
}

/// Reads a rubric in TOML; fazhi_rubric_built_in_toml gives an example. Free it with fazhi_rubric_free.
///
/// Errors: FAZHI_ERR_INVALID_UTF8; FAZHI_ERR_INVALID_RUBRIC, with line and key in the message and the line as its span;
/// FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_rubric_from_toml(
    toml: *const u8,
    len: usize,
    rubric: *mut *mut fazhi_rubric,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let toml = input::text(toml, len, "toml")?;
            let output = Output::new(rubric, "rubric")?;
            output.give(fazhi_rubric { rubric: built_in::rubric(toml)? });
            Ok(())
        })
    }
}

/// Gives the text of the built-in rubric in TOML, which lives for ever.
///
/// Errors: FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_rubric_built_in_toml(toml: *mut fazhi_str, err: *mut fazhi_error) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let output = Output::new(toml, "toml")?;
            output.write(fazhi_str::of(built_in::built_in_toml()?));
            Ok(())
        })
    }
}

/// Frees a rubric. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_rubric_free(rubric: *mut fazhi_rubric) {
    // SAFETY: NULL or an object of fazhi_rubric_from_toml that is not used again.
    unsafe { input::free(rubric) }
}

/// Makes a context that knows nothing. Free it with fazhi_context_free.
///
/// Errors: FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_context_new(context: *mut *mut fazhi_context, err: *mut fazhi_error) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let output = Output::new(context, "context")?;
            output.give(fazhi_context { context: built_in::context()? });
            Ok(())
        })
    }
}

/// Frees a context. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_context_free(context: *mut fazhi_context) {
    // SAFETY: NULL or an object of fazhi_context_new that is not used again.
    unsafe { input::free(context) }
}

/// Tells the day on which the report was published.
///
/// Errors: FAZHI_ERR_INVALID_ARGUMENT when there is no such day.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_context_set_published(
    context: *mut fazhi_context,
    year: u16,
    month: u8,
    day: u8,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || built_in::set_published(&mut input::object_mut(context, "context")?.context, (year, month, day)))
    }
}

/// Tells the text of the same issuer's report on the year before, in UTF-8, of which the context keeps a copy. An empty
/// text, also (NULL, 0), takes it back.
///
/// Errors: FAZHI_ERR_INVALID_UTF8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_context_set_last_year(
    context: *mut fazhi_context,
    text: *const u8,
    len: usize,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let context = input::object_mut(context, "context")?;
            let text = input::text(text, len, "text")?;
            built_in::set_last_year(&mut context.context, text);
            Ok(())
        })
    }
}

/// Scores the report's text (never the government it tells of) by `rubric`, or the built-in one for NULL, with what
/// `context` knows beside the text, or nothing for NULL. Free the score with fazhi_score_free.
///
/// Errors: FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_report_score(
    report: *const fazhi_report,
    rubric: *const fazhi_rubric,
    context: *const fazhi_context,
    score: *mut *mut fazhi_score,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let report = input::object(report, "report")?;
            let output = Output::new(score, "score")?;
            let rubric = rubric.as_ref().map(|rubric| &rubric.rubric);
            let context = context.as_ref().map(|context| &context.context);
            let score = built_in::score(report.report(), rubric, context)?;
            output.give(fazhi_score { score, tables: OnceLock::new() });
            Ok(())
        })
    }
}

/// Frees a score and everything that was asked of it. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_free(score: *mut fazhi_score) {
    // SAFETY: NULL or an object of fazhi_report_score that is not used again.
    unsafe { input::free(score) }
}

/// Gives the score as the JSON document fazhi.score/1 on one line. Free it with fazhi_bytes_free.
///
/// Errors: FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_score_json(
    score: *const fazhi_score,
    json: *mut fazhi_bytes,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let score = input::object(score, "score")?;
            let output = Output::new(json, "json")?;
            output.write(fazhi_bytes::of(built_in::json(&score.score)?.into_bytes()));
            Ok(())
        })
    }
}
