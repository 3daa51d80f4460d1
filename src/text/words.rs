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
}

/// Longest prefix, in bytes, that the filter reads.
const HEAD: usize = 6;

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
        let mut filter = [0; 8];
        let mut ends = 0;
        let mut at = 0;
        while at < list.len() {
            let bytes = list[at].as_bytes();
            ends |= 1 << (bytes[bytes.len() - 1] % 64);
            let mut value = 0;
            let mut byte = 0;
            while byte < head {
                value |= (bytes[byte] as u64) << (8 * byte);
                byte += 1;
            }
            let bit = bit(value);
            filter[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Self { list, mask, filter, ends }
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
        let mut at = 0;
        while at < bytes.len() {
            let head = head(bytes, at);
            if self.may_start(head)
                && let Some(word) = self.at(&bytes[at..])
            {
                return Some((at, word));
            }
            at += width(head);
        }
        None
    }

    /// The first word of the list that `text` begins with.
    pub fn start_of(&self, text: &str) -> Option<&'static str> {
        let bytes = text.as_bytes();
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

    fn may_start(&self, head: u64) -> bool {
        let bit = bit(head & self.mask);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    fn at(&self, bytes: &[u8]) -> Option<&'static str> {
        let third = bytes.get(2);
        self.list.iter().copied().find(|word| {
            let word = word.as_bytes();
            (word.len() < 3 || word.get(2) == third) && bytes.starts_with(word)
        })
    }
}

/// The eight bytes from `at` on, zeros behind the end.
#[inline(always)]
fn head(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => short_head(bytes, at),
    }
}

/// The bytes from `at` on where fewer than eight are left.
fn short_head(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*eight) >> (8 * (at + 8 - bytes.len()));
    }
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

/// The filter's bit for a masked head.
const fn bit(head: u64) -> usize {
    (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize
}

/// Length of the character that `head` begins with: a hexadecimal digit for each value of its first four bits.
fn width(head: u64) -> usize {
    const WIDTHS: u64 = 0x4322_1111_1111_1111;
    (WIDTHS >> (head >> 2 & 0x3c) & 7) as usize
}

/// Several lists asked for in one pass: the answer has a bit for each list of which a word stands in the text.
#[derive(Debug)]
pub(crate) struct Cues {
    /// Words in order of their buckets, each with the bits of its lists.
    entries: Vec<(&'static str, u64)>,
    /// Where each bucket begins in `entries`; one more than there are buckets.
    starts: Vec<u16>,
    mask: u64,
}

const BUCKETS: usize = 512;

impl Cues {
    /// At most 64 lists; bit `n` of an answer is the list `n`.
    pub fn new(lists: &[&'static [&'static str]]) -> Self {
        let words = || lists.iter().flat_map(|list| list.iter());
        let len = words().map(|word| word.len()).min().unwrap_or(HEAD).min(HEAD);
        let mask = (1 << (8 * len)) - 1;
        let bucket = |word: &str| bit(head(word.as_bytes(), 0) & mask);
        let mut entries: Vec<(&'static str, u64)> = Vec::with_capacity(words().count());
        for (bit, list) in lists.iter().enumerate() {
            entries.extend(list.iter().map(|word| (*word, 1 << bit)));
        }
        entries.sort_unstable_by_key(|(word, _)| (bucket(word), *word));
        entries.dedup_by(|(word, bits), (known, known_bits)| {
            let same = word == known;
            *known_bits |= if same { *bits } else { 0 };
            same
        });
        let mut starts = vec![0; BUCKETS + 1];
        for (word, _) in &entries {
            starts[bucket(word) + 1] += 1;
        }
        for at in 0..BUCKETS {
            starts[at + 1] += starts[at];
        }
        Self { entries, starts, mask }
    }

    /// The lists of which a word stands in `text`, as bits.
    pub fn in_text(&self, text: &str) -> u64 {
        let mut found = 0;
        self.each(text, |_, _, bits| found |= bits);
        found
    }

    /// Calls `found` with the place, the word and the bits of its lists for every word in `text`, overlapping ones too,
    /// in the order in which they begin, of several at one place the shorter first.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, &'static str, u64)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let head = head(bytes, at);
            let bucket = bit(head & self.mask);
            let (from, to) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
            for (word, bits) in &self.entries[from..to] {
                if bytes[at..].starts_with(word.as_bytes()) {
                    found(at, word, *bits);
                }
            }
            at += width(head);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cues, Words};

    const PLAIN: &[&str] = &["同比", "较上年", "与上年相比", "下降"];
    const SHORT: &[&str] = &["每", "GDP", "同比增长"];

    #[test]
    fn finds_what_single_searches_find() {
        static LISTS: [Words; 2] = [Words::new(PLAIN), Words::new(SHORT)];
        let texts = ["", "每", "人均GDP同比增长3%", "较上", "与上年相比，较上年下降", "同", "比同比", "a同比", "𠮷每"];
        for words in &LISTS {
            for text in texts {
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
        let cues = Cues::new(&[PLAIN, SHORT, &["下降", "上年"]]);
        assert_eq!(cues.in_text("较上年下降"), 0b101);
        assert_eq!(cues.in_text("每月GDP"), 0b010);
        assert_eq!(cues.in_text(""), 0);
        let mut places = Vec::new();
        cues.each("与上年相比下降", |at, word, bits| places.push((at, word, bits)));
        assert_eq!(places, [(0, "与上年相比", 1), (3, "上年", 4), (15, "下降", 5)]);
    }
}
