//! The rules' words as numbers, made once: sets of words are bits, so that a rule is tried with a few comparisons.

use std::sync::LazyLock;

use super::IndicatorDefinition;
use super::catalogue::indicator_definition;
use super::rules::{DOMAINS, RULES};
use crate::topic::matcher::Matcher;

/// Words in all rules and domains, rounded up to whole machine words; a test keeps it large enough.
const CAPACITY: usize = 18;

/// A set of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordSet([u64; CAPACITY]);

impl WordSet {
    pub fn insert(&mut self, word: u16) {
        self.0[word as usize / 64] |= 1 << (word % 64);
    }

    pub fn contains(&self, word: u16) -> bool {
        self.0[word as usize / 64] >> (word % 64) & 1 == 1
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }

    /// The words in both.
    pub fn common<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = u16> + 's {
        self.0.iter().zip(other.0).enumerate().flat_map(|(index, (mine, theirs))| {
            let mut bits = mine & theirs;
            std::iter::from_fn(move || {
                let bit = (bits != 0).then(|| bits.trailing_zeros() as u16)?;
                bits &= bits - 1;
                Some(index as u16 * 64 + bit)
            })
        })
    }
}

/// A rule over word numbers.
pub(super) struct Compiled {
    pub definition: &'static IndicatorDefinition,
    pub units: u16,
    pub clause: Vec<WordSet>,
    /// The nearest domains it asks for, as bits.
    pub domains: u64,
    /// The domains of which one anywhere in the sentence is enough.
    pub sentence_domains: u64,
    pub not: WordSet,
    /// The domains that must not stand in the sentence.
    pub not_domains: u64,
}

/// All words, ready to be found, and the rules over them.
pub(super) struct Lexicon {
    pub matcher: Matcher,
    /// Length of each word in characters.
    pub lengths: Vec<u8>,
    /// The domain each word names, if any.
    pub domains: Vec<Option<u8>>,
    pub rules: Vec<Compiled>,
    /// Words of one character, which the matcher leaves out: looked for in the clause's text.
    pub singles: Vec<(char, u16)>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    fn new() -> Self {
        let mut words: Vec<&'static str> = Vec::new();
        let mut number = |word: &'static str| -> u16 {
            let found = words.iter().position(|known| *known == word);
            found.unwrap_or_else(|| {
                words.push(word);
                words.len() - 1
            }) as u16
        };
        let mut set = |list: &'static str| {
            let mut set = WordSet::default();
            for word in list.split('|').filter(|word| !word.is_empty() && !word.starts_with('~')) {
                set.insert(number(word));
            }
            set
        };
        let mut rules = Vec::with_capacity(RULES.len());
        for rule in RULES {
            let Some(definition) = indicator_definition(rule.id) else {
                continue; // a test forbids it
            };
            rules.push(Compiled {
                definition,
                units: rule.units,
                clause: rule.clause.iter().map(|list| set(list)).collect(),
                domains: domain_bits(rule.domain.split('|')),
                sentence_domains: domain_bits(rule.domain.split('|').filter_map(|name| name.strip_prefix('~'))),
                not: set(rule.not),
                not_domains: domain_bits(rule.not.split('|').filter_map(|name| name.strip_prefix('~'))),
            });
        }
        let domain_sets: Vec<WordSet> = DOMAINS.iter().map(|(_, list)| set(list)).collect();
        let mut domains = vec![None; words.len()];
        for (domain, set) in domain_sets.iter().enumerate() {
            for word in set.common(set) {
                domains[word as usize] = Some(domain as u8);
            }
        }
        let lengths = words.iter().map(|word| word.chars().count() as u8).collect();
        let singles = words
            .iter()
            .enumerate()
            .filter_map(|(index, word)| {
                let mut chars = word.chars();
                chars.next().filter(|_| chars.next().is_none()).map(|ch| (ch, index as u16))
            })
            .collect();
        Self { matcher: Matcher::new(words.iter().copied()), lengths, domains, rules, singles }
    }
}

fn domain_bits<'r>(names: impl Iterator<Item = &'r str>) -> u64 {
    names.filter_map(domain_number).fold(0, |bits, number| bits | 1 << number)
}

fn domain_number(name: &str) -> Option<u8> {
    DOMAINS.iter().position(|(known, _)| *known == name).map(|index| index as u8)
}

#[cfg(test)]
mod tests {
    use super::{CAPACITY, LEXICON, domain_number};
    use crate::indicator::catalogue::{CATALOGUE, indicator_definition};
    use crate::indicator::rules::{DOMAINS, RULES};

    #[test]
    fn every_rule_names_what_exists() {
        for rule in RULES {
            assert!(indicator_definition(rule.id).is_some(), "{}", rule.id);
            let named = rule.not.split('|').filter(|name| name.starts_with('~'));
            for domain in rule.domain.split('|').filter(|name| !name.is_empty()).chain(named) {
                assert!(domain_number(domain.trim_start_matches('~')).is_some(), "{}: {domain}", rule.id);
            }
        }
        for entry in CATALOGUE {
            assert!(RULES.iter().any(|rule| rule.id == entry.id), "{} has no rule", entry.id);
        }
    }

    #[test]
    fn words_fit_the_sets() {
        assert!(LEXICON.lengths.len() <= CAPACITY * 64, "{}", LEXICON.lengths.len());
        assert!(DOMAINS.len() <= 64);
    }
}
