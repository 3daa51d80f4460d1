//! Lists of words that are looked for together: one pass over the text asks for all of them.
//!
//! A place is looked at closely only if its first characters pass a filter of 512 bits that every word of the list has
//! set at compile time; most places of running text fail there, after one load, one multiplication and one test.

/// A list of words. Each is at least one byte long.
#[derive(Debug)]
pub(crate) struct Words {
    list: &'static [&'static str],
    /// Which leading bytes of a place are compared: six (two characters) if every word has them.
    mask: u64,
    filter: [u64; 8],
    /// The last bytes of the words, six bits of each: Chinese characters differ in these.
    ends: u64,
    /// How far behind its beginning a word surely has a character of three bytes yet, with all before it as wide.
    reach: usize,
    /// The filter for each of these characters, of half as many bits.
    parts: [u64; 4],
}

/// Longest prefix, in bytes, that the filter reads.
const HEAD: usize = 6;
/// Most characters of a word that a leap relies on: with more, more characters stop it.
const LEAP: usize = 3;

impl Words {
    pub const fn new(list: &'static [&'static str]) -> Self {
        let mut head = HEAD;
        let mut at = 0;
        while at < list.len() {
            if list[at].len() < head {
                head = list[at].len();
            }
            at += 1;
        }
        assert!(head > 0, "an empty word is everywhere");
        let mask = (1 << (8 * head)) - 1;
        let mut common = LEAP;
        let mut at = 0;
        while at < list.len() {
            common = wide_characters(list[at].as_bytes(), common);
            at += 1;
        }
        let mut filter = [0; 8];
        let mut parts = [0; 4];
        let mut ends = 0;
        let mut at = 0;
        while at < list.len() {
            let bytes = list[at].as_bytes();
            ends |= 1 << (bytes[bytes.len() - 1] % 64);
            let whole = bit(prefix(bytes, head));
            filter[whole / 64] |= 1 << (whole % 64);
            let mut part = 0;
            while part < common {
                let one = bit(prefix(bytes.split_at(3 * part).1, 3)) / 2;
                parts[one / 64] |= 1 << (one % 64);
                part += 1;
            }
            at += 1;
        }
        Self { list, mask, filter, ends, reach: 3 * common.saturating_sub(1), parts }
    }

    /// The words.
    pub const fn list(&self) -> &'static [&'static str] {
        self.list
    }

    /// Whether one of the words stands in `text`.
    pub fn are_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The first place in `text` where one of the words stands, and the word; of several at one place, the first of
    /// the list.
    pub fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        let bytes = text.as_bytes();
        let mut at = self.leap(bytes, 0);
        while at < bytes.len() {
            let head = head(bytes, at);
            if self.may_start(head)
                && let Some(word) = self.at(&bytes[at..])
            {
                return Some((at, word));
            }
            at = self.leap(bytes, at + width(head));
        }
        None
    }

    /// The first place from `at` on that the character [`Words::reach`] behind it leaves open: where that is none of the
    /// first characters of any word, no word begins up to there.
    #[inline]
    fn leap(&self, bytes: &[u8], mut at: usize) -> usize {
        if self.reach == 0 {
            return at;
        }
        while let Some(&[first, second, third]) = bytes.get(at + self.reach..at + self.reach + 3) {
            let width = match first {
                // Most characters are of three bytes.
                0xe0..=0xef => {
                    let character = u64::from(first) | u64::from(second) << 8 | u64::from(third) << 16;
                    if holds(&self.parts, bit(character) / 2) {
                        return at;
                    }
                    3
                }
                0x80..=0xbf => return at, // in the middle of a character
                _ => width(first.into()),
            };
            at += self.reach + width;
        }
        bytes.len()
    }

    /// The first word of the list that `text` begins with.
    pub fn start_of(&self, text: &str) -> Option<&'static str> {
        self.start_of_bytes(text.as_bytes())
    }

    /// The same of bytes.
    pub fn start_of_bytes(&self, bytes: &[u8]) -> Option<&'static str> {
        if self.may_start(head(bytes, 0)) { self.at(bytes) } else { None }
    }

    /// The first word of the list that `text` ends with.
    pub fn end_of(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
        let last = *bytes.last()?;
        if self.ends >> (last % 64) & 1 == 0 {
            return None;
        }
        self.list.iter().copied().find(|word| word.as_bytes().last() == Some(&last) && bytes.ends_with(word.as_bytes()))
    }

    #[inline]
    fn may_start(&self, head: u64) -> bool {
        holds(&self.filter, bit(head & self.mask))
    }

    fn at(&self, bytes: &[u8]) -> Option<&'static str> {
        let third = bytes.get(2);
        self.list.iter().copied().find(|word| {
            let word = word.as_bytes();
            (word.len() < 3 || word.get(2) == third) && bytes.starts_with(word)
        })
    }
}

/// How many characters of three bytes `bytes` begin with, at most `most`.
const fn wide_characters(bytes: &[u8], most: usize) -> usize {
    let mut count = 0;
    while count < most && 3 * count < bytes.len() && bytes[3 * count] >= 0xe0 && bytes[3 * count] < 0xf0 {
        count += 1;
    }
    count
}

/// The first `len` bytes, as [`head`] and a mask give them.
const fn prefix(bytes: &[u8], len: usize) -> u64 {
    let (mut value, mut at) = (0, 0);
    while at < len {
        value |= (bytes[at] as u64) << (8 * at);
        at += 1;
    }
    value
}

/// The eight bytes from `at` on, zeros behind the end.
#[inline(always)]
pub(crate) fn head(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => short_head(bytes, at),
    }
}

/// The bytes from `at` on where fewer than eight are left.
#[inline]
fn short_head(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*eight) >> (8 * (at + 8 - bytes.len()));
    }
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

/// Whether a filter has the bit `bit`.
#[inline]
fn holds<const N: usize>(filter: &[u64; N], bit: usize) -> bool {
    filter[bit / 64] >> (bit % 64) & 1 == 1
}

/// The filter's bit for a masked head.
#[inline]
const fn bit(head: u64) -> usize {
    (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize
}

/// Length of the character that `head` begins with: a hexadecimal digit for each value of its first four bits.
#[inline]
pub(crate) fn width(head: u64) -> usize {
    const WIDTHS: u64 = 0x4322_1111_1111_1111;
    (WIDTHS >> (head >> 2 & 0x3c) & 7) as usize
}

/// Several lists asked for in one pass: the answer has a bit for each list of which a word stands in the text.
#[derive(Debug)]
pub(crate) struct Cues<E = Vec<Entry>> {
    /// Words in order of their buckets.
    entries: E,
    /// Where each bucket begins in `entries`; one more than there are buckets.
    starts: [u16; BUCKETS + 1],
    mask: u64,
}

/// A word with the bits of its lists.
type Entry = (&'static str, u64);

const BUCKETS: usize = 512;

/// How many words the lists have.
pub(crate) const fn words_of(lists: &[&[&str]]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < lists.len() {
        sum += lists[at].len();
        at += 1;
    }
    sum
}

impl<const N: usize> Cues<[Entry; N]> {
    /// At most 64 lists; bit `n` of an answer is the list `n`; `N` is [`words_of`] them.
    pub const fn of(lists: &[&'static [&'static str]]) -> Self {
        let mut entries = [("", 0); N];
        let (starts, mask) = lay_out(lists, &mut entries);
        Self { entries, starts, mask }
    }
}

impl Cues {
    /// The same of lists that are put together only now.
    pub fn new(lists: &[&'static [&'static str]]) -> Self {
        let mut entries = vec![("", 0); words_of(lists)];
        let (starts, mask) = lay_out(lists, &mut entries);
        Self { entries, starts, mask }
    }
}

/// Fills the entries bucket by bucket; returns where the buckets begin, and the mask for heads.
const fn lay_out(lists: &[&'static [&'static str]], entries: &mut [Entry]) -> ([u16; BUCKETS + 1], u64) {
    let mut len = HEAD;
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            if lists[list][at].len() < len {
                len = lists[list][at].len();
            }
            at += 1;
        }
        list += 1;
    }
    let mut starts = [0; BUCKETS + 1];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            starts[bit(prefix(lists[list][at].as_bytes(), len)) + 1] += 1;
            at += 1;
        }
        list += 1;
    }
    let mut bucket = 0;
    while bucket < BUCKETS {
        starts[bucket + 1] += starts[bucket];
        bucket += 1;
    }
    let mut ends = starts;
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            let end = &mut ends[bit(prefix(lists[list][at].as_bytes(), len))];
            entries[*end as usize] = (lists[list][at], 1 << list);
            *end += 1;
            at += 1;
        }
        list += 1;
    }
    // Words of several lists become one entry.
    let (mut from, mut to, mut bucket) = (0, 0, 0);
    while bucket < BUCKETS {
        let first = to;
        while from < starts[bucket + 1] as usize {
            let (word, bits) = entries[from];
            let mut known = first;
            while known < to && !same(entries[known].0, word) {
                known += 1;
            }
            if known == to {
                entries[to] = (word, 0);
                to += 1;
            }
            entries[known].1 |= bits;
            from += 1;
        }
        starts[bucket + 1] = to as u16;
        bucket += 1;
    }
    (starts, (1 << (8 * len)) - 1)
}

/// Whether two words are the same, at compile time too.
pub(crate) const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

impl<E: AsRef<[Entry]>> Cues<E> {
    /// The lists of which a word stands in `text`, as bits.
    pub fn in_text(&self, text: &str) -> u64 {
        let mut found = 0;
        self.each(text, |_, _, bits| found |= bits);
        found
    }

    /// Calls `found` with the place, the word and the bits of its lists for every word in `text`, overlapping ones too,
    /// in the order in which they begin.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, &'static str, u64)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let head = head(bytes, at);
            self.each_at(bytes, at, head, |word, bits| found(at, word, bits));
            at += width(head);
        }
    }

    /// The same for the words that begin at the byte `at`, where `head` stands.
    #[inline(always)]
    pub fn each_at(&self, bytes: &[u8], at: usize, head: u64, mut found: impl FnMut(&'static str, u64)) {
        let bucket = bit(head & self.mask);
        let (from, to) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        // Most words of a bucket differ from the text in the last byte of their second character.
        let sixth = (head >> 40) as u8;
        for (word, bits) in &self.entries.as_ref()[from..to] {
            let may_be = word.as_bytes().get(HEAD - 1).is_none_or(|byte| *byte == sixth);
            if may_be && bytes[at..].starts_with(word.as_bytes()) {
                found(word, *bits);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cues, Entry, Words, words_of};

    const PLAIN: &[&str] = &["同比", "较上年", "与上年相比", "下降"];
    const SHORT: &[&str] = &["每", "GDP", "同比增长"];

    #[test]
    fn finds_what_single_searches_find() {
        static LISTS: [Words; 2] = [Words::new(PLAIN), Words::new(SHORT)];
        let texts = ["", "每", "人均GDP同比增长3%", "较上", "与上年相比，较上年下降", "同", "比同比", "a同比", "𠮷每"];
        let mixed = "法é同比 法ab下降 𠮷法下降 同上年比下降 法法法法法法下降 法法法法法法法下降".split(' ');
        let texts: Vec<&str> = texts.into_iter().chain(mixed).collect();
        for words in &LISTS {
            for &text in &texts {
                let first = words.list().iter().filter_map(|word| text.find(word)).min();
                assert_eq!(words.find(text).map(|(at, _)| at), first, "{text}");
                assert_eq!(words.are_in(text), first.is_some(), "{text}");
                assert_eq!(words.start_of(text), words.list().iter().copied().find(|word| text.starts_with(word)));
                assert_eq!(words.end_of(text), words.list().iter().copied().find(|word| text.ends_with(word)));
            }
        }
    }

    #[test]
    fn cues_tell_every_list() {
        const LISTS: &[&[&str]] = &[PLAIN, SHORT, &["下降", "上年"]];
        static FIXED: Cues<[Entry; words_of(LISTS)]> = Cues::of(LISTS);
        let cues = Cues::new(LISTS);
        assert_eq!(FIXED.in_text("较上年下降"), 0b101);
        assert_eq!(cues.in_text("较上年下降"), 0b101);
        assert_eq!(cues.in_text("每月GDP"), 0b010);
        assert_eq!(cues.in_text(""), 0);
        let mut places = Vec::new();
        cues.each("与上年相比下降", |at, word, bits| places.push((at, word, bits)));
        assert_eq!(places, [(0, "与上年相比", 1), (3, "上年", 4), (15, "下降", 5)]);
    }
}
