//! Dates that do not exist, and years that do not agree: of title and lead, signature, document number, plan.

use super::{Check, CheckKind, Evidence, Verdict};
use crate::facts::PartialDate;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::words::Words;
use crate::topic::Role;

pub(super) fn check(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    impossible_dates(evidence, checks);
    let Some((year, year_span)) = evidence.front.year else {
        return;
    };
    let own = Own { year, span: year_span, in_title: in_title(evidence, year_span) };
    if !own.in_title && evidence.front.title.is_some() {
        return;
    }
    lead_year(evidence, own, checks);
    document_number_year(evidence, own, checks);
    issue_year(evidence, own, checks);
    plan_year(evidence, own, checks);
}

/// The report's own year.
#[derive(Clone, Copy)]
struct Own {
    year: u16,
    span: Span,
    /// Whether the title names it, so that it is sure.
    in_title: bool,
}

/// Only the title of an annual report of this genre names the year reported on: a 政府工作报告 names the one it is given in.
pub(super) fn in_title(evidence: &Evidence<'_, '_>, year: Span) -> bool {
    let genre = |title: &str| title.contains("法治") || title.contains("依法行政");
    evidence.front.title.as_ref().is_some_and(|title| title.span.contains(year) && genre(&title.text))
}

fn days_in(month: u8, year: Option<u16>) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => {
            let leap = year
                .is_none_or(|year| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
            if leap { 29 } else { 28 }
        }
        _ => 31,
    }
}

/// 2月30日
fn impossible_dates(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    for date in &evidence.facts.dates {
        for point in [Some(date.date), date.end].into_iter().flatten() {
            let PartialDate { year, month: Some(month), day: Some(day) } = point else {
                continue;
            };
            let last = days_in(month, year);
            if day > last {
                let text = phrase!(month, "月没有", day, "日，最多到", last, "日");
                let mut check = Check::new(CheckKind::Date, Verdict::Inconsistent, &[date.span], text);
                check.stated = Some(phrase!(day));
                check.computed = Some(phrase!(last));
                check.formula = phrase!(day, " > ", last);
                checks.push(check);
            }
        }
    }
}

/// A year that stands where the report's own, or one near it, must stand.
fn compare(kind: CheckKind, verdict: Verdict, own: Own, at: Span, told: u16, what: &str) -> Check {
    let ending = if verdict == Verdict::Consistent { "相符" } else { "不符，请核对" };
    let mut check =
        Check::new(kind, verdict, &[at, own.span], phrase!(what, "为", told, "年，与报告年度", own.year, "年", ending));
    check.stated = Some(phrase!(told));
    check.computed = Some(phrase!(own.year));
    check.formula = phrase!(told, " : ", own.year);
    check
}

/// 现将2023年…情况报告如下, under a title of another year.
fn lead_year(evidence: &Evidence<'_, '_>, own: Own, checks: &mut Vec<Check>) {
    /// What the next year has: 现将2023年工作情况和2024年工作打算报告如下.
    static PLANS: Words = Words::new(&["打算", "计划", "安排", "思路", "谋划", "设想", "展望"]);
    if !own.in_title {
        return;
    }
    let source = evidence.text.source;
    let body = evidence.outline.sections.first().map_or(source.len() as u32, |section| section.span.start);
    let head = &source[..body as usize];
    let Some(formula) = head.rfind("现将").or_else(|| head.rfind("现就")) else {
        return;
    };
    let Some(end) = head[formula..].find("报告如下").or_else(|| head[formula..].find("汇报如下")) else {
        return;
    };
    let range = Span::new(formula as u32, (formula + end) as u32);
    for date in evidence.facts.dates.iter().filter(|date| range.contains(date.span) && date.end.is_none()) {
        let behind = &source[date.span.end as usize..];
        let planned = &source[date.span.end as usize..range.end as usize];
        if let Some(told) = date.date.year
            && date.date.month.is_none()
            && !(told == own.year + 1 && PLANS.are_in(planned))
            && !["以来", "至", "—", "-"].iter().any(|word| behind.starts_with(word))
        {
            let verdict = if told == own.year { Verdict::Consistent } else { Verdict::Inconsistent };
            checks.push(compare(CheckKind::Date, verdict, own, date.span, told, "引言所报年度"));
        }
    }
}

/// The number of a report is of its year or the next.
fn document_number_year(evidence: &Evidence<'_, '_>, own: Own, checks: &mut Vec<Check>) {
    let Some(number) = &evidence.front.doc_number else {
        return;
    };
    let Some(found) = evidence.facts.doc_numbers.iter().find(|found| found.span == number.span) else {
        return;
    };
    let verdict = if found.year == own.year || found.year == own.year + 1 {
        Verdict::Consistent
    } else if found.year < own.year {
        Verdict::Inconsistent
    } else {
        Verdict::Ambiguous
    };
    checks.push(compare(CheckKind::Date, verdict, own, found.span, found.year, "发文字号年份"));
}

/// A report cannot be issued before its year began.
fn issue_year(evidence: &Evidence<'_, '_>, own: Own, checks: &mut Vec<Check>) {
    let Some((PartialDate { year: Some(told), .. }, span)) = evidence.front.date else {
        return;
    };
    let verdict = if told < own.year {
        Verdict::Inconsistent
    } else if told > own.year + 1 {
        Verdict::Ambiguous
    } else {
        Verdict::Consistent
    };
    checks.push(compare(CheckKind::Date, verdict, own, span, told, "成文日期年份"));
}

/// The plan is for the year after the report's.
fn plan_year(evidence: &Evidence<'_, '_>, own: Own, checks: &mut Vec<Check>) {
    for (section, meaning) in evidence.outline.sections.iter().zip(evidence.meanings) {
        if section.level != 1 || meaning.role != Role::Plan {
            continue;
        }
        let years = evidence.facts.dates.iter().filter(|date| section.title.contains(date.span) && date.end.is_none());
        for date in years.filter(|date| date.date.month.is_none()) {
            if let Some(told) = date.date.year {
                let verdict = match told {
                    _ if told == own.year + 1 => Verdict::Consistent,
                    _ if told <= own.year && own.in_title => Verdict::Inconsistent,
                    _ => Verdict::Ambiguous,
                };
                let mut check = compare(CheckKind::Date, verdict, own, date.span, told, "下一步计划的年度");
                if verdict != Verdict::Consistent {
                    check.repair = Some(phrase!(own.year + 1));
                }
                checks.push(check);
            }
        }
    }
}
