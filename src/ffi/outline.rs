//! The outline alone: the fastest way to a report's structure.

use super::fence::{answer, fence};
use super::input::{self, Output};
use super::memory::fazhi_str;
use super::options::fazhi_options;
use super::records::{fazhi_note, fazhi_passage, fazhi_section, fazhi_table};
use super::status::{fazhi_error, fazhi_status};
use super::strings::Strings;
use super::tables;
use crate::text::blank::clean;

/// The outline of a report, without facts, roles and topics. It is immutable: any number of threads may read it at once.
/// What is asked of it belongs to it and lives as long. It keeps no copy of the text.
pub struct fazhi_outline {
    sections: Vec<fazhi_section>,
    passages: Vec<fazhi_passage>,
    notes: Vec<fazhi_note>,
    strings: Strings,
}

/// Segments a report in UTF-8; the caller's bytes are not used after the call. `options` may be NULL for the defaults.
/// Free the outline with fazhi_outline_free.
///
/// Errors: FAZHI_ERR_INVALID_UTF8, FAZHI_ERR_TOO_LARGE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_outline_parse(
    text: *const u8,
    len: usize,
    options: *const fazhi_options,
    outline: *mut *mut fazhi_outline,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let bytes = input::values(text, len, "text")?;
            let output = Output::new(outline, "outline")?;
            let parsed = fazhi_options::parser_of(options).outline(bytes)?;
            let mut strings = Strings::default();
            // The outline was made of these bytes, so they are UTF-8 and its spans lie on character boundaries.
            let source = std::str::from_utf8_unchecked(bytes);
            let title = |section: &crate::outline::Section| clean(&source[section.title.range()]);
            output.give(fazhi_outline {
                sections: (parsed.sections.iter())
                    .map(|section| tables::section(section, &title(section), None, &mut strings))
                    .collect(),
                passages: parsed.passages.iter().map(tables::passage).collect(),
                notes: parsed.notes.iter().map(|note| tables::note(note, &mut strings)).collect(),
                strings,
            });
            Ok(())
        })
    }
}

/// Frees an outline and everything that was asked of it. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_outline_free(outline: *mut fazhi_outline) {
    // SAFETY: NULL or an object of fazhi_outline_parse that is not used again.
    unsafe { input::free(outline) }
}

/// Gives the sections in text order: rows of fazhi_section with role and topic 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_outline_sections(
    outline: *const fazhi_outline,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(outline, "outline", table, "table", err, |outline| fazhi_table::of(&outline.sections)) }
}

/// Gives passages on problems or plans without a heading, in text order: rows of fazhi_passage.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_outline_passages(
    outline: *const fazhi_outline,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(outline, "outline", table, "table", err, |outline| fazhi_table::of(&outline.passages)) }
}

/// Gives faults of the numbering: rows of fazhi_note.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_outline_notes(
    outline: *const fazhi_outline,
    table: *mut fazhi_table,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(outline, "outline", table, "table", err, |outline| fazhi_table::of(&outline.notes)) }
}

/// Gives the table of strings that every fazhi_text of the outline's rows points into.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_outline_strings(
    outline: *const fazhi_outline,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { answer(outline, "outline", strings, "strings", err, |outline| fazhi_str::of(outline.strings.as_str())) }
}
