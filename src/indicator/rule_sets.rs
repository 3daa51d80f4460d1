//! The rules as sets of bits: by unit, by what they ask for beside words, by what they state.

use super::catalogue::CATALOGUE;
use super::gathered::{is_domain, next_name, next_word};
use super::lexicon::{FIRST, NOT, SECOND, characters, list};
use super::rules::{DOMAINS, RULES};
use super::units;
use crate::text::words::same;

/// Machine words that hold a bit for each rule.
pub(super) const RULE_WORDS: usize = RULES.len().div_ceil(64);

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
        rules.iter_mut().zip(class).for_each(|(rules, more)| *rules |= more);
        rest &= rest - 1;
    }
    rules
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
        assert!(!has_single(list(rule, FIRST)), "the first list finds the rule: words of two characters or more");
        if has_single(list(rule, SECOND)) || has_single(list(rule, NOT)) {
            sets.singles[at] |= bit;
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
    sets
};

const fn has_single(list: &str) -> bool {
    let mut list = list;
    while let Some((word, rest)) = next_word(list) {
        if characters(word) == 1 {
            return true;
        }
        list = rest;
    }
    false
}

const fn ends_with(text: &str, end: &str) -> bool {
    text.len() >= end.len() && same(text.split_at(text.len() - end.len()).1, end)
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
    let mut at = 0;
    while !same(CATALOGUE[at].id, id) {
        at += 1;
    }
    at as u8
}

/// The domains of a list, either those with a `~` or those without.
const fn domain_bits(list: &str, marked: bool) -> u64 {
    let (mut list, mut bits) = (list, 0);
    while let Some((name, rest)) = next_name(list) {
        if is_domain(name) && marked {
            bits |= 1 << domain_number(name.split_at(1).1);
        } else if !is_domain(name) && !marked {
            bits |= 1 << domain_number(name);
        }
        list = rest;
    }
    bits
}

const fn domain_number(name: &str) -> usize {
    let mut at = 0;
    while !same(DOMAINS[at].0, name) {
        at += 1;
    }
    at
}
