//! For each set of words the clauses that say one of them, as bits.

use std::ops::Range;

use super::lexicon::WordSet;

/// A row of bits for each set, a bit for each clause.
#[derive(Debug, Default)]
pub(super) struct Said {
    bits: Vec<u64>,
    /// Length of a row.
    width: usize,
}

impl Said {
    /// Nothing is said yet.
    pub fn new(sets: usize, clauses: usize) -> Self {
        let width = clauses.div_ceil(64);
        Self { bits: vec![0; sets * width], width }
    }

    /// Tells the set that a clause says a word of it.
    #[inline]
    pub fn tell(&mut self, set: u32, clause: usize) {
        self.bits[set as usize * self.width + clause / 64] |= 1 << (clause % 64);
    }

    /// The first of the clauses that says a word of the set.
    #[inline]
    pub fn first(&self, words: WordSet, clauses: &Range<usize>) -> Option<usize> {
        let row = &self.bits[words.0 as usize * self.width..][..self.width];
        let mut at = clauses.start;
        while at < clauses.end {
            let bits = row[at / 64] >> (at % 64);
            if bits != 0 {
                let found = at + bits.trailing_zeros() as usize;
                return (found < clauses.end).then_some(found);
            }
            at = (at / 64 + 1) * 64;
        }
        None
    }
}
