//! The clause a figure stands in; what it says of year, area, goal and change is told beside.

use super::mark::{self, Mark};
pub(crate) use super::told::{Change, Told, is_difference, is_goal, is_no_total};
use super::told::{STEPS, undated};
use crate::facts::{Quantity, QuantityKind};
use crate::span::Span;
use crate::text::glyph::is_blank;
use crate::text::words::Words;

/// Longest clause looked at on either side, in bytes: against a text without marks.
const REACH: usize = 360;

/// The words that belong to a figure: what stands before and behind it up to the next mark or figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub left: Span,
    pub right: Span,
}

impl Clause {
    /// The clause of the figure `index`.
    pub fn around(source: &str, quantities: &[Quantity], index: usize) -> Self {
        let span = quantities[index].span;
        let sentence = quantities[index].sentence;
        let mut left = left_of(source, quantities, index, span.start, sentence.start);
        // 443批次1882人次, 由61%提高到92%: the second of a pair counts what the first does.
        if let Some(previous) = index.checked_sub(1).map(|previous| &quantities[previous])
            && previous.span.end <= left.start
            && previous.span.start >= sentence.start
            && is_pair(&source[previous.span.end as usize..span.start as usize])
        {
            left = Span::new(
                left_of(source, quantities, index - 1, previous.span.start, sentence.start).start,
                span.start,
            );
        }
        let limit =
            quantities.get(index + 1).map_or(sentence.end, |next| next.span.start.min(sentence.end)).max(span.end);
        let right = right_of(source, span.end, limit);
        Self { left, right }
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

/// Where the figure's part of its sentence begins: behind the last ；.
pub(crate) fn part_start(source: &str, quantity: &Quantity) -> u32 {
    let start = sentence_start(source, quantity);
    let before = &source.as_bytes()[start as usize..quantity.span.start as usize];
    start + mark::behind_last_semicolon(before) as u32
}

/// From the last clause mark or figure before `to`; brackets closed before it are stepped over.
fn left_of(source: &str, quantities: &[Quantity], index: usize, to: u32, sentence: u32) -> Span {
    let floor = source.ceil_char_boundary((to as usize).saturating_sub(REACH).max(sentence as usize));
    let bytes = source.as_bytes();
    let mut depth = 0;
    let mut start = floor.min(to as usize);
    let mut at = to as usize;
    while let Some((place, mark, len)) = mark::last(bytes, start, at) {
        at = place;
        match mark {
            Mark::Close => depth += 1,
            Mark::Open if depth > 0 => depth -= 1,
            Mark::Open | Mark::Stop if depth == 0 => {
                start = place + len;
                break;
            }
            _ => {}
        }
    }
    // A figure before this one ends its clause, unless a bracket holds it.
    let inside = |quantity: &&Quantity| quantity.span.start >= start as u32 && quantity.span.end <= to;
    for previous in quantities[..index].iter().rev().take_while(inside) {
        if !mark::opens_bracket(&bytes[start..previous.span.start as usize]) && ends_a_clause(previous) {
            // 57件建议、83件提案: what stands before the 、 belongs to the figure before it.
            let between = &source[previous.span.end as usize..to as usize];
            let own = between.rfind('、').map_or(0, |at| at + '、'.len_utf8());
            return Span::new(previous.span.end + own as u32, to);
        }
    }
    Span::new(start as u32, to)
}

/// 连续三年保持100%: a duration or a rank is part of its clause.
fn ends_a_clause(quantity: &Quantity) -> bool {
    !matches!(quantity.kind, QuantityKind::Duration | QuantityKind::Rank)
}

/// Length of the longest of [`STEPS`], in bytes.
const LONGEST_STEP: usize = "提高到".len();

/// Whether the text between two figures makes them one statement: nothing, or the step from one value to the next.
fn is_pair(between: &str) -> bool {
    let plain = between.trim_matches(|ch: char| is_blank(ch) || matches!(ch, '、' | '和' | '\n'));
    plain.is_empty()
        || matches!(plain, "的" | "，共" | ",共" | "，共计" | ",共计")
        || plain.len() <= LONGEST_STEP + "2020年的".len() && STEPS.list().contains(&undated(plain))
}

fn right_of(source: &str, from: u32, to: u32) -> Span {
    /// Nouns that begin as 其中 ends.
    static MIDDLE: Words =
        Words::new(&["中央", "中小", "中心", "中国", "中共", "中层", "中介", "中华", "中医", "中级", "中学", "中型"]);
    let limit = source.floor_char_boundary((from as usize + REACH).min(to as usize));
    let text = &source[from as usize..limit.max(from as usize)];
    if text.starts_with("中") && MIDDLE.start_of(text).is_none() {
        return Span::new(from, from); // 审结的977件中，…: what follows is told of the next figure
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
