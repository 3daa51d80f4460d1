//! The words of topics, rules and cues as numbers, and the rules over them: tables made at compile time.
//!
//! One matcher finds them all. Rules are bits: for each word a list says in which rules it stands and how, so
//! that the words of a clause tell by a few bit operations which rules can fit.

use super::gathered::{Entry, Gathered, NO_DOMAIN, PARTS};
pub(super) use super::gathered::{FIRST, NOT, OF_SEVERAL_YEARS, SECOND};
use super::rule_sets::{MOST_RULES, RULE_WORDS, RuleSet};
use crate::topic::matcher::{Hit, Matcher, Sizes};
use crate::topic::words::WORDS as TOPIC_WORDS;

/// The lists of all rules as bits, those in which the words of a clause stand: the bits of each kind of list in turn.
pub(super) type ListSet = [u64; PARTS * RULE_WORDS];

/// The bit of a rule's list.
#[inline]
const fn list_bit(part: usize, rule: usize) -> usize {
    part * MOST_RULES + rule
}

pub(super) const ALL: &Gathered = &Gathered::of_all();

/// How many words there are.
const LEN: usize = ALL.len;
const WORDS: &[&str] = ALL.words.split_at(LEN).0;

/// Finds the words.
pub(super) static MATCHER: Matcher<{ SIZES.pairs }, { SIZES.longer }, { SIZES.rests }> = Matcher::of(WORDS);
const SIZES: Sizes = Sizes::of(WORDS);

/// Whether a hit is a topic word: these have the numbers of their own list.
#[inline]
pub(super) fn is_topic_word(word: u16) -> bool {
    usize::from(word) < TOPIC_WORDS.len()
}

/// The domain that each word names; [`NO_DOMAIN`] for none.
static DOMAIN_OF: [u8; LEN] = first_of(&ALL.domains);

/// The first numbers of a longer table.
const fn first_of(longer: &[u8]) -> [u8; LEN] {
    let mut table = [0; LEN];
    let mut word = 0;
    while word < LEN {
        table[word] = longer[word];
        word += 1;
    }
    table
}

/// The domain that the word names.
#[inline]
pub(super) fn domain(word: u16) -> Option<u8> {
    let domain = DOMAIN_OF[usize::from(word)];
    (domain != NO_DOMAIN).then_some(domain)
}

/// The cues of each word.
static CUES_OF: [u8; LEN] = first_of(&ALL.cues);

/// The cues that a hit is: those are read without layout between their characters.
#[inline]
pub(super) fn cues(hit: &Hit) -> u8 {
    let cues = CUES_OF[usize::from(hit.word)];
    if cues != 0 && hit.end - hit.start == HAN * u32::from(length(hit.word)) { cues } else { 0 }
}

/// Bytes of a Chinese character, of which all cues consist.
const HAN: u32 = 3;

/// For each word the bits of the lists in which it stands, in order.
struct ListsOf<const N: usize> {
    starts: [u16; LEN + 1],
    bits: [u16; N],
}

impl ListsOf<{ ALL.entry_count }> {
    /// A stable sort of the entries by their words.
    const fn all() -> Self {
        let mut all = Self { starts: [0; LEN + 1], bits: [0; _] };
        let mut entry = 0;
        while entry < ALL.entry_count {
            all.starts[ALL.entries[entry].word as usize + 1] += 1;
            entry += 1;
        }
        let mut word = 0;
        while word < LEN {
            all.starts[word + 1] += all.starts[word];
            word += 1;
        }
        let mut ends = all.starts;
        let mut entry = 0;
        while entry < ALL.entry_count {
            let from = &ALL.entries[entry];
            let end = &mut ends[from.word as usize];
            all.bits[*end as usize] = list_bit(from.part as usize, from.rule as usize) as u16;
            *end += 1;
            entry += 1;
        }
        all
    }
}

static LISTS_OF: ListsOf<{ ALL.entry_count }> = ListsOf::all();

/// The bits of the lists in which a word stands, in order.
#[inline]
pub(super) fn lists_of(word: u16) -> &'static [u16] {
    let word = usize::from(word);
    &LISTS_OF.bits[usize::from(LISTS_OF.starts[word])..usize::from(LISTS_OF.starts[word + 1])]
}

/// The first and second lists in which a word stands, and the rules that they are of.
#[inline]
pub(super) fn finding_lists_of(word: u16) -> impl Iterator<Item = (usize, usize)> {
    let lists = lists_of(word).iter().map(|&bit| usize::from(bit));
    lists.map_while(|bit| match bit.checked_sub(list_bit(SECOND, 0)) {
        None => Some((FIRST, bit)),
        Some(rule) => (rule < MOST_RULES).then_some((SECOND, rule)),
    })
}

/// Length of a word in characters.
#[inline]
pub(super) fn length(word: u16) -> u8 {
    LENGTHS[usize::from(word)]
}

static LENGTHS: [u8; LEN] = first_of(&ALL.lengths);

/// A word of one character, which the matcher leaves out: looked for in the clause's text where a rule needs it.
#[derive(Clone, Copy)]
pub(super) struct Single {
    pub text: &'static str,
    pub word: u16,
    /// The rules that have it in one of their lists.
    pub rules: RuleSet,
}

/// All words of one character.
pub(super) static SINGLES: [Single; singles()] = {
    let mut list = [Single { text: "", word: 0, rules: [0; _] }; singles()];
    let (mut len, mut word) = (0, 0);
    while word < LEN {
        if ALL.lengths[word] == 1 {
            list[len] = Single { text: WORDS[word], word: word as u16, rules: rules_with(word) };
            len += 1;
        }
        word += 1;
    }
    list
};

/// The rules that have a word in one of their lists.
const fn rules_with(word: usize) -> RuleSet {
    let mut rules = [0; RULE_WORDS];
    let mut entry = 0;
    while entry < ALL.entry_count {
        let Entry { word: of, rule, .. } = ALL.entries[entry];
        if of as usize == word {
            rules[rule as usize / 64] |= 1 << (rule % 64);
        }
        entry += 1;
    }
    rules
}

const fn singles() -> usize {
    let (mut count, mut word) = (0, 0);
    while word < LEN {
        count += (ALL.lengths[word] == 1) as usize;
        word += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::catalogue::CATALOGUE;
    use crate::indicator::gathered::list;
    use crate::indicator::rule_sets::{ASKED, DEFINITIONS, RULE_SETS};
    use crate::indicator::rules::{DOMAINS, RULES};
    use crate::indicator::scope::SEVERAL_YEARS;
    use crate::indicator::told;

    // Names that do not exist stop the compiler.
    #[test]
    fn every_indicator_has_a_rule() {
        for (index, entry) in CATALOGUE.iter().enumerate() {
            assert!(DEFINITIONS.iter().any(|&definition| usize::from(definition) == index), "{} has no rule", entry.id);
        }
    }

    #[test]
    fn lists_hold_the_words_of_the_rules() {
        for (number, word) in WORDS.iter().enumerate() {
            let list_at = |bit: usize| list(bit % MOST_RULES, bit / MOST_RULES);
            let lists: Vec<&str> = lists_of(number as u16).iter().map(|&bit| list_at(bit.into())).collect();
            assert!(lists.iter().all(|list| list.split('|').any(|name| name == *word)), "{word}: {lists:?}");
            let named = DOMAINS.iter().rposition(|(_, list)| list.split('|').any(|name| name == *word));
            assert_eq!(domain(number as u16).map(usize::from), named, "{word}");
            let (cues, word_of_rules) = (CUES_OF[number], named.is_some() || !lists.is_empty());
            assert!(is_topic_word(number as u16) || word_of_rules || cues != 0, "{word}");
            assert!(cues == 0 || word.chars().all(|ch| ch.len_utf8() == HAN as usize), "{word}");
            let told = told::LISTS.iter().chain([&SEVERAL_YEARS]).map(|list| list.contains(word));
            assert!(told.enumerate().all(|(list, told)| (cues >> list & 1 == 1) == told), "{word}");
        }
    }

    #[test]
    fn tables_stay_small() {
        let size = size_of_val(&MATCHER)
            + size_of_val(&LISTS_OF)
            + size_of_val(&ASKED)
            + size_of_val(&RULE_SETS)
            + size_of_val(&SINGLES)
            + DEFINITIONS.len()
            + DOMAIN_OF.len()
            + CUES_OF.len()
            + LENGTHS.len();
        assert!(size <= 46 * 1024, "{size}");
        assert!(RULES.len() <= MOST_RULES);
    }
}
