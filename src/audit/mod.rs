//! Indicators and facts to checks: which claims of the report hold, which cannot, and which cannot be judged.
//!
//! A false alarm costs more trust than a miss: a claim is inconsistent only if no usual reading makes it hold.

mod bare;
mod conflict;
mod cue;
mod date;
mod deadline;
mod enumeration;
mod exhaustive;
mod figure;
pub(crate) mod fraction;
mod guide;
mod leftover;
mod listing;
mod named;
mod order;
mod parts;
mod range;
mod ratio;
mod rest;
mod sum;
mod table;
mod target;
mod yoy;

pub use guide::{Guide, guide};

use smallvec::SmallVec;

use crate::facts::Facts;
use crate::front::Front;
use crate::indicator::Indicator;
use crate::indicator::clause::Clause;
use crate::outline::Outline;
use crate::phrase::{self, Phrase};
use crate::span::Span;
use crate::text::Text;
use crate::text::glyph::Glyphs;
use crate::topic::Meaning;

/// What a check says in words; few are longer than the 136 bytes kept in place.
pub type Explanation = Phrase<136>;

/// A check's working; few are longer than the 48 bytes kept in place.
pub type Formula = Phrase<48>;

/// A claim that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The rule that looked.
    pub kind: CheckKind,
    /// What it found.
    pub verdict: Verdict,
    /// The figures the check rests on, the stated one first; each is a figure or a short name, never a sentence.
    pub spans: SmallVec<[Span; 8]>,
    /// The figure as stated, in its unit (percent without the sign).
    pub stated: Option<phrase::Figure>,
    /// The figure as it follows from the others, at the stated precision.
    pub computed: Option<phrase::Figure>,
    /// The working: `9542 / 9737`.
    pub formula: Formula,
    /// The definition that was used or that would make the claim hold, in Chinese.
    pub reading: Option<Phrase<56>>,
    /// The simplest value that would mend it.
    pub repair: Option<phrase::Figure>,
    /// In words, in Chinese.
    pub explanation: Explanation,
}

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CheckKind {
    /// A rate against its counts.
    Ratio,
    /// A total against its parts.
    Sum,
    /// A change against the years it compares.
    Yoy,
    /// A result against its target.
    Target,
    /// A part not above its whole, a later stage not above an earlier one.
    Order,
    /// The same indicator told twice with different values.
    Conflict,
    /// A range that runs backwards, or a rate that cannot be.
    Range,
    /// A date that does not exist, years that do not agree.
    Date,
    /// Signed or printed after the day it was due.
    Deadline,
    /// A number of things announced, another listed.
    Enumeration,
    /// The name of another place, or an old year, where this report's own must stand.
    Leftover,
}

/// What a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// It holds.
    Consistent,
    /// No usual reading makes it hold.
    Inconsistent,
    /// It holds under one usual definition and not under another.
    Ambiguous,
    /// The report does not print what it would take to judge.
    Uncheckable,
}

impl CheckKind {
    /// Every rule, in the order of the closed list in `fazhi.report/1`.
    pub const ALL: [CheckKind; 11] = [
        Self::Ratio,
        Self::Sum,
        Self::Yoy,
        Self::Target,
        Self::Order,
        Self::Conflict,
        Self::Range,
        Self::Date,
        Self::Deadline,
        Self::Enumeration,
        Self::Leftover,
    ];

    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ratio => "ratio",
            Self::Sum => "sum",
            Self::Yoy => "yoy",
            Self::Target => "target",
            Self::Order => "order",
            Self::Conflict => "conflict",
            Self::Range => "range",
            Self::Date => "date",
            Self::Deadline => "deadline",
            Self::Enumeration => "enumeration",
            Self::Leftover => "leftover",
        }
    }
}

impl Verdict {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Inconsistent => "inconsistent",
            Self::Ambiguous => "ambiguous",
            Self::Uncheckable => "uncheckable",
        }
    }
}

impl Check {
    /// A check of `kind` over `spans`, the stated figure first, explained in words; the rest is empty.
    pub(crate) fn new(kind: CheckKind, verdict: Verdict, spans: &[Span], explanation: Explanation) -> Self {
        Self {
            kind,
            verdict,
            spans: SmallVec::from_slice(spans),
            stated: None,
            computed: None,
            formula: Formula::new(),
            reading: None,
            repair: None,
            explanation,
        }
    }
}

/// What the rules read: everything that was parsed.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'t, 'a> {
    pub text: &'t Text<'a>,
    pub outline: &'t Outline,
    pub meanings: &'t [Meaning],
    pub facts: &'t Facts,
    pub front: &'t Front,
    pub indicators: &'t [Indicator],
    /// The clause of each figure.
    pub clauses: &'t [Clause],
}

/// Working memory of this stage, kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    texts: bare::Texts,
    figures: figure::Buffer,
    ratio: ratio::Scratch,
    yoy: yoy::Scratch,
    groups: parts::Groups,
    rows: parts::Memory,
    /// Spans of the checks of some rules.
    spans: Vec<Span>,
    conflict: conflict::Scratch,
    order: Vec<Place>,
    glyphs: Glyphs,
    cells: Vec<table::Cell>,
}

/// Looks at every claim of the report; the checks are in the order of their stated figures.
pub(crate) fn audit(evidence: Evidence<'_, '_>, scratch: &mut Scratch, checks: &mut Vec<Check>) {
    let Scratch { texts, figures, ratio, yoy, groups, rows: memory, spans, conflict, order, glyphs, cells } = scratch;
    texts.refill(evidence.text);
    let table = figure::Figures::of(&evidence, texts, std::mem::take(figures));
    target::check(&evidence, &table, checks);
    yoy::check(&evidence, &table, yoy, checks);
    ratio::check(&evidence, &table, ratio, checks);
    groups.refill(evidence.text, &table);
    let rows = parts::Rows::of(&evidence, &table, groups, std::mem::take(memory));
    sum::check(&evidence, &table, &rows, checks);
    table::check(&evidence, cells, checks);
    order::check(&evidence, &table, &rows, spans, checks);
    *memory = rows.emptied();
    conflict::check(&evidence, &table, conflict, checks);
    range::check(&evidence, &table, spans, checks);
    date::check(&evidence, checks);
    deadline::check(&evidence, checks);
    enumeration::check(&evidence, &table, glyphs, checks);
    leftover::check(&evidence, checks);
    sort(checks, order);
    *figures = table.into_buffer();
}

/// Puts into `starts` where the figures stand that the checks so far are about, in order.
fn list_stated(checks: &[Check], starts: &mut Vec<u32>) {
    starts.clear();
    starts.extend(checks.iter().filter_map(|check| check.spans.first().map(|span| span.start)));
    starts.sort_unstable();
}

/// Where a check belongs, and where it stands.
type Place = (Option<u32>, CheckKind, u32);

/// Sorts the checks by the place of their stated figures and by rule, those of one rule as it found them.
fn sort(checks: &mut [Check], order: &mut Vec<Place>) {
    let start = |check: &Check| check.spans.first().map(|span| span.start);
    order.clear();
    order.extend(checks.iter().zip(0..).map(|(check, number)| (start(check), check.kind, number)));
    order.sort_unstable();
    // Every cycle of the permutation is turned by one.
    for first in 0..order.len() {
        let mut at = first;
        loop {
            let from = order[at].2 as usize;
            order[at].2 = at as u32;
            if from == first || from == at {
                break;
            }
            checks.swap(at, from);
            at = from;
        }
    }
}
