//! The words of topics, rules, domains and cues with a number each, at compile time: nothing of this is there at run time.
//!
//! Each list is read once, by places in it: the compiler takes a thousand times longer to cut a slice than to step over
//! a byte.

use super::rules::{DOMAINS, RULES};
use super::scope::SEVERAL_YEARS;
use super::told;
use crate::topic::words::WORDS as TOPIC_WORDS;

/// How a word stands in a rule: in its first list, in its second one, or among those that forbid it.
pub(super) const FIRST: usize = 0;
pub(super) const SECOND: usize = 1;
pub(super) const NOT: usize = 2;
pub(super) const PARTS: usize = 3;

/// Most words there may be, and most entries in the lists of rules: what the tables are cut from.
const MOST: usize = 2048;
const MOST_ENTRIES: usize = 8192;
const SLOTS: usize = 2 * MOST;

/// A word in a list of a rule.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub word: u16,
    pub rule: u16,
    pub part: u8,
}

/// All words, each once: the topic words first, by their own numbers.
pub(super) struct Gathered {
    pub words: [&'static str; MOST],
    /// Lengths of the words in characters.
    pub lengths: [u8; MOST],
    /// The last domain that names the word; [`NO_DOMAIN`] for none.
    pub domains: [u8; MOST],
    /// A bit for each list of [`told::LISTS`] with the word, and [`OF_SEVERAL_YEARS`].
    pub cues: [u8; MOST],
    pub len: usize,
    /// The words of all lists of rules: all first lists, all second ones, all that forbid.
    pub entries: [Entry; MOST_ENTRIES],
    pub entry_count: usize,
    /// One more than the number of the word with a hash; 0 is free, the next one is tried when another word is there.
    slots: [u16; SLOTS],
}

/// For a word that names no domain.
pub(super) const NO_DOMAIN: u8 = u8::MAX;

/// The cue of [`SEVERAL_YEARS`].
pub(super) const OF_SEVERAL_YEARS: u8 = 1 << told::LISTS.len();

impl Gathered {
    pub const fn of_all() -> Self {
        let mut all = Self {
            words: [""; MOST],
            lengths: [0; MOST],
            domains: [NO_DOMAIN; MOST],
            cues: [0; MOST],
            len: 0,
            entries: [Entry { word: 0, rule: 0, part: 0 }; MOST_ENTRIES],
            entry_count: 0,
            slots: [0; SLOTS],
        };
        let mut at = 0;
        while at < TOPIC_WORDS.len() {
            let word = TOPIC_WORDS[at].0;
            all.number(word, Name { from: 0, to: word.len() });
            at += 1;
        }
        assert!(all.len == TOPIC_WORDS.len(), "a topic word stands twice in its list");
        let mut domain = 0;
        while domain < DOMAINS.len() {
            let list = DOMAINS[domain].1;
            let mut at = 0;
            while let Some(name) = next_name(list, at) {
                let word = all.number(list, name);
                all.domains[word] = domain as u8;
                at = name.to + 1;
            }
            domain += 1;
        }
        let mut list = 0;
        while list < told::LISTS.len() {
            all.add_cues(told::LISTS[list], 1 << list);
            list += 1;
        }
        all.add_cues(SEVERAL_YEARS, OF_SEVERAL_YEARS);
        let mut part = 0;
        while part < PARTS {
            let mut rule = 0;
            while rule < RULES.len() {
                all.add_list(rule, part);
                rule += 1;
            }
            part += 1;
        }
        all
    }

    /// Adds words that tell `cue`.
    const fn add_cues(&mut self, words: &[&'static str], cue: u8) {
        let mut at = 0;
        while at < words.len() {
            let word = self.number(words[at], Name { from: 0, to: words[at].len() });
            self.cues[word] |= cue;
            at += 1;
        }
    }

    /// Adds the words of a rule's list; names of domains are stepped over.
    const fn add_list(&mut self, rule: usize, part: usize) {
        let list = list(rule, part);
        let mut at = 0;
        while let Some(name) = next_name(list, at) {
            if !is_domain(list, name) {
                let word = self.number(list, name) as u16;
                self.entries[self.entry_count] = Entry { word, rule: rule as u16, part: part as u8 };
                self.entry_count += 1;
            }
            at = name.to + 1;
        }
    }

    /// The number of the word that stands at `name` in `list`, which it gets if it has none.
    const fn number(&mut self, list: &'static str, name: Name) -> usize {
        let text = list.as_bytes();
        let (mut hash, mut length, mut at) = (0_u32, 0, name.from);
        while at < name.to {
            hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
            length += (text[at] & 0xc0 != 0x80) as u8;
            at += 1;
        }
        let mut slot = (hash ^ hash >> 15) as usize % SLOTS;
        while self.slots[slot] != 0 {
            let number = self.slots[slot] as usize - 1;
            if is_at(text, name, self.words[number]) {
                return number;
            }
            slot = (slot + 1) % SLOTS;
        }
        let number = self.len;
        self.words[number] = list.split_at(name.to).0.split_at(name.from).1;
        self.lengths[number] = length;
        self.len += 1;
        self.slots[slot] = self.len as u16;
        number
    }
}

/// A rule's list; the second one is empty when it has but one.
pub(super) const fn list(rule: usize, part: usize) -> &'static str {
    let clause = RULES[rule].clause;
    assert!(clause.len() == 1 || clause.len() == 2, "a rule has one list of words or two");
    match part {
        FIRST => clause[0],
        SECOND if clause.len() == 2 => clause[1],
        SECOND => "",
        _ => RULES[rule].not,
    }
}

/// Where a name stands in a list.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub from: usize,
    pub to: usize,
}

/// The name of a list that begins at `from`; `None` behind the last one.
pub(super) const fn next_name(list: &str, from: usize) -> Option<Name> {
    let text = list.as_bytes();
    if from >= text.len() {
        return None;
    }
    let mut to = from;
    while to < text.len() && text[to] != b'|' {
        to += 1;
    }
    Some(Name { from, to })
}

/// Whether a name is that of a domain anywhere in the sentence, which follows its `~`.
pub(super) const fn is_domain(list: &str, name: Name) -> bool {
    list.as_bytes()[name.from] == b'~'
}

/// Whether `word` stands at `name`.
pub(super) const fn is_at(text: &[u8], name: Name, word: &str) -> bool {
    let word = word.as_bytes();
    if word.len() != name.to - name.from {
        return false;
    }
    let mut at = 0;
    while at < word.len() {
        if text[name.from + at] != word[at] {
            return false;
        }
        at += 1;
    }
    true
}
