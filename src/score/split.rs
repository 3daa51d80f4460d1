//! Paragraphs into clauses, with the rubric's words in each.

use super::finder::{Sights, code, pair};
use super::letters::{Letter, Letters};
use super::lexicon::Lexicon;
use super::page::{Clause, Mark, Page};
use super::place::Place;
use crate::outline::Outline;
use crate::span::Span;
use crate::text::RunningText;
use crate::text::blank::is_han;

/// Longest title in 《》, in characters: an open 《 must not swallow the text.
const LONGEST_TITLE: usize = 80;
/// Fewest bytes of a clause and of a word, on an average: their lists seldom grow.
const BYTES_OF_CLAUSE: usize = 24;
const BYTES_OF_HIT: usize = 16;

/// A paragraph that is read once, from its first character to its last.
struct Reader<'r> {
    letters: Letters<'r>,
    lexicon: &'r Lexicon,
    sights: &'r mut Sights,
    last: Last,
    /// Characters read.
    count: usize,
}

/// The character read last: its code, where it begins, and where it ends.
#[derive(Clone, Copy)]
struct Last {
    code: u32,
    /// Its bytes, as it is compared.
    len: usize,
    start: usize,
    end: usize,
}

/// The clause that is open.
struct Open {
    /// Its first character, once it has one.
    start: Option<usize>,
    end: usize,
    han: u32,
    /// Whether it is the paragraph's first.
    opens: bool,
}

impl Reader<'_> {
    /// Reads one character, whatever it is.
    #[inline(always)]
    fn next(&mut self) -> Option<Letter> {
        let letter = self.letters.next()?;
        let end = self.last.end;
        if letter.at != end {
            self.sights.rough.push(end as u32);
        }
        if letter.folded {
            self.sights.rough.push(letter.at as u32);
        }
        self.follow(code(letter.ch), letter.ch.len_utf8(), letter.at);
        self.last.end = letter.end;
        Some(letter)
    }

    /// Reads the plain characters that stand next, one behind the other, before the byte `edge`: Chinese ones, digits and
    /// the like. Returns how many of them are Chinese.
    #[inline(always)]
    fn plain(&mut self, edge: usize) -> u32 {
        let limit = self.letters.stop.min(edge);
        let bytes = self.letters.source.as_bytes();
        // Behind the last character whole words can be read, unless the text ends.
        let text = &bytes[..bytes.len().min(limit + BEYOND)];
        let finder = &self.lexicon.finder;
        let mut room = self.sights.room();
        let Last { code: mut last, len: mut bytes, mut start, end: mut at } = self.last;
        if at != self.letters.at {
            return 0;
        }
        let (mut han, mut others) = (0, 0);
        while at < limit {
            let known = self.count + han + others > 0;
            let mut rest = &text[at..];
            if let Some(ahead) = rest.first_chunk().filter(|ahead| is_chinese(u64::from_le_bytes(**ahead))) {
                // Two characters that stand one behind the other are read at once.
                let mut two = u64::from_le_bytes(*ahead);
                room.keep(start, known && finder.may_begin(pair(last, bytes, two as u32 & THREE_BYTES)));
                let from = at;
                while is_chinese(two >> 24)
                    && let Some(next) = rest[3..].first_chunk()
                {
                    room.keep(at, finder.may_begin_two(two));
                    rest = &rest[3..];
                    at += 3;
                    two = u64::from_le_bytes(*next);
                }
                (last, bytes, start) = (two as u32 & THREE_BYTES, 3, at);
                at += 3;
                han += (at - from) / 3;
                continue;
            }
            let (code, len) = match rest[0] {
                ascii if is_plain(ascii) => (u32::from(ascii), 1),
                0xe2 | 0xe3 => match rest {
                    [a, b, c, ..] if matches!([*a, *b, *c], PAUSE | QUOTE | UNQUOTE) => {
                        (u32::from_le_bytes([*a, *b, *c, 0]), 3)
                    }
                    _ => break,
                },
                _ => break,
            };
            room.keep(start, known && finder.may_begin(pair(last, bytes, code)));
            (last, bytes, start) = (code, len, at);
            at += len;
            others += 1;
            // The comma inside a number ends no clause.
            if let [b'0'..=b'9', b',', b'0'..=b'9', ..] = rest[..limit.min(start + 3) - start] {
                room.keep(start, finder.may_begin(pair(code, 1, COMMA)));
                (last, bytes, start) = (COMMA, 1, at);
                at += 1;
                others += 1;
            }
        }
        self.sights.len = room.len;
        self.last = Last { code: last, len: bytes, start, end: at };
        self.letters.at = at;
        self.count += han + others;
        han as u32
    }

    /// Reads the mark that stands next and ends a clause, before the byte `edge`; the rarer ones are left to
    /// [`Reader::next`].
    #[inline(always)]
    fn mark(&mut self, edge: usize) -> Option<Mark> {
        let at = self.letters.at;
        let text = &self.letters.source.as_bytes()[..self.letters.stop.min(edge)];
        let &[a, b, c] = text.get(at..)?.first_chunk()?;
        let mark = match [a, b, c] {
            [0xef, 0xbc, 0x8c] => Mark::Comma,
            [0xe3, 0x80, 0x82] => Mark::Stop,
            [0xef, 0xbc, 0x9b] => Mark::Semicolon,
            [0xef, 0xbc, 0x9a] => Mark::Colon,
            _ => return None,
        };
        self.follow(u32::from_le_bytes([a, b, c, 0]), 3, at);
        (self.last.end, self.letters.at) = (at + 3, at + 3);
        Some(mark)
    }

    /// Looks whether a word may begin with the last character and the one that follows it, which becomes the last.
    #[inline(always)]
    fn follow(&mut self, code: u32, len: usize, at: usize) {
        let Last { code: last, len: bytes, start, .. } = self.last;
        self.sights.keep(start, self.count > 0 && self.lexicon.finder.may_begin(pair(last, bytes, code)));
        (self.last.code, self.last.len, self.last.start) = (code, len, at);
        self.count += 1;
    }
}

/// Bytes behind the limit of plain text with which the last two characters before it fill a word of eight.
const BEYOND: usize = 2;
/// The first three bytes of a word.
const THREE_BYTES: u32 = 0xff_ffff;
/// Marks that end no clause.
const PAUSE: [u8; 3] = [0xe3, 0x80, 0x81];
const COMMA: u32 = b',' as u32;
const QUOTE: [u8; 3] = [0xe2, 0x80, 0x9c];
const UNQUOTE: [u8; 3] = [0xe2, 0x80, 0x9d];

/// Whether text begins with one of the characters U+4E00 to U+9FFF.
#[inline(always)]
fn is_chinese(text: u64) -> bool {
    (text as u16).swap_bytes().wrapping_sub(0xe4b8) < 0xea00 - 0xe4b8
}

/// Whether a byte is a character that stands for itself and ends no clause.
#[inline(always)]
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b',' | b':' | b';' | b'!' | b'?')
}

impl Page<'_> {
    /// Splits every paragraph.
    pub fn read(&mut self, text: RunningText<'_>, outline: &Outline) {
        let bytes = text.source.len();
        self.clauses.reserve(bytes / BYTES_OF_CLAUSE);
        self.hits.reserve(bytes / BYTES_OF_HIT);
        let mut sights = Sights::default();
        let mut next = 0;
        for paragraph in text.paragraphs {
            let letters = Letters::of(text.source, paragraph.span, text.gaps_of(paragraph));
            sights.clear(paragraph.span.len());
            let (clause, mut hit) = (self.clauses.len(), self.hits.len());
            self.split(letters, outline, &mut next, &mut sights);
            self.lexicon.finder.find(letters, &sights, &mut self.hits);
            for clause in &mut self.clauses[clause..] {
                clause.hits.0 = hit as u32;
                while self.hits.get(hit).is_some_and(|found| found.start < clause.span.end) {
                    hit += 1;
                }
                clause.hits.1 = hit as u32;
            }
        }
    }

    /// Splits one paragraph; `next` is the next section whose marker comes.
    #[inline(never)]
    fn split(&mut self, letters: Letters<'_>, outline: &Outline, next: &mut usize, sights: &mut Sights) {
        let at = letters.at;
        let last = Last { code: 0, len: 0, start: at, end: at };
        let mut reader = Reader { lexicon: self.lexicon, sights, last, count: 0, letters };
        let mut open = Open { start: None, end: at, han: 0, opens: true };
        let mut title: Option<usize> = None;
        let mut heading_end = None;
        let mut fresh = true;
        // Where the next marker or the end of a heading is.
        let mut edge = edge_of(outline, *next, heading_end);
        loop {
            let (before, count) = (reader.last, reader.count);
            let han = reader.plain(edge);
            if reader.count > count {
                open.start.get_or_insert(before.end);
                (open.end, open.han) = (reader.last.end, open.han + han);
                title = title.filter(|from| reader.count - from <= LONGEST_TITLE);
            }
            // Most marks stand outside titles, before the next marker or end of a heading.
            if title.is_none()
                && let Some(mark) = reader.mark(edge)
            {
                open.start.get_or_insert(reader.last.start);
                open.end = reader.last.end;
                self.end(&mut reader, &mut open, mark, &mut fresh);
                continue;
            }
            let before = reader.last.code;
            let Some(letter) = reader.next() else { break };
            let is_han = is_han(letter.ch);
            if (is_han || !is_mark(letter.ch)) && letter.at < edge && title.is_none() {
                open.take(letter, is_han);
                continue;
            }
            if outline.sections.get(*next).is_some_and(|section| section.marker.start as usize <= letter.at) {
                self.close(&mut open, Mark::None, &mut fresh);
                title = None;
                let section = &outline.sections[*next];
                heading_end = (!section.title.is_empty()).then_some(section.heading.end as usize);
                *next += 1;
            }
            let mark = if title.is_none() { mark_of(letter.ch, before, reader.letters) } else { None };
            if heading_end.is_some_and(|end| letter.at >= end) {
                heading_end = None;
                if mark.is_none() {
                    self.close(&mut open, Mark::None, &mut fresh);
                }
            }
            edge = edge_of(outline, *next, heading_end);
            match letter.ch {
                '《' => title = title.or(Some(reader.count)),
                '》' => title = None,
                _ if title.is_some_and(|from| reader.count - from > LONGEST_TITLE) => title = None,
                _ => {}
            }
            open.take(letter, is_han);
            if let Some(mark) = mark {
                self.end(&mut reader, &mut open, mark, &mut fresh);
            }
        }
        self.close(&mut open, Mark::None, &mut fresh);
    }

    /// Ends the clause that is open with the mark read last, and what closes behind a full stop.
    #[inline(always)]
    fn end(&mut self, reader: &mut Reader<'_>, open: &mut Open, mark: Mark, fresh: &mut bool) {
        while mark == Mark::Stop
            && let Some('”' | '’' | ')' | '】' | '」' | '。' | '！' | '!') = reader.letters.peek()
            && let Some(letter) = reader.next()
        {
            open.take(letter, false);
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
                han: std::mem::take(&mut open.han),
                hits: (0, 0),
            });
        }
        *fresh |= matches!(end, Mark::Stop | Mark::None);
    }
}

impl Open {
    #[inline(always)]
    fn take(&mut self, letter: Letter, is_han: bool) {
        self.start.get_or_insert(letter.at);
        self.end = letter.end;
        self.han += u32::from(is_han);
    }
}

/// The offset of the next section's marker, or of the end of the heading before it.
fn edge_of(outline: &Outline, next: usize, heading_end: Option<usize>) -> usize {
    let marker = outline.sections.get(next).map_or(usize::MAX, |section| section.marker.start as usize);
    heading_end.map_or(marker, |end| end.min(marker))
}

/// Whether `ch` may end a clause or begin a title.
fn is_mark(ch: char) -> bool {
    matches!(ch, '，' | ',' | '：' | ':' | '；' | ';' | '。' | '！' | '!' | '？' | '?' | '《')
}

/// What ends a clause with `ch`, which stands between the code `before` and what comes behind: not the comma or colon
/// inside a number.
fn mark_of(ch: char, before: u32, behind: Letters<'_>) -> Option<Mark> {
    let in_number = || (0x30..=0x39).contains(&before) && behind.peek().is_some_and(|ch| ch.is_ascii_digit());
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
