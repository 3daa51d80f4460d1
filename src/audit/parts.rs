//! Sentences as the rules of addition and order read them: the figures in order, with the plain words between them.

use super::figure::{Figure, Figures};
use super::{Evidence, Formula, cue};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::phrase::Piece as _;
use crate::span::Span;
use crate::text::Text;
use crate::text::glyph::is_blank;

/// Longest stretch of words between two figures that is read whole, in bytes; of a longer one its two ends are.
const REACH: u32 = 900;

/// A figure and what stands between it and the figure before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'f, 'a> {
    pub figure: &'f Figure<'a>,
    /// The words before it, from the figure before or the sentence's start on, without layout, folded to half-width.
    pub words: &'f str,
    /// How many brackets are open around it.
    pub depth: usize,
    /// Its unit; 3 in 3和5件 has that of 5.
    pub unit: &'a str,
    /// The marks and words in `words`, as bits of [`cue`].
    pub cues: u64,
    /// The words in the figure's own clause: behind the last mark, the 、 excepted.
    pub label: &'f str,
    /// What it counts, as the unit that is usual for it; empty if it counts nothing.
    counted: &'a str,
}

/// The figures of a sentence; of two, where the second begins with 其中.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'f, 'a> {
    pub items: &'f [Item<'f, 'a>],
    /// Index of the first figure of the row's own sentence; those before it are of the sentence before.
    pub own: usize,
    /// Whether so many figures count the same that some may be the sum of others.
    pub sums: bool,
    /// What follows the last figure, to the sentence's end.
    pub tail: &'f str,
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
        !self.counted.is_empty()
    }

    /// Whether it counts in the unit of `other`.
    pub fn is_like(&self, other: &Self) -> bool {
        self.counts() && self.counted == other.counted
    }

    /// Whether one of the marks and words of `cues` stands in its words.
    pub fn has(&self, cues: u64) -> bool {
        self.cues & cues != 0
    }

    /// The measure words that count the same things told as one.
    fn canonical(&self) -> &'static str {
        match self.unit {
            "件" | "起" | "宗" | "例" | "桩" => "件",
            "人" | "名" | "位" => "人",
            _ => "",
        }
    }
}

impl<'f> Row<'f, '_> {
    /// The words behind the figure `index`.
    pub fn behind(&self, index: usize) -> &'f str {
        self.items.get(index + 1).map_or(self.tail, |next| next.words)
    }

    /// The noun behind the figure `index`, up to the next mark.
    pub fn noun_behind(&self, index: usize) -> &'f str {
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

/// Which figures stand in one sentence, and the words before and behind them that are no slice of the text.
#[derive(Debug, Default)]
pub(super) struct Groups {
    groups: Vec<Group>,
    made: Vec<Made>,
    pool: String,
}

/// The figures of one sentence, as indices.
#[derive(Clone, Copy, Debug)]
struct Group {
    from: u32,
    to: u32,
    /// Where the sentence begins in the plain text.
    start: u32,
    /// Whether the sentence begins with 其中 and is read together with the one before.
    joined: bool,
}

/// Words before the figure `figure`, or behind the last one of a sentence, as bytes of the pool.
#[derive(Clone, Copy, Debug)]
struct Made {
    figure: u32,
    behind: bool,
    from: u32,
    to: u32,
}

impl Groups {
    /// Takes up another report.
    pub fn refill(&mut self, text: &Text<'_>, figures: &Figures<'_>) {
        self.groups.clear();
        self.made.clear();
        self.pool.clear();
        let mut from = 0;
        let mut before = None;
        let plain = &figures.texts.plain;
        for group in figures.all.chunk_by(|a, b| a.quantity.sentence == b.quantity.sentence) {
            let sentence = group[0].quantity.sentence;
            let long = group[0].span().start.saturating_sub(sentence.start) > REACH;
            let edge = plain.edge(sentence.start);
            let opening = if long {
                figures.plain(sentence.start, sentence.start + REACH / 3)
            } else {
                plain.between(edge, group[0].plain.0)
            };
            let joined = opening.trim_start_matches('(').starts_with("其中")
                && before.is_some_and(|last| follows(text, last, sentence));
            let mut start = sentence.start;
            for (number, figure) in group.iter().enumerate() {
                let mark = if joined && number == 0 { "。" } else { "" };
                self.make(figures, (from + number, false), mark, start, figure.span().start);
                start = figure.span().end;
            }
            let to = from + group.len();
            if joined || group.len() > 1 {
                self.make(figures, (to - 1, true), "", start, sentence.end);
            }
            self.groups.push(Group { from: from as u32, to: to as u32, start: edge, joined });
            before = Some(sentence);
            from = to;
        }
    }

    /// Makes words that begin with a mark of their own or are too long to be read whole.
    fn make(&mut self, figures: &Figures<'_>, place: (usize, bool), mark: &str, from: u32, to: u32) {
        let long = to.saturating_sub(from) > REACH;
        if !long && mark.is_empty() {
            return;
        }
        let start = self.pool.len();
        self.pool.push_str(mark);
        if long {
            let [start, end] = both_ends(from, to).map(|(from, to)| figures.plain(from, to));
            self.pool.push_str(start);
            self.pool.push('。');
            self.pool.push_str(end);
        } else {
            self.pool.push_str(figures.plain(from, to));
        }
        let (from, to) = (start as u32, self.pool.len() as u32);
        self.made.push(Made { figure: place.0 as u32, behind: place.1, from, to });
    }
}

/// The two ends of a long stretch, or the whole of a short one and nothing.
pub(super) fn both_ends(from: u32, to: u32) -> [(u32, u32); 2] {
    if to.saturating_sub(from) > REACH {
        [(from, from + REACH / 3), (to - REACH / 2, to)]
    } else {
        [(from, to), (to, to)]
    }
}

/// Whether `next` stands right behind `last` in one paragraph.
fn follows(text: &Text<'_>, last: Span, next: Span) -> bool {
    last.end <= next.start && text.source[last.end as usize..next.start as usize].chars().all(is_blank)
}

/// The sentences with at least two figures.
#[derive(Debug, Default)]
pub(super) struct Rows<'f, 'a> {
    items: Vec<Item<'f, 'a>>,
    rows: Vec<Extent<'f>>,
}

/// Where a row's items stand in the table.
#[derive(Clone, Copy, Debug)]
struct Extent<'f> {
    from: u32,
    own: u32,
    to: u32,
    sums: bool,
    tail: &'f str,
}

impl<'f, 'a> Rows<'f, 'a> {
    /// The rows of a report, in the memory of another's.
    pub fn of(evidence: &Evidence<'_, '_>, figures: &'f Figures<'a>, groups: &'f Groups, memory: Memory) -> Self {
        let mut rows = memory.emptied();
        let mut made = groups.made.iter().peekable();
        let plain = &figures.texts.plain;
        let mut words = |figure: u32, behind: bool, from: u32, to: u32| match made
            .next_if(|made| made.figure == figure && made.behind == behind)
        {
            Some(made) => &groups.pool[made.from as usize..made.to as usize],
            None => plain.between(from, to),
        };
        let mut before: Option<(usize, Group)> = None;
        for &group in &groups.groups {
            let first = rows.items.len();
            let mut from = first;
            if let Some((start, last)) = before.filter(|_| group.joined) {
                from = start;
                if last.joined {
                    // It stands alone here: without the mark that joined it to the one before it.
                    from = first;
                    rows.items.extend_from_within(start..first);
                    let alone = &mut rows.items[first];
                    alone.words = alone.words.strip_prefix('。').unwrap_or(alone.words);
                    alone.cues = 0;
                }
            }
            let own = rows.items.len();
            let sentence = figures.all[group.from as usize].quantity.sentence;
            let mut at = group.start;
            for index in group.from..group.to {
                let figure = &figures.all[index as usize];
                let words = words(index, false, at, figure.plain.0);
                rows.items.push(Item { figure, words, depth: 0, unit: figure.unit, cues: 0, label: "", counted: "" });
                at = figure.plain.1;
            }
            before = Some((own, group));
            let to = rows.items.len();
            if to - from > 1 {
                inherit_units(evidence.text.source, &mut rows.items[own..]);
            }
            for item in &mut rows.items[own..] {
                if matches!(item.figure.quantity.kind, QuantityKind::Count | QuantityKind::Money) {
                    item.counted = Some(item.canonical()).filter(|unit| !unit.is_empty()).unwrap_or(item.unit);
                }
            }
            if to - from > 1 {
                let tail = words(group.to - 1, true, at, plain.edge(sentence.end));
                let like = most_alike(&rows.items[from..]);
                if like < 2 && !rows.items[from + 1..].iter().any(|item| item.words.is_empty()) {
                    continue; // nothing to compare
                }
                let (before, items) = rows.items[from..].split_at_mut(own - from);
                if before.first().is_some_and(|item| item.cues == 0) {
                    read(before);
                }
                read(items);
                let (from, own, to) = (from as u32, (own - from) as u32, to as u32);
                rows.rows.push(Extent { from, own, to, sums: like > 2, tail });
            }
        }
        rows
    }

    /// The rows in text order.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        self.rows.iter().map(|&Extent { from, own, to, sums, tail }| Row {
            items: &self.items[from as usize..to as usize],
            own: own as usize,
            sums,
            tail,
        })
    }
}

/// The memory of [`Rows`], kept from one report to the next.
pub(super) type Memory = Rows<'static, 'static>;

impl Rows<'_, '_> {
    /// An emptied table for another report; its memory is kept.
    pub fn emptied<'f, 'a>(mut self) -> Rows<'f, 'a> {
        self.items.clear();
        self.rows.clear();
        Rows {
            items: self.items.into_iter().map_while(|_| None).collect(),
            rows: self.rows.into_iter().map_while(|_| None).collect(),
        }
    }
}

/// How many figures at most count in one unit; of many figures it is not worked out.
fn most_alike(items: &[Item<'_, '_>]) -> usize {
    if items.len() > 8 {
        return items.len();
    }
    let alike = |from: usize| items[from..].iter().filter(|other| other.is_like(&items[from])).count();
    (0..items.len()).map(alike).max().unwrap_or(0)
}

/// Reads the words of a sentence's figures.
fn read(items: &mut [Item<'_, '_>]) {
    let mut depth = 0;
    for item in items {
        let found = cue::read(item.words, &mut depth);
        (item.cues, item.depth) = (found.cues, depth);
        item.label = item.words[found.clause..].trim_start_matches('、');
    }
}

/// 3和5件: the first counts what the second does; in 3和5万件 it may count thousands or ones.
fn inherit_units(source: &str, items: &mut [Item<'_, '_>]) {
    for index in (0..items.len().saturating_sub(1)).rev() {
        let joined = || matches!(items[index + 1].words, "、" | "和" | "及" | "与" | "，" | ",");
        let scaled = || source[items[index + 1].span().range()].contains(['百', '千', '万', '亿']);
        let bare = items[index].unit.is_empty() && items[index].figure.quantity.kind == QuantityKind::Count;
        if bare && joined() && !scaled() {
            items[index].unit = items[index + 1].unit;
        }
    }
}

/// The numbers joined by `sign`: `3 + 4 + 5`.
pub(super) fn joined(values: impl Iterator<Item = Decimal>, sign: &str) -> Formula {
    let mut out = Formula::new();
    for value in values {
        out.push_str(if out.is_empty() { "" } else { sign });
        value.add_to(&mut out);
    }
    out
}

/// The exact sum; `None` when it is out of reach.
pub(super) fn sum(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    values.into_iter().try_fold(Decimal::from_integer(0), Decimal::checked_add)
}
