//! Shares of a whole: 百分之三十, 千分之二, 三分之二, 1/3, 一又二分之一.

use super::bound;
use super::quantity::{Figure, Measure, is_dash};
use super::view::View;
use super::{Bound, QuantityKind};
use crate::decimal::Decimal;
use crate::text::numeral::{self, Numeral, Script};

/// Decimals of a fraction that has no finite ones (三分之一).
const ROUNDED: u8 = 10;

/// The share at `index`.
pub(super) fn read(view: View<'_>, index: usize) -> Option<Figure> {
    if !matches!(view.ch(numeral::skip(view.items(), index)), '分' | '又' | '/' | '半') {
        return None;
    }
    let first = numeral::read(view.items(), index)?;
    if view.has(index, "一半") {
        return half(view, index);
    }
    let share = if view.has(first.end, "分之") {
        of(view, &first)
    } else if view.ch(first.end) == '又' {
        mixed(view, &first)
    } else if view.ch(first.end) == '/' && first.script == Script::Digits {
        slashed(view, index, &first)
    } else {
        None
    };
    let (value, high, percent, mut end) = share?;
    let (measure, kind) =
        if percent { (Measure::Percent, QuantityKind::Percent) } else { (Measure::None, QuantityKind::Multiple) };
    let mut bound = bound::before(view, index);
    if let Some((after, behind)) = bound::after(view, end) {
        (bound, end) = (after, behind);
    } else if let Some(behind) = bound::inner(view, end, value).filter(|_| matches!(view.ch(end), '多' | '余')) {
        (bound, end) = (Bound::Over, behind);
    }
    Some(Figure { start: index, end, value, high, measure, kind, bound, numeral: first, unit: None })
}

/// 一半, where it is meant exactly: alone, or bounded (一半以上, 超过一半).
fn half(view: View<'_>, index: usize) -> Option<Figure> {
    let numeral = Numeral::of(Decimal::new(5, 1)?, index + 2);
    let (mut bound, mut end) = (bound::before(view, index), numeral.end);
    if let Some((after, behind)) = bound::after(view, end) {
        (bound, end) = (after, behind);
    }
    let alone = index == 0 && end == view.len();
    let kind = QuantityKind::Multiple;
    let (value, measure) = (numeral.value, Measure::None);
    (alone || bound != Bound::Exact).then_some(Figure {
        start: index,
        end,
        value,
        high: None,
        measure,
        kind,
        bound,
        numeral,
        unit: None,
    })
}

/// Value, upper end, whether it is a percentage, index behind.
type Share = (Decimal, Option<Decimal>, bool, usize);

/// `分之` and the number behind it.
fn of(view: View<'_>, whole: &Numeral) -> Option<Share> {
    let minus = usize::from(view.ch(whole.end + 2) == '负');
    let part = numeral::read(view.items(), whole.end + 2 + minus)?;
    let Some(power) = power_of_ten(whole.value).filter(|&power| power >= 2) else {
        return Some((quotient(part.value, whole.value)?, None, false, part.end));
    };
    let value = percent(part.value, power)?;
    let high = upper(view, part.end).and_then(|(high, end)| Some((percent(high.value, power)?, end)));
    match high {
        Some((high, end)) if high > value => Some((value, Some(high), true, end)),
        _ => Some((value, None, true, part.end)),
    }
}

/// The upper end of 百分之三十至五十 or 百分之三十至百分之五十.
fn upper(view: View<'_>, index: usize) -> Option<(Numeral, usize)> {
    if !is_dash(view.ch(index)) && !matches!(view.ch(index), '至' | '到') {
        return None;
    }
    let from = view.any(index + 1, &["百分之"]).unwrap_or(index + 1);
    let high = numeral::read(view.items(), from).filter(|high| !high.glued)?;
    let other = super::unit::find(view, high.end).is_some() || view.has(high.end, "分之");
    (!other).then_some((high, high.end))
}

/// `一又二分之一`.
fn mixed(view: View<'_>, whole: &Numeral) -> Option<Share> {
    let denominator = numeral::read(view.items(), whole.end + 1)?;
    if !view.has(denominator.end, "分之") {
        return None;
    }
    let numerator = numeral::read(view.items(), denominator.end + 2)?;
    let value = whole.value.checked_add(quotient(numerator.value, denominator.value)?)?;
    Some((value, None, false, numerator.end))
}

/// `2/3`: below one, or alone in its paragraph, so that 24/7 and paths stay what they are.
fn slashed(view: View<'_>, index: usize, numerator: &Numeral) -> Option<Share> {
    let denominator = numeral::read(view.items(), numerator.end + 1).filter(|d| d.script == Script::Digits)?;
    let alone = index == 0 && denominator.end == view.len();
    let whole = numerator.value.scale() == 0 && denominator.value.scale() == 0 && !denominator.multiplied;
    let small = denominator.value <= Decimal::from_integer(100) && numerator.value < denominator.value;
    let other = matches!(view.ch(denominator.end), '/' | '-' | '月' | '日' | '号' | '年' | '.')
        || super::unit::find(view, denominator.end).is_some();
    if !whole || !(alone || small && !other) {
        return None;
    }
    Some((quotient(numerator.value, denominator.value)?, None, false, denominator.end))
}

fn power_of_ten(value: Decimal) -> Option<u8> {
    (0..=Decimal::MAX_SCALE).find(|&power| Decimal::from_integer(1).checked_shift(power) == Some(value))
}

/// `part / 10^power` as a percentage.
fn percent(part: Decimal, power: u8) -> Option<Decimal> {
    Decimal::new(part.mantissa(), part.scale().checked_add(power - 2)?)
}

/// `part / whole`, exact where the decimals end, else rounded to [`ROUNDED`] places.
fn quotient(part: Decimal, whole: Decimal) -> Option<Decimal> {
    if whole.mantissa() == 0 || whole.scale() > 0 {
        return None;
    }
    let mut scale = part.scale();
    let mut rest = i128::from(part.mantissa());
    let divisor = i128::from(whole.mantissa());
    while rest % divisor != 0 && scale < ROUNDED {
        rest = rest.checked_mul(10)?;
        scale += 1;
    }
    let rounded = (rest * 2 + divisor) / (divisor * 2);
    let value = if rest % divisor == 0 { rest / divisor } else { rounded };
    Decimal::new(i64::try_from(value).ok()?, scale)
}
