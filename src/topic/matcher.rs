//! Finds the words of a list in a paragraph's characters: every occurrence, overlapping ones too.
//!
//! A bit for each hash of two characters says whether a word may begin with them; most places fail there. Then the pair is
//! looked up: it is a word, or longer ones begin with it, which are looked up by the pair and the character behind it.

use std::ops::Range;

use crate::text::glyph::Glyph;
use crate::text::ordinary::{char_at, width};

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

/// Bits of a hash that the filter tells apart.
const FILTER_BITS: u32 = 14;
/// Bits of a hash that choose the bucket.
const BUCKET_BITS: u32 = 10;
const BUCKETS: usize = 1 << BUCKET_BITS;
/// Where each bucket begins in a list; one more than there are buckets.
type Starts = [u16; BUCKETS + 1];

/// A list of words, ready to be found.
#[derive(Debug)]
pub(crate) struct Matcher<const PAIRS: usize, const LONGER: usize, const RESTS: usize> {
    /// A bit for each hash of [`Matcher::pairs`].
    filter: [u64; 1 << (FILTER_BITS - 6)],
    pair_starts: Starts,
    /// The pairs that words begin with, by the buckets of their hashes.
    pairs: [Pair; PAIRS],
    longer_starts: Starts,
    /// The words of three characters or more, by the buckets of their hashes.
    longer: [Longer; LONGER],
    /// What stands behind the third characters of these, each with a zero behind it.
    rests: [u16; RESTS],
}

/// Two characters that words begin with.
#[derive(Clone, Copy, Debug)]
struct Pair {
    chars: [u16; 2],
    /// The number of the word that they are; [`NONE`] when they are none.
    whole: u16,
    /// A bit for each [`third_bit`] of longer words.
    thirds: u16,
}

/// For a pair that is no word.
const NONE: u16 = u16::MAX;

/// A word of three characters or more.
#[derive(Clone, Copy, Debug)]
struct Longer {
    /// Index of its pair.
    pair: u16,
    third: u16,
    /// Its number in the list.
    number: u16,
    /// Where the other characters begin in [`Matcher::rests`].
    rest: u16,
}

/// Two units in one, the second one in the lower half.
#[inline]
const fn join(first: u16, second: u16) -> u32 {
    (first as u32) << 16 | second as u32
}

#[inline]
const fn hash(units: u32) -> u32 {
    units.wrapping_mul(0x9e37_79b1)
}

#[inline]
const fn bucket(hash: u32) -> usize {
    (hash >> (32 - BUCKET_BITS)) as usize
}

/// One of sixteen bits for a third character.
#[inline]
const fn third_bit(ch: u16) -> u16 {
    1 << (hash(ch as u32) >> 28)
}

/// The character at `at` of a word in UTF-8, and the offset behind it.
const fn decode(text: &[u8], at: usize) -> (u16, usize) {
    let code = char_at(text, at);
    assert!(code <= u16::MAX as u32, "a character of a word fits two bytes");
    (code as u16, at + width(text[at]))
}

/// The first two characters of a word, and the offset behind them; `None` for a word of one.
const fn pair_of(word: &str) -> Option<([u16; 2], usize)> {
    let (first, at) = decode(word.as_bytes(), 0);
    if at == word.len() {
        return None;
    }
    let (second, at) = decode(word.as_bytes(), at);
    Some(([first, second], at))
}

/// The pairs that `words` begin with, each once, among zeros.
const fn pairs_of(words: &[&str]) -> [u32; 4 * BUCKETS] {
    let mut known = [0; 4 * BUCKETS];
    let mut number = 0;
    while number < words.len() {
        if let Some(([first, second], _)) = pair_of(words[number]) {
            let pair = join(first, second);
            let mut slot = (hash(pair) >> (30 - BUCKET_BITS)) as usize;
            while known[slot] != 0 && known[slot] != pair {
                slot = (slot + 1) % known.len();
            }
            known[slot] = pair;
        }
        number += 1;
    }
    known
}

/// How much a matcher holds.
pub(crate) struct Sizes {
    pub pairs: usize,
    pub longer: usize,
    pub rests: usize,
}

impl Sizes {
    /// That for `words`.
    pub const fn of(words: &[&str]) -> Self {
        let mut sizes = Self { pairs: 0, longer: 0, rests: 0 };
        let known = pairs_of(words);
        let mut slot = 0;
        while slot < known.len() {
            sizes.pairs += (known[slot] != 0) as usize;
            slot += 1;
        }
        let mut number = 0;
        while number < words.len() {
            if let Some((_, mut at)) = pair_of(words[number]) {
                // A zero stands behind the others where the third one is left out.
                sizes.longer += (at < words[number].len()) as usize;
                while at < words[number].len() {
                    at = decode(words[number].as_bytes(), at).1;
                    sizes.rests += 1;
                }
            }
            number += 1;
        }
        sizes
    }
}

/// From how many there are in each bucket, one further on, to where each begins.
const fn add_up(starts: &mut Starts) {
    let mut at = 0;
    while at < BUCKETS {
        starts[at + 1] += starts[at];
        at += 1;
    }
}

impl<const PAIRS: usize, const LONGER: usize, const RESTS: usize> Matcher<PAIRS, LONGER, RESTS> {
    /// A matcher of `words`, of which those of one character are never found; its sizes are [`Sizes::of`] them.
    pub const fn of(words: &[&str]) -> Self {
        let mut all = Self {
            filter: [0; _],
            pair_starts: [0; _],
            pairs: [Pair { chars: [0; _], whole: NONE, thirds: 0 }; PAIRS],
            longer_starts: [0; _],
            longer: [Longer { pair: 0, third: 0, number: 0, rest: 0 }; LONGER],
            rests: [0; RESTS],
        };
        all.lay_out_pairs(words);
        let mut number = 0;
        while number < words.len() {
            if let Some((chars, at)) = pair_of(words[number]) {
                let pair = all.place_of(chars);
                if at == words[number].len() {
                    all.pairs[pair].whole = number as u16;
                } else {
                    let third = decode(words[number].as_bytes(), at).0;
                    all.pairs[pair].thirds |= third_bit(third);
                    all.longer_starts[bucket(hash(join(pair as u16, third))) + 1] += 1;
                }
            }
            number += 1;
        }
        add_up(&mut all.longer_starts);
        let mut ends = all.longer_starts;
        let (mut rest, mut number) = (0, 0);
        while number < words.len() {
            let text = words[number].as_bytes();
            if let Some((chars, at)) = pair_of(words[number])
                && at < text.len()
            {
                let (third, mut at) = decode(text, at);
                let pair = all.place_of(chars) as u16;
                let end = &mut ends[bucket(hash(join(pair, third)))];
                all.longer[*end as usize] = Longer { pair, third, number: number as u16, rest: rest as u16 };
                *end += 1;
                while at < text.len() {
                    (all.rests[rest], at) = decode(text, at);
                    rest += 1;
                }
                rest += 1;
            }
            number += 1;
        }
        all
    }

    /// Fills the pairs and what finds them.
    const fn lay_out_pairs(&mut self, words: &[&str]) {
        let known = pairs_of(words);
        let mut slot = 0;
        while slot < known.len() {
            if known[slot] != 0 {
                let bit = hash(known[slot]) >> (32 - FILTER_BITS);
                self.filter[bit as usize / 64] |= 1 << (bit % 64);
                self.pair_starts[bucket(hash(known[slot])) + 1] += 1;
            }
            slot += 1;
        }
        add_up(&mut self.pair_starts);
        let mut ends = self.pair_starts;
        let mut slot = 0;
        while slot < known.len() {
            if known[slot] != 0 {
                let end = &mut ends[bucket(hash(known[slot]))];
                self.pairs[*end as usize].chars = [(known[slot] >> 16) as u16, known[slot] as u16];
                *end += 1;
            }
            slot += 1;
        }
    }

    /// The index of a pair, which is among them.
    const fn place_of(&self, chars: [u16; 2]) -> usize {
        let mut at = self.pair_starts[bucket(hash(join(chars[0], chars[1])))] as usize;
        while self.pairs[at].chars[0] != chars[0] || self.pairs[at].chars[1] != chars[1] {
            at += 1;
        }
        at
    }

    /// Adds the words of one paragraph to `hits`, in the order in which they begin.
    pub fn find(&self, glyphs: &[Glyph], hits: &mut Vec<Hit>) {
        let mut rest = glyphs;
        while let [first, behind @ ..] = rest
            && let Some(second) = behind.first()
        {
            let hash = hash((first.ch as u32) << 16 | second.ch as u32);
            let bit = hash >> (32 - FILTER_BITS);
            if self.filter[bit as usize / 64] >> (bit % 64) & 1 == 1 {
                self.find_at(hash, rest, hits);
            }
            rest = behind;
        }
    }

    /// Adds the words with which `glyphs` begin: that of two characters first. Apart from the loop over all characters,
    /// which fits the registers alone.
    #[inline(never)]
    fn find_at(&self, hash_of_pair: u32, glyphs: &[Glyph], hits: &mut Vec<Hit>) {
        let [first, second, behind @ ..] = glyphs else { return };
        // No word has a character beyond those of two bytes.
        let (Ok(one), Ok(two)) = (u16::try_from(first.ch as u32), u16::try_from(second.ch as u32)) else { return };
        let pairs = bucket_of(&self.pair_starts, hash_of_pair);
        let Some(index) = self.pairs[pairs.clone()].iter().position(|pair| pair.chars == [one, two]) else { return };
        let index = pairs.start + index;
        let pair = &self.pairs[index];
        if pair.whole != NONE {
            hits.push(Hit { word: pair.whole, start: first.at, end: second.at + u32::from(second.len) });
        }
        let Some((third, behind)) = behind.split_first() else { return };
        let Ok(ch) = u16::try_from(third.ch as u32) else { return };
        if pair.thirds & third_bit(ch) == 0 {
            return;
        }
        let index = index as u16;
        for word in &self.longer[bucket_of(&self.longer_starts, hash(join(index, ch)))] {
            if word.pair == index
                && word.third == ch
                && let Some(last) = self.end_of(word, third, behind)
            {
                hits.push(Hit { word: word.number, start: first.at, end: last.at + u32::from(last.len) });
            }
        }
    }

    /// The last character of a word whose third one is `third`, if those `behind` are the rest of it.
    #[inline]
    fn end_of<'g>(&self, word: &Longer, third: &'g Glyph, behind: &'g [Glyph]) -> Option<&'g Glyph> {
        let (mut last, mut behind) = (third, behind.iter());
        for &ch in &self.rests[usize::from(word.rest)..] {
            if ch == 0 {
                return Some(last);
            }
            last = behind.next().filter(|glyph| glyph.ch as u32 == u32::from(ch))?;
        }
        None
    }
}

/// Where the bucket of a hash lies in its list.
#[inline]
fn bucket_of(starts: &Starts, hash: u32) -> Range<usize> {
    let bucket = bucket(hash);
    starts[bucket].into()..starts[bucket + 1].into()
}

#[cfg(test)]
mod tests {
    use super::{Hit, Matcher, Sizes};
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    const WORDS: &[&str] = &["执法", "行政执法", "执法案卷", "法制", "卷", "é案卷", "12345热线"];
    const SIZES: Sizes = Sizes::of(WORDS);
    static MATCHER: Matcher<{ SIZES.pairs }, { SIZES.longer }, { SIZES.rests }> = Matcher::of(WORDS);

    fn hits(source: &str, gaps: &[Span]) -> Vec<Hit> {
        let (mut glyphs, mut hits) = (Glyphs::default(), Vec::new());
        glyphs.fill(source, Span::new(0, source.len() as u32), gaps);
        MATCHER.find(glyphs.items(), &mut hits);
        hits
    }

    fn hit(word: u16, start: u32, end: u32) -> Hit {
        Hit { word, start, end }
    }

    #[test]
    fn finds_every_word_through_layout() {
        let hits = hits("行政\n执法 案卷", &[Span::new(6, 7)]);
        assert_eq!(hits, [hit(1, 0, 13), hit(0, 7, 13), hit(2, 7, 20)]);
    }

    #[test]
    fn finds_characters_of_any_width() {
        assert_eq!(hits("é案卷12345热线", &[]), [hit(5, 0, 8), hit(6, 8, 19)]);
        // The second one has a bit more than 案, which the first one lacks to be é.
        assert_eq!(hits("è\u{16848}卷执法\0执法", &[]), [hit(0, 9, 15), hit(0, 16, 22)]);
        assert_eq!(hits("\u{10000}é案卷é", &[]), [hit(5, 4, 12)]);
    }
}
