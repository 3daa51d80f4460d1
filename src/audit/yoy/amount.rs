//! Changes in number and in percentage points, and steps that go the other way than their word.

use super::super::figure::{Figure, is_kin};
use super::super::fraction::{Agreement, Operand};
use super::super::{Check, Explanation, Verdict};
use super::{Nearest, Reader, words};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::indicator::clause::Change;
use crate::phrase::phrase;

impl Reader<'_, '_, '_, '_> {
    /// A change in number, or of a rate in percentage points, with `left` before it.
    pub(super) fn amount(&self, index: usize, left: &str) -> Option<Check> {
        let figure = self.figure(index);
        if figure.quantity.kind == QuantityKind::Percent {
            return self.points(index, left);
        }
        if !figure.is_amount() {
            return None;
        }
        let told = words::told(left).filter(|_| words::is_compared(left))?;
        let same = |other: &usize| self.figure(*other).quantity.sentence == figure.quantity.sentence;
        let near: Nearest = self
            .near(index)
            .into_iter()
            .filter(same)
            .filter(|&other| is_kin(self.figure(other).measure, figure.measure))
            .take(2)
            .collect();
        let pair = match near[..] {
            [a, b]
                if words::is_base(self.left(a), self.last_year())
                    && !words::is_base(self.left(b), self.last_year()) =>
            {
                Some((b, a))
            }
            [a, b]
                if words::is_base(self.left(b), self.last_year())
                    && !words::is_base(self.left(a), self.last_year()) =>
            {
                Some((a, b))
            }
            _ => None,
        };
        let pair = pair.filter(|&(n, b)| words::told(self.left(n)).is_none() && words::told(self.left(b)).is_none());
        let Some((now, before)) = pair else { return Some(self.uncheckable(index)) };
        let down = told.change == Change::Down;
        let (high, low) = if down { (before, now) } else { (now, before) };
        let difference = self.operand(high).minus(self.operand(low))?;
        let exact =
            [index, now, before].iter().all(|&part| self.figure(part).is_exact() && self.operand(part).is_exact());
        let fits = difference.value == figure.quantity.value;
        let sure =
            exact && now.abs_diff(before) == 1 && !words::has_subject(left, told) && index - now.min(before) == 2;
        let verdict = match (fits, sure) {
            (true, _) => Verdict::Consistent,
            (false, true) => Verdict::Inconsistent,
            _ => Verdict::Uncheckable,
        };
        Some(self.difference(index, verdict, [high, low], difference.value))
    }

    /// Percentage points: 由61%提高到92%，提高31个百分点; otherwise only one of the two rates is printed.
    fn points(&self, index: usize, left: &str) -> Option<Check> {
        let figure = self.figure(index);
        let told = words::told(left);
        let same = |other: usize| self.figure(other).quantity.sentence == figure.quantity.sentence;
        // 优秀率36.3%（58卷），比上年的31.9%提高4.4个百分点: the bracket belongs to the rate before it.
        let rate = |at: usize| {
            let bracket = self.figure(at).is_amount() && self.figure(at).own().is_empty();
            if bracket { at.checked_sub(1) } else { Some(at) }
        };
        let pair = index
            .checked_sub(2)
            .and_then(rate)
            .filter(|&first| same(first) && self.figure(first).is_percent() && self.figure(index - 1).is_percent());
        let moved = pair
            .filter(|&first| words::is_start(self.left(first)) || ["高", "低"].iter().any(|word| left.contains(word)));
        // 败诉率10.3%，比2016年的17.8%下降7.5个百分点: the base stands between the rate and the change.
        let base = self.left(index.saturating_sub(1));
        let back = || pair.filter(|_| told.is_some() && base.ends_with('的') && words::is_base(base, self.last_year()));
        let Some(first) = moved.or_else(back) else {
            return (told.is_some() && words::is_compared(left)).then(|| self.uncheckable(index));
        };
        let (a, b) = (self.operand(first), self.operand(index - 1));
        let down = told.is_some_and(|told| told.change == Change::Down);
        let a_first = if moved.is_some() { a.value >= b.value } else { !down };
        let (high, low) = if a_first { (first, index - 1) } else { (index - 1, first) };
        let difference = self.operand(high).minus(self.operand(low))?;
        let stated = figure.quantity.value;
        let exact = [first, index - 1, index].iter().all(|&part| self.figure(part).is_exact());
        let compared = matches!(left, "高出" | "高了" | "低了") && self.left(index - 1).contains(['为', '达', '率']);
        let sure = exact
            && (compared
                || (words::is_start(self.left(first)) || moved.is_none() && self.is_beside(first, base))
                    && told.is_some_and(|told| !words::has_subject(left, told)));
        let verdict = match difference.over(Operand::exact(Decimal::from_integer(1)), 1)?.agreement(stated) {
            Agreement::Rounded => Verdict::Consistent,
            Agreement::Mismatch if sure => Verdict::Inconsistent,
            Agreement::Mismatch => Verdict::Uncheckable,
            _ if exact => Verdict::Ambiguous,
            _ => Verdict::Uncheckable,
        };
        Some(self.difference(index, verdict, [high, low], difference.value))
    }

    /// Whether the base told by `base` is compared with the rate `first`: with nothing between them but its bracket.
    fn is_beside(&self, first: usize, base: &str) -> bool {
        let rate = self.figure(first).span();
        let behind = &self.evidence.text.source[rate.end as usize..];
        let behind = match behind.strip_prefix(['（', '(']) {
            Some(inside) => inside.split_once(['）', ')']).map_or("", |(_, behind)| behind),
            None => behind,
        };
        base.starts_with(['比', '较']) && behind.trim_start_matches(['，', ',', ' ']).starts_with(['比', '较'])
    }

    fn difference(&self, index: usize, verdict: Verdict, parts: [usize; 2], computed: Decimal) -> Check {
        let stated = self.value(index);
        let working: Explanation = phrase!(self.value(parts[0]), " - ", self.value(parts[1]));
        let explanation = match verdict {
            Verdict::Consistent => phrase!("增减数", stated, "与", working, " = ", computed, "相符"),
            Verdict::Inconsistent if computed < Decimal::default() => {
                phrase!("增减数", stated, "的方向与", working, " = ", computed, "相反，请核对")
            }
            Verdict::Inconsistent => phrase!("增减数", stated, "与", working, " = ", computed, "不符，请核对"),
            Verdict::Ambiguous => {
                phrase!("增减数", stated, "与", working, " = ", computed, "末位相差一个单位，可能由四舍五入而来")
            }
            Verdict::Uncheckable => phrase!("增减数", stated, "：不能确定所比的两个数，无法核对"),
        };
        let mut check = self.found(index, verdict, &parts.map(Some), explanation);
        check.formula = working.as_str().into();
        check.stated = Some(stated.into());
        if verdict != Verdict::Uncheckable {
            check.computed = Some(computed.into());
            check.repair =
                Some(computed.into()).filter(|_| verdict == Verdict::Inconsistent && !computed.is_negative());
        }
        check
    }

    /// 由A降至B with a B above A: the two values stand there, and the word says the opposite. A is a start, with
    /// `left` before it.
    pub(super) fn steps(&self, index: usize, left: &str) -> Option<Check> {
        let (first, second) = (self.figure(index), self.figures.all.get(index + 1)?);
        let plain = |figure: &Figure<'_>| (figure.is_amount() || figure.is_percent()) && figure.is_exact();
        if !plain(first) || !plain(second) || first.measure != second.measure || !second.told {
            return None;
        }
        if first.span().end > second.span().start {
            return None;
        }
        let between = self.figures.squeezed(first.span().end as usize, second.span().start as usize);
        let way = words::step(between)??;
        let (a, b) = (first.quantity.value, second.quantity.value);
        let against = if way == Change::Down { b > a } else { b < a };
        let ranked = ["排名", "位次", "名次", "名列", "时间", "时限", "位"].iter().any(|word| left.contains(word))
            || matches!(second.unit, "位" | "名" | "");
        let told_next = self.figures.all.get(index + 2).is_some_and(|next| {
            next.quantity.sentence == second.quantity.sentence
                && next.is_percent() | (next.quantity.kind == QuantityKind::Percent)
        });
        if !against || ranked || told_next || way == Change::Up && first.quantity.kind == QuantityKind::Duration {
            return None;
        }
        let word = if way == Change::Down { "下降" } else { "上升" };
        let mut check = self.found(
            index + 1,
            Verdict::Inconsistent,
            &[Some(index)],
            phrase!("由", a, "到", b, "不是", word, "，请核对"),
        );
        check.stated = Some(b.into());
        check.formula = phrase!(b, " - ", a);
        Some(check)
    }
}
