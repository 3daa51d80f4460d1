//! Scoring, for a library that was built with it.

use super::rows::Tables;
use crate::ffi::coded::Coded;
use crate::ffi::records::{fazhi_criterion, fazhi_dimension, fazhi_flag, fazhi_list, fazhi_span, fazhi_totals};
use crate::ffi::status::{FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_INVALID_RUBRIC, Failure};
use crate::ffi::strings::Strings;
use crate::ffi::tables::list;
use crate::report::Report;
use crate::score::{self, CriterionScore, Date, DimensionScore, Flag};

pub(super) use crate::score::{Rubric, Score};

/// What is known beside the report's own text, owned.
#[derive(Default)]
pub(super) struct Context {
    published: Option<Date>,
    last_year: String,
}

pub(super) fn rubric(toml: &str) -> Result<Rubric, Failure> {
    Rubric::from_toml(toml).map_err(|error| {
        let line = error.line().saturating_sub(1);
        let start: usize = toml.split_inclusive('\n').take(line).map(str::len).sum();
        let length = toml[start..].lines().next().map_or(0, str::len);
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = fazhi_span { start: offset(start), end: offset(start + length) };
        Failure::new(FAZHI_ERR_INVALID_RUBRIC, error.to_string()).at(span)
    })
}

pub(super) fn built_in_toml() -> Result<&'static str, Failure> {
    Ok(Rubric::BUILT_IN)
}

pub(super) fn context() -> Result<Context, Failure> {
    Ok(Context::default())
}

pub(super) fn set_published(context: &mut Context, (year, month, day): (u16, u8, u8)) -> Result<(), Failure> {
    let published = Date::new(year, month, day).ok_or_else(|| {
        let message = format!("没有这一天 (no such day): {year}-{month}-{day}");
        Failure::new(FAZHI_ERR_INVALID_ARGUMENT, message)
    })?;
    context.published = Some(published);
    Ok(())
}

pub(super) fn set_last_year(context: &mut Context, text: &str) {
    text.clone_into(&mut context.last_year);
}

pub(super) fn score(report: &Report<'_>, rubric: Option<&Rubric>, context: Option<&Context>) -> Result<Score, Failure> {
    let built_in = Rubric::default();
    let known = context.map_or_else(score::Context::default, |context| score::Context {
        published: context.published,
        last_year: Some(context.last_year.as_str()).filter(|text| !text.is_empty()),
    });
    Ok(report.score(rubric.unwrap_or(&built_in), &known))
}

#[cfg(feature = "serde")]
pub(super) fn json(score: &Score) -> Result<String, Failure> {
    Ok(score.to_json())
}

#[cfg(not(feature = "serde"))]
pub(super) fn json(_: &Score) -> Result<String, Failure> {
    Err(Failure::not_built_in("serde"))
}

/// The rows of a score, and the texts they point to.
pub(super) fn tables(score: &Score) -> Tables {
    let mut strings = Strings::default();
    let mut spans = Vec::new();
    let mut criteria = Vec::new();
    let texts = &mut strings;
    let totals = fazhi_totals {
        earned: score.earned.into(),
        assessable: score.assessable.into(),
        total: score.total.into(),
        name: texts.add(&score.name),
        notice: texts.add(&score.notice),
        rubric_id: texts.add(&score.rubric_id),
        rubric_sha256: texts.add(&score.rubric_sha256),
        rubric_version: score.rubric_version,
        reserved: [0; 4],
    };
    let mut dimensions = Vec::with_capacity(score.dimensions.len());
    for (index, row) in score.dimensions.iter().enumerate() {
        let first = criteria.len() as u32;
        criteria.extend(row.criteria.iter().map(|row| criterion(row, index as u32, &mut spans, texts)));
        dimensions.push(dimension(row, fazhi_list { first, count: row.criteria.len() as u32 }, texts));
    }
    let flags = score.flags.iter().map(|row| flag(row, texts)).collect();
    Tables { totals, dimensions, criteria, flags, spans, strings }
}

fn dimension(row: &DimensionScore, criteria: fazhi_list, texts: &mut Strings) -> fazhi_dimension {
    fazhi_dimension {
        earned: row.earned.into(),
        assessable: row.assessable.into(),
        weight: row.weight.into(),
        id: texts.add(&row.id),
        name: texts.add(&row.name),
        criteria,
    }
}

fn criterion(
    row: &CriterionScore,
    dimension: u32,
    spans: &mut Vec<fazhi_span>,
    texts: &mut Strings,
) -> fazhi_criterion {
    fazhi_criterion {
        earned: row.earned.into(),
        assessable: row.assessable.into(),
        points: row.points.into(),
        id: texts.add(&row.id),
        name: texts.add(&row.name),
        rule: texts.add(&row.rule),
        basis: texts.add(&row.basis),
        explanation: texts.add(&row.explanation),
        evidence: list(&row.evidence, spans),
        searched: list(&row.searched, spans),
        dimension,
        outcome: row.outcome.code(),
        reserved: [0; 2],
    }
}

fn flag(row: &Flag, texts: &mut Strings) -> fazhi_flag {
    fazhi_flag { span: row.span.into(), code: texts.add(&row.code), explanation: texts.add(&row.explanation) }
}
