//! Where the text before a place ends: sections and passages reach up to the next one, but not over its layout.

use crate::span::Span;
use crate::text::{LineKind, Text, ordinary};

/// Moves places back over blanks, line ends and page furniture. Asked from the back of a text to its front, each line
/// is looked at once.
pub(super) struct Ends<'t, 'a> {
    text: &'t Text<'a>,
    /// How many lines begin before the place asked for last.
    lines: usize,
}

impl<'t, 'a> Ends<'t, 'a> {
    pub fn new(text: &'t Text<'a>) -> Self {
        Self { text, lines: text.lines.len() }
    }

    /// The end of the last text before `to`, or 0.
    pub fn before(&mut self, to: u32) -> u32 {
        let lines = &self.text.lines;
        while lines.get(self.lines).is_some_and(|line| line.span.start < to) {
            self.lines += 1;
        }
        while self.lines > 0 && lines[self.lines - 1].span.start >= to {
            self.lines -= 1;
        }
        for line in lines[..self.lines].iter().rev().filter(|line| line.kind == LineKind::Text) {
            let part = Span::new(line.span.start, line.span.end.min(to));
            if ordinary::ends_visibly(&self.text.source.as_bytes()[part.range()]) {
                return part.end;
            }
            let text = self.text.slice(part).trim_end();
            if !text.is_empty() {
                return line.span.start + text.len() as u32;
            }
        }
        0
    }
}
