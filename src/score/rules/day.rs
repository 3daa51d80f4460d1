//! Days and years: in time, and agreeing with each other.

use crate::audit::{CheckKind, Verdict};
use crate::decimal::Decimal;
use crate::facts::PartialDate;
use crate::score::engine::{Case, Finding};
use crate::score::points::ZERO;
use crate::score::rubric::{DayOf, Step};
use crate::span::Span;

/// Signed or published before a day of the year after the reporting year.
pub(super) fn deadline<'t>(case: &Case<'t>, of: DayOf, steps: &[Step], points: Decimal) -> Finding<'t> {
    let Some((year, year_span)) = case.parts.front.year else {
        return Finding::unknown().searching(vec![case.whole]);
    };
    let (date, evidence, written) = match of {
        DayOf::Signature => match case.parts.front.date {
            Some((date, span)) => (date, span, String::new()),
            None => return Finding::unknown().searching(vec![case.whole]),
        },
        DayOf::Publication => match case.context.published {
            Some(date) => {
                let parts = PartialDate { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) };
                (parts, year_span, date.to_string())
            }
            None => return Finding::unknown().searching(vec![case.whole]),
        },
    };
    let written = if written.is_empty() { case.text.slice(evidence).to_owned() } else { written };
    let earned = steps
        .iter()
        .filter(|step| (step.from_year..=step.to_year).contains(&year))
        .filter_map(|step| is_before(date, year + 1, step.before).map(|before| if before { step.points } else { ZERO }))
        .max();
    match earned.filter(|_| date.year.is_some_and(|signed| signed >= year)) {
        Some(earned) => Finding::of(earned, points, vec![evidence]).naming(vec![written.into()]),
        None => Finding::unknown().naming(vec![written.into()]).searching(vec![evidence]),
    }
}

/// Whether `date` is before a day of `year`; `None` when it is not precise enough to say.
fn is_before(date: PartialDate, year: u16, (month, day): (u8, u8)) -> Option<bool> {
    let printed = date.year?;
    if printed != year {
        return Some(printed < year);
    }
    let printed = date.month?;
    if printed != month {
        return Some(printed < month);
    }
    if day == 1 { Some(false) } else { date.day.map(|printed| printed < day) }
}

/// The years of the document's number and date agree with the reporting year, and no check of dates fails.
pub(super) fn years<'t>(case: &Case<'t>, points: Decimal) -> Finding<'t> {
    let front = case.parts.front;
    let Some((year, span)) = front.year else {
        return Finding::unknown().searching(vec![case.whole]);
    };
    let mut agreeing = vec![span];
    let mut wrong: Vec<(Span, String)> = Vec::new();
    let mut look = |span: Span, found: u16| {
        if (year..=year + 1).contains(&found) {
            agreeing.push(span)
        } else {
            wrong.push((span, case.text.slice(span).to_owned()))
        }
    };
    if let Some(number) = &front.doc_number {
        let own = case
            .parts
            .doc_numbers
            .iter()
            .find(|own| own.span.start >= number.span.start && own.span.end <= number.span.end);
        if let Some(own) = own {
            look(own.span, own.year);
        }
    }
    if let Some((date, span)) = front.date
        && let Some(printed) = date.year
    {
        look(span, printed);
    }
    let failed = case
        .parts
        .checks
        .iter()
        .filter(|check| check.kind == CheckKind::Date && check.verdict == Verdict::Inconsistent);
    for check in failed {
        wrong.push((check.spans.first().copied().unwrap_or(span), check.explanation.to_string()));
    }
    if wrong.is_empty() {
        return Finding::of(points, points, agreeing).naming(vec![year.to_string().into()]);
    }
    let (spans, names) = wrong.into_iter().map(|(span, name)| (span, name.into())).unzip();
    Finding::of(ZERO, points, Vec::new()).naming(names).searching(spans)
}
