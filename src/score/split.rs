//! Paragraphs into clauses, with the rubric's words in each.

use super::letters::Letters;
use super::page::{Clause, Mark, Page};
use super::place::Place;
use super::sights::Sights;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::RunningText;
use crate::text::blank;
use crate::text::glyph::fold;

/// Longest title in 《》, in characters: an open 《 must not swallow the text.
const LONGEST_TITLE: usize = 80;
/// Fewest bytes of a clause and of a word, on an average: their lists seldom grow.
const BYTES_OF_CLAUSE: usize = 24;
const BYTES_OF_HIT: usize = 16;

/// The clause that is open.
struct Open {
    /// Its first character, once it has one.
    start: Option<usize>,
    /// Behind the last character of the paragraph that was taken.
    end: usize,
    /// Whether it is the paragraph's first.
    opens: bool,
}

impl Page<'_> {
    /// Splits every paragraph.
    pub fn read(&mut self, text: RunningText<'_>, outline: &Outline) {
        let bytes = text.source.len();
        self.clauses.reserve(bytes / BYTES_OF_CLAUSE);
        self.hits.reserve(bytes / BYTES_OF_HIT);
        let longest = text.paragraphs.iter().map(|paragraph| paragraph.span.len()).max().unwrap_or_default();
        let mut sights = Sights::with_room(longest);
        let mut next = 0;
        for paragraph in text.paragraphs {
            let letters = Letters::of(text.source, paragraph.span, text.gaps_of(paragraph));
            sights.look(letters, &self.lexicon.finder);
            self.split(letters, outline, &mut next, &sights.marks);
            self.lexicon.finder.find(letters, &sights, &mut self.hits);
        }
    }

    /// Splits one paragraph at its `marks`; `next` is the next section whose marker comes.
    #[inline(never)]
    fn split(&mut self, mut letters: Letters<'_>, outline: &Outline, next: &mut usize, mut marks: &[u32]) {
        let start = letters.at;
        let mut open = Open { start: None, end: start, opens: true };
        // Behind the 《 of a title.
        let mut title: Option<Letters<'_>> = None;
        let mut heading_end = None;
        let mut fresh = true;
        // Where the next marker or the end of a heading is.
        let mut edge = edge_of(outline, *next, heading_end);
        loop {
            // Most marks stand outside titles, before the next marker or end of a heading.
            let at = loop {
                let [first, rest @ ..] = marks else { break usize::MAX };
                let at = *first as usize;
                if at >= letters.at {
                    if title.is_some() || at >= edge.min(letters.stop) {
                        break at;
                    }
                    let Some((mark, len)) = plain_mark(&letters.source.as_bytes()[at..letters.stop]) else { break at };
                    open.take(start_of(letters, at), at + len);
                    letters.at = at + len;
                    self.end(&mut letters, &mut open, mark, &mut fresh);
                }
                marks = rest;
            };
            open.take_up_to(at.min(edge), &mut letters);
            let Some(letter) = letters.next() else { break };
            title = title.filter(|title| !is_too_long(*title, letter.at));
            if outline.sections.get(*next).is_some_and(|section| section.marker.start as usize <= letter.at) {
                self.close(&mut open, Mark::None, &mut fresh);
                title = None;
                let section = &outline.sections[*next];
                heading_end = (!section.title.is_empty()).then_some(section.heading.end as usize);
                *next += 1;
            }
            let before = &letters.source[start..open.end];
            let mark = if title.is_none() { mark_of(letter.ch, before, letters) } else { None };
            if heading_end.is_some_and(|end| letter.at >= end) {
                heading_end = None;
                if mark.is_none() {
                    self.close(&mut open, Mark::None, &mut fresh);
                }
            }
            edge = edge_of(outline, *next, heading_end);
            match letter.ch {
                '《' => title = title.or(Some(letters)),
                '》' => title = None,
                _ => {}
            }
            open.take(letter.at, letter.end);
            if let Some(mark) = mark {
                self.end(&mut letters, &mut open, mark, &mut fresh);
            }
        }
        self.close(&mut open, Mark::None, &mut fresh);
    }

    /// Ends the clause that is open with the mark read last, and what closes behind a full stop.
    #[inline(always)]
    fn end(&mut self, letters: &mut Letters<'_>, open: &mut Open, mark: Mark, fresh: &mut bool) {
        while mark == Mark::Stop
            && letters.may_close()
            && let Some('”' | '’' | ')' | '】' | '」' | '。' | '！' | '!') = letters.peek()
            && let Some(letter) = letters.next()
        {
            open.take(letter.at, letter.end);
        }
        self.close(open, mark, fresh);
    }

    /// Adds the clause that is open, if it has a character; `fresh` says whether a sentence begins with it, then whether
    /// one begins behind it.
    fn close(&mut self, open: &mut Open, end: Mark, fresh: &mut bool) {
        if let Some(start) = open.start.take() {
            if *fresh {
                self.sentences.push(self.clauses.len() as u32);
                *fresh = false;
            }
            self.clauses.push(Clause {
                span: Span::new(start as u32, open.end as u32),
                sentence: self.sentences.len() as u32 - 1,
                end,
                place: Place::Lead,
                heading: false,
                opens: std::mem::take(&mut open.opens),
                section: None,
                hits: (0, 0),
            });
        }
        *fresh |= matches!(end, Mark::Stop | Mark::None);
    }
}

impl Open {
    #[inline(always)]
    fn take(&mut self, at: usize, end: usize) {
        self.start.get_or_insert(at);
        self.end = end;
    }

    /// Takes the characters that come before the byte `to`.
    #[inline(always)]
    fn take_up_to(&mut self, to: usize, letters: &mut Letters<'_>) {
        loop {
            let stop = to.min(letters.stop);
            if letters.at < stop {
                let at = blank::skip(letters.source, letters.at, stop);
                if at < stop {
                    self.take(at, blank::trim_end(letters.source, at, stop));
                }
                letters.at = stop;
            }
            if letters.at >= to || !letters.over_gap() {
                return;
            }
        }
    }
}

/// The first character that comes which is no blank, up to the mark at the byte `at`.
#[inline(always)]
fn start_of(letters: Letters<'_>, at: usize) -> usize {
    match letters.source.as_bytes()[letters.at] {
        0xe4..=0xe9 => letters.at,
        _ => blank::skip(letters.source, letters.at, at),
    }
}

/// Whether a title whose text `title` begins is too long to go on at the byte `at`.
fn is_too_long(title: Letters<'_>, at: usize) -> bool {
    at - title.at > LONGEST_TITLE && title.take_while(|letter| letter.at < at).count() > LONGEST_TITLE
}

/// The offset of the next section's marker, or of the end of the heading before it.
fn edge_of(outline: &Outline, next: usize, heading_end: Option<usize>) -> usize {
    let marker = outline.sections.get(next).map_or(usize::MAX, |section| section.marker.start as usize);
    heading_end.map_or(marker, |end| end.min(marker))
}

/// The mark that stands at the front and ends a clause, and its length; those that must be looked at closely are left to
/// [`mark_of`].
#[inline(always)]
fn plain_mark(bytes: &[u8]) -> Option<(Mark, usize)> {
    match bytes {
        [0xef, 0xbc, 0x8c, ..] => Some((Mark::Comma, 3)),
        [0xe3, 0x80, 0x82, ..] => Some((Mark::Stop, 3)),
        [0xef, 0xbc, 0x9b, ..] => Some((Mark::Semicolon, 3)),
        [0xef, 0xbc, 0x9a, ..] => Some((Mark::Colon, 3)),
        [b';', ..] => Some((Mark::Semicolon, 1)),
        // No digit follows.
        [b',', 0xe4..=0xe9, ..] => Some((Mark::Comma, 1)),
        [b':', 0xe4..=0xe9, ..] => Some((Mark::Colon, 1)),
        _ => None,
    }
}

/// What ends a clause with `ch`, which stands between the text `before` and what comes behind: not the comma or colon
/// inside a number.
fn mark_of(ch: char, before: &str, behind: Letters<'_>) -> Option<Mark> {
    let is_digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    let in_number = || is_digit(before.chars().next_back().map(fold)) && is_digit(behind.peek());
    match ch {
        '，' => Some(Mark::Comma),
        ',' if !in_number() => Some(Mark::Comma),
        '：' => Some(Mark::Colon),
        ':' if !in_number() => Some(Mark::Colon),
        '；' | ';' => Some(Mark::Semicolon),
        '。' | '！' | '!' | '？' | '?' => Some(Mark::Stop),
        _ => None,
    }
}
