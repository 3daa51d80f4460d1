//! Paragraphs into clauses, with the rubric's words in each.

use super::page::{Clause, Mark, Page, unite};
use super::place::Place;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::RunningText;
use crate::text::blank::is_han;
use crate::text::glyph::{Glyph, Glyphs};

/// Longest title in 《》, in characters: an open 《 must not swallow the text.
const LONGEST_TITLE: usize = 80;
/// Fewest bytes of a clause and of a word, on an average: their lists seldom grow.
const BYTES_OF_CLAUSE: usize = 24;
const BYTES_OF_HIT: usize = 16;

impl Page<'_> {
    /// Splits every paragraph.
    pub fn read(&mut self, text: RunningText<'_>, outline: &Outline) {
        let bytes = text.source.len();
        self.clauses.reserve(bytes / BYTES_OF_CLAUSE);
        self.said.reserve(bytes / BYTES_OF_CLAUSE * self.lexicon.width);
        self.hits.reserve(bytes / BYTES_OF_HIT);
        let mut glyphs = Glyphs::default();
        let mut next = 0;
        for paragraph in text.paragraphs {
            glyphs.fill(text.source, paragraph.span, text.gaps_of(paragraph));
            let hit = self.hits.len();
            self.lexicon.find(glyphs.items(), &mut self.hits);
            self.split(glyphs.items(), outline, &mut next, hit);
        }
    }

    /// Splits one paragraph; `next` is the next section whose marker comes, `hit` the paragraph's first hit. Out of
    /// line, its loop keeps its registers, as that over the words does.
    #[inline(never)]
    fn split(&mut self, glyphs: &[Glyph], outline: &Outline, next: &mut usize, mut hit: usize) {
        let (mut start, mut index) = (0, 0);
        let mut title: Option<usize> = None;
        let mut heading_end = None;
        let mut opens = true;
        let mut han = 0;
        self.sentences += 1;
        let mut close = |page: &mut Self, from: usize, to: usize, end: Mark, han: &mut u32| {
            if from < to {
                page.push([glyphs[from], glyphs[to - 1]], end, opens, std::mem::take(han), &mut hit);
                opens = false;
            }
            if matches!(end, Mark::Stop | Mark::None) {
                page.sentences += 1;
            }
        };
        // Where the next marker or the end of a heading is.
        let mut edge = edge_of(outline, *next, heading_end);
        while index < glyphs.len() {
            let glyph = glyphs[index];
            let is_han = matches!(glyph.ch, '\u{4e00}'..='\u{9fff}') || is_han(glyph.ch);
            if (is_han || !is_mark(glyph.ch)) && glyph.at < edge && title.is_none() {
                han += u32::from(is_han);
                index += 1;
                continue;
            }
            if outline.sections.get(*next).is_some_and(|section| section.marker.start <= glyph.at) {
                close(self, start, index, Mark::None, &mut han);
                (start, title) = (index, None);
                let section = &outline.sections[*next];
                heading_end = (!section.title.is_empty()).then_some(section.heading.end);
                *next += 1;
            }
            let mark = title.is_none().then(|| mark_at(glyphs, index)).flatten();
            if heading_end.is_some_and(|end| glyph.at >= end) {
                heading_end = None;
                if mark.is_none() {
                    close(self, start, index, Mark::None, &mut han);
                    start = index;
                }
            }
            edge = edge_of(outline, *next, heading_end);
            match glyph.ch {
                '《' => title = title.or(Some(index)),
                '》' => title = None,
                _ if title.is_some_and(|from| index - from > LONGEST_TITLE) => title = None,
                _ => {}
            }
            index += 1;
            han += u32::from(is_han);
            let Some(mark) = mark else {
                continue;
            };
            while mark == Mark::Stop
                && index < glyphs.len()
                && matches!(glyphs[index].ch, '”' | '’' | ')' | '】' | '」' | '。' | '！' | '!')
            {
                index += 1;
            }
            close(self, start, index, mark, &mut han);
            start = index;
        }
        close(self, start, glyphs.len(), Mark::None, &mut han);
    }

    /// Adds the clause from one character to another; `hit` is its first word, then that of the next clause.
    fn push(&mut self, [first, last]: [Glyph; 2], end: Mark, opens: bool, han: u32, hit: &mut usize) {
        let span = Span::new(first.at, last.at + u32::from(last.len));
        let (from, row) = (*hit, self.said.len());
        self.said.resize(row + self.lexicon.width, 0);
        while let Some(found) = self.hits.get(*hit).filter(|found| found.start < span.end) {
            unite(&mut self.said[row..], self.lexicon.sets_of(found.word));
            *hit += 1;
        }
        self.clauses.push(Clause {
            span,
            sentence: self.sentences,
            end,
            place: Place::Lead,
            heading: false,
            opens,
            section: None,
            han,
            hits: (from as u32, *hit as u32),
        });
    }
}

/// The offset of the next section's marker, or of the end of the heading before it.
fn edge_of(outline: &Outline, next: usize, heading_end: Option<u32>) -> u32 {
    let marker = outline.sections.get(next).map_or(u32::MAX, |section| section.marker.start);
    heading_end.map_or(marker, |end| end.min(marker))
}

/// Whether `ch` may end a clause or begin a title.
fn is_mark(ch: char) -> bool {
    matches!(ch, '，' | ',' | '：' | ':' | '；' | ';' | '。' | '！' | '!' | '？' | '?' | '《')
}

/// The mark at `index` that ends a clause: not the comma or colon inside a number.
fn mark_at(glyphs: &[Glyph], index: usize) -> Option<Mark> {
    let digit = |at: Option<usize>| at.and_then(|at| glyphs.get(at)).is_some_and(|glyph| glyph.ch.is_ascii_digit());
    let in_number = || digit(index.checked_sub(1)) && digit(Some(index + 1));
    match glyphs[index].ch {
        '，' => Some(Mark::Comma),
        ',' if !in_number() => Some(Mark::Comma),
        '：' => Some(Mark::Colon),
        ':' if !in_number() => Some(Mark::Colon),
        '；' | ';' => Some(Mark::Semicolon),
        '。' | '！' | '!' | '？' | '?' => Some(Mark::Stop),
        _ => None,
    }
}
