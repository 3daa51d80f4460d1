//! The rules as sets of bits: by unit, by what they ask for beside words, by what they state.

use super::catalogue::CATALOGUE;
use super::gathered::{FIRST, Name, is_at, is_domain, next_name};
use super::lexicon::ALL;
use super::rules::{DOMAINS, RULES};
use super::units;

/// Machine words that hold a bit for each rule.
pub(super) const RULE_WORDS: usize = RULES.len().div_ceil(64);

/// As many rules as there may be with so many words.
pub(super) const MOST_RULES: usize = 64 * RULE_WORDS;

/// Rules as bits.
pub(super) type RuleSet = [u64; RULE_WORDS];

/// The domains a rule asks for.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// The nearest domains it asks for, as bits.
    pub domains: u64,
    /// The domains of which one anywhere in the sentence is enough.
    pub sentence_domains: u64,
    /// The domains that must not stand in the sentence.
    pub not_domains: u64,
}

/// Rules that are asked for together.
pub(super) struct RuleSets {
    /// The rules for each class of units.
    pub by_unit: [RuleSet; units::CLASSES],
    /// Rules with a second list of words.
    pub two_lists: RuleSet,
    /// Rules with a word of one character in their second list or among those that forbid them.
    pub singles: RuleSet,
    /// Rules for indicators that are a change themselves (同比变化).
    pub changes: RuleSet,
    /// Rules that ask for the nearest domain, for one in the sentence, for none in the part of it.
    pub nearest: RuleSet,
    pub sentence: RuleSet,
    pub part: RuleSet,
}

/// The rules for any of the classes in `unit`.
#[inline]
pub(super) fn rules_for(unit: u16) -> RuleSet {
    let (mut rules, mut rest) = ([0; RULE_WORDS], unit);
    while rest != 0 {
        let class = &RULE_SETS.by_unit[rest.trailing_zeros() as usize];
        for (at, rules) in rules.iter_mut().enumerate() {
            *rules |= class[at];
        }
        rest &= rest - 1;
    }
    rules
}

/// Whether a rule is in both.
#[inline]
pub(super) fn meets(one: &RuleSet, other: &RuleSet) -> bool {
    (0..RULE_WORDS).any(|at| one[at] & other[at] != 0)
}

pub(super) static RULE_SETS: RuleSets = {
    let mut sets = RuleSets {
        by_unit: [[0; _]; _],
        two_lists: [0; _],
        singles: [0; _],
        changes: [0; _],
        nearest: [0; _],
        sentence: [0; _],
        part: [0; _],
    };
    let mut rule = 0;
    while rule < RULES.len() {
        let (at, bit) = (rule / 64, 1 << (rule % 64));
        let mut unit = 0;
        while unit < units::CLASSES {
            if RULES[rule].units >> unit & 1 == 1 {
                sets.by_unit[unit][at] |= bit;
            }
            unit += 1;
        }
        if RULES[rule].clause.len() == 2 {
            sets.two_lists[at] |= bit;
        }
        if ends_with(RULES[rule].id, "_change") {
            sets.changes[at] |= bit;
        }
        let asked = &ASKED[rule];
        sets.nearest[at] |= if asked.domains != 0 { bit } else { 0 };
        sets.sentence[at] |= if asked.sentence_domains != 0 { bit } else { 0 };
        sets.part[at] |= if asked.not_domains != 0 { bit } else { 0 };
        rule += 1;
    }
    let mut entry = 0;
    while entry < ALL.entry_count {
        let word = &ALL.entries[entry];
        if ALL.lengths[word.word as usize] == 1 {
            assert!(word.part as usize != FIRST, "the first list finds the rule: words of two characters or more");
            sets.singles[word.rule as usize / 64] |= 1 << (word.rule % 64);
        }
        entry += 1;
    }
    sets
};

const fn ends_with(text: &str, end: &str) -> bool {
    let from = text.len().saturating_sub(end.len());
    is_at(text.as_bytes(), Name { from, to: text.len() }, end)
}

/// The domains each rule asks for.
pub(super) static ASKED: [Asked; RULES.len()] = {
    let mut asked = [Asked { domains: 0, sentence_domains: 0, not_domains: 0 }; RULES.len()];
    let mut rule = 0;
    while rule < RULES.len() {
        asked[rule] = Asked {
            domains: domain_bits(RULES[rule].domain, false),
            sentence_domains: domain_bits(RULES[rule].domain, true),
            not_domains: domain_bits(RULES[rule].not, true),
        };
        rule += 1;
    }
    asked
};

/// The indicator of each rule: index in the catalogue.
pub(super) static DEFINITIONS: [u8; RULES.len()] = {
    let mut definitions = [0; RULES.len()];
    let mut rule = 0;
    while rule < RULES.len() {
        definitions[rule] = definition(RULES[rule].id);
        rule += 1;
    }
    definitions
};

const fn definition(id: &str) -> u8 {
    let name = Name { from: 0, to: id.len() };
    let mut at = 0;
    while !is_at(id.as_bytes(), name, CATALOGUE[at].id) {
        at += 1;
    }
    at as u8
}

/// The domains of a list, either those with a `~` or those without.
const fn domain_bits(list: &str, marked: bool) -> u64 {
    let (mut at, mut bits) = (0, 0);
    while let Some(name) = next_name(list, at) {
        if is_domain(list, name) == marked {
            let from = name.from + marked as usize;
            bits |= 1 << domain_number(list, Name { from, to: name.to });
        }
        at = name.to + 1;
    }
    bits
}

const fn domain_number(list: &str, name: Name) -> usize {
    let mut at = 0;
    while !is_at(list.as_bytes(), name, DOMAINS[at].0) {
        at += 1;
    }
    at
}
