//! Sentences: from behind 。！？ to the next such mark, closing quotes and brackets included.

use super::citation;
use super::view::View;
use crate::span::Span;
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
    pub fn at(&mut self, glyphs: &Glyphs, index: usize) -> Span {
        let view = View::new(glyphs.items());
        while index >= self.end && self.end < view.len() {
            self.start = self.end;
            self.end = next_end(view, self.start);
            self.span = glyphs.span(self.start, self.end);
        }
        self.span
    }
}

/// Index behind the sentence that begins at `from`. Marks inside 《》 end nothing.
fn next_end(view: View<'_>, from: usize) -> usize {
    let mut index = from;
    while index < view.len() {
        if view.ch(index) == '《' {
            index = citation::close(view, index).map_or(index + 1, |close| close + 1);
            continue;
        }
        index += 1;
        if is_end(view.ch(index - 1)) {
            while is_end(view.ch(index)) || is_closing(view.ch(index)) {
                index += 1;
            }
            return index;
        }
    }
    index
}

fn is_end(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?')
}

fn is_closing(ch: char) -> bool {
    matches!(ch, '”' | '’' | ')' | '】' | '」' | '』' | ']' | '〕')
}
