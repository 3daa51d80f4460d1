//! Finds the words of a list in a paragraph's characters: every occurrence, overlapping ones too.
//!
//! Words are looked up by their first two characters, which are rare enough together that most places fail at the first
//! probe.

use crate::text::glyph::Glyph;

/// A word of a list where it stands in a paragraph: indices of its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Index of the word in its list.
    pub word: u16,
    /// Byte offset of its first character.
    pub start: u32,
    /// Byte offset behind its last character.
    pub end: u32,
}

const BUCKETS: usize = 4096;

/// A list of words, ready to be found.
#[derive(Debug)]
pub(crate) struct Matcher {
    /// Where each bucket begins in `entries`; one more than there are buckets.
    starts: Vec<u16>,
    /// The words in bucket order.
    entries: Vec<Entry>,
    /// The characters of all words behind their first two.
    tails: Vec<char>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    first: char,
    second: char,
    word: u16,
    tail: u16,
    tail_len: u8,
}

fn bucket(first: char, second: char) -> usize {
    let key = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca6b);
    (key.wrapping_mul(0xc2b2_ae35) >> 20) as usize % BUCKETS
}

impl Matcher {
    /// A matcher of `words`, each of two characters or more (shorter ones are never found).
    pub fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut entries = Vec::new();
        let mut tails = Vec::new();
        for (word, text) in words.enumerate() {
            let mut chars = text.chars();
            let (Some(first), Some(second)) = (chars.next(), chars.next()) else {
                continue;
            };
            let tail = tails.len() as u16;
            tails.extend(chars);
            entries.push(Entry {
                first,
                second,
                word: word as u16,
                tail,
                tail_len: (tails.len() - tail as usize) as u8,
            });
        }
        entries.sort_by_key(|entry| bucket(entry.first, entry.second));
        let mut starts = vec![0; BUCKETS + 1];
        for entry in &entries {
            starts[bucket(entry.first, entry.second) + 1] += 1;
        }
        for index in 0..BUCKETS {
            starts[index + 1] += starts[index];
        }
        Self { starts, entries, tails }
    }

    /// Appends the words of one paragraph to `hits`, in the order in which they begin.
    pub fn find(&self, glyphs: &[Glyph], hits: &mut Vec<Hit>) {
        for (index, pair) in glyphs.windows(2).enumerate() {
            let bucket = bucket(pair[0].ch, pair[1].ch);
            let (from, to) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
            for entry in &self.entries[from..to] {
                if entry.first != pair[0].ch || entry.second != pair[1].ch {
                    continue;
                }
                let tail = &self.tails[entry.tail as usize..entry.tail as usize + entry.tail_len as usize];
                let rest = &glyphs[index + 2..];
                if rest.len() >= tail.len() && tail.iter().zip(rest).all(|(ch, glyph)| *ch == glyph.ch) {
                    let last = glyphs[index + 1 + tail.len()];
                    hits.push(Hit { word: entry.word, start: pair[0].at, end: last.at + u32::from(last.len) });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hit, Matcher};
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    #[test]
    fn finds_every_word_through_layout() {
        let source = "行政\n执法 案卷";
        let mut glyphs = Glyphs::default();
        glyphs.fill(source, Span::new(0, source.len() as u32), &[Span::new(6, 7)]);
        let matcher = Matcher::new(["执法", "行政执法", "执法案卷", "法制"].into_iter());
        let mut hits = Vec::new();
        matcher.find(glyphs.items(), &mut hits);
        let hit = |word, start, end| Hit { word, start, end };
        assert_eq!(hits, [hit(1, 0, 13), hit(0, 7, 13), hit(2, 7, 20)]);
    }
}
