//! Footnotes and endnotes: marks in the text, and their texts in parts of their own.

use std::ops::Range;

use super::bytes::u16_at;
use super::fib::{ENDNOTE_MARKS, ENDNOTE_TEXTS, FOOTNOTE_MARKS, FOOTNOTE_TEXTS, Fib, MOST, Part, Plc};
use crate::extract::word::line::Note;

/// A note.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The character that is its mark.
    pub mark: usize,
    /// Whether the mark is not a number that Word counts, but a character of its own.
    pub own_mark: bool,
    pub note: Note,
    /// The place of its characters.
    pub text: Range<usize>,
}

/// Reads where the notes are, in the order of their marks.
pub(super) fn read(fib: &Fib<'_>) -> Vec<Found> {
    type Kind = (usize, usize, Part, fn(i32) -> Note);
    let kinds: [Kind; 2] = [
        (FOOTNOTE_MARKS, FOOTNOTE_TEXTS, Part::Footnotes, Note::Foot),
        (ENDNOTE_MARKS, ENDNOTE_TEXTS, Part::Endnotes, Note::End),
    ];
    let mut found = Vec::new();
    for (marks, texts, part, note) in kinds {
        let (marks, texts, part) = (Plc::new(fib.table(marks), 2), Plc::new(fib.table(texts), 0), fib.part(part));
        for index in 0..marks.len().min(texts.len()).min(MOST) {
            let Range { start, end } = texts.range(index);
            found.push(Found {
                mark: marks.place(index),
                own_mark: u16_at(marks.entry(index), 0) == Some(0),
                note: note(index as i32),
                text: part.start.saturating_add(start)..part.start.saturating_add(end).min(part.end),
            });
        }
    }
    found.sort_by_key(|note| note.mark);
    found
}
