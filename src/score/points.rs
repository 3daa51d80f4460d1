//! Points: exact decimals, rounded only where a share is taken, and written without needless zeros.

use crate::decimal::Decimal;

/// No points.
pub(super) const ZERO: Decimal = Decimal::from_integer(0);

/// Most decimals a rubric may write or ask for.
pub(super) const MAX_PLACES: u8 = 4;

/// A number as a rubric writes it: digits with at most [`MAX_PLACES`] decimals, no sign.
pub(super) fn parse(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let point_alone = text.contains('.') && fraction.is_empty();
    if whole.is_empty() || whole.len() > 6 || point_alone || !digits(whole) || !digits(fraction) {
        return None;
    }
    let scale = u8::try_from(fraction.len()).ok().filter(|&scale| scale <= MAX_PLACES)?;
    Decimal::new(format!("{whole}{fraction}").parse().ok()?, scale).map(plain)
}

/// The sum; at a rubric's sizes it cannot overflow, and would stay below the true sum if it did.
pub(super) fn add(a: Decimal, b: Decimal) -> Decimal {
    plain(a.checked_add(b).unwrap_or(a))
}

/// `a - b`, never below zero.
pub(super) fn subtract(a: Decimal, b: Decimal) -> Decimal {
    let difference = b.checked_neg().and_then(|negative| a.checked_add(negative)).unwrap_or(ZERO);
    plain(difference.max(ZERO))
}

/// `value` so many times.
pub(super) fn times(value: Decimal, count: usize) -> Decimal {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let mantissa = value.mantissa().saturating_mul(count);
    plain(Decimal::new(mantissa, value.scale()).unwrap_or(ZERO))
}

/// `points × part / whole`, rounded half up to `places` decimals; all points when `whole` is zero.
pub(super) fn share(points: Decimal, part: usize, whole: usize, places: u8) -> Decimal {
    if part >= whole {
        return points;
    }
    let power = |exponent: u8| 10_i128.pow(u32::from(exponent.min(MAX_PLACES)));
    let top = i128::from(points.mantissa()) * part as i128 * power(places) * 2;
    let bottom = whole as i128 * power(points.scale());
    let rounded = (top + bottom) / (bottom * 2);
    plain(i64::try_from(rounded).ok().and_then(|mantissa| Decimal::new(mantissa, places)).unwrap_or(ZERO))
}

/// Without zeros at the end of the decimals.
pub(super) fn plain(value: Decimal) -> Decimal {
    let (mut mantissa, mut scale) = (value.mantissa(), value.scale());
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::new(mantissa, scale).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::{add, parse, share, subtract, times};

    #[test]
    fn reads_and_writes() {
        for (text, written) in [("13.5", "13.5"), ("2", "2"), ("0.30", "0.3"), ("007", "7"), ("10", "10")] {
            assert_eq!(parse(text).unwrap().to_string(), written);
        }
        for text in ["", "-1", ".5", "5.", "1e3", "1.23456", "９", "12345678"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn computes_exactly() {
        let points = |text| parse(text).unwrap();
        assert_eq!(add(points("13.5"), points("6.5")).to_string(), "20");
        assert_eq!(subtract(points("9"), points("3.25")).to_string(), "5.75");
        assert_eq!(subtract(points("1"), points("3")).to_string(), "0");
        assert_eq!(times(points("0.7"), 3).to_string(), "2.1");
        assert_eq!(share(points("4"), 3, 11, 1).to_string(), "1.1");
        assert_eq!(share(points("6.5"), 1, 2, 1).to_string(), "3.3");
        assert_eq!(share(points("2"), 0, 3, 1).to_string(), "0");
        assert_eq!(share(points("2"), 5, 3, 1).to_string(), "2");
    }
}
