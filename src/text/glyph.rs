//! A paragraph as characters without layout: what the grammars of figures, dates and words read.
//!
//! Blanks and joined line breaks are left out, full-width digits, letters and marks are folded to half-width, and
//! every character remembers where it stands in the input. The buffer is made once per paragraph and reused.

use super::class;
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
    /// What it may mean to the grammars; see [`class`].
    pub class: u8,
}

impl Glyph {
    #[inline(always)]
    fn new(ch: char, at: u32, len: u8, before: Space) -> Self {
        Self { ch, at, len, before, class: class::of(ch) }
    }
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

    fn append(&mut self, source: &str, span: Span, mut before: Space) {
        let bytes = &source.as_bytes()[..span.end as usize];
        let mut at = span.start as usize;
        while at < bytes.len() {
            if self.memory.len() < self.len + ROOM {
                // What is left holds a third as many characters, or is read in a few steps.
                let room = self.len + ROOM + (bytes.len() - at) / 3;
                self.memory.resize(room, Glyph::new('\0', 0, 0, Space::None));
            }
            let slots = &mut self.memory[self.len..];
            let (count, behind) = usual_run(bytes, at, slots);
            if count > 0 {
                slots[0].before = before;
                before = Space::None;
                self.len += count;
                at = behind;
                continue;
            }
            // What is left are blanks and the rarer characters.
            let Some(raw) = source[at..].chars().next() else { break };
            let width = raw.len_utf8();
            if is_blank(raw) {
                before = before.max(Space::Blank);
            } else {
                slots[0] = Glyph::new(fold(raw), at as u32, width as u8, before);
                before = Space::None;
                self.len += 1;
            }
            at += width;
        }
    }

    /// The characters in order.
    #[inline]
    pub fn items(&self) -> &[Glyph] {
        &self.memory[..self.len]
    }

    /// The input span of the characters `from..to`; empty ranges give the empty span at `from`.
    #[inline]
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

/// Reads as many characters into `glyphs` as stand at `from` and are Chinese ones, their marks or visible ASCII, as far
/// as three bytes are left; returns how many, and the offset behind them.
fn usual_run(bytes: &[u8], from: usize, glyphs: &mut [Glyph]) -> (usize, usize) {
    let mut rest = &bytes[from..];
    let mut count = 0;
    for slot in glyphs {
        let Some((&three, behind)) = rest.split_first_chunk() else { break };
        let at = (bytes.len() - rest.len()) as u32;
        if let b'!'..=b'~' = three[0] {
            *slot = Glyph::new(three[0].into(), at, 1, Space::None);
            rest = &rest[1..];
        } else {
            let Some(ch) = folded(code(three)) else { break };
            *slot = Glyph::new(ch, at, 3, Space::None);
            rest = behind;
        }
        count += 1;
    }
    (count, bytes.len() - rest.len())
}

/// The number of the character that three bytes are; fewer bytes or more make a number that no such character has.
#[inline(always)]
fn code([first, second, third]: [u8; 3]) -> u32 {
    let sum = (u32::from(first) << 12) + (u32::from(second) << 6) + u32::from(third);
    sum.wrapping_sub(0xe_2080)
}

/// A character of three bytes, folded: Chinese characters and the marks before them (U+3001 to U+9FFF), as most of a
/// report's characters are, full-width marks, quotation marks and dashes.
#[inline(always)]
fn folded(code: u32) -> Option<char> {
    const FIRST: u32 = 0x3001;
    let from_first = code.wrapping_sub(FIRST);
    if from_first <= 0x9fff - FIRST {
        // Counted from the first one: nothing is left of the test that a conversion would make. With its end the range
        // is stepped through in place; one without calls for each character, unless the whole program is optimised.
        return ('\u{3001}'..'\u{a000}').nth(from_first as usize);
    }
    mark(code)
}

#[inline(never)]
fn mark(code: u32) -> Option<char> {
    match code {
        0xff01..=0xff5e => char::from_u32(code).map(fold),
        0x2010..=0x2027 => char::from_u32(code),
        _ => None,
    }
}

/// Blanks of every width; line ends are not among them.
pub(crate) fn is_blank(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200b}' | '\u{202f}' | '\u{feff}' | '\r')
}

/// Whether `ch` is a blank or a line end.
#[inline]
pub(crate) fn is_layout(ch: char) -> bool {
    is_blank(ch) || ch == '\n'
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
