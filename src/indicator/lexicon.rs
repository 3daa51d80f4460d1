//! The words of topics and rules as numbers, and the rules over them: tables made at compile time.
//!
//! One matcher finds the words of both. Rules are bits: for each word a list says in which rules it stands and how, so
//! that the words of a clause tell by a few bit operations which rules can fit.

use super::catalogue::CATALOGUE;
use super::gathered::{Gathered, is_domain, next_name, next_word, second};
use super::rules::{DOMAINS, RULES};
use super::units;
use crate::text::words::same;
use crate::topic::matcher::{Matcher, units_of};
use crate::topic::words::WORDS as TOPIC_WORDS;

/// Machine words that hold a bit for each rule.
pub(super) const RULE_WORDS: usize = RULES.len().div_ceil(64);

/// Rules as bits.
pub(super) type RuleSet = [u64; RULE_WORDS];

/// How a word stands in a rule: in its first list, in its second one, or among those that forbid it.
pub(super) const FIRST: usize = 0;
pub(super) const SECOND: usize = 1;
pub(super) const NOT: usize = 2;
const PARTS: usize = 3;

/// The lists of all rules as bits, those in which the words of a clause stand: the bits of each kind of list in turn.
pub(super) type ListSet = [u64; PARTS * RULE_WORDS];

/// The bit of a rule's list.
#[inline]
const fn list_bit(part: usize, rule: usize) -> usize {
    part * RULE_WORDS * 64 + rule
}

/// A rule, but for its words.
#[derive(Clone, Copy)]
pub(super) struct Compiled {
    /// Its indicator: index in the catalogue.
    pub definition: u8,
    /// The nearest domains it asks for, as bits.
    pub domains: u64,
    /// The domains of which one anywhere in the sentence is enough.
    pub sentence_domains: u64,
    /// The domains that must not stand in the sentence.
    pub not_domains: u64,
}

const ALL: Gathered = Gathered::of_all();

/// How many words there are.
const LEN: usize = ALL.len;
const WORDS: &[&str] = ALL.words.split_at(LEN).0;

/// Finds the words of topics and rules.
pub(super) static MATCHER: Matcher<[u16; units_of(WORDS)]> = Matcher::of(WORDS);

/// Whether a hit is a topic word: these have the numbers of their own list.
#[inline]
pub(super) fn is_topic_word(word: u16) -> bool {
    usize::from(word) < TOPIC_WORDS.len()
}

/// In the lower bits of [`USES`] when a word names no domain.
const NO_DOMAIN: u8 = 0x3f;
/// Set in [`USES`] for words that a rule or a domain names.
const IN_RULES: u8 = 0x40;

/// What the rules use each word for.
static USES: [u8; LEN] = {
    let mut uses = [NO_DOMAIN; LEN];
    let mut domain = 0;
    while domain < DOMAINS.len() {
        let mut list = DOMAINS[domain].1;
        while let Some((word, rest)) = next_word(list) {
            uses[ALL.number(word)] = IN_RULES | domain as u8;
            list = rest;
        }
        domain += 1;
    }
    let mut word = 0;
    while word < LEN {
        if LISTS_OF.starts[word] < LISTS_OF.starts[word + 1] {
            uses[word] |= IN_RULES;
        }
        word += 1;
    }
    uses
};

/// Whether a rule or a domain names the word.
#[inline]
pub(super) fn is_in_rules(word: u16) -> bool {
    USES[usize::from(word)] & IN_RULES != 0
}

/// The domain that the word names.
#[inline]
pub(super) fn domain(word: u16) -> Option<u8> {
    let domain = USES[usize::from(word)] & NO_DOMAIN;
    (domain != NO_DOMAIN).then_some(domain)
}

/// For each word the bits of the lists in which it stands, in order.
struct ListsOf<const N: usize> {
    starts: [u16; LEN + 1],
    bits: [u16; N],
}

const fn list(rule: usize, part: usize) -> &'static str {
    match part {
        FIRST => RULES[rule].clause[0],
        SECOND => second(RULES[rule].clause),
        _ => RULES[rule].not,
    }
}

const fn entries() -> usize {
    let (mut sum, mut rule) = (0, 0);
    while rule < RULES.len() {
        let mut part = 0;
        while part < PARTS {
            let mut rest = list(rule, part);
            while let Some((_, behind)) = next_word(rest) {
                sum += 1;
                rest = behind;
            }
            part += 1;
        }
        rule += 1;
    }
    sum
}

impl<const N: usize> ListsOf<N> {
    const fn all() -> Self {
        let mut all = Self { starts: [0; LEN + 1], bits: [0; N] };
        // First the numbers of all entries in order of the lists, then a stable sort by number.
        let mut numbers = [(0, 0); N];
        let (mut entry, mut part) = (0, 0);
        while part < PARTS {
            let mut rule = 0;
            while rule < RULES.len() {
                let mut rest = list(rule, part);
                while let Some((word, behind)) = next_word(rest) {
                    let number = ALL.number(word);
                    numbers[entry] = (number, list_bit(part, rule) as u16);
                    all.starts[number + 1] += 1;
                    entry += 1;
                    rest = behind;
                }
                rule += 1;
            }
            part += 1;
        }
        let mut word = 0;
        while word < LEN {
            all.starts[word + 1] += all.starts[word];
            word += 1;
        }
        let mut ends = all.starts;
        let mut entry = 0;
        while entry < N {
            let (number, bit) = numbers[entry];
            all.bits[ends[number] as usize] = bit;
            ends[number] += 1;
            entry += 1;
        }
        all
    }
}

static LISTS_OF: ListsOf<{ entries() }> = ListsOf::all();

/// The bits of the lists in which a word stands, in order.
#[inline]
pub(super) fn lists_of(word: u16) -> &'static [u16] {
    let word = usize::from(word);
    &LISTS_OF.bits[usize::from(LISTS_OF.starts[word])..usize::from(LISTS_OF.starts[word + 1])]
}

/// Whether a word is in one of the lists of a rule.
#[inline]
pub(super) fn is_in_list(word: u16, list: usize, rule: usize) -> bool {
    lists_of(word).contains(&(list_bit(list, rule) as u16))
}

/// Whether a bit is that of the first or second list of a rule: which of the two.
#[inline]
pub(super) fn list_of(bit: u16, rule: usize) -> Option<usize> {
    let bit = usize::from(bit);
    if bit == list_bit(FIRST, rule) {
        Some(FIRST)
    } else if bit == list_bit(SECOND, rule) {
        Some(SECOND)
    } else {
        None
    }
}

/// Length of a word in characters.
#[inline]
pub(super) fn length(word: u16) -> u32 {
    LENGTHS[usize::from(word)].into()
}

static LENGTHS: [u8; LEN] = {
    let mut lengths = [0; LEN];
    let mut word = 0;
    while word < LEN {
        lengths[word] = characters(WORDS[word]);
        word += 1;
    }
    lengths
};

const fn characters(word: &str) -> u8 {
    let (mut count, mut at) = (0, 0);
    while at < word.len() {
        count += (word.as_bytes()[at] & 0xc0 != 0x80) as u8;
        at += 1;
    }
    count
}

/// Words of one character, which the matcher leaves out: looked for in the clause's text where a rule needs them.
pub(super) static SINGLES: [(&str, u16); singles()] = {
    let mut list = [("", 0); singles()];
    let (mut len, mut word) = (0, 0);
    while word < LEN {
        if characters(WORDS[word]) == 1 {
            list[len] = (WORDS[word], word as u16);
            len += 1;
        }
        word += 1;
    }
    list
};

const fn singles() -> usize {
    let (mut count, mut word) = (0, 0);
    while word < LEN {
        count += (characters(WORDS[word]) == 1) as usize;
        word += 1;
    }
    count
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
    let mut sets = RuleSets { by_unit: [[0; _]; _], two_lists: [0; _], singles: [0; _], changes: [0; _] };
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

/// The rules by their numbers.
pub(super) static COMPILED: [Compiled; RULES.len()] = {
    let mut rules = [Compiled { definition: 0, domains: 0, sentence_domains: 0, not_domains: 0 }; RULES.len()];
    let mut rule = 0;
    while rule < RULES.len() {
        rules[rule] = Compiled {
            definition: definition(RULES[rule].id),
            domains: domain_bits(RULES[rule].domain, false),
            sentence_domains: domain_bits(RULES[rule].domain, true),
            not_domains: domain_bits(RULES[rule].not, true),
        };
        rule += 1;
    }
    rules
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

#[cfg(test)]
mod tests {
    use super::*;

    // Names that do not exist stop the compiler.
    #[test]
    fn every_indicator_has_a_rule() {
        for (index, entry) in CATALOGUE.iter().enumerate() {
            assert!(COMPILED.iter().any(|rule| usize::from(rule.definition) == index), "{} has no rule", entry.id);
        }
    }

    #[test]
    fn lists_hold_the_words_of_the_rules() {
        for (number, word) in WORDS.iter().enumerate() {
            let list_at = |bit: usize| list(bit % (64 * RULE_WORDS), bit / (64 * RULE_WORDS));
            let lists: Vec<&str> = lists_of(number as u16).iter().map(|&bit| list_at(bit.into())).collect();
            assert!(lists.iter().all(|list| list.split('|').any(|name| name == *word)), "{word}: {lists:?}");
            let named = DOMAINS.iter().rposition(|(_, list)| list.split('|').any(|name| name == *word));
            assert_eq!(domain(number as u16).map(usize::from), named, "{word}");
            assert!(is_topic_word(number as u16) || named.is_some() || !lists.is_empty(), "{word}");
        }
    }

    #[test]
    fn tables_stay_small() {
        let size = size_of_val(&MATCHER)
            + size_of_val(&LISTS_OF)
            + size_of_val(&COMPILED)
            + size_of_val(&RULE_SETS)
            + size_of_val(&SINGLES)
            + USES.len()
            + LENGTHS.len();
        assert!(size <= 40 * 1024, "{size}");
        assert!(RULES.len() <= 64 * RULE_WORDS);
    }
}
