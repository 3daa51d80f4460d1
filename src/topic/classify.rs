//! The topic of each section: a vote of the words in its title and its text.

use std::sync::LazyLock;

use super::Topic;
use super::matcher::{Hit, Matcher};
use super::words::WORDS;
use crate::outline::{Outline, Section};
use crate::text::glyph::Glyphs;

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(WORDS.iter().map(|word| word.0)));

/// A word in the title has so many times the votes of one in the text.
const TITLE_FACTOR: u32 = 12;
/// An item without a title is told by its first words: bytes that stand for it, and how much more they count.
const LEAD_BYTES: u32 = 120;
const LEAD_FACTOR: u32 = 3;
/// A repeated word of the text counts at most so many times.
const REPEATS: u8 = 3;
/// Votes that a child gives its parent, shared among its topics: a child speaks by its topic, not by its length.
const CHILD_VOTES: u32 = 24;

type Votes = [u32; Topic::ALL.len()];

/// Appends the topic words of one paragraph to `hits`.
pub(super) fn find_words(glyphs: &Glyphs, hits: &mut Vec<Hit>) {
    MATCHER.find(glyphs.items(), hits);
}

/// The topic of every section, by index; `hits` are the topic words of the whole text, in order.
pub(super) fn topics(outline: &Outline, hits: &mut Vec<Hit>) -> Vec<Option<Topic>> {
    keep_longest(hits);
    let own: Vec<Votes> = outline.sections.iter().map(|section| own_votes(section, hits)).collect();
    let mut whole = own.clone();
    for index in (0..outline.sections.len()).rev() {
        if let Some(parent) = outline.sections[index].parent {
            let votes = whole[index];
            let total: u32 = votes.iter().sum::<u32>().max(1);
            for (mine, theirs) in whole[parent as usize].iter_mut().zip(votes) {
                *mine += theirs * CHILD_VOTES / total;
            }
        }
    }
    let mut topics: Vec<Option<Topic>> = Vec::with_capacity(whole.len());
    for (index, section) in outline.sections.iter().enumerate() {
        let inherited = section.parent.and_then(|parent| topics[parent as usize]);
        topics.push(winner(&whole[index]).or(inherited));
    }
    topics
}

/// Drops words inside longer ones (执法 in 行政执法): the longer says more exactly what is meant.
fn keep_longest(hits: &mut Vec<Hit>) {
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for &hit in hits.iter() {
        while kept.last().is_some_and(|last| last.start == hit.start && last.end <= hit.end) {
            kept.pop();
        }
        if kept.last().is_none_or(|last| hit.end > last.end) {
            kept.push(hit);
        }
    }
    *hits = kept;
}

/// Votes of a section's title and own text.
fn own_votes(section: &Section, hits: &[Hit]) -> Votes {
    let mut votes = [0; Topic::ALL.len()];
    let in_span = |from: u32, to: u32| {
        let first = hits.partition_point(|hit| hit.start < from);
        hits[first..].iter().take_while(move |hit| hit.end <= to)
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
    let (_, topic, weight) = WORDS[hit.word as usize];
    votes[topic as usize] += u32::from(weight) * factor;
}

/// The topic with most votes, the earlier of the catalogue's order when two are even.
fn winner(votes: &Votes) -> Option<Topic> {
    let best = votes.iter().copied().max().filter(|&best| best > 0)?;
    Topic::ALL.into_iter().find(|&topic| votes[topic as usize] == best)
}
