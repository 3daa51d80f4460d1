//! One look at a paragraph as it stands: where words of a list may begin, where marks stand, and where layout or
//! full-width forms keep it from being compared as it stands.
//!
//! Characters that stand for themselves, one behind the other, are taken from the bytes; letter by letter is read only
//! what else there is.

use super::finder::{WordFinder, pair};
use super::letters::{Letter, Letters};
use crate::text::glyph::fold;
use crate::text::words::head;

/// What was seen in a paragraph.
#[derive(Debug)]
pub(super) struct Sights {
    /// Where words may begin, then room for more.
    starts: Vec<u32>,
    /// How many such places there are.
    len: usize,
    /// Where layout or full-width forms begin, in order.
    pub rough: Vec<u32>,
    /// Where marks stand that may end a clause or are those of a title, in order.
    pub marks: Vec<u32>,
}

// What a character is, as far as its first byte tells.
/// Three bytes, and it stands for itself: Chinese ones and others.
const PLAIN: u8 = 0;
/// One byte, it stands for itself, and it is neither the first character of a word nor the second.
const IDLE: u8 = 1;
/// One byte, and it stands for itself.
const ASCII: u8 = 2;
/// One byte, and it may end a clause.
const ASCII_MARK: u8 = 3;
/// Three bytes, and the others tell.
const MARK: u8 = 4;
/// A blank, or one of the rarest.
const RARE: u8 = 5;

/// What characters are, by their first byte, to whoever looks for certain words.
#[derive(Debug)]
pub(super) struct Kinds([u8; 256]);

impl Kinds {
    /// For these words.
    pub fn of(words: &[&str]) -> Self {
        let mut kinds = [RARE; 256];
        for byte in b'!'..=b'~' {
            kinds[usize::from(byte)] = if is_mark(byte.into()) { ASCII_MARK } else { IDLE };
        }
        for byte in 0xe0..=0xef_u8 {
            kinds[usize::from(byte)] = if matches!(byte, 0xe2 | 0xe3 | 0xef) { MARK } else { PLAIN };
        }
        for ch in words.iter().flat_map(|word| word.chars().take(2)) {
            let kind = u8::try_from(ch).ok().and_then(|byte| kinds.get_mut(usize::from(byte)));
            if let Some(kind) = kind.filter(|kind| **kind == IDLE) {
                *kind = ASCII;
            }
        }
        Self(kinds)
    }

    /// Of a character that begins with this byte.
    #[inline(always)]
    fn at(&self, byte: u8) -> u8 {
        self.0[usize::from(byte)]
    }
}

/// What a character of three bytes is that begins with `E2`, `E3` or `EF`: a mark of [`is_mark`], one that stands for
/// itself, or (`None`) it must be read.
#[inline(always)]
fn is_mark_of_three(three: u32) -> Option<bool> {
    match three.to_le_bytes() {
        [0xe3, 0x80, 0x82 | 0x8a | 0x8b, _] => Some(true),
        [0xe3, 0x80, 0x80, _] => None,
        [0xef, 0xbc, 0x81 | 0x8c | 0x9a | 0x9b | 0x9f, _] => Some(true),
        [0xef, ..] => None,
        [0xe2, 0x80, 0x80..=0x8f | 0xaf, _] => None,
        _ => Some(false),
    }
}

/// The character of one byte of which the full-width form begins `bytes`.
#[inline(always)]
fn full_width(bytes: &[u8]) -> Option<u8> {
    match *bytes {
        [0xef, 0xbc, third, ..] => Some(third - 0x60),
        [0xef, 0xbd, third @ ..0x9f, ..] => Some(third - 0x20),
        _ => None,
    }
}

/// Whether a character may end a clause or is a mark of a title.
fn is_mark(ch: char) -> bool {
    matches!(ch, '，' | ',' | '：' | ':' | '；' | ';' | '。' | '！' | '!' | '？' | '?' | '《' | '》')
}

/// The character before the one that comes, if a word may begin with it, and nothing where none may.
#[derive(Clone, Copy)]
struct Last {
    start: usize,
    end: usize,
    /// Whether it stands for itself.
    plain: bool,
}

/// Characters of three bytes that are looked at together.
const AT_ONCE: usize = 4;
/// Bytes read for them: the last begins a word of eight.
const AHEAD: usize = 3 * (AT_ONCE - 1) + 8;
/// Bytes behind the limit with which the last two characters before it fill such a word.
const BEYOND: usize = 2;
/// The first three bytes of a word.
const THREE_BYTES: u32 = 0xff_ffff;

impl Sights {
    /// The places where words may begin, in order.
    pub fn starts(&self) -> &[u32] {
        &self.starts[..self.len]
    }

    /// Nothing was seen yet, with room for paragraphs of so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self { starts: vec![0; bytes + AT_ONCE], len: 0, rough: Vec::new(), marks: Vec::new() }
    }

    /// Looks at the paragraph that `letters` begin.
    pub fn look(&mut self, mut letters: Letters<'_>, finder: &WordFinder) {
        self.len = 0;
        self.rough.clear();
        self.marks.clear();
        let mut last = Last { start: letters.at, end: letters.at, plain: true };
        while letters.at < letters.end() {
            if last.plain {
                self.plain(letters.source, letters.stop, &mut last, finder);
                letters.at = last.end;
            }
            if letters.at < letters.end()
                && let Some(letter) = letters.next()
            {
                last = self.letter(letters.source, last, letter, finder);
            }
        }
    }

    /// Takes a letter that must be read, or follows one.
    fn letter(&mut self, source: &str, last: Last, letter: Letter, finder: &WordFinder) -> Last {
        if letter.at != last.end {
            self.rough.push(last.end as u32);
        }
        if let Some(before) = source[last.start..last.end].chars().next()
            && finder.may_begin(pair(fold(before), letter.ch))
            && let Some(slot) = self.starts.get_mut(self.len)
        {
            *slot = last.start as u32;
            self.len += 1;
        }
        if letter.folded {
            self.rough.push(letter.at as u32);
        }
        if is_mark(letter.ch) {
            self.marks.push(letter.at as u32);
        }
        Last { start: letter.at, end: letter.end, plain: !letter.folded }
    }

    /// Takes what stands for itself right behind the character `last`, up to `stop`; `last` is the last of it then.
    #[inline(always)]
    fn plain(&mut self, source: &str, stop: usize, last: &mut Last, finder: &WordFinder) {
        let bytes = &source.as_bytes();
        let kinds = &finder.kinds;
        // Behind the last character whole words can be read, unless the text ends.
        let run = &bytes[..bytes.len().min(stop + BEYOND)];
        let (starts, mut len) = (self.starts.as_mut_slice(), self.len);
        let Last { mut start, end: mut at, .. } = *last;
        loop {
            if at - start == 3 {
                while let Some(window) = run.get(start..).and_then(<[u8]>::first_chunk::<AHEAD>)
                    && (1..=AT_ONCE).fold(PLAIN, |all, next| all | kinds.at(window[3 * next])) == PLAIN
                    && let Some(room) = starts[len..].first_chunk_mut::<AT_ONCE>()
                {
                    let mut kept = 0;
                    for next in 0..AT_ONCE {
                        room[kept % AT_ONCE] = (start + 3 * next) as u32;
                        kept += usize::from(finder.may_begin(u64_at(window, 3 * next) << 16));
                    }
                    len += kept;
                    start += 3 * AT_ONCE;
                }
                while let Some(window) = run.get(start..).and_then(<[u8]>::first_chunk::<8>)
                    && kinds.at(window[3]) == PLAIN
                    && let Some(slot) = starts.get_mut(len)
                {
                    *slot = start as u32;
                    len += usize::from(finder.may_begin(u64::from_le_bytes(*window) << 16));
                    start += 3;
                }
                at = start + 3;
            }
            if at >= stop {
                break;
            }
            let bytes_of = match kinds.at(bytes[at]) {
                PLAIN => 3,
                IDLE => {
                    at += 1;
                    while at < stop && kinds.at(bytes[at]) == IDLE {
                        at += 1;
                    }
                    start = at;
                    continue;
                }
                ASCII => 1,
                ASCII_MARK => {
                    self.marks.push(at as u32);
                    1
                }
                MARK => match is_mark_of_three(head(bytes, at) as u32 & THREE_BYTES) {
                    Some(false) => 3,
                    Some(true) => {
                        self.marks.push(at as u32);
                        3
                    }
                    None if full_width(&bytes[at..]).is_some_and(|byte| kinds.at(byte) == IDLE) => {
                        self.rough.push(at as u32);
                        at += 3;
                        start = at;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            };
            if at > start
                && let Some(slot) = starts.get_mut(len)
            {
                *slot = start as u32;
                len += usize::from(finder.may_begin(head(bytes, start) << (64 - 8 * (at + bytes_of - start))));
            }
            (start, at) = (at, at + bytes_of);
        }
        self.len = len;
        (last.start, last.end) = (start, at);
    }
}

/// The eight bytes at a place of a window.
#[inline(always)]
fn u64_at(window: &[u8; AHEAD], at: usize) -> u64 {
    window[at..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
}
