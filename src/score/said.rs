//! For each set of words the clauses that say one of them, as bits.

use std::ops::Range;

use super::lexicon::WordSet;

/// A row of bits for each set, a bit for each clause.
#[derive(Debug, Default)]
pub(super) struct Said {
    bits: Vec<Bits>,
    /// Length of a row.
    width: usize,
}

/// 64 clauses.
#[derive(Clone, Copy, Debug, Default)]
struct Bits {
    /// Those that say a word.
    all: u64,
    /// Those that say one outside the titles of documents, which speak of other things.
    own: u64,
}

/// A clause that says words.
#[derive(Clone, Copy)]
pub(super) struct Clause {
    at: usize,
    bit: u64,
}

impl Clause {
    /// By its number.
    pub fn of(index: usize) -> Self {
        Self { at: index / 64, bit: 1 << (index % 64) }
    }
}

impl Said {
    /// Nothing is said yet.
    pub fn new(sets: usize, clauses: usize) -> Self {
        let width = clauses.div_ceil(64);
        Self { bits: vec![Bits::default(); sets * width], width }
    }

    /// Tells the set that a clause says a word of it, in the title of a document or not.
    #[inline(always)]
    pub fn tell(&mut self, set: u32, clause: Clause, in_title: bool) {
        let bits = &mut self.bits[set as usize * self.width + clause.at];
        bits.all |= clause.bit;
        bits.own |= if in_title { 0 } else { clause.bit };
    }

    /// The first of the clauses that says a word of the set.
    #[inline]
    pub fn first(&self, words: WordSet, clauses: &Range<usize>) -> Option<usize> {
        self.first_of(words, clauses, |bits| bits.all)
    }

    /// The first that says one itself, not in the title of a document.
    #[inline]
    pub fn first_itself(&self, words: WordSet, clauses: &Range<usize>) -> Option<usize> {
        self.first_of(words, clauses, |bits| bits.own)
    }

    #[inline(always)]
    fn first_of(&self, words: WordSet, clauses: &Range<usize>, bits: impl Fn(Bits) -> u64) -> Option<usize> {
        let row = &self.bits[words.0 as usize * self.width..][..self.width];
        let mut at = clauses.start;
        while at < clauses.end {
            let bits = bits(row[at / 64]) >> (at % 64);
            if bits != 0 {
                let found = at + bits.trailing_zeros() as usize;
                return (found < clauses.end).then_some(found);
            }
            at = (at / 64 + 1) * 64;
        }
        None
    }
}
