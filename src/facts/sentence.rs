//! Sentences: from behind 。！？ to the next such mark, closing quotes and brackets included.

use super::citation;
use super::view::View;
use crate::span::Span;
use crate::text::class;
use crate::text::glyph::Glyphs;

/// The sentence of each place of a paragraph, asked for in text order, so that finding them all takes one pass.
#[derive(Default)]
pub(super) struct Sentences {
    start: usize,
    end: usize,
    span: Span,
}

impl Sentences {
    /// The sentence around the character at `index`.
    #[inline]
    pub fn at(&mut self, glyphs: &Glyphs, index: usize) -> Span {
        if index >= self.end {
            self.go_to(glyphs, index);
        }
        self.span
    }

    fn go_to(&mut self, glyphs: &Glyphs, index: usize) {
        let view = View::new(glyphs.items());
        while index >= self.end && self.end < view.len() {
            self.start = self.end;
            self.end = next_end(view, self.start);
            self.span = glyphs.span(self.start, self.end);
        }
    }
}

/// Index behind the sentence that begins at `from`. Marks inside 《》 end nothing.
fn next_end(view: View<'_>, from: usize) -> usize {
    let mut next = from;
    while let Some(index) = class::find(view.items(), next, class::STOP) {
        next = index + 1;
        if view.ch(index) == '《' {
            next = citation::close(view, index).map_or(next, |close| close + 1);
        } else if is_end(view.ch(index)) {
            while is_end(view.ch(next)) || is_closing(view.ch(next)) {
                next += 1;
            }
            return next;
        }
    }
    view.len()
}

fn is_end(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?')
}

fn is_closing(ch: char) -> bool {
    matches!(ch, '”' | '’' | ')' | '】' | '」' | '』' | ']' | '〕')
}
