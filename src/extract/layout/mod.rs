//! From pieces of text on pages to paragraphs: what PDF and OFD share.
//!
//! A reader hands over, for each page, the pieces ([`Page::push`]) in any order, in points from the upper left corner. They become lines;
//! page numbers and running heads go; footnotes are set apart; what is left becomes paragraphs, across pages.

mod footnote;
mod furniture;
mod line;
mod paragraph;
mod radicals;

use std::collections::HashSet;

use super::document::{Assembly, WarningKind};
use super::error::Error;
#[cfg(feature = "ofd")]
pub(super) use furniture::REPEATED;
use line::Line;
pub(super) use radicals::folded;

/// Coordinates beyond this many points are nonsense.
const FARTHEST: f32 = 100_000.0;

/// Different lines that the warning names.
const NAMED: usize = 20;

/// A piece of text with one place: a character, or several that belong together.
#[derive(Clone, Copy, Debug)]
struct Span {
    /// Its bytes in the text of the page.
    text: (u32, u32),
    left: f32,
    right: f32,
    /// Of its baseline, downwards.
    baseline: f32,
    /// The height of the font.
    size: f32,
}

/// What stands on a page, in points.
#[derive(Debug, Default)]
pub(super) struct Page {
    height: f32,
    text: String,
    spans: Vec<Span>,
}

impl Page {
    pub fn new(height: f32) -> Self {
        Self { height, text: String::new(), spans: Vec::new() }
    }

    /// Adds a piece of text: where it begins, where it ends, its baseline and the height of its font. What has no sound place is left out.
    pub fn push(&mut self, text: &str, left: f32, right: f32, baseline: f32, size: f32) {
        let sound = [left, right, baseline].iter().all(|place| place.abs() < FARTHEST);
        if text.is_empty() || !sound || !(0.1..FARTHEST).contains(&size) {
            return;
        }
        let start = self.text.len() as u32;
        // Controls that a font names are blanks at best; they end no line here.
        self.text.extend(text.chars().map(folded).map(|ch| if ch.is_control() { ' ' } else { ch }));
        let text = (start, self.text.len() as u32);
        self.spans.push(Span { text, left: left.min(right), right: right.max(left), baseline, size });
    }

    /// The text of all pieces, in the order in which they were added.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds all pieces of `other`.
    pub fn append(&mut self, other: &Self) {
        for span in &other.spans {
            self.push(other.text_of(span), span.left, span.right, span.baseline, span.size);
        }
    }

    fn text_of(&self, span: &Span) -> &str {
        &self.text[span.text.0 as usize..span.text.1 as usize]
    }
}

/// The lines of a page, from top to bottom.
#[derive(Debug)]
struct Sheet {
    /// From 1.
    number: u32,
    height: f32,
    lines: Vec<Line>,
}

/// A document in the making, page by page.
#[derive(Debug, Default)]
pub(super) struct Layout {
    sheets: Vec<Sheet>,
    /// Lines that the file itself marks as furniture.
    removed: Vec<String>,
    /// On all pages.
    lines: usize,
}

impl Layout {
    /// Notes what a page holds that is marked as furniture.
    pub fn set_aside(&mut self, furniture: &Page) {
        self.removed.extend(line::lines(furniture).into_iter().map(|line| line.text));
    }

    /// Adds the page of this number; pages come in order.
    pub fn add(&mut self, number: u32, page: &Page) {
        let lines = line::lines(page);
        self.lines += lines.len();
        self.sheets.push(Sheet { number, height: page.height, lines });
    }

    /// How many lines there are on all pages so far.
    pub fn lines(&self) -> usize {
        self.lines
    }

    /// Writes the paragraphs, with an anchor for each line, and the footnotes.
    pub fn finish(mut self, assembly: &mut Assembly) -> Result<(), Error> {
        let mut removed = self.removed;
        removed.extend(furniture::remove(&mut self.sheets));
        if !removed.is_empty() {
            let count = removed.len();
            let mut known = HashSet::new();
            removed.retain(|line| known.insert(line.clone()));
            removed.truncate(NAMED);
            let message = format!("略去页码、页眉、页脚 {count} 行：{}", removed.join(" / "));
            assembly.warn(WarningKind::DroppedFurniture, None, message);
        }
        let notes = footnote::take(&mut self.sheets);
        paragraph::write(&self.sheets, notes, assembly)
    }
}
