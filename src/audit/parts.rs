//! Sentences as the rules of addition and order read them: the figures in order, with the plain words between them.

use std::fmt::Write;

use super::figure::{Figure, Figures};
use super::{Evidence, Formula};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::span::Span;
use crate::text::Text;
use crate::text::glyph::{fold, is_blank};

/// Longest stretch of words between two figures that is read whole, in bytes; of a longer one its two ends are.
const REACH: usize = 900;

/// A figure and what stands between it and the figure before.
#[derive(Debug)]
pub(super) struct Item<'f, 'a> {
    pub figure: &'f Figure<'a>,
    /// The words before it, from the figure before or the sentence's start on, without layout, folded to half-width.
    pub words: String,
    /// How many brackets are open around it.
    pub depth: usize,
    /// Its unit; 3 in 3和5件 has that of 5.
    pub unit: &'a str,
}

/// The figures of a sentence; of two, where the second begins with 其中.
#[derive(Debug)]
pub(super) struct Row<'f, 'a> {
    pub items: Vec<Item<'f, 'a>>,
    /// Index of the first figure of the row's own sentence; those before it are of the sentence before.
    pub own: usize,
    /// What follows the last figure, to the sentence's end.
    pub tail: String,
}

impl Item<'_, '_> {
    pub fn value(&self) -> Decimal {
        self.figure.quantity.value
    }

    pub fn span(&self) -> Span {
        self.figure.span()
    }

    /// Whether it counts something: people, cases, money; no rate, rank or duration.
    pub fn counts(&self) -> bool {
        matches!(self.figure.quantity.kind, QuantityKind::Count | QuantityKind::Money) && !self.unit.is_empty()
    }

    /// Whether it counts in the unit of `other`.
    pub fn is_like(&self, other: &Self) -> bool {
        self.counts() && other.counts() && canonical(self.unit) == canonical(other.unit)
    }

    /// The words in the figure's own clause: behind the last mark, the 、 excepted.
    pub fn label(&self) -> &str {
        let start =
            self.words.rfind(is_mark).map_or(0, |at| at + self.words[at..].chars().next().map_or(0, char::len_utf8));
        self.words[start..].trim_start_matches('、')
    }
}

impl Row<'_, '_> {
    /// The words behind the figure `index`.
    pub fn behind(&self, index: usize) -> &str {
        self.items.get(index + 1).map_or(self.tail.as_str(), |next| next.words.as_str())
    }

    /// The noun behind the figure `index`, up to the next mark.
    pub fn noun_behind(&self, index: usize) -> &str {
        let behind = self.behind(index);
        &behind[..behind.find(|ch| is_mark(ch) || matches!(ch, '、' | ')' | '”' | '"')).unwrap_or(behind.len())]
    }

    /// Whether the figure `index` and the one before it make a pair: 20批次65人次.
    pub fn is_pair(&self, index: usize) -> bool {
        index > 0 && self.items[index].words.is_empty() && !self.items[index].is_like(&self.items[index - 1])
    }
}

/// Marks that end a clause.
pub(super) fn is_mark(ch: char) -> bool {
    matches!(ch, '，' | ',' | '；' | ';' | '。' | '：' | ':' | '！' | '？' | '!' | '?' | '(')
}

/// Units that count the same things.
fn canonical(unit: &str) -> &str {
    match unit {
        "起" | "宗" | "例" | "桩" => "件",
        "名" | "位" => "人",
        other => other,
    }
}

/// The text from `from` to `to` without blanks, line ends and what stands between the halves of a broken sentence.
pub(super) fn plain(text: &Text<'_>, from: u32, to: u32) -> String {
    let mut out = String::new();
    let cut =
        |at: usize| (at..=text.source.len()).find(|&at| text.source.is_char_boundary(at)).unwrap_or(text.source.len());
    let (from, to) = (cut(from as usize) as u32, cut(to as usize) as u32);
    let long = to.saturating_sub(from) as usize > REACH;
    if long {
        append(text, from, cut(from as usize + REACH / 3) as u32, &mut out);
        out.push('。');
        append(text, cut(to as usize - REACH / 2) as u32, to, &mut out);
    } else {
        append(text, from, to, &mut out);
    }
    out
}

fn append(text: &Text<'_>, from: u32, to: u32, out: &mut String) {
    let mut at = from;
    let first = text.gaps.partition_point(|gap| gap.end <= from);
    let gaps = text.gaps[first..].iter().copied().take_while(|gap| gap.start < to);
    for gap in gaps.chain([Span::new(to, to)]) {
        if gap.start > at {
            let words = text.source[at as usize..gap.start as usize].chars();
            out.extend(words.filter(|ch| !is_blank(*ch) && *ch != '\n').map(fold));
        }
        at = at.max(gap.end);
    }
}

/// The sentences with at least two figures.
pub(super) fn rows<'f, 'a>(evidence: &Evidence<'_, '_>, figures: &'f Figures<'a>) -> Vec<Row<'f, 'a>> {
    let text = evidence.text;
    let mut rows = Vec::new();
    let mut before: &[Figure<'a>] = &[];
    for group in figures.all.chunk_by(|a, b| a.quantity.sentence == b.quantity.sentence) {
        let sentence = group[0].quantity.sentence;
        let opening = plain(text, sentence.start, group[0].span().start);
        let joined = opening.trim_start_matches('(').starts_with("其中")
            && before.first().is_some_and(|last| follows(text, last.quantity.sentence, sentence));
        let mut items = Vec::new();
        if joined {
            read(text, before, None, &mut items);
        }
        let own = items.len();
        let mark = joined.then_some('。');
        read(text, group, mark, &mut items);
        before = group;
        if items.len() > 1 {
            inherit_units(text.source, &mut items);
            rows.push(Row { items, own, tail: plain(text, group[group.len() - 1].span().end, sentence.end) });
        }
    }
    rows
}

/// Whether `next` stands right behind `last` in one paragraph.
fn follows(text: &Text<'_>, last: Span, next: Span) -> bool {
    last.end <= next.start && text.source[last.end as usize..next.start as usize].chars().all(is_blank)
}

fn read<'f, 'a>(text: &Text<'_>, group: &'f [Figure<'a>], mark: Option<char>, items: &mut Vec<Item<'f, 'a>>) {
    let mut from = group[0].quantity.sentence.start;
    let mut depth = 0_usize;
    for (number, figure) in group.iter().enumerate() {
        let mut words = plain(text, from, figure.span().start);
        for ch in words.chars() {
            match ch {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        if let (0, Some(mark)) = (number, mark) {
            words.insert(0, mark);
        }
        items.push(Item { figure, words, depth, unit: figure.unit });
        from = figure.span().end;
    }
}

/// 3和5件: the first counts what the second does; in 3和5万件 it may count thousands or ones.
fn inherit_units(source: &str, items: &mut [Item<'_, '_>]) {
    for index in (0..items.len().saturating_sub(1)).rev() {
        let joined = matches!(items[index + 1].words.as_str(), "、" | "和" | "及" | "与" | "，" | ",");
        let scaled = source[items[index + 1].span().range()].contains(['百', '千', '万', '亿']);
        if items[index].unit.is_empty() && joined && !scaled && items[index].figure.quantity.kind == QuantityKind::Count
        {
            items[index].unit = items[index + 1].unit;
        }
    }
}

/// The numbers joined by `sign`: `3 + 4 + 5`.
pub(super) fn joined(values: impl Iterator<Item = Decimal>, sign: &str) -> Formula {
    let mut out = Formula::new();
    for value in values {
        let sign = if out.is_empty() { "" } else { sign };
        let written = write!(out, "{sign}{value}");
        debug_assert!(written.is_ok(), "a phrase takes everything");
    }
    out
}

/// The exact sum; `None` when it is out of reach.
pub(super) fn sum(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    values.into_iter().try_fold(Decimal::from_integer(0), Decimal::checked_add)
}

/// Whether one of `words` stands in `text`.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
