//! What a parse may take in, and how much it does.

use super::document::FileLimits;
use super::fence::fence;
use super::input::{self, Output};
use super::status::{fazhi_error, fazhi_status};
use crate::limits::Limits;
use crate::report::Parser;

/// Settings of a parse: limits, and whether claims are checked. Threads: one at a time; what was made with them does not
/// look at them again.
#[derive(Clone, Copy)]
pub struct fazhi_options {
    limits: Limits,
    /// Those of reading a file, before its text is parsed.
    files: FileLimits,
    audit: bool,
}

impl Default for fazhi_options {
    fn default() -> Self {
        Self { limits: Limits::default(), files: FileLimits::new(), audit: true }
    }
}

impl fazhi_options {
    /// A parser with these settings.
    pub(super) fn parser(&self) -> Parser {
        Parser::new().limits(self.limits).audit(self.audit)
    }

    /// What a file may take.
    pub(super) fn files(&self) -> &FileLimits {
        &self.files
    }

    /// The settings behind `pointer`, which may be NULL for the defaults.
    ///
    /// # Safety
    ///
    /// `pointer` is NULL or live options that nothing changes during the call.
    pub(super) unsafe fn copy_of(pointer: *const Self) -> Self {
        // SAFETY: as the caller promised.
        unsafe { pointer.as_ref() }.copied().unwrap_or_default()
    }

    /// A parser with the settings of [`fazhi_options::copy_of`].
    ///
    /// # Safety
    ///
    /// As there.
    pub(super) unsafe fn parser_of(pointer: *const Self) -> Parser {
        // SAFETY: as the caller promised.
        unsafe { Self::copy_of(pointer) }.parser()
    }
}

/// Makes settings with the defaults: 64 MiB of text, 256 MiB of a file, 100,000 sections, 1,000,000 facts of each kind, 16
/// heading levels, claims checked. Free them with fazhi_options_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_new(options: *mut *mut fazhi_options, err: *mut fazhi_error) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            Output::new(options, "options")?.give(fazhi_options::default());
            Ok(())
        })
    }
}

/// Frees settings. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_free(options: *mut fazhi_options) {
    // SAFETY: NULL or an object of fazhi_options_new that is not used again.
    unsafe { input::free(options) }
}

/// Changes settings.
///
/// # Safety
///
/// `options` is NULL or live options that nothing else uses; `err` as in [`fence`].
unsafe fn change(
    options: *mut fazhi_options,
    err: *mut fazhi_error,
    to: impl FnOnce(Limits) -> Limits,
) -> fazhi_status {
    // SAFETY: as the caller promised.
    unsafe {
        fence(err, || {
            let options = input::object_mut(options, "options")?;
            options.limits = to(options.limits);
            Ok(())
        })
    }
}

/// Sets the longest text in bytes of UTF-8, also of a file's; a longer one is FAZHI_ERR_TOO_LARGE. 4,294,967,295 counts
/// as one less.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_set_max_bytes(
    options: *mut fazhi_options,
    bytes: u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let options = input::object_mut(options, "options")?;
            options.limits = options.limits.max_bytes(bytes);
            options.files = options.files.max_text_bytes(bytes);
            Ok(())
        })
    }
}

/// Sets the largest file in bytes; a larger one is FAZHI_ERR_TOO_LARGE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_set_max_file_bytes(
    options: *mut fazhi_options,
    bytes: usize,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let options = input::object_mut(options, "options")?;
            options.files = options.files.max_file_bytes(bytes);
            Ok(())
        })
    }
}

/// Sets the most sections of a report. A text with more gives a smaller report with the note FAZHI_NOTE_LIMIT_REACHED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_set_max_sections(
    options: *mut fazhi_options,
    sections: u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { change(options, err, |limits| limits.max_sections(sections)) }
}

/// Sets the most facts of each kind (quantities, citations, dates, document numbers). A text with more gives a smaller
/// report with the note FAZHI_NOTE_LIMIT_REACHED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_set_max_facts(
    options: *mut fazhi_options,
    facts: u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { change(options, err, |limits| limits.max_facts(facts)) }
}

/// Sets the deepest heading level: deeper markers become siblings at this level. 0 counts as 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_set_max_depth(
    options: *mut fazhi_options,
    depth: u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { change(options, err, |limits| limits.max_depth(depth)) }
}

/// Sets whether claims are checked: 1, or 0 for a report without checks in about half the time.
///
/// Errors: FAZHI_ERR_INVALID_ARGUMENT for another number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_options_set_audit(
    options: *mut fazhi_options,
    audit: u8,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let options = input::object_mut(options, "options")?;
            options.audit = input::switch(audit, "audit")?;
            Ok(())
        })
    }
}
