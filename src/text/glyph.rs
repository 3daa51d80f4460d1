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

/// Memory for so many characters is at hand before a run of them is read.
const ROOM: usize = 64;

/// The characters of one paragraph; see the module's text.
#[derive(Debug, Default)]
pub(crate) struct Glyphs {
    /// The paragraph's characters, then what is left of longer ones before it: memory that is not made again.
    memory: Vec<Glyph>,
    len: usize,
}

impl Glyphs {
    /// Reads the paragraph `span` of `source`; `gaps` are the joined breaks inside it, in order.
    pub fn fill(&mut self, source: &str, span: Span, gaps: &[Span]) {
        self.len = 0;
        let mut from = span.start;
        let mut before = Space::None;
        for gap in gaps.iter().copied().chain([Span::new(span.end, span.end)]) {
            self.append(source, Span::new(from, gap.start), before);
            from = gap.end;
            before = Space::Break;
        }
    }

    fn append(&mut self, source: &str, span: Span, before: Space) {
        let (mut at, mut before) = (span.start as usize, before);
        let end = span.end as usize;
        while at < end {
            if self.memory.len() < self.len + ROOM {
                self.memory.resize((self.len + ROOM) * 2, Glyph { ch: '\0', at: 0, len: 0, before: Space::None });
            }
            let run = plain_run(&source.as_bytes()[at..end], at as u32, &mut self.memory[self.len..]);
            if run > 0 {
                self.memory[self.len].before = before;
                before = Space::None;
                self.len += run;
                at += 3 * run;
                continue;
            }
            let first = source.as_bytes()[at];
            let raw = if first.is_ascii() { first.into() } else { source[at..].chars().next().unwrap_or_default() };
            let width = raw.len_utf8();
            if is_blank(raw) {
                before = before.max(Space::Blank);
            } else {
                self.memory[self.len] = Glyph { ch: fold(raw), at: at as u32, len: width as u8, before };
                before = Space::None;
                self.len += 1;
            }
            at += width;
        }
    }

    /// The characters in order.
    pub fn items(&self) -> &[Glyph] {
        &self.memory[..self.len]
    }

    /// The input span of the characters `from..to`; empty ranges give the empty span at `from`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let items = self.items();
        let start = items.get(from).map_or_else(|| self.end(), |g| g.at);
        if to <= from {
            return Span::new(start, start);
        }
        let last = items[to - 1];
        Span::new(start, last.at + u32::from(last.len))
    }

    fn end(&self) -> u32 {
        self.items().last().map_or(0, |g| g.at + u32::from(g.len))
    }

    /// Index of the first character at or behind the byte `offset`.
    pub fn index_at(&self, offset: u32) -> usize {
        self.items().partition_point(|g| g.at < offset)
    }
}

/// Reads as many characters into `glyphs` as stand at the beginning of `bytes` and are of three bytes, neither blanks
/// nor full-width forms: most of a report's characters are so. Returns how many. `at` is the offset of `bytes` in the
/// input.
fn plain_run(bytes: &[u8], at: u32, glyphs: &mut [Glyph]) -> usize {
    let mut end = at;
    for (slot, three) in glyphs.iter_mut().zip(bytes.chunks_exact(3)) {
        let [first, second, third] = [three[0], three[1], three[2]].map(u32::from);
        // Characters of fewer bytes or of more make a number outside the ranges.
        let code = ((first << 12) + (second << 6) + third).wrapping_sub(0xe_2080);
        if !(0x3001..0xd000).contains(&code) && !is_plain_mark(code) {
            break;
        }
        *slot = Glyph { ch: char::from_u32(code).unwrap_or_default(), at: end, len: 3, before: Space::None };
        end += 3;
    }
    (end - at) as usize / 3
}

/// `，：；` and the marks from dashes to quotation marks.
#[cold]
fn is_plain_mark(code: u32) -> bool {
    matches!(code, 0x2010..=0x2027 | 0xff0c | 0xff1a | 0xff1b)
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
