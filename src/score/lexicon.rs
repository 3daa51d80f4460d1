//! The words of a rubric: found all at once, asked for in sets.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::text::glyph::{Glyph, fold, is_blank};
use crate::topic::matcher::{Hit, Matcher};

/// Most words of a rubric, and most characters of them all.
const MOST_WORDS: usize = 8_000;
const MOST_CHARS: usize = 60_000;
/// Longest word, in characters.
const LONGEST: usize = 64;

/// A set of words, by its number among the sets of a rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordSet(usize);

impl WordSet {
    /// Whether a row of bits, one for each set, has this one's.
    #[inline]
    pub fn is_in(self, row: &[u64]) -> bool {
        row.get(self.0 / 64).is_some_and(|bits| bits >> (self.0 % 64) & 1 == 1)
    }
}

/// Gathers the words while a rubric is read.
#[derive(Debug, Default)]
pub(super) struct Words<'d> {
    numbers: HashMap<Cow<'d, str>, u16>,
    list: Vec<Cow<'d, str>>,
    chars: usize,
    /// The words of each set.
    sets: Vec<Vec<u16>>,
}

impl<'d> Words<'d> {
    /// The number of a word, or why it cannot be one.
    pub fn number(&mut self, word: &'d str) -> Result<u16, &'static str> {
        let folded: Cow<'_, str> = if word.chars().all(|ch| !is_blank(ch) && fold(ch) == ch) {
            word.into()
        } else {
            word.chars().filter(|ch| !is_blank(*ch)).map(fold).collect()
        };
        let length = folded.chars().count();
        if !(2..=LONGEST).contains(&length) {
            return Err("词应有 2 至 64 个字 (a word has 2 to 64 characters)");
        }
        if let Some(&number) = self.numbers.get(&folded) {
            return Ok(number);
        }
        self.chars += length;
        if self.list.len() >= MOST_WORDS || self.chars > MOST_CHARS {
            return Err("词太多 (too many words)");
        }
        let number = self.list.len() as u16;
        self.numbers.insert(folded.clone(), number);
        self.list.push(folded);
        Ok(number)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The set of these words.
    pub fn set(&mut self, words: Vec<u16>) -> WordSet {
        WordSet(self.sets.iter().position(|set| *set == words).unwrap_or_else(|| {
            self.sets.push(words);
            self.sets.len() - 1
        }))
    }

    /// Ready to be found.
    pub fn compile(self) -> Lexicon {
        let width = self.sets.len().div_ceil(64);
        let mut sets_of = vec![0; self.list.len() * width];
        for (set, words) in self.sets.iter().enumerate() {
            for &word in words {
                sets_of[usize::from(word) * width + set / 64] |= 1 << (set % 64);
            }
        }
        let words: Vec<&str> = self.list.iter().map(AsRef::as_ref).collect();
        Lexicon { matcher: Matcher::new(&words), sets_of, width }
    }
}

/// All words of a rubric.
#[derive(Debug)]
pub(super) struct Lexicon {
    matcher: Matcher,
    /// For each word a row of bits: the sets that it is in.
    sets_of: Vec<u64>,
    /// Length of a row.
    pub width: usize,
}

impl Lexicon {
    /// Appends the words of one paragraph to `hits`, in the order in which they begin.
    #[inline(never)]
    pub fn find(&self, glyphs: &[Glyph], hits: &mut Vec<Hit>) {
        self.matcher.find(glyphs, |hit| hits.push(hit));
    }

    /// The sets that a word is in, as bits.
    #[inline]
    pub fn sets_of(&self, word: u16) -> &[u64] {
        &self.sets_of[usize::from(word) * self.width..][..self.width]
    }
}
