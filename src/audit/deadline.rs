//! Whether the date of issue keeps the day the report was due: before 1 March of the next year by the provisions of 2019
//! (法治政府建设与责任落实督察工作规定; provinces before 1 April), within the first quarter for reports on 2018 and earlier (the outline of 2015).
//!
//! The date printed proves what was signed, not what was filed: a late or an early one is told, never called wrong.

use super::{Check, CheckKind, Evidence, Verdict};
use crate::facts::PartialDate;
use crate::front::Level;
use crate::phrase::{self, phrase};

/// The last reporting year under the first-quarter rule.
const LAST_QUARTER_RULE_YEAR: u16 = 2018;

pub(super) fn check(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    let (Some((year, _)), Some((date, span))) = (evidence.front.year, evidence.front.date) else {
        return;
    };
    let PartialDate { year: Some(issued), month: Some(month), .. } = date else {
        return;
    };
    // Provinces report to the centre a month after the others.
    let april = year <= LAST_QUARTER_RULE_YEAR || evidence.front.level == Some(Level::Province);
    let due_month = if april { 4 } else { 3 };
    let due = phrase!(year + 1, "-", two_digits(due_month), "-01");
    let (verdict, text) = if issued <= year {
        (Verdict::Ambiguous, phrase!("成文日期在报告年度之内，年末数据可能没有计入（应在", due, "之前报告）"))
    } else if issued == year + 1 && month < due_month {
        (Verdict::Consistent, phrase!("成文日期早于", due, "，符合报告时限"))
    } else {
        (Verdict::Ambiguous, phrase!("成文日期不早于", due, "，晚于规定的报告时限，请核对报送时间"))
    };
    let mut check = Check::new(CheckKind::Deadline, verdict, &[span], text);
    let day: phrase::Figure = date.day.map_or_else(Default::default, |day| phrase!("-", two_digits(day)));
    check.stated = Some(phrase!(issued, "-", two_digits(month), day));
    check.formula = phrase!(check.stated.as_deref().unwrap_or_default(), " < ", due);
    check.computed = Some(due);
    checks.push(check);
}

/// A month or a day as dates in figures have it.
fn two_digits(number: u8) -> phrase::Figure {
    phrase!(if number < 10 { "0" } else { "" }, number)
}
