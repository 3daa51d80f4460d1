//! Finds the words of a list in a paragraph as it stands: every occurrence, overlapping ones too.
//!
//! One look at the paragraph ([`Sights`]) asks for every two characters that follow each other whether a word may begin
//! with them ([`WordFinder::may_begin`]). Where one may, a bit for the hash of three characters, or of the two alone, says
//! whether to compare the words of a bucket. Text is compared as it stands; it is read character by character only where
//! layout or a full-width form stands in it.

use super::letters::Letters;
use super::sights::{Kinds, Sights};
use crate::text::words::{head, width};

/// A word of a list where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Byte offset of its first character.
    pub start: u32,
    /// Index of the word in its list.
    pub word: u16,
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
    pub kinds: Kinds,
}

/// Bytes of two characters of three bytes each.
const TWO_LEN: usize = 6;

/// The hash of two characters as [`pair`] gives them.
#[inline(always)]
fn hash(pair: u64) -> u64 {
    pair.wrapping_mul(0x9e37_79b9_7f4a_7c15)
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
fn code(ch: char) -> u32 {
    let mut bytes = [0; 4];
    ch.encode_utf8(&mut bytes);
    u32::from_le_bytes(bytes)
}

/// Two characters in UTF-8, one behind the other, in the upper bytes.
pub(super) fn pair(first: char, second: char) -> u64 {
    let both = u64::from(code(first)) | u64::from(code(second)) << (8 * first.len_utf8());
    both << (64 - 8 * (first.len_utf8() + second.len_utf8()))
}

/// The hashes of the first two characters of a word, and of its head; one of fewer characters has none.
fn head_of(word: &str) -> Option<(u64, u64)> {
    let mut chars = word.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let two = hash(pair(first, second));
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

/// Where a word may begin.
#[derive(Clone, Copy)]
struct Place<'t> {
    /// The paragraph.
    letters: &'t Letters<'t>,
    at: usize,
    /// So many bytes are as they stand.
    clear: usize,
}

/// The first eight bytes.
#[inline(always)]
fn low(ahead: &[u8; 16]) -> u64 {
    u128::from_le_bytes(*ahead) as u64
}

impl WordFinder {
    /// A finder of `words`, each of two characters or more.
    pub fn new(words: &[&str]) -> Self {
        let none = || Filter([0; 1 << (FILTER_BITS - 6)]);
        let (starts, entries, text) = ([0; BUCKETS + 1], Vec::new(), String::new());
        let mut finder = Self { pairs: none(), heads: none(), starts, entries, text, kinds: Kinds::of(words) };
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

    /// Whether a word may begin with the two characters of a [`pair`].
    #[inline(always)]
    pub fn may_begin(&self, pair: u64) -> bool {
        self.pairs.has(hash(pair))
    }

    /// Appends the words of one paragraph, which `letters` begins with, to `hits`, in the order in which they begin.
    #[inline(never)]
    pub fn find(&self, letters: Letters<'_>, sights: &Sights, hits: &mut Vec<Hit>) {
        let (bytes, end) = (letters.source.as_bytes(), letters.end());
        let mut rough = sights.rough.iter().map(|at| *at as usize);
        // Up to where the text is as it stands.
        let mut limit = rough.next().unwrap_or(end);
        for &start in sights.starts() {
            let at = start as usize;
            while limit < at {
                limit = rough.next().unwrap_or(end);
            }
            let place = Place { letters: &letters, at, clear: limit - at };
            match bytes.get(at..).and_then(<[u8]>::first_chunk) {
                // Most words begin with two characters of three bytes, and stand before a third.
                Some(ahead) if place.clear > TWO_LEN && is_two(low(ahead)) => {
                    let third = (u128::from_le_bytes(*ahead) >> (8 * TWO_LEN)) as u32;
                    self.compare(place, low(ahead), TWO_LEN, Some(third), hits);
                }
                _ => self.look(place, limit < end, hits),
            }
        }
    }

    /// Appends the words at a place of any kind; `roughly` says whether layout or a full-width form follows what is clear.
    #[inline(never)]
    fn look(&self, place: Place<'_>, roughly: bool, hits: &mut Vec<Hit>) {
        let bytes = place.letters.source.as_bytes();
        let ahead = head(bytes, place.at);
        let first = width(ahead);
        let two = first + width(head(bytes, place.at + first));
        if place.clear <= two && roughly {
            return self.read(place.letters.from(place.at), hits);
        }
        let third = (place.clear > two).then(|| head(bytes, place.at + two) as u32);
        self.compare(place, ahead, two, third, hits);
    }

    /// Appends the words that begin with two characters of so many bytes, which `ahead` begins with, and those that go on
    /// with the character that `third` begins with.
    #[inline(always)]
    fn compare(&self, place: Place<'_>, ahead: u64, two: usize, third: Option<u32>, hits: &mut Vec<Hit>) {
        let start = place.at as u32;
        let shift = 64 - 8 * two;
        let pair = hash(ahead << shift);
        for entry in self.bucket(head_hash(pair, 0)) {
            if entry.head == ahead << shift >> shift {
                hits.push(Hit { start, word: entry.number });
            }
        }
        let Some(third) = third else { return };
        let third = third & OF_CHARACTER[(third >> 4) as usize & 0xf];
        for entry in self.bucket(head_hash(pair, third)) {
            if usize::from(entry.len) > two && self.stands(entry, ahead, place) {
                hits.push(Hit { start, word: entry.number });
            }
        }
    }

    /// The words that may have this head: mostly none.
    #[inline(always)]
    fn bucket(&self, head: u64) -> &[Entry] {
        if !self.heads.has(head) {
            return &[];
        }
        let bucket = bucket(head);
        &self.entries[usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1])]
    }

    /// Appends the words that `letters` begin with, read character by character.
    #[cold]
    fn read(&self, letters: Letters<'_>, hits: &mut Vec<Hit>) {
        let mut chars = letters.map(|letter| letter.ch);
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else {
            return;
        };
        let two = pair(first, second);
        let len = (first.len_utf8() + second.len_utf8()) as u32;
        for (third, longer) in [(0, false), (chars.next().map_or(0, code), true)] {
            for entry in self.bucket(head_hash(hash(two), third)) {
                if (u32::from(entry.len) > len) == longer && self.reads(entry, letters) {
                    hits.push(Hit { start: letters.at as u32, word: entry.number });
                }
            }
        }
    }

    /// Whether a word stands at a place that `ahead` is read from.
    #[inline(always)]
    fn stands(&self, entry: &Entry, ahead: u64, place: Place<'_>) -> bool {
        let len = usize::from(entry.len);
        if len > place.clear {
            return self.reads(entry, place.letters.from(place.at));
        }
        if len < HEAD {
            return (ahead ^ entry.head) << (8 * (HEAD - len)) == 0;
        }
        if ahead != entry.head {
            return false;
        }
        // Head and end tell all of a word of up to twice their length.
        let word = &self.text.as_bytes()[entry.text as usize..][..len];
        let text = &place.letters.source.as_bytes()[place.at..][..len];
        text.last_chunk::<HEAD>() == word.last_chunk() && (len <= 2 * HEAD || text == word)
    }

    /// Whether a word is what `letters` begin with.
    #[cold]
    #[inline(never)]
    fn reads(&self, entry: &Entry, mut letters: Letters<'_>) -> bool {
        let word = &self.text[entry.text as usize..entry.text as usize + usize::from(entry.len)];
        word.chars().all(|ch| letters.next().is_some_and(|letter| letter.ch == ch))
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, Sights, WordFinder};
    use crate::span::Span;

    /// The words found in `source`, each with the byte it begins at.
    fn found(source: &str, gaps: &[Span]) -> Vec<(&'static str, u32)> {
        const WORDS: &[&str] = &["执法", "行政执法", "执法案卷", "法制", "𠮷案卷", "卷𠮷", "村(居)", "25"];
        let letters = Letters::of(source, Span::new(0, source.len() as u32), gaps);
        let finder = WordFinder::new(WORDS);
        let mut sights = Sights::with_room(source.len());
        sights.look(letters, &finder);
        let mut hits = Vec::new();
        finder.find(letters, &sights, &mut hits);
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
