//! Facts to indicators: the catalogue, and the binding of figures to it by what their clause says.

mod bind;
mod catalogue;
pub(crate) mod clause;
mod gathered;
mod index;
mod lexicon;
mod mark;
mod respective;
mod rule_sets;
mod rules;
mod said;
pub(crate) mod scope;
#[cfg(test)]
mod tests;
mod told;
mod units;

pub(crate) use bind::bind;
pub use catalogue::{CATALOGUE, indicator_definition};
pub(crate) use index::{Scratch, find_words};

use crate::decimal::Decimal;
use crate::topic::Topic;

/// An entry of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndicatorDefinition {
    /// Stable id, such as `reconsideration.accepted`.
    pub id: &'static str,
    /// Name in Chinese.
    pub name: &'static str,
    /// The usual unit.
    pub unit: &'static str,
    /// The topic it belongs to.
    pub topic: Topic,
    /// What counts, in Chinese.
    pub definition: &'static str,
}

/// A figure of the report that states an indicator of its own year and area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The catalogue's entry.
    pub definition: &'static IndicatorDefinition,
    /// The figure's value, negative for a decrease.
    pub value: Decimal,
    /// Index of the quantity.
    pub quantity: u32,
}
