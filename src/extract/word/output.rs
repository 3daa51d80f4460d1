//! Where finished lines go.

use std::collections::HashMap;

use super::line::{Line, Note, Trace};
use crate::extract::document::{Assembly, Footnote, Place};
use crate::extract::error::Error;

/// Texts of notes.
pub(in crate::extract) type Notes = HashMap<Note, String>;

/// The document in the making, and the notes that its marks refer to.
#[derive(Debug)]
pub(in crate::extract) struct Output<'s, 'l> {
    /// The document; a part of notes has none.
    assembly: Option<&'s mut Assembly<'l>>,
    pub notes: Notes,
    /// Where the document's text comes from; asked for by a list that is there.
    pub trace: Option<Trace>,
}

impl<'s, 'l> Output<'s, 'l> {
    pub fn new(assembly: Option<&'s mut Assembly<'l>>, notes: Notes) -> Self {
        Self { assembly, notes, trace: None }
    }

    /// Adds a line to the document, and the notes whose marks it has to the footnotes.
    pub fn emit(&mut self, line: &Line) -> Result<(), Error> {
        let Some(assembly) = &mut self.assembly else { return Ok(()) };
        let start = assembly.next() as usize + line.label.len();
        let is_blank = line.text.is_empty() && line.label.is_empty();
        for mark in &line.marks {
            // A note that is referred to again is told once.
            if let Some(text) = self.notes.remove(&mark.what) {
                let at = (!is_blank).then_some((start + mark.at) as u32);
                assembly.footnotes.push(Footnote { text, at });
            }
        }
        if let Some(trace) = &mut self.trace
            && !is_blank
        {
            trace.extend(line.trace(assembly.next() as usize));
        }
        let place = Place { outline_level: line.outline_level, paragraph: line.paragraph, ..Place::new(line.kind) };
        let mut label = &*line.label;
        for piece in line.text.split('\n') {
            assembly.block(std::mem::take(&mut label), piece, place)?;
        }
        Ok(())
    }
}
