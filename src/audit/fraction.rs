//! Exact fractions, and how a printed figure agrees with one.

use std::cmp::Ordering;

use crate::decimal::Decimal;

/// An exact fraction with a positive denominator.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fraction {
    numerator: i128,
    denominator: i128,
}

/// The power of ten; of a scale, which none of these numbers goes beyond.
fn power(scale: u8) -> Option<i128> {
    const POWERS: [i64; Decimal::MAX_SCALE as usize + 1] = {
        let mut powers = [1; Decimal::MAX_SCALE as usize + 1];
        let mut at = 1;
        while at < powers.len() {
            powers[at] = 10 * powers[at - 1];
            at += 1;
        }
        powers
    };
    POWERS.get(usize::from(scale)).map(|&power| power.into())
}

/// How a printed figure agrees with the exact one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// Rounded half up at the printed precision.
    Rounded,
    /// Cut off at the printed precision: 85/60 = 141.67 printed 141.
    CutOff,
    /// Holds for some amounts that were rounded to the printed ones (8.2万).
    Within,
    /// Off by one unit in its last place.
    LastDigit,
    /// None of these.
    Mismatch,
}

impl Fraction {
    /// `numerator / denominator` times `factor`; `None` when the denominator is zero or a number is out of reach.
    pub fn new(numerator: Decimal, denominator: Decimal, factor: i64) -> Option<Self> {
        let scale = numerator.scale().max(denominator.scale());
        let widen = |d: Decimal| i128::from(d.mantissa()).checked_mul(power(scale - d.scale())?);
        let (mut top, mut bottom) = (widen(numerator)?.checked_mul(i128::from(factor))?, widen(denominator)?);
        if bottom == 0 {
            return None;
        }
        if bottom < 0 {
            (top, bottom) = (-top, -bottom);
        }
        Some(Self { numerator: top, denominator: bottom })
    }

    /// `numerator / denominator` in percent.
    pub fn percent(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        Self::new(numerator, denominator, 100)
    }

    /// The fraction rounded half up to `scale` decimals.
    pub fn rounded(self, scale: u8) -> Option<Decimal> {
        let power = power(scale)?;
        let doubled = self.numerator.checked_mul(power)?.checked_mul(2)?.checked_add(self.denominator)?;
        Decimal::new(i64::try_from(doubled.div_euclid(self.denominator.checked_mul(2)?)).ok()?, scale)
    }

    /// The fraction cut off after `scale` decimals.
    pub fn cut_off(self, scale: u8) -> Option<Decimal> {
        let power = power(scale)?;
        Decimal::new(i64::try_from(self.numerator.checked_mul(power)? / self.denominator).ok()?, scale)
    }

    /// How `stated`, at its own precision, agrees with the fraction.
    pub fn agreement(self, stated: Decimal) -> Agreement {
        let scale = stated.scale();
        let Some(rounded) = self.rounded(scale) else {
            return Agreement::Mismatch;
        };
        if rounded == stated {
            return Agreement::Rounded;
        }
        if self.cut_off(scale) == Some(stated) {
            return Agreement::CutOff;
        }
        if (rounded.mantissa() - stated.mantissa()).abs() <= 1 { Agreement::LastDigit } else { Agreement::Mismatch }
    }

    /// The fraction against a whole or decimal number.
    pub fn cmp_decimal(self, other: Decimal) -> Option<Ordering> {
        let right = i128::from(other.mantissa()).checked_mul(self.denominator)?;
        let left = self.numerator.checked_mul(power(other.scale())?)?;
        Some(left.cmp(&right))
    }
}

/// A printed amount and how far the true one may lie from it: 8.2万 stands for anything that is rounded or cut off to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operand {
    /// The value as printed.
    pub value: Decimal,
    /// One unit of the last printed digit of a rounded figure; zero for a count in full.
    pub slack: Decimal,
}

impl Operand {
    /// A figure that is what it says.
    pub const fn exact(value: Decimal) -> Self {
        Self { value, slack: Decimal::from_integer(0) }
    }

    /// Whether nothing was rounded away.
    pub fn is_exact(self) -> bool {
        self.slack == Decimal::default()
    }

    /// Whether so much was rounded away (4万) that a rate worked out from it proves nothing.
    pub fn is_coarse(self) -> bool {
        const PART: i64 = 20;
        if self.is_exact() {
            return self.value == Decimal::default();
        }
        Fraction::new(self.slack, self.value, PART)
            .is_none_or(|part| part.cmp_decimal(Decimal::from_integer(1)) == Some(Ordering::Greater))
    }

    /// The sum; `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { value: self.value.checked_add(other.value)?, slack: self.slack.checked_add(other.slack)? })
    }

    /// The difference; `None` on overflow.
    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            value: self.value.checked_add(other.value.checked_neg()?)?,
            slack: self.slack.checked_add(other.slack)?,
        })
    }

    /// `self / whole` times `factor`.
    pub fn over(self, whole: Self, factor: i64) -> Option<Fraction> {
        Fraction::new(self.value, whole.value, factor)
    }

    /// How `stated` agrees with `self / whole` times `factor`, when both may have been rounded before they were printed.
    pub fn agreement(self, whole: Self, factor: i64, stated: Decimal) -> Agreement {
        let Some(fraction) = self.over(whole, factor) else {
            return Agreement::Mismatch;
        };
        let plain = fraction.agreement(stated);
        if plain == Agreement::Rounded || self.is_exact() && whole.is_exact() {
            return plain;
        }
        if self.may_give(whole, factor, stated).unwrap_or(false) { Agreement::Within } else { plain }
    }

    /// Whether some true values behind the printed ones give `stated`.
    fn may_give(self, whole: Self, factor: i64, stated: Decimal) -> Option<bool> {
        let minus = |a: Decimal, b: Decimal| a.checked_add(b.checked_neg()?);
        let low = Fraction::new(minus(self.value, self.slack)?, whole.value.checked_add(whole.slack)?, factor)?;
        let least = minus(whole.value, whole.slack)?;
        let below = |step: i64| Decimal::new(stated.mantissa().checked_mul(10)?.checked_add(step)?, stated.scale() + 1);
        let reaches_down = low.cmp_decimal(below(5)?)? != Ordering::Greater;
        if least <= Decimal::default() {
            return Some(reaches_down);
        }
        let high = Fraction::new(self.value.checked_add(self.slack)?, least, factor)?;
        Some(reaches_down && high.cmp_decimal(below(-5)?)? != Ordering::Less)
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Fraction, Operand};
    use crate::decimal::Decimal;

    #[test]
    fn agreement_at_the_printed_precision() {
        let whole = Decimal::from_integer;
        for (part, total, stated, scale, expected) in [
            (9542, 9737, 9800, 2, Agreement::Rounded),
            (9542, 9737, 9799, 2, Agreement::CutOff),
            (9542, 9737, 9801, 2, Agreement::LastDigit),
            (9542, 9737, 9997, 2, Agreement::Mismatch),
            (85, 60, 141, 0, Agreement::CutOff),
            (85, 60, 142, 0, Agreement::Rounded),
            (1, 3, 333, 1, Agreement::Rounded),
            (1, 8, 13, 0, Agreement::Rounded),
        ] {
            let fraction = Fraction::percent(whole(part), whole(total)).unwrap();
            assert_eq!(fraction.agreement(Decimal::new(stated, scale).unwrap()), expected, "{part}/{total} {stated}");
        }
        assert!(Fraction::percent(whole(1), whole(0)).is_none());
        assert_eq!(Fraction::percent(whole(-1), whole(3)).unwrap().rounded(1).unwrap().to_string(), "-33.3");
    }

    #[test]
    fn rounded_operands_give_a_range() {
        let rounded = |mantissa, scale, slack| Operand {
            value: Decimal::new(mantissa, scale).unwrap().checked_shift(4).unwrap(),
            slack: Decimal::from_integer(slack),
        };
        let (settled, all) = (rounded(269, 1, 1000), rounded(274, 1, 1000));
        for (stated, expected) in [(982, Agreement::Rounded), (985, Agreement::Within), (993, Agreement::Mismatch)] {
            assert_eq!(settled.agreement(all, 100, Decimal::new(stated, 1).unwrap()), expected, "{stated}");
        }
        assert_eq!(settled.minus(settled).unwrap().over(all, 100).unwrap().rounded(0), Some(Decimal::from_integer(0)));
    }
}
