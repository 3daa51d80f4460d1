//! 受理、审结分别为51件、48件: the names before 分别 (or 为) and the figures behind it, pair by pair.

use super::clause::Clause;
use crate::span::Span;
use crate::text::glyph::is_layout;
use crate::text::words::Words;

/// Most figures of one row.
const MOST: usize = 8;

/// What the first figure of a row follows.
static OPENINGS: Words = Words::new(&["分别", "分别为", "分别是", "分别有", "分别达", "分别达到", "为", "达", "达到"]);

/// The name that belongs to the figure `index`, where it stands in such a row.
pub(super) fn name(source: &str, clauses: &[Clause], index: usize) -> Option<Span> {
    // Nearly all figures stand alone.
    let joined = |next: usize| clauses.get(next).is_some_and(|clause| clause.in_row);
    if !joined(index + 1) && !joined(index) {
        return None;
    }
    let mut first = index;
    while first > 0 && index - first < MOST && joined(first) {
        first -= 1;
    }
    let left = clauses.get(first)?.left;
    let told = source[left.range()].trim_end_matches(is_layout);
    let names = &told[..told.len() - OPENINGS.end_of(told)?.len()];
    let count = (first + 1..=first + MOST).take_while(|&next| joined(next)).count() + 1;
    let mut rest = names;
    for place in 0.. {
        // Only the last two names have no 、 between them.
        let end = if place + 1 == count { Some(rest.len()) } else { end_of_name(rest, place + 2 == count) };
        let end = end.filter(|&end| end > 0 && (place + 1 < count || !rest.contains('、')))?;
        if first + place == index {
            let from = left.start as usize + names.len() - rest.len();
            return Some(Span::new(from as u32, (from + end) as u32));
        }
        let behind = &rest[end..];
        rest = behind.strip_prefix("以及").or_else(|| behind.get('、'.len_utf8()..))?;
    }
    None
}

/// Where the first of several names ends.
fn end_of_name(names: &str, last_but_one: bool) -> Option<usize> {
    let is_word = |at: usize| ["和解", "及时"].iter().any(|word| names[at..].starts_with(word));
    let joint = || {
        let mut joints = names.match_indices(['和', '与', '及']).map(|(at, _)| at).filter(|&at| !is_word(at));
        joints.next()
    };
    names.find('、').or_else(|| names.find("以及")).or_else(|| if last_but_one { joint() } else { None })
}
