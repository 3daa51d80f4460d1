//! The words of topics, rules and domains with a number each, at compile time: nothing of this is there at run time.

use super::rules::{DOMAINS, RULES};
use crate::text::words::same;
use crate::topic::words::WORDS as TOPIC_WORDS;

/// Most words there may be: what the tables are cut from.
const MOST: usize = 2048;
const SLOTS: usize = 2 * MOST;

/// All words, each once: the topic words first, by their own numbers.
pub(super) struct Gathered {
    pub words: [&'static str; MOST],
    pub len: usize,
    /// One more than the number of the word with a hash; 0 is free, the next one is tried when another word is there.
    slots: [u16; SLOTS],
}

impl Gathered {
    pub const fn of_all() -> Self {
        let mut all = Self { words: [""; MOST], len: 0, slots: [0; SLOTS] };
        let mut at = 0;
        while at < TOPIC_WORDS.len() {
            all.add(TOPIC_WORDS[at].0);
            at += 1;
        }
        assert!(all.len == TOPIC_WORDS.len(), "a topic word stands twice in its list");
        let mut at = 0;
        while at < DOMAINS.len() {
            all.add_list(DOMAINS[at].1);
            at += 1;
        }
        let mut at = 0;
        while at < RULES.len() {
            all.add_list(RULES[at].clause[0]);
            all.add_list(second(RULES[at].clause));
            all.add_list(RULES[at].not);
            at += 1;
        }
        all
    }

    const fn add_list(&mut self, list: &'static str) {
        let mut list = list;
        while let Some((word, rest)) = next_word(list) {
            self.add(word);
            list = rest;
        }
    }

    const fn add(&mut self, word: &'static str) {
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.words[self.len] = word;
            self.len += 1;
            self.slots[slot] = self.len as u16;
        }
    }

    /// The number of a word that is there.
    pub const fn number(&self, word: &str) -> usize {
        self.slots[self.slot(word)] as usize - 1
    }

    const fn slot(&self, word: &str) -> usize {
        let text = word.as_bytes();
        let (mut hash, mut at) = (0_u32, 0);
        while at < text.len() {
            hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        let mut slot = (hash ^ hash >> 15) as usize % SLOTS;
        while self.slots[slot] != 0 && !same(self.words[self.slots[slot] as usize - 1], word) {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }
}

/// The first name of a list and the rest behind its `|`; `None` when the list is empty.
pub(super) const fn next_name(list: &str) -> Option<(&str, &str)> {
    if list.is_empty() {
        return None;
    }
    let text = list.as_bytes();
    let mut at = 0;
    while at < text.len() && text[at] != b'|' {
        at += 1;
    }
    let (name, rest) = list.split_at(at);
    Some((name, if rest.is_empty() { rest } else { rest.split_at(1).1 }))
}

pub(super) const fn is_domain(name: &str) -> bool {
    name.as_bytes()[0] == b'~'
}

/// The first word of a list and the rest; names of domains are stepped over.
pub(super) const fn next_word(list: &str) -> Option<(&str, &str)> {
    let mut list = list;
    while let Some((name, rest)) = next_name(list) {
        if !is_domain(name) {
            return Some((name, rest));
        }
        list = rest;
    }
    None
}

/// A rule's second list, empty when it has but one.
pub(super) const fn second(clause: &'static [&'static str]) -> &'static str {
    assert!(clause.len() == 1 || clause.len() == 2, "a rule has one list of words or two");
    if clause.len() == 2 { clause[1] } else { "" }
}
