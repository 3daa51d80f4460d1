//! Which markup of a part counts: of two versions of one thing the first, nothing that was deleted, moved away or is
//! about the markup itself.

use crate::extract::xml::{Element, Event};

/// Lets through what counts.
#[derive(Debug, Default)]
pub(super) struct Live {
    /// How many elements deep the place is inside one that does not count.
    skipped: usize,
    /// Whether that one is a drawing of its own kind, whose paragraphs are not those of Word.
    drawing: bool,
    /// For each open `mc:AlternateContent` whether a version was taken.
    taken: Vec<bool>,
    /// How many paragraphs have begun, also among what does not count.
    pub paragraphs: u32,
}

impl Live {
    /// Whether what comes next counts.
    pub fn admits(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Open(element) => self.opens(element),
            Event::Close(_) if self.skipped > 0 => {
                self.skipped -= 1;
                self.drawing &= self.skipped > 0;
                false
            }
            Event::Close("AlternateContent") => {
                self.taken.pop();
                true
            }
            Event::Text(_) => self.skipped == 0,
            Event::Close(_) | Event::End => true,
        }
    }

    fn opens(&mut self, element: &Element<'_>) -> bool {
        self.paragraphs += u32::from(element.name == "p" && !self.drawing);
        if self.skipped > 0 || !self.counts(element) {
            self.skipped += 1;
            self.drawing |= element.name == "txBody";
            return false;
        }
        if element.name == "AlternateContent" {
            self.taken.push(false);
        }
        true
    }

    fn counts(&mut self, element: &Element<'_>) -> bool {
        match (element.name, element.parent) {
            ("Choice" | "Fallback", "AlternateContent") => {
                self.taken.last_mut().is_none_or(|taken| !std::mem::replace(taken, true))
            }
            // Among properties they say that the mark of the paragraph, or the row, was deleted.
            ("del" | "moveFrom", "rPr" | "trPr") => true,
            // Deleted, moved away, the gloss above a character, the text of a drawing that is not Word's.
            ("del" | "moveFrom" | "delText" | "delInstrText" | "rt" | "txBody", _) => false,
            // What the properties were before they were changed.
            (
                "rPrChange" | "pPrChange" | "sectPrChange" | "tblPrChange" | "tblPrExChange" | "tblGridChange"
                | "trPrChange" | "tcPrChange" | "numberingChange",
                _,
            ) => false,
            _ => true,
        }
    }
}
