//! Fields: a code that is not shown, and a result that is, unless it is a list of contents or a page number.

use crate::extract::error::Error;
use crate::extract::limits::Limits;

/// Fields inside fields.
const NESTED: usize = 64;

/// As many characters of a code as are needed to know what it does.
const CODE: usize = 32;

/// Fields whose results are no text of the author.
const HIDING: [&str; 5] = ["TOC", "PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES"];

/// A field that has not ended.
#[derive(Debug, Default)]
struct Field {
    code: String,
    part: Part,
}

#[derive(Debug, Default, PartialEq)]
enum Part {
    /// Its code is being read.
    #[default]
    Code,
    /// Its result is shown.
    Shown,
    /// Its result is not shown.
    Hidden,
}

/// The fields around a place.
#[derive(Debug, Default)]
pub(in crate::extract) struct Fields {
    open: Vec<Field>,
    /// Whether no result is hidden beyond its paragraph: in a file where one that should be hidden has no end.
    pub within_paragraphs: bool,
}

impl Fields {
    /// What `w:fldChar` says.
    pub fn mark(&mut self, kind: &str, limits: &Limits) -> Result<(), Error> {
        match kind {
            "begin" => {
                self.open.push(Field::default());
                limits.check("fields", self.open.len(), NESTED.min(limits.depth()))?;
            }
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.part = if hides(&field.code) { Part::Hidden } else { Part::Shown };
                }
            }
            "end" => drop(self.open.pop()),
            _ => {}
        }
        Ok(())
    }

    /// Text of a code.
    pub fn code(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            let room = CODE.saturating_sub(field.code.len());
            field.code.extend(text.chars().take(room));
        }
    }

    /// Whether text at this place is shown.
    pub fn show(&self) -> bool {
        self.open.iter().all(|field| field.part == Part::Shown)
    }

    pub fn count(&self) -> usize {
        self.open.len()
    }

    /// A paragraph ended in which the fields from `first` on began: one still in its code has lost its end, and would
    /// take the rest of the document with it.
    pub fn end_paragraph(&mut self, first: usize) {
        for field in self.open.iter_mut().skip(first) {
            if field.part == Part::Code || self.within_paragraphs {
                field.part = Part::Shown;
            }
        }
    }

    /// A text box ended in which the fields from `first` on began; whether one of them hid its result.
    pub fn end_story(&mut self, first: usize) -> bool {
        self.open.drain(first.min(self.open.len())..).any(|field| field.part == Part::Hidden)
    }
}

/// Whether the result of the field with that code is no text of the author.
pub(in crate::extract) fn hides(code: &str) -> bool {
    let name = code.split_whitespace().next().unwrap_or_default();
    HIDING.iter().any(|hiding| name.eq_ignore_ascii_case(hiding))
}
