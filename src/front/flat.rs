//! A few lines as one string without layout, each byte of which remembers where it stands in the input.

use super::Named;
use crate::span::Span;
use crate::text::glyph::is_blank;

/// Lines without blanks; offsets into [`Flat::text`] can be turned back into spans of the input.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat {
    /// The characters as printed.
    pub text: String,
    /// Where each byte of `text` stands in the input.
    at: Vec<u32>,
    /// Offsets into `text` before which a blank or a line end stood.
    pub cuts: Vec<usize>,
}

impl Flat {
    /// Reads the lines `spans`, in order.
    pub fn of(source: &str, spans: impl IntoIterator<Item = Span>) -> Self {
        let mut flat = Self::default();
        for span in spans {
            flat.cut();
            for (offset, ch) in source[span.range()].char_indices() {
                if is_blank(ch) || ch == '\n' {
                    flat.cut();
                    continue;
                }
                let at = span.start + offset as u32;
                flat.at.extend(at..at + ch.len_utf8() as u32);
                flat.text.push(ch);
            }
        }
        flat
    }

    fn cut(&mut self) {
        let end = self.text.len();
        if end > 0 && self.cuts.last() != Some(&end) {
            self.cuts.push(end);
        }
    }

    /// The input span of `text[from..to]`; the empty span where nothing is meant.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.at.get(from), to.checked_sub(1).and_then(|last| self.at.get(last))) {
            (Some(&start), Some(&last)) if to > from => Span::new(start, last + 1),
            _ => Span::default(),
        }
    }

    /// `text[from..to]` with its place.
    pub fn named(&self, from: usize, to: usize) -> Named {
        Named { text: self.text[from..to].to_owned(), span: self.span(from, to) }
    }
}

/// The first part of a line: what a head can say stands there, and a line may be the whole text.
pub(super) fn clip(source: &str, span: Span) -> Span {
    const LONGEST: usize = 12_000;
    let mut end = (span.start as usize + LONGEST).min(span.end as usize);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(span.start, end as u32)
}

/// Characters that may stand around a name without belonging to it: bullets, quotes, brackets, stops.
pub(super) fn trim_marks(text: &str, from: usize, to: usize) -> (usize, usize) {
    let inner = &text[from..to];
    let start = from + inner.len() - inner.trim_start_matches(is_mark).len();
    let end = start + text[start..to].trim_end_matches(is_mark).len();
    (start, end)
}

fn is_mark(ch: char) -> bool {
    matches!(
        ch,
        '。' | '，'
            | ','
            | '、'
            | '；'
            | ';'
            | '：'
            | ':'
            | '.'
            | '“'
            | '”'
            | '"'
            | '•'
            | '·'
            | '*'
            | '#'
            | '-'
            | '—'
            | '■'
            | '◆'
            | '▪'
            | '|'
    )
}

#[cfg(test)]
mod tests {
    use super::{Flat, trim_marks};
    use crate::span::Span;

    #[test]
    fn drops_layout_and_maps_back() {
        let source = "青岚县　人民\n 政府 ";
        let flat = Flat::of(source, [Span::new(0, 18), Span::new(20, source.len() as u32)]);
        assert_eq!(flat.text, "青岚县人民政府");
        assert_eq!(flat.cuts, [9, 15, 21]);
        assert_eq!(&source[flat.span(9, 21).range()], "人民\n 政府");
        assert!(flat.span(3, 3).is_empty());
        assert!(flat.span(90, 93).is_empty());
    }

    #[test]
    fn trims_marks() {
        assert_eq!(trim_marks("：县委。", 0, 12), (3, 9));
        assert_eq!(trim_marks("。。", 0, 6), (6, 6));
    }
}
