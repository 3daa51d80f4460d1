//! A paragraph as characters without layout: what the grammars of figures, dates and words read.
//!
//! Blanks and joined line breaks are left out, full-width digits, letters and marks are folded to half-width, and
//! every character remembers where it stands in the input. The buffer is made once per paragraph and reused.

use crate::span::Span;

/// One character of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// The character, folded (`％` is `%`, `２` is `2`, `（` is `(`; `，。、：；` stay as they are, `,` and `;` too).
    pub ch: char,
    /// Byte offset in the input.
    pub at: u32,
    /// Length in the input, in bytes.
    pub len: u8,
    /// What stood between this character and the one before it.
    pub before: Space,
}

/// Layout between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Space {
    /// Nothing.
    None,
    /// One blank or tab, or several.
    Blank,
    /// A joined line break, page marks and running heads included.
    Break,
}

/// The characters of one paragraph; see the module's text.
#[derive(Debug, Default)]
pub(crate) struct Glyphs {
    items: Vec<Glyph>,
}

impl Glyphs {
    /// Reads the paragraph `span` of `source`; `gaps` are the joined breaks inside it, in order.
    pub fn fill(&mut self, source: &str, span: Span, gaps: &[Span]) {
        self.items.clear();
        let mut from = span.start;
        let mut before = Space::None;
        for gap in gaps.iter().copied().chain([Span::new(span.end, span.end)]) {
            self.append(source, Span::new(from, gap.start), before);
            from = gap.end;
            before = Space::Break;
        }
    }

    fn append(&mut self, source: &str, span: Span, before: Space) {
        let mut before = before;
        for (offset, raw) in source[span.range()].char_indices() {
            if is_blank(raw) {
                before = before.max(Space::Blank);
                continue;
            }
            let len = raw.len_utf8();
            self.items.push(Glyph { ch: fold(raw), at: span.start + offset as u32, len: len as u8, before });
            before = Space::None;
        }
    }

    /// The characters in order.
    pub fn items(&self) -> &[Glyph] {
        &self.items
    }

    /// The input span of the characters `from..to`; empty ranges give the empty span at `from`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.items.get(from).map_or_else(|| self.end(), |g| g.at);
        if to <= from {
            return Span::new(start, start);
        }
        let last = self.items[to - 1];
        Span::new(start, last.at + u32::from(last.len))
    }

    fn end(&self) -> u32 {
        self.items.last().map_or(0, |g| g.at + u32::from(g.len))
    }

    /// Index of the first character at or behind the byte `offset`.
    pub fn index_at(&self, offset: u32) -> usize {
        self.items.partition_point(|g| g.at < offset)
    }
}

/// Blanks of every width; line ends are not among them.
pub(crate) fn is_blank(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200b}' | '\u{202f}' | '\u{feff}' | '\r')
}

/// Folds the full-width forms of ASCII to ASCII, except the marks that end a clause (`，；：！？`), which readers tell
/// apart from their half-width forms.
pub(crate) fn fold(ch: char) -> char {
    match ch {
        '，' | '；' | '：' | '！' | '？' => ch,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::{Glyphs, Space};
    use crate::span::Span;

    #[test]
    fn leaves_out_layout_and_keeps_offsets() {
        let source = "共 ２\n6 件（％）";
        let mut glyphs = Glyphs::default();
        glyphs.fill(source, Span::new(0, source.len() as u32), &[Span::new(7, 8)]);
        let text: String = glyphs.items().iter().map(|g| g.ch).collect();
        assert_eq!(text, "共26件(%)");
        assert_eq!(glyphs.items()[1].before, Space::Blank);
        assert_eq!(glyphs.items()[2].before, Space::Break);
        assert_eq!(&source[glyphs.span(1, 4).range()], "２\n6 件");
        assert_eq!(glyphs.index_at(8), 2);
    }
}
