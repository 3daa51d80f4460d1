//! A result against its target: 完成年度任务(1350次)的137%, 相当于年度任务5000人次的122.6%, 完成率.
//!
//! Where the target is not printed, the whole numbers that would give the rate are told as an inference, never as a fact.

use smallvec::{SmallVec, smallvec};

use super::figure::{Figure, Figures, is_kin};
use super::fraction::{Agreement, Fraction, Operand};
use super::{Check, CheckKind, Evidence, Explanation, Verdict};
use crate::decimal::Decimal;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::words::Words;

/// Words that name what had to be reached.
static GOALS: Words = Words::new(&["任务", "目标", "指标", "计划"]);
/// What stands between such a word and the percentage when it is a completion.
static REACHED: Words = Words::new(&["完成", "相当于", "达到", "占", "超额", "实现", "为"]);
/// How many figures back the result may stand.
const BACK: usize = 6;

pub(super) fn check(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, checks: &mut Vec<Check>) {
    for (index, figure) in figures.all.iter().enumerate() {
        if figure.is_percent() && figure.told && is_completion(evidence, figures, figure) {
            let claim = Claim { evidence, figures, index, figure };
            checks.push(claim.check());
        }
    }
}

/// Whether the percentage tells how much of a target was reached.
fn is_completion(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, figure: &Figure<'_>) -> bool {
    static TOLD: Words = Words::new(&["任务", "目标", "指标", "计划", "完成率"]);
    static NONE: Words = Words::new(&["整改", "力争", "确保"]);
    static NAMED: Words = Words::new(&["任务", "目标", "指标", "计划", "年度", "全年"]);
    let left = figure.words;
    if !TOLD.are_in(left) || NONE.are_in(left) || figure.changes() && !left.contains("完成") {
        return false;
    }
    if let Some(at) = left.rfind("完成率") {
        // 按时完成率 is of what was done in time, not of a target.
        if ["按时", "按期", "如期", "及时"].iter().any(|word| left[..at].ends_with(word)) {
            return false;
        }
        let before = || words_before(evidence, figures, figure);
        return NAMED.are_in(&left[..at]) || GOALS.are_in(before()) && !before().contains("整改");
    }
    let goal = GOALS.list().iter().filter_map(|word| left.rfind(word).map(|at| at + word.len())).max();
    let Some(goal) = goal else {
        return false;
    };
    // 完成…任务的137%: the goal is what the percentage is of.
    let tail = &left[goal..];
    let of_it =
        tail.ends_with('的') || tail.is_empty() || tail.starts_with(['(', '（']) || tail == "总量的" || tail == "数的";
    of_it && REACHED.are_in(&left[..goal])
}

/// The words of the sentence before the percentage's clause, as far back as is looked at.
fn words_before<'a>(evidence: &Evidence<'_, '_>, figures: &Figures<'a>, figure: &Figure<'_>) -> &'a str {
    const REACH: usize = 600;
    let (source, end) = (evidence.text.source, figure.left_start());
    let start = (figure.quantity.sentence.start as usize).max(end.saturating_sub(REACH)).min(end);
    figures.squeezed(source.ceil_char_boundary(start), end)
}

/// Indices of figures, none farther back than is looked at.
type Indices = SmallVec<[usize; BACK]>;

struct Claim<'c, 'e, 't, 'a> {
    evidence: &'c Evidence<'e, 't>,
    figures: &'c Figures<'a>,
    index: usize,
    figure: &'c Figure<'a>,
}

impl Claim<'_, '_, '_, '_> {
    fn check(&self) -> Check {
        let stated = self.figure.quantity.value;
        let (targets, results) = self.operands();
        let mut check = match (targets.first(), results.first()) {
            (Some(&target), Some(&result)) => self.against(target, result, &results),
            (None, Some(&result)) => self.inferred(result),
            _ => self.found(
                Verdict::Uncheckable,
                &[],
                phrase!("完成比例", stated, "%：报告没有写明完成数和任务数，无法核对"),
            ),
        };
        check.stated = Some(stated.into());
        check
    }

    /// Indices of the target and of the results before it, the nearest first.
    fn operands(&self) -> (Indices, Indices) {
        let sentence = self.figures.sentence_of(self.index);
        let (mut targets, mut results) = (Indices::new(), Indices::new());
        let mut clause_end = self.figure.left_start();
        for index in (sentence.start.max(self.index.saturating_sub(BACK))..self.index).rev() {
            let other = &self.figures.all[index];
            if !matches!(other.quantity.kind, crate::facts::QuantityKind::Count | crate::facts::QuantityKind::Money) {
                continue;
            }
            let inside = other.span().start as usize >= self.figure.left_start();
            let named = || {
                let left = other.words;
                GOALS.are_in(left) && !left.contains("完成") && !left.contains("整改")
            };
            let as_goal = || {
                let behind = self.figures.squeezed(other.span().end as usize, clause_end);
                GOALS.start_of(behind.strip_prefix('的').unwrap_or(behind)).is_some()
            };
            if inside || named() || as_goal() {
                targets.push(index);
            } else {
                results.push(index);
            }
            clause_end = other.span().start as usize;
        }
        (targets, results)
    }

    fn against(&self, target: usize, result: usize, results: &[usize]) -> Check {
        let stated = self.figure.quantity.value;
        let whole = Operand::exact(self.figures.all[target].quantity.value);
        let fits = |index: usize| {
            let part = self.operand(index);
            let beyond = part.minus(whole).map_or(Agreement::Mismatch, |excess| excess.agreement(whole, 100, stated));
            let plain = part.agreement(whole, 100, stated);
            if self.figure.words.contains('超') && beyond != Agreement::Mismatch { beyond } else { plain }
        };
        let best = results.iter().copied().find(|&index| fits(index) == Agreement::Rounded);
        let best = best
            .or_else(|| results.iter().copied().find(|&index| fits(index) != Agreement::Mismatch))
            .unwrap_or(result);
        let (part, goal) = (&self.figures.all[best], &self.figures.all[target]);
        let exact = part.is_exact() && goal.is_exact() && self.figure.is_exact();
        let verdict = match fits(best) {
            Agreement::Rounded if exact => Verdict::Consistent,
            Agreement::Mismatch if exact && self.is_sure(best, target) => Verdict::Inconsistent,
            Agreement::Within | Agreement::CutOff | Agreement::LastDigit if exact => Verdict::Ambiguous,
            Agreement::Rounded => Verdict::Ambiguous,
            _ => Verdict::Uncheckable,
        };
        let (n, d) = (part.quantity.value, goal.quantity.value);
        let computed = Fraction::percent(n, d).and_then(|exact| exact.rounded(stated.scale()));
        let shown = computed.map_or_else(crate::phrase::Figure::new, Into::into);
        let explanation = match verdict {
            Verdict::Consistent => phrase!("完成比例", stated, "%与", n, " ÷ ", d, " = ", shown, "%相符"),
            Verdict::Inconsistent => phrase!("完成比例", stated, "%与", n, " ÷ ", d, " = ", shown, "%不符，请核对"),
            Verdict::Ambiguous => phrase!(
                "完成比例",
                stated,
                "%：",
                n,
                " ÷ ",
                d,
                "四舍五入为",
                shown,
                "%，只按截取、取整范围、约数或末位相差一个单位才相合，请核对"
            ),
            Verdict::Uncheckable => phrase!("完成比例", stated, "%：任务数与完成数的口径看不清楚，无法核对"),
        };
        let mut check = self.found(verdict, &[best, target], explanation);
        check.formula = phrase!(n, " / ", d);
        check.reading = Some("完成数 ÷ 任务数".into());
        check.repair = computed.filter(|_| verdict == Verdict::Inconsistent).map(Into::into);
        check.computed = Some(shown).filter(|text| !text.is_empty() && verdict != Verdict::Uncheckable);
        check
    }

    /// Whether result and target are surely those of the percentage: side by side, in one unit.
    fn is_sure(&self, result: usize, target: usize) -> bool {
        static OTHERS: Words = Words::new(&["累计", "上年", "去年", "平均", "其中", "五年", "超"]);
        let (part, goal) = (&self.figures.all[result], &self.figures.all[target]);
        let words = [self.figure.words, part.words];
        is_kin(part.measure, goal.measure)
            && result.abs_diff(target) == 1
            && self.index - result.min(target) == 2
            && !words.iter().any(|words| OTHERS.are_in(words))
    }

    /// The target is not printed: which whole numbers would give the rate?
    fn inferred(&self, result: usize) -> Check {
        let stated = self.figure.quantity.value;
        let part = &self.figures.all[result];
        let done = part.quantity.value;
        let adjacent =
            result + 1 == self.index && part.is_exact() && self.figure.is_exact() && self.operand(result).is_exact();
        let found = if adjacent { whole_numbers(done, stated) } else { None };
        let Some((first, last)) = found.filter(|(first, last)| last - first < 20) else {
            let text = phrase!("完成比例", stated, "%：报告没有写明任务数，无法核对");
            return self.found(Verdict::Uncheckable, &[result], text);
        };
        let which: Explanation =
            if first == last { phrase!("只有任务数", first) } else { phrase!("任务数", first, "至", last) };
        let text =
            phrase!("完成比例", stated, "%：报告没有写明任务数；按完成数", done, "推算，", which, "可得此比例，请核对");
        let mut check = self.found(Verdict::Ambiguous, &[result], text);
        check.formula = phrase!(done, " / ", first);
        check.computed = Some(phrase!(first));
        check.reading = Some("完成数 ÷ 任务数（推算）".into());
        check
    }

    fn operand(&self, index: usize) -> Operand {
        self.figures.all[index].operand(self.evidence.text.source)
    }

    fn found(&self, verdict: Verdict, others: &[usize], explanation: Explanation) -> Check {
        let mut spans: SmallVec<[Span; 8]> = smallvec![self.figure.span()];
        spans.extend(others.iter().map(|&index| self.figures.all[index].span()).filter(|span| span.len() <= 60));
        Check::new(CheckKind::Target, verdict, &spans, explanation)
    }
}

/// The least and the largest whole number of which `part` is `stated` percent, rounded half up as printed.
pub(super) fn whole_numbers(part: Decimal, stated: Decimal) -> Option<(i64, i64)> {
    if part.scale() > 0 || part.mantissa() <= 0 || stated.mantissa() <= 0 {
        return None;
    }
    let power = 10_i128.checked_pow(u32::from(stated.scale()) + 1)?;
    let scaled = i128::from(part.mantissa()).checked_mul(100)?.checked_mul(power)?;
    let (low, high) = (i128::from(stated.mantissa()) * 10 - 5, i128::from(stated.mantissa()) * 10 + 5);
    // part * 100 * power / n lies in [low, high)
    let first = scaled.div_euclid(high) + 1;
    let last = scaled.div_euclid(low);
    if first > last {
        return None;
    }
    Some((i64::try_from(first).ok()?, i64::try_from(last).ok()?))
}

#[cfg(test)]
mod tests {
    use super::whole_numbers;
    use crate::decimal::Decimal;

    #[test]
    fn solves_for_the_target() {
        let solve =
            |part, mantissa, scale| whole_numbers(Decimal::from_integer(part), Decimal::new(mantissa, scale).unwrap());
        assert_eq!(solve(960, 1205, 1), Some((797, 797)));
        assert_eq!(solve(960, 1204, 1), None);
        assert_eq!(solve(66, 88, 0), Some((75, 75)));
        assert_eq!(solve(1, 99, 0), None);
        assert_eq!(solve(0, 99, 0), None);
    }
}
