//! Applies a rubric to a report.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::blocks::{Block, Finder};
use super::context::Context;
use super::flags;
use super::page::{Begun, Page};
use super::place::{Place, Places};
use super::points::{self, ZERO};
use super::rubric::{Criterion, Dimension, Inner, Part, Rubric};
use super::rules::{self, Told};
use super::{CriterionScore, DimensionScore, Outcome, Score};
use crate::audit::Check;
use crate::decimal::Decimal;
use crate::facts::{Citation, DateFact, DocNumber, Quantity};
use crate::front::Front;
use crate::indicator::Indicator;
use crate::note::{Note, NoteCode};
use crate::outline::Outline;
use crate::span::Span;
use crate::text::RunningText;
use crate::topic::Meaning;

/// A parsed report, part by part.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'t> {
    pub text: RunningText<'t>,
    pub outline: &'t Outline,
    pub meanings: &'t [Meaning],
    pub quantities: &'t [Quantity],
    pub citations: &'t [Citation],
    pub doc_numbers: &'t [DocNumber],
    pub dates: &'t [DateFact],
    pub front: &'t Front,
    pub indicators: &'t [Indicator],
    pub checks: &'t [Check],
    pub notes: &'t [Note],
}

/// What the rules read.
pub(super) struct Case<'t> {
    pub parts: Parts<'t>,
    pub rubric: &'t Inner,
    pub context: &'t Context<'t>,
    pub text: RunningText<'t>,
    pub page: &'t Page<'t>,
    /// How many facts begin before each clause, and how many there are.
    pub begun: Vec<Begun>,
    /// What is told on the topics in each set of parts that a rule asks for.
    pub told: Vec<(Places, Vec<Told>)>,
    pub problems: Block,
    pub plan: Block,
    /// The whole text of the report.
    pub whole: Span,
    condition: Condition,
}

/// Whether the text is all there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    Whole,
    /// What follows is missing.
    CutOff,
    /// It is no report.
    NoReport,
}

/// What a rule found for one part of a criterion.
#[derive(Clone, Debug)]
pub(super) struct Finding<'t> {
    pub earned: Decimal,
    pub assessable: Decimal,
    pub evidence: Vec<Span>,
    pub searched: Vec<Span>,
    /// For `{found}` and `{need}` of the texts.
    pub found: Count,
    pub need: Count,
    /// For `{names}`.
    pub names: Vec<Cow<'t, str>>,
}

/// A number that a text tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count(Decimal);

impl From<usize> for Count {
    fn from(number: usize) -> Self {
        Self(Decimal::from_integer(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}

impl From<Decimal> for Count {
    fn from(points: Decimal) -> Self {
        Self(points)
    }
}

impl Count {
    /// Appends the number to `text`.
    pub fn tell(self, text: &mut String) {
        text.push_str(self.0.written(&mut Default::default()));
    }
}

impl<'t> Finding<'t> {
    /// Nothing can be said.
    pub fn unknown() -> Self {
        Self {
            earned: ZERO,
            assessable: ZERO,
            evidence: Vec::new(),
            searched: Vec::new(),
            found: Count(ZERO),
            need: Count(ZERO),
            names: Vec::new(),
        }
    }

    /// `earned` of `points`, on `evidence`.
    pub fn of(earned: Decimal, points: Decimal, evidence: Vec<Span>) -> Self {
        Self { earned, assessable: points, evidence, ..Self::unknown() }
    }

    /// With the numbers that the texts tell.
    pub fn counting(mut self, found: impl Into<Count>, need: impl Into<Count>) -> Self {
        (self.found, self.need) = (found.into(), need.into());
        self
    }

    /// With the names that the texts tell.
    pub fn naming(mut self, names: Vec<Cow<'t, str>>) -> Self {
        self.names = names;
        self
    }

    /// Where was looked for what is missing.
    pub fn searching(mut self, searched: Vec<Span>) -> Self {
        self.searched = searched;
        self
    }
}

/// How `earned` of `assessable` of `points` came out.
fn outcome(earned: Decimal, assessable: Decimal, points: Decimal) -> Outcome {
    if assessable == ZERO {
        Outcome::NotAssessable
    } else if earned == ZERO {
        Outcome::NotMet
    } else if earned < points {
        Outcome::Partly
    } else {
        Outcome::Met
    }
}

impl Case<'_> {
    /// The part's items.
    pub fn block(&self, place: Place) -> &Block {
        if place == Place::Plan { &self.plan } else { &self.problems }
    }

    /// Whether what was not found in these parts may stand behind the cut.
    pub fn may_be_cut(&self, places: Places) -> bool {
        if self.condition != Condition::CutOff {
            return false;
        }
        let last = self.page.clauses.last().map_or(Place::Lead, |clause| clause.place);
        places.contains(last) || !self.page.stretches.iter().any(|(place, _)| places.contains(*place))
    }

    /// The spans of the parts, each stretch one span; the whole text where there is none.
    pub fn scope(&self, places: Places) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut open = false;
        for (place, clauses) in &self.page.stretches {
            let inside = places.contains(*place);
            let own = self.page.span(clauses);
            match spans.last_mut() {
                Some(span) if inside && open => span.end = own.end,
                _ if inside => spans.push(own),
                _ => {}
            }
            open = inside;
        }
        if spans.is_empty() { vec![self.whole] } else { spans }
    }

    /// The quantities that begin in the clauses.
    pub fn quantities_in(&self, clauses: &Range<usize>) -> &[Quantity] {
        &self.parts.quantities[self.begun[clauses.start].quantities..self.begun[clauses.end].quantities]
    }

    /// The citations that begin in the clauses.
    pub fn citations_in(&self, clauses: &Range<usize>) -> &[Citation] {
        &self.parts.citations[self.begun[clauses.start].citations..self.begun[clauses.end].citations]
    }

    /// The dates that begin in the clauses.
    pub fn dates_in(&self, clauses: &Range<usize>) -> &[DateFact] {
        &self.parts.dates[self.begun[clauses.start].dates..self.begun[clauses.end].dates]
    }

    /// Whether a figure or a title begins in the clause.
    pub fn has_figure(&self, index: usize) -> bool {
        let clause = index..index + 1;
        !self.quantities_in(&clause).is_empty() || !self.citations_in(&clause).is_empty()
    }
}

/// Scores a report.
pub(crate) fn score(parts: Parts<'_>, rubric: &Rubric, context: &Context<'_>) -> Score {
    let rubric = rubric.inner();
    let text = parts.text;
    let page = Page::of(&parts, rubric);
    let finder = Finder { text, outline: parts.outline, meanings: parts.meanings, page: &page, rubric };
    let noted = |code: NoteCode| parts.notes.iter().any(|note| note.code == code);
    let mut case = Case {
        parts,
        rubric,
        context,
        text,
        begun: page.begun(&parts),
        told: Vec::new(),
        page: &page,
        problems: finder.block(Place::Problems),
        plan: finder.block(Place::Plan),
        whole: page.span(&(0..page.clauses.len())),
        condition: if noted(NoteCode::NoReport) || page.clauses.is_empty() {
            Condition::NoReport
        } else if noted(NoteCode::CutOff) || noted(NoteCode::LimitReached) {
            Condition::CutOff
        } else {
            Condition::Whole
        },
    };
    case.told = rules::told(&case);
    let dimensions: Vec<DimensionScore> =
        rubric.dimensions.iter().map(|dimension| of_dimension(&case, dimension)).collect();
    let sum = |points: fn(&DimensionScore) -> Decimal| {
        dimensions.iter().fold(ZERO, |sum, dimension| points::add(sum, points(dimension)))
    };
    Score {
        name: rubric.name.clone(),
        notice: rubric.notice.clone(),
        rubric_id: rubric.id.clone(),
        rubric_version: rubric.version,
        rubric_sha256: rubric.sha256.clone(),
        earned: sum(|dimension| dimension.earned),
        assessable: sum(|dimension| dimension.assessable),
        total: rubric.total,
        flags: flags::of(&case),
        dimensions,
    }
}

fn of_dimension(case: &Case<'_>, dimension: &Dimension) -> DimensionScore {
    let criteria: Vec<CriterionScore> =
        dimension.criteria.iter().map(|criterion| of_criterion(case, criterion)).collect();
    let sum = |points: fn(&CriterionScore) -> Decimal| {
        criteria.iter().fold(ZERO, |sum, criterion| points::add(sum, points(criterion)))
    };
    DimensionScore {
        id: dimension.id.clone(),
        name: dimension.name.clone(),
        earned: sum(|criterion| criterion.earned),
        assessable: sum(|criterion| criterion.assessable),
        weight: dimension.weight,
        criteria,
    }
}

/// Room for what is said of one part, in bytes.
const EXPLANATION: usize = 96;

fn of_criterion(case: &Case<'_>, criterion: &Criterion) -> CriterionScore {
    let mut whole = Finding::unknown();
    let mut explanation = String::with_capacity(EXPLANATION * criterion.parts.len());
    // Where the texts of the parts are in it.
    let mut texts: SmallVec<[Range<usize>; 4]> = SmallVec::new();
    for part in &criterion.parts {
        let before = explanation.len();
        explanation.push_str(if texts.is_empty() { "" } else { "；" });
        let start = explanation.len();
        let finding = of_part(case, part, &mut explanation);
        if texts.iter().any(|text| explanation[text.clone()] == explanation[start..]) {
            explanation.truncate(before);
        } else {
            texts.push(start..explanation.len());
        }
        whole.earned = points::add(whole.earned, finding.earned);
        whole.assessable = points::add(whole.assessable, finding.assessable);
        append(&mut whole.evidence, finding.evidence);
        append(&mut whole.searched, finding.searched);
    }
    for spans in [&mut whole.evidence, &mut whole.searched] {
        // Most stand in order, and the others are made of some that do.
        if !spans.is_sorted_by(|one, next| one < next) {
            spans.sort();
            spans.dedup();
        }
    }
    CriterionScore {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        rule: criterion.rule.clone(),
        outcome: outcome(whole.earned, whole.assessable, criterion.points),
        earned: whole.earned,
        assessable: whole.assessable,
        points: criterion.points,
        evidence: whole.evidence,
        searched: whole.searched,
        basis: criterion.basis.clone(),
        explanation,
    }
}

/// Adds the spans of a part to those of the parts before it.
fn append(spans: &mut Vec<Span>, own: Vec<Span>) {
    if spans.is_empty() { *spans = own } else { spans.extend(own) }
}

/// What was found for one part; appends the words for it.
fn of_part<'t>(case: &Case<'t>, part: &'t Part, explanation: &mut String) -> Finding<'t> {
    if case.condition == Condition::NoReport {
        explanation.push_str(&case.rubric.texts.no_report);
        return Finding::unknown();
    }
    let finding = rules::judge(case, &part.rule, part.points);
    debug_assert!(finding.earned <= finding.assessable && finding.assessable <= part.points);
    debug_assert!(finding.earned == ZERO || !finding.evidence.is_empty());
    let template = match outcome(finding.earned, finding.assessable, part.points) {
        Outcome::Met => &part.texts.met,
        Outcome::Partly => &part.texts.partly,
        Outcome::NotMet => &part.texts.not_met,
        Outcome::NotAssessable => &part.texts.not_assessable,
    };
    template.fill(&finding, explanation);
    finding
}
