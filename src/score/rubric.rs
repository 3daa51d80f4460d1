//! A rubric: what is scored, for how many points, by which rule, on what legal ground, and in which words.

use std::sync::{Arc, LazyLock};

use super::error::RubricError;
use super::lexicon::{Lexicon, WordSet};
use super::load;
use super::place::{Place, Places};
use super::template::Template;
use crate::audit::CheckKind;
use crate::decimal::Decimal;
use crate::indicator::IndicatorDefinition;
use crate::topic::Topic;

/// The text of the built-in rubric.
const BUILT_IN: &str = include_str!("../../rubric/fazhi-text-quality-1.toml");

/// A versioned set of criteria with their weights, rules, words, legal grounds and texts.
///
/// The default is the built-in `fazhi-text-quality`; a caller may write his own in TOML. A rubric is immutable and may be
/// shared between threads.
#[derive(Clone, Debug)]
pub struct Rubric {
    inner: Arc<Inner>,
}

/// Everything a rubric says.
#[derive(Debug)]
pub(super) struct Inner {
    pub id: Arc<str>,
    pub version: u32,
    pub name: Arc<str>,
    pub notice: Arc<str>,
    pub sha256: Arc<str>,
    pub total: Decimal,
    /// Decimals to which a share of points is rounded.
    pub places: u8,
    pub texts: Texts,
    pub dimensions: Vec<Dimension>,
    pub topics: Vec<TopicWords>,
    /// The topics of each first-level indicator, by their indices.
    pub groups: Vec<Vec<usize>>,
    /// The topics of each word.
    pub topics_of: Vec<Topics>,
    /// The fields of each word, as bits in the order of [`Topic::ALL`].
    pub fields_of: Vec<u16>,
    pub reading: Reading,
    pub flags: Vec<FlagRule>,
    pub lexicon: Lexicon,
}

/// The first two of some topics, by their indices: a clause serves no more.
pub(super) type Topics = [Option<u32>; 2];

pub(super) const NO_TOPICS: Topics = [None; 2];

/// Texts for what concerns every criterion.
#[derive(Debug)]
pub(super) struct Texts {
    pub cut_off: String,
    pub no_report: String,
    pub seen: String,
    pub recalled: String,
}

/// Words by which the report is divided into problems, causes and plans.
#[derive(Debug)]
pub(super) struct Reading {
    /// Done: 完成, 办结, 印发.
    pub acts: WordSet,
    /// Resolved to be done: 坚持, 确保.
    pub slogans: WordSet,
    /// Begin a plan inside a part on shortcomings.
    pub plan_openings: WordSet,
    /// Name causes in a heading.
    pub cause_headings: WordSet,
    /// Name them beside the shortcomings.
    pub problem_and_cause_headings: WordSet,
    /// Introduce shortcomings without telling one.
    pub problem_intros: WordSet,
    /// Pieces of text that are no item: 这些都需要我们…
    pub asides: WordSet,
}

#[derive(Debug)]
pub(super) struct Dimension {
    pub id: Arc<str>,
    pub name: Arc<str>,
    pub weight: Decimal,
    pub criteria: Vec<Criterion>,
}

#[derive(Debug)]
pub(super) struct Criterion {
    pub id: Arc<str>,
    pub name: Arc<str>,
    pub rule: Arc<str>,
    pub points: Decimal,
    pub basis: Arc<str>,
    pub parts: Vec<Part>,
}

/// A part of a criterion: one rule.
#[derive(Debug)]
pub(super) struct Part {
    pub points: Decimal,
    pub rule: Rule,
    pub texts: PartTexts,
}

/// What is said of a part's outcome.
#[derive(Debug)]
pub(super) struct PartTexts {
    pub met: Template,
    pub partly: Template,
    pub not_met: Template,
    pub not_assessable: Template,
}

/// A second-level topic: its words, the field of the report's sections it belongs to, and its first-level indicator.
#[derive(Debug)]
pub(super) struct TopicWords {
    pub name: String,
    pub field: Topic,
    pub group: usize,
    /// By their numbers.
    pub words: Vec<u16>,
}

#[derive(Debug)]
pub(super) struct FlagRule {
    pub code: Arc<str>,
    pub when: FlagWhen,
    pub text: Arc<str>,
}

/// The closed set of what a flag may be raised for.
#[derive(Debug)]
pub(super) enum FlagWhen {
    /// Signed inside the year that is reported on.
    SignedInReportYear,
    /// A recipient is not named.
    NoRecipient,
    /// Nobody is named who gets a copy.
    NoCopy,
    /// The document's own number is not written with 〔〕.
    OddDocumentNumber,
    /// The text says one of these words in a report on this year or a later one.
    Words { words: WordSet, from_year: u16 },
    /// The reader noted this of the text.
    Note(String),
    /// Marks of half width stand where Chinese ones belong.
    HalfWidth,
    /// A check of one of these kinds is inconsistent.
    Inconsistent(Vec<CheckKind>),
    /// A figure that is wrong, or a target missed, in a field that the shortcomings do not touch.
    UnmentionedFault,
}

/// The closed set of rules.
#[derive(Debug)]
pub(super) enum Rule {
    /// The report has this part.
    Block { place: Place, least: usize },
    /// The part has at least so many items.
    Items { place: Place, least: usize },
    /// At least so many sentences or clauses say a word of each list.
    Sentences(Sentences),
    /// Distinct second-level topics on which something was done.
    Topics { places: Places, least: usize, scale: Scale },
    /// A first-level indicator: something done, two topics, a figure or document; a third each.
    Group { group: usize, places: Places },
    /// Things counted, each by any of its indicators.
    Indicators(Things),
    /// Rates of which the counts are printed too.
    Rates { places: Places, without: Decimal },
    /// The audit's checks: points are lost for what is wrong.
    Checks { kinds: Vec<CheckKind>, least: usize, inconsistent: Decimal, slip: Decimal, slips_at_most: Decimal },
    /// Done before a day of the year after the reporting year.
    Deadline { of: DayOf, steps: Vec<Step> },
    /// Who reports, or on which year.
    Identity(Identity),
    /// The years of title, number, date and plan agree.
    Years,
    /// Causes of the shortcomings.
    Causes { strong: WordSet, weak: WordSet, some: Decimal, weak_each: Decimal, weak_at_most: Decimal },
    /// Points for each item by what it names.
    Marks { place: Place, marks: Vec<Mark>, short_percent: usize, short_at_most: Decimal },
    /// Items that name something: a share of all items, or of so many.
    ItemsWith { place: Place, words: WordSet, features: Vec<Feature>, least: Option<usize> },
    /// Items of one part that share a field with an item of another.
    Link { from: Place, to: Place },
    /// How much of the text stood in last year's report.
    Likeness { size: usize, steps: Vec<(usize, Decimal)>, formulas: WordSet },
    /// Needs reports of other issuers, which one report's score has not.
    Peers,
}

#[derive(Debug)]
pub(super) struct Sentences {
    pub places: Places,
    pub window: Window,
    pub groups: Vec<WordSet>,
    pub without: WordSet,
    pub features: Vec<Feature>,
    /// What does instead of the words.
    pub or_with: Vec<Feature>,
    pub quantities: usize,
    pub least: usize,
    /// Whether it is told how many there are when there are enough.
    pub counted: bool,
}

/// The text in which the words must stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Window {
    Clause,
    Sentence,
}

/// All or nothing, or in proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Step,
    Linear,
}

/// Something other than words that a text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    Quantity,
    Document,
    Date,
    /// A date in the year after the reporting year.
    NextYear,
}

/// Things counted, each by any of its indicators.
#[derive(Debug)]
pub(super) struct Things {
    pub names: Vec<String>,
    /// For each indicator asked for, by the address of its definition in order, the thing that it counts.
    asked: Vec<(usize, usize)>,
}

impl Things {
    /// Each by its name and indicators.
    pub fn new(things: Vec<(String, Vec<&'static IndicatorDefinition>)>) -> Self {
        let (names, indicators): (Vec<_>, Vec<_>) = things.into_iter().unzip();
        let of_thing = |(thing, own): (usize, Vec<_>)| own.into_iter().map(move |asked| (address(asked), thing));
        let mut asked: Vec<(usize, usize)> = indicators.into_iter().enumerate().flat_map(of_thing).collect();
        asked.sort_unstable();
        Self { names, asked }
    }

    /// The things that an indicator counts.
    pub fn counted_by(&self, definition: &'static IndicatorDefinition) -> impl Iterator<Item = usize> + '_ {
        let address = address(definition);
        let from = self.asked.partition_point(|(known, _)| *known < address);
        self.asked[from..].iter().take_while(move |(known, _)| *known == address).map(|(_, thing)| *thing)
    }
}

/// Where a definition of the catalogue stands.
fn address(definition: &'static IndicatorDefinition) -> usize {
    std::ptr::from_ref(definition).addr()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOf {
    Signature,
    Publication,
}

/// Points for being early enough, in reports up to a year.
#[derive(Debug)]
pub(super) struct Step {
    pub before: (u8, u8),
    pub points: Decimal,
    pub from_year: u16,
    pub to_year: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    Issuer,
    Year,
}

#[derive(Debug)]
pub(super) struct Mark {
    pub points: Decimal,
    pub words: WordSet,
    pub features: Vec<Feature>,
}

impl Rubric {
    /// The TOML text of the built-in rubric: a model for one's own.
    pub const BUILT_IN: &'static str = BUILT_IN;

    /// Reads a rubric.
    ///
    /// # Errors
    ///
    /// No TOML; a key that is missing or unknown; an unknown rule, indicator, topic, part of the report or word list;
    /// weights that do not add up. The error names line and key.
    pub fn from_toml(text: &str) -> Result<Self, RubricError> {
        Ok(Self { inner: Arc::new(load::rubric(text)?) })
    }

    /// Its stable name, such as `fazhi-text-quality`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.inner.id
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.inner.version
    }

    /// What the score is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// SHA-256 of its text, in hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.inner.sha256
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.inner
    }
}

/// The built-in rubric.
impl Default for Rubric {
    fn default() -> Self {
        static DEFAULT: LazyLock<Rubric> = LazyLock::new(|| {
            // A test reads it, so this holds for every build that passed.
            #[allow(clippy::panic, reason = "the text is compiled in and tested")]
            Rubric::from_toml(BUILT_IN).unwrap_or_else(|error| panic!("built-in rubric: {error}"))
        });
        DEFAULT.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Rubric;

    #[test]
    fn the_built_in_rubric_is_sound() {
        Rubric::from_toml(Rubric::BUILT_IN).unwrap_or_else(|error| panic!("{error}"));
    }
}
