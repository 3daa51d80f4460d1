//! The figures of a report with the words around them: what every rule of arithmetic reads.

use std::sync::atomic::{AtomicU8, Ordering};

use super::Evidence;
use super::bare::Texts;
use super::fraction::Operand;
use crate::decimal::Decimal;
use crate::facts::{Bound, Quantity, QuantityKind, Unit};
use crate::indicator::clause::{self, Told};
use crate::span::Span;
use crate::topic::Role;

/// A quantity and its words.
#[derive(Debug)]
pub(super) struct Figure<'a> {
    /// The quantity.
    pub quantity: &'a Quantity,
    /// What stands before it in its clause, layout included.
    pub left: &'a str,
    /// What stands behind it in its clause.
    pub right: &'a str,
    /// `left` without layout and quotation marks.
    pub words: &'a str,
    /// The unit as written, `%` for percent.
    pub unit: &'a str,
    /// `unit` without layout.
    pub measure: &'a str,
    /// Whether the report tells it as done: not among shortcomings or plans.
    pub told: bool,
    /// The part of the report it stands in.
    pub role: Role,
    /// The indicator bound to it: index into the indicators.
    pub indicator: Option<u32>,
    /// Where it begins and ends in the plain text.
    pub plain: (u32, u32),
    /// Where in `words` its own begin.
    own: u32,
    /// What the words before it say of it, as bits; nothing until it is first asked for.
    guards: AtomicU8,
}

/// The words before a figure were read.
const READ: u8 = 1;
/// It is no result.
const ASIDE: u8 = 1 << 1;
/// They tell of a change.
const CHANGES: u8 = 1 << 2;

impl<'a> Figure<'a> {
    /// Of `words`, what stands behind the figure before, when that one is part of the clause (由61%提高到92%).
    pub fn own(&self) -> &'a str {
        self.words.get(self.own as usize..).unwrap_or_default()
    }

    /// Whether the figure is exact: no 余, 约 or range.
    pub fn is_exact(&self) -> bool {
        self.quantity.bound == Bound::Exact && self.quantity.high.is_none()
    }

    /// Whether it is a rate in percent (percentage points are not).
    pub fn is_percent(&self) -> bool {
        self.quantity.kind == QuantityKind::Percent && matches!(self.unit, "%" | "‰")
    }

    /// Whether it is no result: a difference to another year, a goal, one of a rate.
    pub fn is_aside(&self) -> bool {
        self.guards() & ASIDE > 0
    }

    /// Whether its words tell of a change.
    pub fn changes(&self) -> bool {
        self.guards() & CHANGES > 0
    }

    /// Whether it is no result, or its words tell of a change.
    pub fn is_guarded(&self) -> bool {
        self.guards() & (ASIDE | CHANGES) > 0
    }

    fn guards(&self) -> u8 {
        let known = self.guards.load(Ordering::Relaxed);
        if known > 0 {
            return known;
        }
        let told = Told::of(self.left);
        let aside = told.is_difference() || told.is_goal() || clause::is_no_total(self.left);
        let changes = told.change().is_some();
        let guards = READ | if aside { ASIDE } else { 0 } | if changes { CHANGES } else { 0 };
        self.guards.store(guards, Ordering::Relaxed);
        guards
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.quantity.span
    }

    /// Where the words of its clause before it begin.
    pub fn left_start(&self) -> usize {
        self.quantity.span.start as usize - self.left.len()
    }

    /// Whether it counts things, money or time: what a rate or a change can be worked out from.
    pub fn is_amount(&self) -> bool {
        matches!(self.quantity.kind, QuantityKind::Count | QuantityKind::Money | QuantityKind::Duration)
    }

    /// The value with what rounding may have taken from it: 8.2万 is good to a thousand either way.
    pub fn operand(&self, source: &str) -> Operand {
        let printed = &source[self.span().range()];
        // The last bytes of . ．万亿: most figures have none of them.
        if !printed.bytes().any(|byte| matches!(byte, b'.' | 0x8e | 0x87 | 0xbf)) {
            return Operand::exact(self.quantity.value);
        }
        let number = printed.split_once(['万', '亿']).map_or(printed, |(number, _)| number);
        let decimals = number
            .split_once(['.', '．'])
            .map_or(0, |(_, tail)| tail.chars().filter(|ch| matches!(ch, '0'..='9' | '０'..='９')).count());
        let exponent = 4 * printed.matches('万').count() + 8 * printed.matches('亿').count();
        let last_digit = || {
            let scale = decimals.saturating_sub(exponent).try_into().ok()?;
            Decimal::new(10_i64.checked_pow(exponent.saturating_sub(decimals).try_into().ok()?)?, scale)
        };
        let slack = if exponent == 0 && decimals == 0 { None } else { last_digit() };
        Operand { value: self.quantity.value, slack: slack.unwrap_or_default() }
    }
}

/// The paragraph around the byte `offset`, as an index.
pub(super) fn paragraph_of(evidence: &Evidence<'_, '_>, offset: u32) -> usize {
    evidence.text.paragraphs.partition_point(|paragraph| paragraph.span.start <= offset)
}

/// Measure words that count the same things in different hands.
const KIN: &[&[&str]] = &[
    &["件", "起", "宗", "例", "案", "笔", "件次", "件(次)", "件（次）"],
    &["人", "名", "位", "人次", "人(次)", "人（次）"],
    &["人次", "次", "件次", "件"],
    &["份", "宗", "卷", "件", "册", "本", "个"],
    &["项", "个", "条", "件"],
    &["次", "场", "场次", "期"],
    &["家", "户"],
    &["个", "处", "家", "所"],
];

/// Whether two units, without layout, can count the same things.
pub(super) fn is_kin(a: &str, b: &str) -> bool {
    a == b || KIN.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// All figures of a report, in text order.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    pub all: Vec<Figure<'a>>,
    /// The text without layout.
    pub texts: &'a Texts,
    source: &'a str,
}

/// The memory of [`Figures`], kept from one report to the next.
pub(super) type Buffer = Vec<Figure<'static>>;

impl<'a> Figures<'a> {
    /// Reads the words around every quantity.
    pub fn of<'t: 'a>(evidence: &Evidence<'t, 'a>, texts: &'a Texts, buffer: Buffer) -> Self
    where
        'a: 't,
    {
        let source = evidence.text.source;
        let passages = &evidence.outline.passages;
        let mut indicators = evidence.indicators.iter().enumerate().peekable();
        let (mut squeezed, mut plain) = (texts.squeezed.walk(), texts.plain.walk());
        let mut passage = 0;
        let mut end = (0, 0);
        let mut all = empty(buffer);
        all.extend(evidence.facts.quantities.iter().enumerate().map(|(index, quantity)| {
            let clause = evidence.clauses[index];
            let indicator = indicators.next_if(|(_, indicator)| indicator.quantity as usize == index);
            while indicators.next_if(|(_, indicator)| indicator.quantity as usize <= index).is_some() {}
            let span = quantity.span;
            let edges = [squeezed.edge(span.start), squeezed.edge(span.end)];
            let (unit, measure) = match quantity.unit {
                Unit::None => ("", ""),
                Unit::Percent => ("%", "%"),
                Unit::Word(word) if span.contains(word) && (edges[1] - edges[0]) as usize == span.len() => {
                    (&source[word.range()], &source[word.range()]) // without layout as it is
                }
                Unit::Word(word) => (&source[word.range()], texts.squeezed.slice(word.start, word.end)),
            };
            let role = quantity.section.map_or(Role::Measures, |section| evidence.meanings[section as usize].role);
            while passages.get(passage).is_some_and(|passage| passage.span.start <= span.start) {
                passage += 1;
            }
            let in_passage = passage.checked_sub(1).is_some_and(|last| passages[last].span.contains(span));
            let left = texts.squeezed.edge(clause.left.start);
            let own = if end.0 > clause.left.start { edges[0].min(end.1).saturating_sub(left) } else { 0 };
            end = (span.end, edges[1]);
            Figure {
                quantity,
                left: &source[clause.left.range()],
                right: &source[clause.right.range()],
                words: texts.squeezed.between(left, edges[0]),
                unit,
                measure,
                told: !matches!(role, Role::Problems | Role::Plan | Role::ProblemsAndPlan) && !in_passage,
                role,
                indicator: indicator.map(|(number, _)| number as u32),
                plain: (plain.edge(span.start), plain.edge(span.end)),
                own,
                guards: AtomicU8::new(0),
            }
        }));
        Self { all, texts, source }
    }

    /// The memory, for the next report.
    pub fn into_buffer(self) -> Buffer {
        empty(self.all)
    }

    /// The text from `from` to `to` without blanks, line ends and quotation marks.
    pub fn squeezed(&self, from: usize, to: usize) -> &'a str {
        self.texts.squeezed.slice(from as u32, to as u32)
    }

    /// The text from `from` to `to`, or from the next characters on, without blanks, line ends and what stands between
    /// the halves of a broken sentence, folded to half-width.
    pub fn plain(&self, from: u32, to: u32) -> &'a str {
        let edge = |at: u32| self.source.ceil_char_boundary(at as usize) as u32;
        self.texts.plain.slice(edge(from), edge(to))
    }

    /// The figures of the sentence that holds `index`, as a range of indices.
    pub fn sentence_of(&self, index: usize) -> std::ops::Range<usize> {
        let sentence = self.all[index].quantity.sentence;
        let start = self.all.partition_point(|figure| figure.quantity.span.start < sentence.start);
        let end = self.all.partition_point(|figure| figure.quantity.span.start < sentence.end);
        start..end.max(index + 1)
    }
}

/// An emptied table for figures of another report; its memory is kept.
fn empty<'b>(mut figures: Vec<Figure<'_>>) -> Vec<Figure<'b>> {
    figures.clear();
    figures.into_iter().map_while(|_| None).collect()
}
