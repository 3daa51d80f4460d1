//! The tables of a report: which columns they have, and of what. `fazhi_report_arrow` describes them to the caller.

use super::cell::Day;
use super::columns::Columns;
use crate::facts::PartialDate;
use crate::report::Report;

const SPAN: [&std::ffi::CStr; 2] = [c"start", c"end"];

pub(super) fn sections(report: &Report<'_>, to: &mut Columns<'_>) {
    let (rows, meanings) = (report.sections().iter(), report.meanings().iter());
    to.fixed(c"level", rows.clone().map(|row| row.level));
    to.text(c"style", rows.clone().map(|row| row.style.name()));
    to.fixed(c"number", rows.clone().map(|row| row.number));
    to.text(c"title", rows.clone().map(|row| report.clean_text(row.title)));
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.span([c"heading_start", c"heading_end"], rows.clone().map(|row| row.heading));
    to.span([c"body_start", c"body_end"], rows.clone().map(|row| row.body));
    to.fixed_or_null(c"parent", rows.map(|row| row.parent));
    to.text(c"role", meanings.clone().map(|meaning| meaning.role.name()));
    to.text_or_null(c"topic", meanings.map(|meaning| meaning.topic.map(|topic| topic.name())));
}

pub(super) fn passages(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.passages().iter();
    to.text(c"role", rows.clone().map(|row| row.role.name()));
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.fixed_or_null(c"section", rows.map(|row| row.section));
}

pub(super) fn quantities(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.quantities().iter();
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.text(c"text", rows.clone().map(|row| report.text(row.span)));
    to.fixed(c"value", rows.clone().map(|row| row.value));
    to.fixed(c"value_scale", rows.clone().map(|row| row.value.scale()));
    to.fixed_or_null(c"high", rows.clone().map(|row| row.high));
    to.fixed_or_null(c"high_scale", rows.clone().map(|row| row.high.map(|high| high.scale())));
    to.text(c"unit", rows.clone().map(|row| report.unit(row)));
    to.text(c"kind", rows.clone().map(|row| row.kind.name()));
    to.text(c"bound", rows.clone().map(|row| row.bound.name()));
    to.fixed_or_null(c"section", rows.clone().map(|row| row.section));
    to.span([c"sentence_start", c"sentence_end"], rows.map(|row| row.sentence));
}

pub(super) fn citations(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.citations().iter();
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.text(c"title", rows.clone().map(|row| report.clean_text(row.title)));
    to.text(c"kind", rows.clone().map(|row| row.kind.name()));
    to.fixed_or_null(c"section", rows.map(|row| row.section));
}

pub(super) fn doc_numbers(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.doc_numbers().iter();
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.text(c"text", rows.clone().map(|row| report.text(row.span)));
    to.text(c"issuer", rows.clone().map(|row| report.clean_text(row.issuer)));
    to.fixed(c"year", rows.clone().map(|row| row.year));
    to.fixed(c"serial", rows.map(|row| row.serial));
}

pub(super) fn dates(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.dates().iter();
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.text(c"text", rows.clone().map(|row| report.text(row.span)));
    let dates = rows.clone().map(|row| row.date);
    to.fixed_or_null(c"date", dates.clone().map(day_of));
    to.fixed_or_null(c"year", dates.clone().map(|date| date.year));
    to.fixed_or_null(c"month", dates.clone().map(|date| date.month));
    to.fixed_or_null(c"day", dates.map(|date| date.day));
    let ends = rows.map(|row| row.end);
    to.fixed_or_null(c"end_date", ends.clone().map(|date| date.and_then(day_of)));
    to.fixed_or_null(c"end_year", ends.clone().map(|date| date?.year));
    to.fixed_or_null(c"end_month", ends.clone().map(|date| date?.month));
    to.fixed_or_null(c"end_day", ends.map(|date| date?.day));
}

/// The day, when it is printed in full and exists.
fn day_of(date: PartialDate) -> Option<Day> {
    Day::new(date.year?, date.month?, date.day?)
}

pub(super) fn indicators(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.indicators().iter();
    let quantities = rows.clone().map(|row| &report.quantities()[row.quantity as usize]);
    to.text(c"id", rows.clone().map(|row| row.definition.id));
    to.text(c"name", rows.clone().map(|row| row.definition.name));
    to.text(c"topic", rows.clone().map(|row| row.definition.topic.name()));
    to.fixed(c"value", rows.clone().map(|row| row.value));
    to.fixed(c"value_scale", rows.clone().map(|row| row.value.scale()));
    to.text(c"unit", quantities.clone().map(|quantity| report.unit(quantity)));
    to.text(c"bound", quantities.clone().map(|quantity| quantity.bound.name()));
    to.fixed(c"quantity", rows.map(|row| row.quantity));
    to.fixed_or_null(c"section", quantities.clone().map(|quantity| quantity.section));
    to.span(SPAN, quantities.map(|quantity| quantity.span));
}

pub(super) fn checks(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.checks().iter();
    to.text(c"kind", rows.clone().map(|row| row.kind.name()));
    to.text(c"verdict", rows.clone().map(|row| row.verdict.name()));
    to.text_or_null(c"stated", rows.clone().map(|row| row.stated.as_ref()));
    to.text_or_null(c"computed", rows.clone().map(|row| row.computed.as_ref()));
    to.text(c"formula", rows.clone().map(|row| &row.formula));
    to.text_or_null(c"reading", rows.clone().map(|row| row.reading.as_ref()));
    to.text_or_null(c"repair", rows.clone().map(|row| row.repair.as_ref()));
    to.text(c"explanation", rows.clone().map(|row| &row.explanation));
    to.span(SPAN, rows.clone().map(|row| row.spans.first().copied().unwrap_or_default()));
    to.spans(c"spans", rows.map(|row| row.spans.as_slice()));
}

pub(super) fn notes(report: &Report<'_>, to: &mut Columns<'_>) {
    let rows = report.notes().iter();
    to.text(c"code", rows.clone().map(|row| row.code.name()));
    to.span(SPAN, rows.clone().map(|row| row.span));
    to.text(c"message", rows.map(|row| &row.message));
}
