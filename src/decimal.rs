//! Exact decimals: what quantities, audit and score compute with. Never a float.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number, `mantissa / 10^scale`.
///
/// The scale is kept as printed (`98.00` has scale 2), because the precision of a figure says how it was rounded;
/// equality and order compare the numbers, so `98.00 == 98`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// Largest scale: 10^18 is the largest power of ten in an `i64`.
    pub const MAX_SCALE: u8 = 18;

    /// `mantissa / 10^scale`, or `None` when `scale` is above [`Decimal::MAX_SCALE`].
    #[must_use]
    pub const fn new(mantissa: i64, scale: u8) -> Option<Self> {
        if scale > Self::MAX_SCALE { None } else { Some(Self { mantissa, scale }) }
    }

    /// A whole number.
    #[must_use]
    pub const fn from_integer(value: i64) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// The digits without the decimal point.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many digits stand behind the decimal point.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether the number is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The number with its sign turned, or `None` on overflow.
    #[must_use]
    pub fn checked_neg(self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_neg()?, scale: self.scale })
    }

    /// The number times `10^exponent` (for 万 = 4, 亿 = 8), shedding decimals before growing the mantissa.
    /// `None` on overflow.
    #[must_use]
    pub fn checked_shift(self, exponent: u8) -> Option<Self> {
        if exponent <= self.scale {
            return Some(Self { mantissa: self.mantissa, scale: self.scale - exponent });
        }
        let factor = 10_i64.checked_pow(u32::from(exponent - self.scale))?;
        Some(Self { mantissa: self.mantissa.checked_mul(factor)?, scale: 0 })
    }

    /// The exact sum, or `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.scale == other.scale {
            return Some(Self { mantissa: self.mantissa.checked_add(other.mantissa)?, scale: self.scale });
        }
        let scale = self.scale.max(other.scale);
        let widen = |d: Self| d.mantissa.checked_mul(10_i64.checked_pow(u32::from(scale - d.scale))?);
        Some(Self { mantissa: widen(self)?.checked_add(widen(other)?)?, scale })
    }

    /// The value as both numbers' mantissas over the larger scale; 128 bits hold every product.
    fn aligned(self, other: Self) -> (i128, i128) {
        let scale = self.scale.max(other.scale);
        let widen = |d: Self| i128::from(d.mantissa) * 10_i128.pow(u32::from(scale - d.scale));
        (widen(self), widen(other))
    }
}

impl PartialEq for Decimal {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        let (a, b) = self.aligned(*other);
        a.cmp(&b)
    }
}

/// A sign, nineteen digits, a zero before the point and the point.
const LONGEST: usize = 22;

impl Decimal {
    /// The number as it is printed, written at the end of `bytes`.
    pub(crate) fn written(self, bytes: &mut [u8; LONGEST]) -> &str {
        std::str::from_utf8(self.digits(bytes)).unwrap_or_default()
    }

    /// The same, which is ASCII.
    pub(crate) fn digits(self, bytes: &mut [u8; LONGEST]) -> &[u8] {
        let mut from = LONGEST;
        let mut rest = self.mantissa.unsigned_abs();
        let mut push = |byte: u8| {
            from -= 1;
            bytes[from] = byte;
        };
        let mut digits = 0;
        while rest > 0 || digits <= self.scale {
            if digits == self.scale && digits > 0 {
                push(b'.');
            }
            push(b'0' + (rest % 10) as u8);
            rest /= 10;
            digits += 1;
        }
        if self.mantissa < 0 {
            push(b'-');
        }
        &bytes[from..]
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written(&mut [0; LONGEST]))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn decimal(mantissa: i64, scale: u8) -> Decimal {
        Decimal::new(mantissa, scale).unwrap()
    }

    #[test]
    fn prints_the_scale_as_written() {
        assert_eq!(decimal(9800, 2).to_string(), "98.00");
        assert_eq!(decimal(-5, 2).to_string(), "-0.05");
        assert_eq!(Decimal::from_integer(-7).to_string(), "-7");
        assert_eq!(decimal(i64::MIN, 18).to_string(), "-9.223372036854775808");
    }

    #[test]
    fn compares_numbers_not_digits() {
        assert_eq!(decimal(9800, 2), Decimal::from_integer(98));
        assert!(decimal(-5, 2) < Decimal::from_integer(0));
        assert!(decimal(i64::MAX, 0) > decimal(i64::MAX, 18));
    }

    #[test]
    fn shifts_and_adds_exactly_or_not_at_all() {
        assert_eq!(decimal(82, 1).checked_shift(4).unwrap().to_string(), "82000");
        assert_eq!(decimal(12345, 4).checked_shift(2).unwrap().to_string(), "123.45");
        assert_eq!(decimal(i64::MAX, 0).checked_shift(1), None);
        assert_eq!(decimal(11, 1).checked_add(decimal(22, 2)).unwrap().to_string(), "1.32");
        assert_eq!(decimal(i64::MAX, 0).checked_add(decimal(1, 1)), None);
        assert_eq!(Decimal::new(1, 19), None);
    }
}
