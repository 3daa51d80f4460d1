//! What the words of a clause say of the rules: in which of their lists they stand.

use super::lexicon::{self, FIRST, ListSet, NOT, SECOND, SINGLES};
use super::rule_sets::{RULE_SETS, RULE_WORDS, RuleSet, meets, rules_for};
use super::told::has_character;
use crate::span::Span;
use crate::text::Text;
use crate::topic::matcher::Hit;

/// The lists of the rules that have a word in the clause.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    lists: ListSet,
    /// The cues among the words before the figure.
    pub cues: u8,
    /// Words of one character in the clause, by their index in [`SINGLES`]; asked for only where a rule needs them.
    singles: u32,
}

impl Said {
    /// Takes up words before the figure.
    pub fn take_up_before<'h>(&mut self, hits: impl Iterator<Item = &'h Hit>) {
        for hit in hits {
            self.add(hit.word);
            self.cues |= lexicon::cues(hit);
        }
    }

    /// Takes up words behind it.
    pub fn take_up_behind<'h>(&mut self, hits: impl Iterator<Item = &'h Hit>) {
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
        let mut rules = rules_for(unit);
        for (at, rules) in rules.iter_mut().enumerate() {
            *rules &= self.lists[FIRST * RULE_WORDS + at];
        }
        if rules == [0; RULE_WORDS] {
            return None;
        }
        if meets(&rules, &RULE_SETS.singles) {
            let clause = clause.map(|span| text.slice(span));
            for (index, single) in SINGLES.iter().enumerate() {
                if meets(&rules, &single.rules) && clause.iter().any(|text| has_character(text, single.text)) {
                    self.singles |= 1 << index;
                    self.add(single.word);
                }
            }
        }
        for (at, rules) in rules.iter_mut().enumerate() {
            let second = self.lists[SECOND * RULE_WORDS + at] | !RULE_SETS.two_lists[at];
            *rules &= second & !self.lists[NOT * RULE_WORDS + at];
        }
        (rules != [0; RULE_WORDS]).then_some(rules)
    }

    /// The words of one character that stand in the clause, where a rule needs them.
    pub fn singles(&self) -> impl Iterator<Item = u16> {
        let said = self.singles;
        SINGLES.iter().enumerate().filter(move |(index, _)| said >> index & 1 == 1).map(|(_, single)| single.word)
    }
}
