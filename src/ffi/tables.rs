//! A report's tables as rows for C.

use super::coded::{Coded, code_of};
use super::records::*;
use super::strings::Strings;
use crate::audit::Check;
use crate::facts::{Citation, DateFact, DocNumber, PartialDate, Quantity, Unit};
use crate::front::{Front, Named};
use crate::indicator::{CATALOGUE, Indicator};
use crate::note::Note;
use crate::outline::{Passage, Section};
use crate::report::Report;
use crate::span::Span;
use crate::topic::Meaning;

/// The rows of a report, and the texts they point to.
#[derive(Debug)]
pub(super) struct Tables {
    pub front: fazhi_front,
    pub names: Vec<fazhi_name>,
    pub sections: Vec<fazhi_section>,
    pub passages: Vec<fazhi_passage>,
    pub quantities: Vec<fazhi_quantity>,
    pub citations: Vec<fazhi_citation>,
    pub doc_numbers: Vec<fazhi_doc_number>,
    pub dates: Vec<fazhi_date>,
    pub indicators: Vec<fazhi_indicator>,
    pub checks: Vec<fazhi_check>,
    pub check_spans: Vec<fazhi_span>,
    pub notes: Vec<fazhi_note>,
    pub strings: Strings,
}

impl Tables {
    pub(super) fn of(report: &Report<'_>) -> Self {
        let mut strings = Strings::default();
        let mut names = Vec::new();
        let mut check_spans = Vec::new();
        let texts = &mut strings;
        let sections = report.sections().iter().zip(report.meanings());
        Self {
            front: front(report.front(), &mut names, texts),
            sections: sections
                .map(|(row, meaning)| section(row, report.clean_text(row.title).as_ref(), Some(meaning), texts))
                .collect(),
            passages: report.passages().iter().map(passage).collect(),
            quantities: report.quantities().iter().map(|row| quantity(report, row, texts)).collect(),
            citations: report.citations().iter().map(|row| citation(report, row, texts)).collect(),
            doc_numbers: report.doc_numbers().iter().map(|row| doc_number(report, row, texts)).collect(),
            dates: report.dates().iter().map(date).collect(),
            indicators: report.indicators().iter().map(indicator).collect(),
            checks: report.checks().iter().map(|row| check(row, &mut check_spans, texts)).collect(),
            notes: report.notes().iter().map(|row| note(row, texts)).collect(),
            names,
            check_spans,
            strings,
        }
    }
}

/// Appends `spans` to a side table.
pub(super) fn list(spans: &[Span], side: &mut Vec<fazhi_span>) -> fazhi_list {
    let first = side.len() as u32;
    side.extend(spans.iter().copied().map(fazhi_span::from));
    fazhi_list { first, count: spans.len() as u32 }
}

fn index(index: Option<u32>) -> u32 {
    index.unwrap_or(FAZHI_NONE)
}

fn name(named: &Named, texts: &mut Strings) -> fazhi_name {
    fazhi_name { text: texts.add(&named.text), span: named.span.into() }
}

fn front(front: &Front, names: &mut Vec<fazhi_name>, texts: &mut Strings) -> fazhi_front {
    let absent = fazhi_name { text: Strings::absent(), span: fazhi_span::default() };
    let mut one = |named: &Option<Named>| named.as_ref().map_or(absent, |named| name(named, texts));
    let (title, region) = (one(&front.title), one(&front.region));
    let (doc_number, print_office) = (one(&front.doc_number), one(&front.print_office));
    let mut many = |rows: &[Named]| {
        let first = names.len() as u32;
        names.extend(rows.iter().map(|named| name(named, texts)));
        fazhi_list { first, count: rows.len() as u32 }
    };
    fazhi_front {
        title,
        region,
        doc_number,
        print_office,
        issuers: many(&front.issuers),
        signers: many(&front.signers),
        recipients: many(&front.recipients),
        cc: many(&front.cc),
        year_span: front.year.map(|(_, span)| span).unwrap_or_default().into(),
        date_span: front.date.map(|(_, span)| span).unwrap_or_default().into(),
        date: day(front.date.map(|(date, _)| date)),
        year: front.year.map_or(0, |(year, _)| year),
        level: code_of(front.level),
    }
}

fn day(date: Option<PartialDate>) -> fazhi_day {
    date.map_or_else(fazhi_day::default, |date| fazhi_day {
        year: date.year.unwrap_or(0),
        month: date.month.unwrap_or(0),
        day: date.day.unwrap_or(0),
    })
}

/// A section with its title without layout; without a meaning in an outline alone.
pub(super) fn section(row: &Section, title: &str, meaning: Option<&Meaning>, texts: &mut Strings) -> fazhi_section {
    fazhi_section {
        span: row.span.into(),
        heading: row.heading.into(),
        marker: row.marker.into(),
        title: row.title.into(),
        body: row.body.into(),
        title_text: texts.add(title),
        parent: index(row.parent),
        number: row.number,
        style: row.style.code(),
        role: code_of(meaning.map(|meaning| meaning.role)),
        topic: code_of(meaning.and_then(|meaning| meaning.topic)),
        level: row.level,
        reserved: [0; 3],
    }
}

pub(super) fn passage(row: &Passage) -> fazhi_passage {
    fazhi_passage { span: row.span.into(), section: index(row.section), role: row.role.code(), reserved: [0; 2] }
}

fn quantity(report: &Report<'_>, row: &Quantity, texts: &mut Strings) -> fazhi_quantity {
    let unit_span = match row.unit {
        Unit::Word(span) => span,
        Unit::None | Unit::Percent => Span::default(),
    };
    fazhi_quantity {
        value: row.value.into(),
        high: row.high.into(),
        span: row.span.into(),
        sentence: row.sentence.into(),
        unit_span: unit_span.into(),
        unit: texts.add(&report.unit(row)),
        section: index(row.section),
        kind: row.kind.code(),
        bound: row.bound.code(),
    }
}

fn citation(report: &Report<'_>, row: &Citation, texts: &mut Strings) -> fazhi_citation {
    fazhi_citation {
        span: row.span.into(),
        title: row.title.into(),
        title_text: texts.add(&report.clean_text(row.title)),
        section: index(row.section),
        kind: row.kind.code(),
        reserved: [0; 2],
    }
}

fn doc_number(report: &Report<'_>, row: &DocNumber, texts: &mut Strings) -> fazhi_doc_number {
    fazhi_doc_number {
        span: row.span.into(),
        issuer: row.issuer.into(),
        issuer_text: texts.add(&report.clean_text(row.issuer)),
        serial: row.serial,
        year: row.year,
        reserved: [0; 2],
    }
}

fn date(row: &DateFact) -> fazhi_date {
    fazhi_date { span: row.span.into(), date: day(Some(row.date)), end: day(row.end) }
}

fn indicator(row: &Indicator) -> fazhi_indicator {
    let definition = CATALOGUE.iter().position(|definition| std::ptr::eq(definition, row.definition));
    fazhi_indicator {
        value: row.value.into(),
        quantity: row.quantity,
        definition: index(definition.map(|definition| definition as u32)),
    }
}

fn check(row: &Check, side: &mut Vec<fazhi_span>, texts: &mut Strings) -> fazhi_check {
    fazhi_check {
        spans: list(&row.spans, side),
        stated: texts.add_if(row.stated.as_ref()),
        computed: texts.add_if(row.computed.as_ref()),
        formula: texts.add(&row.formula),
        reading: texts.add_if(row.reading.as_ref()),
        repair: texts.add_if(row.repair.as_ref()),
        explanation: texts.add(&row.explanation),
        kind: row.kind.code(),
        verdict: row.verdict.code(),
    }
}

pub(super) fn note(row: &Note, texts: &mut Strings) -> fazhi_note {
    fazhi_note { span: row.span.into(), message: texts.add(&row.message), code: row.code.code(), reserved: [0; 2] }
}
