//! The audit's checks as points: what is wrong costs, what cannot be judged does not.

use crate::audit::{Check, CheckKind, Verdict};
use crate::decimal::Decimal;
use crate::score::engine::{Case, Finding};
use crate::score::points;
use crate::span::Span;

/// What is lost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Losses {
    /// For each claim that cannot hold.
    pub inconsistent: Decimal,
    /// For each figure cut off, or off by one in its last place.
    pub slip: Decimal,
    /// For all of those together.
    pub slips_at_most: Decimal,
}

/// All points, less what is lost; not assessable with fewer than `least` claims that could be checked.
pub(super) fn judge<'t>(
    case: &Case<'t>,
    kinds: &[CheckKind],
    least: usize,
    losses: Losses,
    points: Decimal,
) -> Finding<'t> {
    let checks: &'t [Check] = case.parts.checks;
    let (mut checked, mut slips) = (0, 0);
    let (mut evidence, mut wrong): (Vec<Span>, Vec<&Check>) = (Vec::new(), Vec::new());
    for check in checks.iter().filter(|check| kinds.contains(&check.kind)) {
        match check.verdict {
            Verdict::Uncheckable => continue,
            Verdict::Inconsistent => wrong.push(check),
            Verdict::Consistent => evidence.extend(check.spans.first()),
            Verdict::Ambiguous => {
                evidence.extend(check.spans.first());
                slips += usize::from(is_slip(check));
            }
        }
        checked += 1;
    }
    if checked < least {
        return Finding::unknown().counting(checked, least).searching(vec![case.whole]);
    }
    let slipped = points::times(losses.slip, slips).min(losses.slips_at_most);
    let lost = points::add(points::times(losses.inconsistent, wrong.len()), slipped);
    if evidence.is_empty() {
        // Nothing of the kind is wrong in the whole text.
        evidence.push(case.whole);
    }
    let names = wrong.iter().map(|check| check.explanation.as_str().into()).collect();
    let searched = wrong.iter().flat_map(|check| check.spans.iter().copied()).collect();
    Finding::of(points::subtract(points, lost), points, evidence)
        .counting(wrong.len(), checked)
        .naming(names)
        .searching(searched)
}

/// Whether the stated figure differs from the computed one by one unit in its last place.
fn is_slip(check: &Check) -> bool {
    let number = |text: Option<&str>| {
        let text = text?.trim_start_matches('-');
        let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        text.replace('.', "").parse::<i64>().ok().map(|digits| (digits, places))
    };
    match (number(check.stated.as_deref()), number(check.computed.as_deref())) {
        (Some((stated, a)), Some((computed, b))) => a == b && stated.abs_diff(computed) == 1,
        _ => false,
    }
}
