//! Report to score: how complete, timely, quantified, consistent and candid the report is as a document.
//!
//! It scores the text and never the government it tells of. What is scored, for how many points, by which rule and on
//! what legal ground stands in a rubric: a versioned TOML file, [`Rubric::BUILT_IN`] or one's own. The engine knows a
//! small closed set of rules and nothing of any criterion.
//!
//! ```
//! let text = "青岚县2024年法治政府建设年度报告\n一、主要举措\n（一）化解争议。受理行政复议案件25件，审结24件。\n";
//! let report = fazhi::Report::parse(text.as_bytes())?;
//! let score = report.score(&fazhi::Rubric::default(), &fazhi::Context::default());
//! assert_eq!(&*score.name, "报告文本质量分");
//! assert!(score.earned <= score.assessable && score.assessable <= score.total);
//! # Ok::<(), fazhi::Error>(())
//! ```

mod blocks;
mod context;
mod engine;
mod error;
mod finder;
mod flags;
mod letters;
mod lexicon;
mod load;
mod load_rule;
mod page;
mod place;
mod points;
mod rubric;
mod rules;
mod said;
mod sights;
mod split;
mod table;
mod template;

pub use context::{Context, Date, NoDate};
pub(crate) use engine::{Parts, score};
pub use error::RubricError;
pub use rubric::Rubric;

use std::sync::Arc;

use crate::decimal::Decimal;
use crate::span::Span;

/// What a report earned, and what could be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Score {
    /// What the score is called: 报告文本质量分.
    pub name: Arc<str>,
    /// What it says and does not say.
    pub notice: Arc<str>,
    /// The rubric's name.
    pub rubric_id: Arc<str>,
    /// The rubric's version.
    pub rubric_version: u32,
    /// SHA-256 of the rubric's text, in hexadecimal digits.
    pub rubric_sha256: Arc<str>,
    /// Points earned.
    pub earned: Decimal,
    /// Points that could be judged; the rest is unknown, not lost.
    pub assessable: Decimal,
    /// Points of the whole rubric.
    pub total: Decimal,
    /// The dimensions in the rubric's order.
    pub dimensions: Vec<DimensionScore>,
    /// What a reader should know beside the points.
    pub flags: Vec<Flag>,
}

/// A dimension's points.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DimensionScore {
    /// Its id in the rubric.
    pub id: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// Points earned.
    pub earned: Decimal,
    /// Points that could be judged.
    pub assessable: Decimal,
    /// Points of the dimension.
    pub weight: Decimal,
    /// Its criteria in the rubric's order.
    pub criteria: Vec<CriterionScore>,
}

/// A criterion's points, with what they rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CriterionScore {
    /// Its id in the rubric.
    pub id: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// The rubric's name for how it is judged.
    pub rule: Arc<str>,
    /// How it came out.
    pub outcome: Outcome,
    /// Points earned.
    pub earned: Decimal,
    /// Points that could be judged.
    pub assessable: Decimal,
    /// Points of the criterion.
    pub points: Decimal,
    /// What the points rest on, in text order; never empty for points earned.
    pub evidence: Vec<Span>,
    /// Where something was looked for and not found.
    pub searched: Vec<Span>,
    /// The legal ground, and whether its words were seen or are recalled.
    pub basis: Arc<str>,
    /// In words, in Chinese.
    pub explanation: String,
}

/// How a criterion came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Every point.
    Met,
    /// Some points.
    Partly,
    /// No point.
    NotMet,
    /// It cannot be judged from what is there.
    NotAssessable,
}

impl Outcome {
    /// The name in `fazhi.score/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotMet => "not_met",
            Self::NotAssessable => "not_assessable",
        }
    }
}

/// Something a reader should know that costs no points.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flag {
    /// Its id in the rubric.
    pub code: Arc<str>,
    /// Where.
    pub span: Span,
    /// In words, in Chinese.
    pub explanation: Arc<str>,
}
