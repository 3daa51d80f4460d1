//! The topic of each section: a vote of the words in its title and its text.

use super::Topic;
use super::matcher::{Hit, seek};
use super::words::WORDS;
use crate::outline::{Outline, Section};

/// A word in the title has so many times the votes of one in the text.
const TITLE_FACTOR: u32 = 12;
/// An item without a title is told by its first words: bytes that stand for it, and how much more they count.
const LEAD_BYTES: u32 = 120;
const LEAD_FACTOR: u32 = 3;
/// A repeated word of the text counts at most so many times.
const REPEATS: u8 = 3;
/// Votes that a child gives its parent, shared among its topics: a child speaks by its topic, not by its length.
const CHILD_VOTES: u32 = 24;

/// What each word speaks for and how strongly, by its number: all that is left of the list at run time.
static SPEAKS_FOR: [(Topic, u8); WORDS.len()] = {
    let mut votes = [(Topic::Leadership, 0); WORDS.len()];
    let mut at = 0;
    while at < WORDS.len() {
        votes[at] = (WORDS[at].1, WORDS[at].2);
        at += 1;
    }
    votes
};

pub(super) type Votes = [u32; Topic::ALL.len()];

/// The topic of every section, by index; `hits` are the topic words of the whole text, in order, none inside another.
pub(super) fn topics(outline: &Outline, hits: &[Hit], votes: &mut Vec<Votes>, topics: &mut Vec<Option<Topic>>) {
    votes.clear();
    let mut first = 0;
    for section in &outline.sections {
        // Sections come in text order, so that each one's words are near those of the one before.
        first = seek(hits, first, section.title.start.min(section.body.start));
        votes.push(own_votes(section, &hits[first..]));
    }
    for index in (0..votes.len()).rev() {
        if let Some(parent) = outline.sections[index].parent {
            let child = votes[index];
            let total: u32 = child.iter().sum::<u32>().max(1);
            for (mine, theirs) in votes[parent as usize].iter_mut().zip(child) {
                if theirs > 0 {
                    *mine += theirs * CHILD_VOTES / total;
                }
            }
        }
    }
    topics.clear();
    for (section, votes) in outline.sections.iter().zip(votes) {
        let inherited = section.parent.and_then(|parent| topics[parent as usize]);
        topics.push(winner(votes).or(inherited));
    }
}

/// Votes of a section's title and own text; `hits` begin with its first one.
fn own_votes(section: &Section, hits: &[Hit]) -> Votes {
    let mut votes = [0; Topic::ALL.len()];
    let in_span = |from: u32, to: u32| {
        let hits = hits.iter().skip_while(move |hit| hit.start < from);
        hits.take_while(move |hit| hit.end <= to)
    };
    for hit in in_span(section.title.start, section.title.end) {
        add(&mut votes, hit, TITLE_FACTOR);
    }
    let mut seen = [0_u8; WORDS.len()];
    let lead = if section.title.is_empty() { section.body.start + LEAD_BYTES } else { 0 };
    for hit in in_span(section.body.start, section.body.end) {
        let count = &mut seen[hit.word as usize];
        *count += u8::from(*count < u8::MAX);
        if *count <= REPEATS {
            add(&mut votes, hit, if hit.end <= lead { LEAD_FACTOR } else { 1 });
        }
    }
    votes
}

fn add(votes: &mut Votes, hit: &Hit, factor: u32) {
    let (topic, weight) = SPEAKS_FOR[hit.word as usize];
    votes[topic as usize] += u32::from(weight) * factor;
}

/// The topic with most votes, the earlier of the catalogue's order when two are even.
fn winner(votes: &Votes) -> Option<Topic> {
    let mut best = (0, None);
    for (topic, &votes) in Topic::ALL.into_iter().zip(votes) {
        if votes > best.0 {
            best = (votes, Some(topic));
        }
    }
    best.1
}
