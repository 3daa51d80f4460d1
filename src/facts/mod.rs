//! Facts of the text: quantities, dates, citations and document numbers, each with its section and its sentence.

mod bound;
mod citation;
mod date;
mod digits;
mod doc_number;
mod han;
mod list;
mod names;
mod opaque;
mod period;
mod quantity;
mod rank;
mod scan;
mod sentence;
mod share;
#[cfg(test)]
mod tests;
mod unit;
mod unit_table;
mod view;

use crate::decimal::Decimal;
use crate::span::Span;
use crate::text::glyph::Glyphs;

/// An amount with its unit, as `gold-format.md` of the project defines it: a count, rate, sum of money, duration, rank or multiple.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure as printed, with its unit and a bound word behind it (`3 万余件`).
    pub span: Span,
    /// The exact value in the base unit: 8.2万元 is 82000, 99.97% is 99.97, 六成 is 60.
    pub value: Decimal,
    /// The upper end of a range (80—530元).
    pub high: Option<Decimal>,
    /// The measure word.
    pub unit: Unit,
    /// What sort of amount it is.
    pub kind: QuantityKind,
    /// Whether the figure is exact.
    pub bound: Bound,
    /// Index of the section it stands in.
    pub section: Option<u32>,
    /// The sentence it stands in.
    pub sentence: Span,
}

/// The unit of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// No measure word.
    None,
    /// Percent, however it is written (%, ％, 百分之, 成).
    Percent,
    /// The measure word where it stands in the text (件, 人次, 个工作日).
    Word(Span),
}

/// The sorts of quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuantityKind {
    /// Things counted (件, 人次, 场).
    Count,
    /// Percent and percentage points.
    Percent,
    /// Money, in the unit written (元).
    Money,
    /// A length of time (天, 个工作日, 小时, 年).
    Duration,
    /// A rank (第1名).
    Rank,
    /// A multiple (3倍).
    Multiple,
}

impl QuantityKind {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Duration => "duration",
            Self::Rank => "rank",
            Self::Multiple => "multiple",
        }
    }
}

/// How a figure bounds the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bound {
    /// As it stands.
    Exact,
    /// At least so much (余, 多, 以上, 超).
    Over,
    /// Nearly or roughly so much (约, 近, 左右).
    About,
    /// At most so much (以下, 不足).
    Under,
}

impl Bound {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Over => "over",
            Self::About => "about",
            Self::Under => "under",
        }
    }
}

/// A title in 《》.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// From 《 to 》.
    pub span: Span,
    /// What stands inside; layout is dropped when it is made into text.
    pub title: Span,
    /// The sort of document.
    pub kind: CitationKind,
    /// Index of the section it stands in.
    pub section: Option<u32>,
}

/// The sorts of cited documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CitationKind {
    /// Laws, administrative regulations, local regulations (法, 法典, 条例).
    Law,
    /// Rules, Party regulations, provisions, measures (规章, 规定, 办法, 细则, 规则).
    Rule,
    /// Outlines, plans, schemes (纲要, 规划, 方案, 要点, 计划).
    Plan,
    /// Notices, opinions, lists, drafts and other documents.
    Document,
    /// Books, programmes, columns.
    Media,
}

impl CitationKind {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Rule => "rule",
            Self::Plan => "plan",
            Self::Document => "document",
            Self::Media => "media",
        }
    }
}

/// A document number such as 青政办发〔2023〕79号.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocNumber {
    /// The whole number.
    pub span: Span,
    /// The agency's code (青政办发).
    pub issuer: Span,
    /// The year in the brackets.
    pub year: u16,
    /// The serial number.
    pub serial: u32,
}

/// A calendar date or period as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateFact {
    /// As printed.
    pub span: Span,
    /// The date, or the first day or year of a period.
    pub date: PartialDate,
    /// The last day, month or year of a period.
    pub end: Option<PartialDate>,
}

/// A date of which the month and day may be unknown, and the year too (3月1日).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// Year, if printed.
    pub year: Option<u16>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day as printed, 1 to 31; it may not exist in that month (2月30日).
    pub day: Option<u8>,
}

/// Everything found in the text, in text order.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub quantities: Vec<Quantity>,
    pub citations: Vec<Citation>,
    pub doc_numbers: Vec<DocNumber>,
    pub dates: Vec<DateFact>,
}

impl Facts {
    /// Forgets everything but the memory.
    pub(crate) fn clear(&mut self) {
        self.quantities.clear();
        self.citations.clear();
        self.doc_numbers.clear();
        self.dates.clear();
    }

    /// Reads one paragraph.
    ///
    /// `markers` are the spans of the list and heading markers inside it, in order: they are no figures. `max` is the
    /// limit for each kind of fact; returns whether everything fitted. `source` is the text the glyphs were made of.
    pub(crate) fn scan(&mut self, source: &str, glyphs: &Glyphs, markers: &[Span], max: usize) -> bool {
        debug_assert!(glyphs.items().last().is_none_or(|last| (last.at as usize) < source.len()));
        scan::Scanner::new(self, glyphs, markers, max).run()
    }
}
