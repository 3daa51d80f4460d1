//! Finds the words of a list in a paragraph's characters: every occurrence, overlapping ones too.
//!
//! A bit for each hash of two characters says whether a word may begin with them; most places fail there. Then a bit for
//! the hash of three, or of the two alone, says whether to compare the words of a bucket, where they lie one after the
//! other: number and length, then the text in UTF-16, two units at once.

use crate::text::glyph::Glyph;

/// A word of a list where it stands in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Index of the word in its list.
    pub word: u16,
    /// Byte offset of its first character.
    pub start: u32,
    /// Byte offset behind its last character.
    pub end: u32,
}

/// Adds a hit to `kept` unless it lies in a longer one, and drops those that lie in it (执法 in 行政执法): the longer says
/// more exactly what is meant. Hits come in the order in which they begin.
#[inline]
pub(crate) fn keep_longest(kept: &mut Vec<Hit>, hit: Hit) {
    while kept.last().is_some_and(|last| last.start == hit.start && last.end <= hit.end) {
        kept.pop();
    }
    if kept.last().is_none_or(|last| hit.end > last.end) {
        kept.push(hit);
    }
}

/// Index of the first hit that begins at the byte `offset` or behind it, looked for around the index `near`.
pub(crate) fn seek(hits: &[Hit], near: usize, offset: u32) -> usize {
    let mut at = near;
    while at > 0 && hits[at - 1].start >= offset {
        at -= 1;
    }
    while hits.get(at).is_some_and(|hit| hit.start < offset) {
        at += 1;
    }
    at
}

/// Bits of a hash that the filters tell apart.
const FILTER_BITS: u32 = 14;
/// Bits of a hash that choose the bucket.
const BUCKET_BITS: u32 = 10;
const BUCKETS: usize = 1 << BUCKET_BITS;
/// Set beside the length of a word with characters of two units.
const WIDE: u32 = 1 << 31;

/// A bit for each hash.
type Filter = [u64; 1 << (FILTER_BITS - 6)];

/// A list of words, ready to be found; `U` holds the words.
#[derive(Debug)]
pub(crate) struct Matcher<U = Vec<u32>> {
    /// Hashes of the pairs that words begin with.
    pairs: Filter,
    /// Hashes of the whole words of two characters, and of the first three characters of the others.
    heads: Filter,
    /// Where each bucket of words with the same head begins in `words`; one more than there are buckets.
    starts: [u32; BUCKETS + 1],
    /// For each word its number and above it its length in units, then its units, two at once, the first one in the
    /// upper half.
    words: U,
}

/// Characters as they follow each other, the last one in the lower half.
#[inline]
const fn follow(pair: u32, ch: u32) -> u32 {
    pair << 16 | ch
}

#[inline]
const fn hash(pair: u32) -> u32 {
    pair.wrapping_mul(0x9e37_79b1)
}

/// The hash of a pair and the character behind it, 0 for the pair alone.
#[inline]
const fn head_hash(pair: u32, third: u32) -> u32 {
    (pair ^ third.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0xc2b2_ae35)
}

#[inline]
const fn bucket(head: u32) -> usize {
    (head >> (32 - BUCKET_BITS)) as usize
}

#[inline]
const fn has(filter: &Filter, hash: u32) -> bool {
    let bit = hash >> (32 - FILTER_BITS);
    filter[bit as usize / 64] >> (bit % 64) & 1 == 1
}

const fn set(filter: &mut Filter, hash: u32) {
    let bit = hash >> (32 - FILTER_BITS);
    filter[bit as usize / 64] |= 1 << (bit % 64);
}

/// The character at `at` of a text in UTF-8, and the offset behind it.
const fn decode(text: &[u8], at: usize) -> (u32, usize) {
    let first = text[at] as u32;
    match first {
        0..0x80 => (first, at + 1),
        0x80..0xe0 => ((first & 0x1f) << 6 | text[at + 1] as u32 & 0x3f, at + 2),
        0xe0..0xf0 => ((first & 0x0f) << 12 | (text[at + 1] as u32 & 0x3f) << 6 | text[at + 2] as u32 & 0x3f, at + 3),
        _ => {
            let (head, tail) = ((first & 0x07) << 18 | (text[at + 1] as u32 & 0x3f) << 12, text[at + 3] as u32 & 0x3f);
            (head | (text[at + 2] as u32 & 0x3f) << 6 | tail, at + 4)
        }
    }
}

/// What a word is found by.
struct Measure {
    /// Length in UTF-16.
    len: usize,
    /// Whether a character takes two units.
    wide: bool,
    pair: u32,
    head: u32,
}

/// The measure of a word of two characters or more.
const fn measure(word: &str) -> Option<Measure> {
    let text = word.as_bytes();
    let (mut at, mut len, mut chars) = (0, 0, 0);
    let (mut pair, mut third) = (0, 0);
    while at < text.len() {
        let (ch, next) = decode(text, at);
        if chars < 2 {
            pair = follow(pair, ch);
        } else if chars == 2 {
            third = ch;
        }
        chars += 1;
        len += if ch < 0x1_0000 { 1 } else { 2 };
        at = next;
    }
    if chars < 2 { None } else { Some(Measure { len, wide: len > chars, pair, head: head_hash(pair, third) }) }
}

impl Measure {
    /// How much the word takes of a matcher's words.
    const fn size(&self) -> usize {
        1 + self.len.div_ceil(2)
    }
}

/// How much `words` take of a matcher's words.
pub(crate) const fn size_of_words(words: &[&str]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < words.len() {
        if let Some(word) = measure(words[at]) {
            sum += word.size();
        }
        at += 1;
    }
    sum
}

impl<const N: usize> Matcher<[u32; N]> {
    /// A matcher of `words`, each of two characters or more (shorter ones are never found); `N` is [`size_of_words`] of
    /// them.
    pub const fn of(words: &[&str]) -> Self {
        let mut matcher = Self { pairs: [0; _], heads: [0; _], starts: [0; _], words: [0; N] };
        matcher.starts = lay_out(words, &mut matcher.pairs, &mut matcher.heads, &mut matcher.words);
        matcher
    }
}

#[cfg(test)]
impl Matcher {
    /// A matcher of words that are known only now.
    pub fn new(words: &[&str]) -> Self {
        let mut matcher = Self { pairs: [0; _], heads: [0; _], starts: [0; _], words: vec![0; size_of_words(words)] };
        matcher.starts = lay_out(words, &mut matcher.pairs, &mut matcher.heads, &mut matcher.words);
        matcher
    }
}

/// Fills the tables of a matcher and returns where its buckets begin.
const fn lay_out(words: &[&str], pairs: &mut Filter, heads: &mut Filter, room: &mut [u32]) -> [u32; BUCKETS + 1] {
    let mut starts = [0; BUCKETS + 1];
    let mut number = 0;
    while number < words.len() {
        if let Some(word) = measure(words[number]) {
            set(pairs, hash(word.pair));
            set(heads, word.head);
            starts[bucket(word.head) + 1] += word.size() as u32;
        }
        number += 1;
    }
    let mut at = 0;
    while at < BUCKETS {
        starts[at + 1] += starts[at];
        at += 1;
    }
    let mut ends = starts;
    let mut number = 0;
    while number < words.len() {
        if let Some(word) = measure(words[number]) {
            let end = &mut ends[bucket(word.head)];
            let from = *end as usize;
            room[from] = number as u16 as u32 | (word.len as u32) << 16 | if word.wide { WIDE } else { 0 };
            write(words[number], room, from + 1);
            *end += word.size() as u32;
        }
        number += 1;
    }
    starts
}

/// Writes a word in UTF-16, two units at once.
const fn write(word: &str, room: &mut [u32], from: usize) {
    let (mut at, mut len) = (0, 0);
    while at < word.len() {
        let (ch, next) = decode(word.as_bytes(), at);
        let (units, count) = if ch < 0x1_0000 { ([ch as u16, 0], 1) } else { (surrogates(ch), 2) };
        let mut unit = 0;
        while unit < count {
            room[from + len / 2] |= (units[unit] as u32) << if len % 2 == 0 { 16 } else { 0 };
            len += 1;
            unit += 1;
        }
        at = next;
    }
}

const fn surrogates(ch: u32) -> [u16; 2] {
    let rest = ch - 0x1_0000;
    [0xd800 | (rest >> 10) as u16, 0xdc00 | (rest & 0x3ff) as u16]
}

impl<U: AsRef<[u32]>> Matcher<U> {
    /// Calls `found` with the words of one paragraph, in the order in which they begin.
    #[inline]
    pub fn find(&self, glyphs: &[Glyph], mut found: impl FnMut(Hit)) {
        let [first, others @ ..] = glyphs else { return };
        let mut pair = first.ch as u32;
        for (before, glyph) in others.iter().enumerate() {
            pair = follow(pair, glyph.ch as u32);
            if has(&self.pairs, hash(pair)) {
                self.find_at(pair, &glyphs[before..], &mut found);
            }
        }
    }

    /// The words with which `glyphs` begin, whose first two characters are `pair`: that of two characters first.
    fn find_at(&self, pair: u32, glyphs: &[Glyph], found: &mut impl FnMut(Hit)) {
        let alone = head_hash(pair, 0);
        if has(&self.heads, alone) {
            self.each_of(bucket(alone), pair, |head, word| {
                if count(head, word, glyphs) == 2 {
                    add(head, glyphs, 2, found);
                }
            });
        }
        let Some(third) = glyphs.get(2) else { return };
        let head = head_hash(pair, third.ch as u32);
        if has(&self.heads, head) {
            self.each_of(bucket(head), pair, |head, word| {
                let count = count(head, word, glyphs);
                if count > 2 && (head & WIDE != 0 || goes_on(glyphs, &word[1..], count)) {
                    add(head, glyphs, count, found);
                }
            });
        }
    }

    /// Calls `fits` with the words of a bucket that begin with `pair`, and with wide ones: what stands before their
    /// units, and these.
    #[inline(always)]
    fn each_of(&self, bucket: usize, pair: u32, mut fits: impl FnMut(u32, &[u32])) {
        let mut rest = &self.words.as_ref()[self.starts[bucket] as usize..self.starts[bucket + 1] as usize];
        while let [head, behind @ ..] = rest {
            let Some((word, behind)) = behind.split_at_checked(length(*head).div_ceil(2)) else { break };
            rest = behind;
            if word.first() == Some(&pair) || head & WIDE != 0 {
                fits(*head, word);
            }
        }
    }
}

/// The length of a word in units, by what stands before these.
#[inline]
fn length(head: u32) -> usize {
    ((head & !WIDE) >> 16) as usize
}

/// The length in characters of a word with whose first two `glyphs` begin; 0 for one of wide characters with which they
/// do not begin.
#[inline(always)]
fn count(head: u32, word: &[u32], glyphs: &[Glyph]) -> usize {
    if head & WIDE == 0 { length(head) } else { begins_wide(glyphs, word, length(head)).unwrap_or(0) }
}

/// Whether `glyphs` go on behind their first two with those of a word of `count` characters, which are `units`.
#[inline(always)]
fn goes_on(glyphs: &[Glyph], units: &[u32], count: usize) -> bool {
    let Some(mut rest) = glyphs.get(2..count) else { return false };
    for unit in units {
        let pair = match rest {
            [first, second, tail @ ..] => {
                rest = tail;
                follow(first.ch as u32, second.ch as u32)
            }
            [last] => follow(last.ch as u32, 0),
            [] => return false,
        };
        if pair != *unit {
            return false;
        }
    }
    true
}

/// Tells of a word with whose `count` characters `glyphs` begin.
#[inline(always)]
fn add(head: u32, glyphs: &[Glyph], count: usize, found: &mut impl FnMut(Hit)) {
    let word = &glyphs[..count];
    // Of a character of two units the pairs tell only a part.
    if head & WIDE != 0 || word.iter().fold(0, |all, glyph| all | glyph.ch as u32) < 0x1_0000 {
        let last = word[count - 1];
        found(Hit { word: head as u16, start: word[0].at, end: last.at + u32::from(last.len) });
    }
}

/// Whether `glyphs` begin with a word whose characters take two units, and how many characters it has.
#[cold]
fn begins_wide(glyphs: &[Glyph], word: &[u32], len: usize) -> Option<usize> {
    let mut count = 0;
    let units = word.iter().flat_map(|two| [(two >> 16) as u16, *two as u16]).take(len);
    for ch in char::decode_utf16(units) {
        if glyphs.get(count).map(|glyph| glyph.ch) != ch.ok() {
            return None;
        }
        count += 1;
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::{Hit, Matcher, size_of_words};
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    const WORDS: &[&str] = &["执法", "行政执法", "执法案卷", "法制", "卷", "𠮷案卷", "卷𠮷"];
    static MATCHER: Matcher<[u32; size_of_words(WORDS)]> = Matcher::of(WORDS);

    fn glyphs(source: &str, gaps: &[Span]) -> Glyphs {
        let mut glyphs = Glyphs::default();
        glyphs.fill(source, Span::new(0, source.len() as u32), gaps);
        glyphs
    }

    #[test]
    fn finds_every_word_through_layout() {
        let glyphs = glyphs("行政\n执法 案卷", &[Span::new(6, 7)]);
        let mut hits = Vec::new();
        MATCHER.find(glyphs.items(), |hit| hits.push(hit));
        let hit = |word, start, end| Hit { word, start, end };
        assert_eq!(hits, [hit(1, 0, 13), hit(0, 7, 13), hit(2, 7, 20)]);
    }

    #[test]
    fn finds_characters_of_any_plane() {
        let glyphs = glyphs("𠮷案卷𠮷", &[]);
        let (mut fixed, mut late) = (Vec::new(), Vec::new());
        MATCHER.find(glyphs.items(), |hit| fixed.push((hit.word, hit.start)));
        Matcher::new(WORDS).find(glyphs.items(), |hit| late.push((hit.word, hit.start)));
        assert_eq!(fixed, [(5, 0), (6, 7)]);
        assert_eq!(late, fixed);
    }
}
