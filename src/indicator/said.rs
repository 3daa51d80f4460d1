//! What the words of a clause say of the rules: in which of their lists they stand.

use super::lexicon::{self, FIRST, ListSet, NOT, SECOND, SINGLES};
use super::rule_sets::{RULE_SETS, RULE_WORDS, RuleSet, rules_for};
use crate::span::Span;
use crate::text::Text;
use crate::topic::matcher::Hit;

/// The lists of the rules that have a word in the clause.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    lists: ListSet,
    /// Words of one character in the clause, by their index in [`SINGLES`]; asked for only where a rule needs them.
    singles: u32,
}

impl Said {
    /// Takes up words of the clause.
    pub fn take_up<'h>(&mut self, hits: impl Iterator<Item = &'h Hit>) {
        for hit in hits {
            self.add(hit.word);
        }
    }

    #[inline]
    fn add(&mut self, word: u16) {
        for &bit in lexicon::lists_of(word) {
            self.lists[usize::from(bit) / 64] |= 1 << (bit % 64);
        }
    }

    /// The rules for `unit` of which each list has a word in the clause and none of those that forbid it; `None` when
    /// there are none.
    pub fn rules(&mut self, unit: u16, clause: [Span; 2], text: &Text<'_>) -> Option<RuleSet> {
        let of_unit = rules_for(unit);
        let begun: RuleSet = std::array::from_fn(|at| self.lists[FIRST * RULE_WORDS + at] & of_unit[at]);
        if begun == [0; RULE_WORDS] {
            return None;
        }
        if (0..RULE_WORDS).any(|at| begun[at] & RULE_SETS.singles[at] != 0) {
            for (index, (single, word)) in SINGLES.iter().enumerate() {
                if clause.iter().any(|span| text.slice(*span).contains(single)) {
                    self.singles |= 1 << index;
                    self.add(*word);
                }
            }
        }
        let rules = std::array::from_fn(|at| {
            let second = self.lists[SECOND * RULE_WORDS + at] | !RULE_SETS.two_lists[at];
            begun[at] & second & !self.lists[NOT * RULE_WORDS + at]
        });
        (rules != [0; RULE_WORDS]).then_some(rules)
    }

    /// Whether a word of one character that stands in the clause is in a rule's list.
    pub fn has_single(&self, list: usize, rule: usize) -> bool {
        let is_said = |index: usize| self.singles >> index & 1 == 1;
        self.singles != 0
            && SINGLES
                .iter()
                .enumerate()
                .any(|(index, (_, word))| is_said(index) && lexicon::is_in_list(*word, list, rule))
    }
}
