//! The words of a rubric: found all at once, asked for in sets.

use std::borrow::Cow;
use std::collections::HashMap;

use super::finder::WordFinder;
use crate::text::glyph::{fold, is_blank};

/// Most words of a rubric, and most characters of them all.
const MOST_WORDS: usize = 8_000;
const MOST_CHARS: usize = 60_000;
/// Longest word, in characters.
const LONGEST: usize = 64;

/// A set of words, by its number among the sets of a rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordSet(pub u32);

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
    /// No words yet, with room for those of a rubric.
    pub fn with_room() -> Self {
        const ROOM: usize = 1_500;
        Self { numbers: HashMap::with_capacity(ROOM), list: Vec::with_capacity(ROOM), ..Self::default() }
    }

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
        let known = self.sets.iter().position(|set| *set == words);
        WordSet(known.unwrap_or_else(|| {
            self.sets.push(words);
            self.sets.len() - 1
        }) as u32)
    }

    /// Ready to be found.
    pub fn compile(self) -> Lexicon {
        let words: Vec<&str> = self.list.iter().map(AsRef::as_ref).collect();
        let sets = self.sets.iter().map(Vec::as_slice);
        Lexicon { finder: WordFinder::new(&words), sets_of: Rows::of(words.len(), sets), sets: self.sets.len() }
    }
}

/// For each word a row of numbers.
#[derive(Debug)]
pub(super) struct Rows {
    /// Where each row begins; one more than there are words.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Rows {
    /// For each of so many words the numbers of the lists that it is in.
    pub fn of<'l>(words: usize, lists: impl Iterator<Item = &'l [u16]> + Clone) -> Self {
        let mut starts = vec![0; words + 1];
        for &word in lists.clone().flatten() {
            starts[usize::from(word) + 1] += 1;
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut ends = starts.clone();
        let mut numbers = vec![0; starts[words] as usize];
        for (list, own) in lists.enumerate() {
            for &word in own {
                let end = &mut ends[usize::from(word)];
                numbers[*end as usize] = list as u32;
                *end += 1;
            }
        }
        Self { starts, numbers }
    }

    /// The numbers of a word.
    #[inline]
    pub fn of_word(&self, word: u16) -> &[u32] {
        let at = usize::from(word);
        &self.numbers[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// All words of a rubric.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub finder: WordFinder,
    sets_of: Rows,
    /// How many sets there are.
    pub sets: usize,
}

impl Lexicon {
    /// The numbers of the sets that a word is in.
    #[inline]
    pub fn sets_of(&self, word: u16) -> &[u32] {
        self.sets_of.of_word(word)
    }

    /// Whether a set has the word.
    pub fn is_in(&self, word: u16, set: WordSet) -> bool {
        self.sets_of(word).contains(&set.0)
    }
}
