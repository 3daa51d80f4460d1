//! The words of a rubric: found all at once, asked for in sets.

use std::collections::HashMap;

use crate::text::glyph::{Glyph, fold, is_blank};
use crate::topic::matcher::{Hit, Matcher};

/// Most words of a rubric, and most characters of them all.
const MOST_WORDS: usize = 8_000;
const MOST_CHARS: usize = 60_000;
/// Longest word, in characters.
const LONGEST: usize = 64;

/// A set of words, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WordSet(Vec<u64>);

impl WordSet {
    /// Takes in a word.
    pub fn insert(&mut self, word: u16) {
        let at = usize::from(word / 64);
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (word % 64);
    }

    /// Whether the word is in the set.
    pub fn contains(&self, word: u16) -> bool {
        self.0.get(usize::from(word / 64)).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }
}

/// Gathers the words while a rubric is read.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<String, u16>,
    list: Vec<String>,
    chars: usize,
}

impl Words {
    /// The number of a word, or why it cannot be one.
    pub fn number(&mut self, word: &str) -> Result<u16, &'static str> {
        let folded: String = word.chars().filter(|ch| !is_blank(*ch)).map(fold).collect();
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

    /// Ready to be found.
    pub fn compile(self) -> Lexicon {
        Lexicon(Matcher::new(&self.list.iter().map(String::as_str).collect::<Vec<_>>()))
    }
}

/// All words of a rubric.
#[derive(Debug)]
pub(super) struct Lexicon(Matcher);

impl Lexicon {
    /// Appends the words of one paragraph to `hits`, in the order in which they begin.
    pub fn find(&self, glyphs: &[Glyph], hits: &mut Vec<Hit>) {
        self.0.find(glyphs, |hit| hits.push(hit));
    }
}
