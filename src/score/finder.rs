//! Finds the words of a list in a paragraph as it stands: every occurrence, overlapping ones too.
//!
//! Whoever reads the paragraph asks for every two characters that follow each other whether a word may begin with them
//! ([`WordFinder::may_begin`]) and keeps the places where one may ([`Sights`]). There a bit for the hash of three characters,
//! or of the two alone, says whether to compare the words of a bucket. Text is compared as it stands; it is read
//! character by character only where layout or a full-width form stands in it.

use super::letters::Letters;

/// A word of a list where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Byte offset of its first character.
    pub start: u32,
    /// Index of the word in its list.
    pub word: u16,
}

/// Where words of a paragraph may begin, and where it cannot be compared as it stands.
#[derive(Debug, Default)]
pub(super) struct Sights {
    /// The places, then room for more.
    starts: Vec<u32>,
    /// How many places there are.
    pub len: usize,
    /// Where layout or full-width forms begin, in order.
    pub rough: Vec<u32>,
}

/// Where the next places go; the loop that keeps them has their number at hand.
pub(super) struct Room<'s> {
    starts: &'s mut [u32],
    pub len: usize,
}

impl Sights {
    /// Forgets everything; makes room for a paragraph of so many bytes.
    pub fn clear(&mut self, bytes: usize) {
        self.len = 0;
        self.rough.clear();
        if self.starts.len() < bytes {
            self.starts.resize(bytes, 0);
        }
    }

    #[inline(always)]
    pub fn room(&mut self) -> Room<'_> {
        Room { len: self.len, starts: &mut self.starts }
    }

    /// Keeps a place if a word may begin there.
    #[inline(always)]
    pub fn keep(&mut self, start: usize, may_begin: bool) {
        let mut room = self.room();
        room.keep(start, may_begin);
        self.len = room.len;
    }
}

impl Room<'_> {
    /// Keeps a place if a word may begin there: without a branch, as nothing tells beforehand.
    #[inline(always)]
    pub fn keep(&mut self, start: usize, may_begin: bool) {
        if let Some(slot) = self.starts.get_mut(self.len) {
            *slot = start as u32;
            self.len += usize::from(may_begin);
        }
    }
}

/// Bits of a hash that the filters tell apart.
const FILTER_BITS: u32 = 15;
/// Bits of a hash that choose the bucket.
const BUCKET_BITS: u32 = 11;
const BUCKETS: usize = 1 << BUCKET_BITS;

/// A bit for each hash.
#[derive(Debug)]
struct Filter([u64; 1 << (FILTER_BITS - 6)]);

impl Filter {
    #[inline(always)]
    fn has(&self, hash: u64) -> bool {
        let bit = hash >> (64 - FILTER_BITS);
        self.0[bit as usize / 64] >> (bit % 64) & 1 == 1
    }

    fn set(&mut self, hash: u64) {
        let bit = hash >> (64 - FILTER_BITS);
        self.0[bit as usize / 64] |= 1 << (bit % 64);
    }
}

/// A word in its bucket.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// Its first eight bytes, or all of fewer.
    head: u64,
    /// Where its text begins in that of all words.
    text: u32,
    number: u16,
    /// Its length in bytes.
    len: u16,
}

/// Bytes of `Entry::head`.
const HEAD: usize = 8;

/// A list of words, ready to be found.
#[derive(Debug)]
pub(super) struct WordFinder {
    /// Hashes of the pairs that words begin with.
    pairs: Filter,
    /// Hashes of the whole words of two characters, and of the first three characters of the others.
    heads: Filter,
    /// Where each bucket of words with the same head begins; one more than there are buckets.
    starts: [u16; BUCKETS + 1],
    entries: Vec<Entry>,
    /// The words one after the other.
    text: String,
}

/// Two characters of three bytes each, as they stand.
const TWO: u64 = (1 << 48) - 1;
/// Their bytes.
const TWO_LEN: usize = 6;
/// Bytes behind which a third such character ends, less one.
const THREE: usize = 8;

/// The hash of two characters, one behind the other in UTF-8; those of three bytes and shorter ones count whole.
#[inline(always)]
fn hash(pair: u64) -> u64 {
    (pair << 16).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The hash of a pair, of which the hash is given, and the character behind it, 0 for the pair alone.
#[inline(always)]
fn head_hash(pair: u64, third: u32) -> u64 {
    (pair ^ u64::from(third).wrapping_mul(0xc2b2_ae3d_27d4_eb4f)).wrapping_mul(0x1656_67b1_9e37_79f9)
}

#[inline(always)]
fn bucket(head: u64) -> usize {
    (head >> (64 - BUCKET_BITS)) as usize
}

/// A character in UTF-8.
#[inline(always)]
pub(super) fn code(ch: char) -> u32 {
    let mut bytes = [0; 4];
    ch.encode_utf8(&mut bytes);
    u32::from_le_bytes(bytes)
}

/// Two characters in UTF-8, one behind the other; the first takes so many bytes.
#[inline(always)]
pub(super) fn pair(first: u32, bytes: usize, second: u32) -> u64 {
    u64::from(first) | u64::from(second) << (8 * bytes)
}

/// The hashes of the first two characters of a word, and of its head; one of fewer characters has none.
fn head_of(word: &str) -> Option<(u64, u64)> {
    let mut chars = word.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let two = hash(pair(code(first), first.len_utf8(), code(second)));
    Some((two, head_hash(two, chars.next().map_or(0, code))))
}

/// Which bytes are the first character's, by the upper half of the first byte.
const OF_CHARACTER: [u32; 16] = {
    let mut masks = [0xff; 16];
    (masks[0xc], masks[0xd], masks[0xe], masks[0xf]) = (0xffff, 0xffff, 0xff_ffff, u32::MAX);
    masks
};

/// Whether both characters take three bytes.
#[inline(always)]
fn is_two(ahead: u64) -> bool {
    ahead & 0xf000_00f0 == 0xe000_00e0
}

impl WordFinder {
    /// A finder of `words`, each of two characters or more.
    pub fn new(words: &[&str]) -> Self {
        let none = || Filter([0; 1 << (FILTER_BITS - 6)]);
        let mut finder =
            Self { pairs: none(), heads: none(), starts: [0; BUCKETS + 1], entries: Vec::new(), text: String::new() };
        // What a paragraph's text never has is not looked for: a gap would hide it.
        let known = || words.iter().enumerate().filter(|(_, word)| !word.contains('\n'));
        for (_, word) in known() {
            let Some((two, head)) = head_of(word) else { continue };
            finder.pairs.set(two);
            finder.heads.set(head);
            finder.starts[bucket(head) + 1] += 1;
        }
        for bucket in 0..BUCKETS {
            finder.starts[bucket + 1] += finder.starts[bucket];
        }
        finder.entries.resize(usize::from(finder.starts[BUCKETS]), Entry::default());
        let mut ends = finder.starts;
        for (number, word) in known() {
            let Some((_, head)) = head_of(word) else { continue };
            let mut bytes = [0; HEAD];
            let short = word.len().min(HEAD);
            bytes[..short].copy_from_slice(&word.as_bytes()[..short]);
            let end = &mut ends[bucket(head)];
            finder.entries[usize::from(*end)] = Entry {
                head: u64::from_le_bytes(bytes),
                text: finder.text.len() as u32,
                number: number as u16,
                len: word.len() as u16,
            };
            *end += 1;
            finder.text.push_str(word);
        }
        finder
    }

    /// Whether a word may begin with two characters, one behind the other in UTF-8.
    #[inline(always)]
    pub fn may_begin(&self, pair: u64) -> bool {
        self.pairs.has(hash(pair))
    }

    /// The same for what stands in the text, if two characters of three bytes are the first in it.
    #[inline(always)]
    pub fn may_begin_two(&self, ahead: u64) -> bool {
        self.may_begin(ahead & TWO)
    }

    /// Appends the words of one paragraph, which `letters` begins with, to `hits`, in the order in which they begin.
    #[inline(never)]
    pub fn find(&self, letters: Letters<'_>, sights: &Sights, hits: &mut Vec<Hit>) {
        let bytes = letters.source.as_bytes();
        let mut rough = sights.rough.as_slice();
        for &start in &sights.starts[..sights.len] {
            while let [first, rest @ ..] = rough
                && *first < start
            {
                rough = rest;
            }
            let at = start as usize;
            let clear = rough.first().map_or(letters.end(), |first| *first as usize) - at;
            let Some(ahead) = bytes[at..].first_chunk().map(|ahead| u128::from_le_bytes(*ahead)) else {
                self.read(letters.from(at), hits);
                continue;
            };
            if clear <= THREE || !is_two(ahead as u64) {
                self.read(letters.from(at), hits);
                continue;
            }
            let pair = hash(ahead as u64 & TWO);
            let third = (ahead >> 48) as u32;
            let third = third & OF_CHARACTER[(third >> 4) as usize & 0xf];
            let stands = |entry: &Entry| self.stands(entry, ahead as u64, clear, letters, at);
            self.compare(head_hash(pair, 0), |entry| {
                if usize::from(entry.len) <= TWO_LEN && stands(entry) {
                    hits.push(Hit { start, word: entry.number });
                }
            });
            self.compare(head_hash(pair, third), |entry| {
                if usize::from(entry.len) > TWO_LEN && stands(entry) {
                    hits.push(Hit { start, word: entry.number });
                }
            });
        }
    }

    /// Calls `each` with the words of a bucket, if there may be words with this head.
    #[inline(always)]
    fn compare(&self, head: u64, each: impl FnMut(&Entry)) {
        if self.heads.has(head) {
            let bucket = bucket(head);
            let entries = usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1]);
            self.entries[entries].iter().for_each(each);
        }
    }

    /// Appends the words that `letters` begin with, read character by character.
    #[cold]
    fn read(&self, letters: Letters<'_>, hits: &mut Vec<Hit>) {
        let mut chars = letters.map(|letter| letter.ch);
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else {
            return;
        };
        let two = pair(code(first), first.len_utf8(), code(second));
        let len = 8 - two.leading_zeros() / 8;
        for (third, longer) in [(0, false), (chars.next().map_or(0, code), true)] {
            self.compare(head_hash(hash(two), third), |entry| {
                if (u32::from(entry.len) > len) == longer && self.reads(entry, letters) {
                    hits.push(Hit { start: letters.at as u32, word: entry.number });
                }
            });
        }
    }

    /// Whether a word stands at `start`, where `ahead` is read and `clear` bytes are as they stand.
    #[inline(always)]
    fn stands(&self, entry: &Entry, ahead: u64, clear: usize, letters: Letters<'_>, start: usize) -> bool {
        let len = usize::from(entry.len);
        if len > clear {
            return self.reads(entry, letters.from(start));
        }
        if len < HEAD {
            return (ahead ^ entry.head) << (8 * (HEAD - len)) == 0;
        }
        // Head and end tell all of a word of up to twice their length.
        let word = &self.text.as_bytes()[entry.text as usize..][..len];
        let text = &letters.source.as_bytes()[start..][..len];
        ahead == entry.head && text.last_chunk::<HEAD>() == word.last_chunk() && (len <= 2 * HEAD || text == word)
    }

    /// Whether a word is what `letters` begin with.
    #[cold]
    fn reads(&self, entry: &Entry, mut letters: Letters<'_>) -> bool {
        let word = &self.text[entry.text as usize..entry.text as usize + usize::from(entry.len)];
        word.chars().all(|ch| letters.next().is_some_and(|letter| letter.ch == ch))
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, Sights, WordFinder};
    use crate::span::Span;

    /// The words found in `source`, each with the byte it begins at, when every place is looked at.
    fn found(source: &str, gaps: &[Span]) -> Vec<(&'static str, u32)> {
        const WORDS: &[&str] = &["执法", "行政执法", "执法案卷", "法制", "𠮷案卷", "卷𠮷", "村(居)", "25"];
        let letters = Letters::of(source, Span::new(0, source.len() as u32), gaps);
        let mut sights = Sights::default();
        sights.clear(source.len());
        let mut end = 0;
        for letter in letters {
            if letter.at != end {
                sights.rough.push(end as u32);
            }
            if letter.folded {
                sights.rough.push(letter.at as u32);
            }
            sights.keep(letter.at, true);
            end = letter.end;
        }
        let mut hits = Vec::new();
        WordFinder::new(WORDS).find(letters, &sights, &mut hits);
        hits.iter().map(|hit| (WORDS[usize::from(hit.word)], hit.start)).collect()
    }

    #[test]
    fn finds_every_word_as_it_stands_and_through_layout() {
        let filled = "行政执法案卷，其他的字";
        assert_eq!(found(filled, &[]), [("行政执法", 0), ("执法", 6), ("执法案卷", 6)]);
        let broken = "行政\n执法 案卷，其他的字";
        assert_eq!(found(broken, &[Span::new(6, 7)]), [("行政执法", 0), ("执法", 7), ("执法案卷", 7)]);
        assert_eq!(found("村（居）２5", &[]), [("村(居)", 0), ("25", 12)]);
        assert_eq!(found("法制", &[]), [("法制", 0)]);
    }

    #[test]
    fn finds_characters_of_any_plane() {
        assert_eq!(found("𠮷案卷𠮷，其他的字，其他的字", &[]), [("𠮷案卷", 0), ("卷𠮷", 7)]);
    }
}
