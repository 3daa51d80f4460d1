//! The clause a figure stands in; what it says of year, area, goal and change is told beside.

use super::mark::{self, Mark};
pub(crate) use super::told::{Change, Told, is_difference, is_goal, is_no_total};
use super::told::{STEPS, undated};
use crate::facts::{Quantity, QuantityKind};
use crate::span::Span;
use crate::text::Text;
use crate::text::glyph::{is_blank, is_layout};
use crate::text::words::Words;

/// Longest clause looked at on either side, in bytes: against a text without marks.
const REACH: usize = 360;

/// The words that belong to a figure: what stands before and behind it up to the next mark or figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub left: Span,
    pub right: Span,
    /// Whether the figure before this one is joined to it as one of a row.
    pub in_row: bool,
}

impl Clause {
    /// The clause of the figure `index`.
    pub fn around(source: &str, quantities: &[Quantity], index: usize) -> Self {
        let Quantity { span, sentence, .. } = quantities[index];
        let mut left = left_of(source, quantities, index, span.start, sentence.start);
        let mut in_row = false;
        if let Some(before) = index.checked_sub(1)
            && let previous = &quantities[before]
            && let Some(between) = source.get(previous.span.end as usize..span.start as usize)
        {
            in_row = previous.sentence == sentence && is_joint(between);
            // 25批次310人次, 由61%提高到92%: the second of a pair counts what the first does.
            if previous.span.end <= left.start && previous.span.start >= sentence.start && is_pair(between) {
                left.start = left_of(source, quantities, before, previous.span.start, sentence.start).start;
            }
        }
        let limit =
            quantities.get(index + 1).map_or(sentence.end, |next| next.span.start.min(sentence.end)).max(span.end);
        let right = right_of(source, span.end, limit);
        Self { left, right, in_row }
    }

    /// Whether the figure is followed by a noun, not by a mark or a verb.
    pub fn has_noun_behind(&self, source: &str) -> bool {
        let first = source[self.right.range()].trim_start().chars().next();
        first.is_some_and(|ch| !begins_no_noun(ch))
    }

    /// The noun behind the figure: 七个乡镇的… counts 乡镇, and so does 七个乡镇案卷.
    pub fn counted(&self, source: &str) -> Span {
        static BODIES: Words =
            Words::new(&["单位", "部门", "乡镇", "镇街", "街镇", "街道", "县区", "行业", "领域", "科室"]);
        let text = &source[self.right.range()];
        if let Some(body) = BODIES.start_of(text) {
            return Span::new(self.right.start, self.right.start + body.len() as u32);
        }
        let end = text
            .char_indices()
            .find(|(at, ch)| *at > 0 && matches!(ch, '的' | '和' | '与' | '及' | '对' | '涉'))
            .map_or(text.len(), |(at, _)| at);
        Span::new(self.right.start, self.right.start + end as u32)
    }

    /// Takes in the clause before, unless a figure, a noun behind this one, ； or the sentence's start forbids it;
    /// returns whether it grew.
    pub fn extend(&mut self, source: &str, quantities: &[Quantity], quantity: &Quantity) -> bool {
        let start = self.left.start;
        if start <= quantity.sentence.start || self.has_noun_behind(source) {
            return false;
        }
        let Some(edge) = mark::before(source.as_bytes(), start as usize) else {
            return false;
        };
        if source[edge..].starts_with(['；', ';']) {
            return false;
        }
        let edge = edge as u32;
        let before = quantities.partition_point(|other| other.span.start < edge);
        self.left.start = left_of(source, quantities, before, edge, quantity.sentence.start).start;
        self.left.start < edge
    }
}

/// Verbs and the like: what is counted does not begin with them.
fn begins_no_noun(ch: char) -> bool {
    matches!(
        ch,
        '并' | '且'
            | '均'
            | '已'
            | '达'
            | '占'
            | '以'
            | '为'
            | '被'
            | '由'
            | '在'
            | '到'
            | '进'
            | '全'
            | '同'
            | '比'
            | '较'
            | '其'
            | '分'
            | '的'
            | '”'
            | '"'
            | '。'
    )
}

/// How far back a sentence is read for what it is about, in bytes: against one that never ends.
const SENTENCE_REACH: u32 = 3_000;

/// Where the figure's sentence begins, or how far it is read.
pub(crate) fn sentence_start(source: &str, quantity: &Quantity) -> u32 {
    let start = quantity.sentence.start.max(quantity.span.start.saturating_sub(SENTENCE_REACH));
    source.ceil_char_boundary(start as usize) as u32
}

/// Where the figure's part of its sentence begins: behind the last ；, which is among the marks of the text.
pub(crate) fn part_start(text: &Text<'_>, quantity: &Quantity) -> u32 {
    let start = sentence_start(text.source, quantity);
    let before = text.marks.partition_point(|&mark| mark < quantity.span.start);
    let in_sentence = text.marks[..before].iter().rev().take_while(|&&mark| mark >= start);
    let mut ends = in_sentence.filter_map(|&mark| mark::behind_semicolon(text.source.as_bytes(), mark as usize));
    ends.next().map_or(start, |end| end as u32)
}

/// From the last clause mark or figure before `to`; brackets closed before it are stepped over.
fn left_of(source: &str, quantities: &[Quantity], index: usize, to: u32, sentence: u32) -> Span {
    let bytes = source.as_bytes();
    let floor = source.ceil_char_boundary((to as usize).saturating_sub(REACH).max(sentence as usize)).min(to as usize);
    let inside = |start: usize| move |other: &&Quantity| other.span.start as usize >= start && other.span.end <= to;
    let before = quantities[..index].iter().rev();
    let (mut depth, mut at) = (0, to as usize);
    // Unless brackets close behind it, nothing beyond the nearest figure is of the clause.
    if let Some(nearest) = before.clone().take_while(inside(floor)).find(ends_a_clause) {
        at = nearest.span.start as usize;
        match start_of_clause(bytes, at, to as usize, &mut depth) {
            Some(start) => return Span::new(start as u32, to),
            None if depth == 0 => return behind(source, nearest, to),
            None => {}
        }
    }
    let start = start_of_clause(bytes, floor, at, &mut depth).unwrap_or(floor);
    // A figure before this one ends its clause, unless a bracket holds it.
    let mut ends = before.take_while(inside(start)).filter(ends_a_clause);
    ends.find(|other| !mark::opens_bracket(&bytes[start..other.span.start as usize]))
        .map_or(Span::new(start as u32, to), |other| behind(source, other, to))
}

/// Behind the last mark of `bytes[from..to]` that ends a clause outside of brackets, of which `depth` close behind `to`.
fn start_of_clause(bytes: &[u8], from: usize, to: usize, depth: &mut usize) -> Option<usize> {
    let mut at = to;
    while let Some((place, mark, len)) = mark::last(bytes, from, at) {
        at = place;
        match mark {
            Mark::Close => *depth += 1,
            Mark::Open if *depth > 0 => *depth -= 1,
            Mark::Open | Mark::Stop if *depth == 0 => return Some(place + len),
            _ => {}
        }
    }
    None
}

/// What stands between a figure and `to`. 57件建议、83件提案: what stands before the 、 belongs to the figure before it.
fn behind(source: &str, figure: &Quantity, to: u32) -> Span {
    let from = figure.span.end;
    let own = source[from as usize..to as usize].rfind('、').map_or(0, |at| at + '、'.len_utf8());
    Span::new(from + own as u32, to)
}

/// 连续三年保持100%: a duration or a rank is part of its clause.
fn ends_a_clause(quantity: &&Quantity) -> bool {
    !matches!(quantity.kind, QuantityKind::Duration | QuantityKind::Rank)
}

/// Length of the longest of [`STEPS`], in bytes.
const LONGEST_STEP: usize = "提高到".len();

/// Whether the text between two figures makes them one statement: nothing, or the step from one value to the next.
fn is_pair(between: &str) -> bool {
    let is_edge = |ch: char| is_blank(ch) || matches!(ch, '、' | '和' | '\n');
    if !ends_in(between, |last| ends_a_pair(last) || is_edge(last)) {
        return false;
    }
    let plain = between.trim_matches(is_edge);
    plain.is_empty()
        || matches!(plain, "的" | "，共" | ",共" | "，共计" | ",共计")
        || plain.len() <= LONGEST_STEP + "2020年的".len() && STEPS.list().contains(&undated(plain))
}

/// What a step may end with, or another joint of a pair: nearly nothing else does.
fn ends_a_pair(last: char) -> bool {
    matches!(last, '的' | '共' | '计' | '到' | '至' | '为' | '年')
}

/// Whether a text is empty or ends in one of some characters: few do, and one look rules out the others.
#[inline]
fn ends_in(text: &str, ends: impl Fn(char) -> bool) -> bool {
    text.chars().next_back().is_none_or(ends)
}

/// Most bytes between two figures of a row, layout included.
const WIDEST_JOINT: usize = 18;

/// Whether nothing but a mark or 和 stands between two figures.
fn is_joint(between: &str) -> bool {
    between.len() <= WIDEST_JOINT
        && ends_in(between, |last| matches!(last, '、' | '和' | '与' | '及' | '，' | ',') || is_layout(last))
        && matches!(between.trim_matches(is_layout), "、" | "和" | "与" | "及" | "以及" | "，" | ",")
}

fn right_of(source: &str, from: u32, to: u32) -> Span {
    /// Nouns that begin as 其中 ends.
    static MIDDLE: Words =
        Words::new(&["中央", "中小", "中心", "中国", "中共", "中层", "中介", "中华", "中医", "中级", "中学", "中型"]);
    let limit = source.floor_char_boundary((from as usize + REACH).min(to as usize));
    let text = &source[from as usize..limit.max(from as usize)];
    // 审结的977件中，…: what follows is told of the next figure.
    if matches!(text.as_bytes(), [0xe4, 0xb8, 0xad, ..]) && MIDDLE.start_of(text).is_none() {
        return Span::new(from, from);
    }
    // 村（居）法律顾问: a short bracket is part of the name.
    const BRACKET: usize = 16;
    let bytes = text.as_bytes();
    let mut bracket = 0;
    let mut at = 0;
    while let Some((place, mark, len)) = mark::first(bytes, at) {
        match mark {
            Mark::Open if place > 0 && mark::closes_within(&bytes[place..], BRACKET) => {
                bracket += 1;
            }
            Mark::Close if bracket > 0 => bracket -= 1,
            Mark::Open | Mark::Close | Mark::Pause | Mark::Stop => return Span::new(from, from + place as u32),
        }
        at = place + len;
    }
    Span::new(from, from + text.len() as u32)
}

#[cfg(test)]
mod tests {
    use super::{STEPS, ends_a_pair, is_pair};

    #[test]
    fn every_step_makes_a_pair() {
        assert!(STEPS.list().iter().all(|step| step.chars().next_back().is_some_and(ends_a_pair) && is_pair(step)));
        assert!(
            ["", "、", " 和\n", "的", "，共计 ", "减少到今年的", "提高到2020年"].iter().all(|joint| is_pair(joint))
        );
        assert!(["审结", "，办结", "达到", "年内提高到"].iter().all(|joint| !is_pair(joint)));
    }
}
