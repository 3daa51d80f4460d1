//! The figures of a report with the words around them: what every rule of arithmetic reads.

use super::Evidence;
use crate::facts::{Bound, Quantity, QuantityKind};
use crate::indicator::clause::Clause;
use crate::span::Span;
use crate::topic::Role;

/// A quantity and its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure<'a> {
    /// The quantity.
    pub quantity: &'a Quantity,
    /// What stands before it in its clause, layout included.
    pub left: &'a str,
    /// What stands behind it in its clause.
    pub right: &'a str,
    /// The unit as written, `%` for percent.
    pub unit: &'a str,
    /// The part of the report it stands in.
    pub role: Role,
    /// The indicator bound to it: index into the indicators.
    pub indicator: Option<usize>,
}

impl Figure<'_> {
    /// Whether the figure is exact: no 余, 约 or range.
    pub fn is_exact(&self) -> bool {
        self.quantity.bound == Bound::Exact && self.quantity.high.is_none()
    }

    /// Whether it is a rate in percent (percentage points are not).
    pub fn is_percent(&self) -> bool {
        self.quantity.kind == QuantityKind::Percent && matches!(self.unit, "%" | "‰")
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.quantity.span
    }
}

/// All figures of a report, in text order.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    pub all: Vec<Figure<'a>>,
}

impl<'a> Figures<'a> {
    /// Reads the words around every quantity.
    pub fn of<'t: 'a>(evidence: Evidence<'t, 'a>) -> Self
    where
        'a: 't,
    {
        let source = evidence.text.source;
        let mut indicators = evidence.indicators.iter().enumerate().peekable();
        let all = evidence.facts.quantities.iter().enumerate().map(|(index, quantity)| {
            let clause = Clause::around(source, &evidence.facts.quantities, index);
            let indicator = indicators.next_if(|(_, indicator)| indicator.quantity as usize == index).map(|(number, _)| number);
            while indicators.next_if(|(_, indicator)| indicator.quantity as usize <= index).is_some() {}
            Figure {
                quantity,
                left: &source[clause.left.range()],
                right: &source[clause.right.range()],
                unit: match quantity.unit {
                    crate::facts::Unit::None => "",
                    crate::facts::Unit::Percent => "%",
                    crate::facts::Unit::Word(span) => &source[span.range()],
                },
                role: quantity.section.map_or(Role::Measures, |section| evidence.meanings[section as usize].role),
                indicator,
            }
        });
        Self { all: all.collect() }
    }

    /// The figures of the sentence that holds `index`, as a range of indices.
    pub fn sentence_of(&self, index: usize) -> std::ops::Range<usize> {
        let sentence = self.all[index].quantity.sentence;
        let start = self.all.partition_point(|figure| figure.quantity.span.start < sentence.start);
        let end = self.all.partition_point(|figure| figure.quantity.span.start < sentence.end);
        start..end.max(index + 1)
    }
}
