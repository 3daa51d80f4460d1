//! What is said of a rate.

use smallvec::{SmallVec, smallvec};

use super::reading::Term;
use super::{Claim, Finding};
use crate::audit::{Check, CheckKind, Explanation, Formula, Verdict, parts};
use crate::phrase::{Figure, Phrase, Piece, phrase};
use crate::span::Span;

/// Why a rate holds, or cannot be judged.
#[derive(Clone, Copy, Default)]
pub(super) struct Reason {
    pub text: &'static str,
    /// The only denominator with which the numerator would give the rate.
    pub base: Option<i64>,
}

impl From<&'static str> for Reason {
    fn from(text: &'static str) -> Self {
        Self { text, base: None }
    }
}

impl Piece for Reason {
    fn add_to<const N: usize>(&self, phrase: &mut Phrase<N>) {
        phrase.push_str(self.text);
        if let Some(base) = self.base {
            phrase.push_str("；按分子推算，分母须为");
            base.add_to(phrase);
        }
    }
}

impl Claim<'_, '_, '_, '_> {
    /// The check that says what was found.
    pub(super) fn report(&self, names: &[&str], finding: Finding) -> Check {
        let mut spans: SmallVec<[Span; 8]> = smallvec![self.figure.span()];
        let stated = self.stated;
        let unit = if self.factor == 1000 { "‰" } else { "%" };
        let Finding { verdict, reading, definition, why } = finding;
        let several = several(names);
        let short = match names {
            [] => "所写比例",
            [name] => ending(name),
            _ => ending(&several),
        };
        let Some(reading) = reading else {
            let mut check =
                Check::new(CheckKind::Ratio, verdict, &spans, phrase!(short, stated, unit, "：", why, "，无法核对"));
            check.stated = Some(stated.into());
            return check;
        };
        for &part in reading.top.parts.iter().chain(&reading.bottom.parts) {
            let span = self.counts[part].span;
            if !spans.contains(&span) && span.len() <= 60 {
                spans.push(span);
            }
        }
        let exact = reading.top.operand.over(reading.bottom.operand, self.factor);
        let computed = exact.and_then(|exact| exact.rounded(stated.scale())).map_or_else(Figure::new, Into::into);
        let (top, bottom) = (self.terms(&reading.top), self.terms(&reading.bottom));
        let working: Explanation = phrase!(top, " ÷ ", bottom, " = ", computed, unit);
        let explanation = match verdict {
            Verdict::Consistent if why.text.is_empty() => phrase!(short, stated, unit, "与", working, "相符"),
            Verdict::Consistent => phrase!(short, stated, unit, "：", why, "，相符"),
            Verdict::Inconsistent => phrase!(short, stated, unit, "与", working, "不符，请核对"),
            Verdict::Ambiguous => phrase!(short, stated, unit, "：", working, "；", why, "，请核对"),
            Verdict::Uncheckable => phrase!(short, stated, unit, "：", why, "，无法核对"),
        };
        let mut check = Check::new(CheckKind::Ratio, verdict, &spans, explanation);
        check.formula = phrase!(top, " / ", bottom);
        check.stated = Some(stated.into());
        if verdict != Verdict::Uncheckable {
            check.repair = Some(computed.clone()).filter(|_| verdict == Verdict::Inconsistent);
            check.computed = Some(computed);
        }
        if !definition[0].is_empty() {
            check.reading = Some(phrase!(definition[0], " ÷ ", definition[1]));
        }
        check
    }

    /// A term as it is worked out: `9542`, `(80 + 111)`.
    fn terms(&self, term: &Term) -> Formula {
        let values = term.parts.iter().map(|&part| self.counts[part].operand.value);
        let sum = parts::joined(values, " + ");
        if term.parts.len() == 1 { sum } else { phrase!("(", sum, ")") }
    }
}

/// Several names, one behind the other; of one or none nothing.
fn several(names: &[&str]) -> Explanation {
    let mut all = Explanation::new();
    if names.len() > 1 {
        for name in names {
            all.push_str(if all.is_empty() { "" } else { "、" });
            all.push_str(name);
        }
    }
    all
}

/// The end of a rate's names, as far as an explanation has room for them.
fn ending(names: &str) -> &str {
    let start = names.char_indices().rev().take(14).last().map_or(0, |(at, _)| at);
    &names[start..]
}
