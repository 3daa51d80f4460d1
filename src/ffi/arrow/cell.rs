//! What stands in the cells of columns.

use std::borrow::Cow;
use std::ffi::CStr;

use super::block::Number;
use crate::decimal::Decimal;
use crate::phrase::Phrase;

/// A value of fixed width.
pub(super) trait Fixed {
    /// Its type, as the C Data Interface writes it.
    const FORMAT: &'static CStr;
    /// What Arrow makes of it.
    type Number: Number;

    fn number(self) -> Self::Number;
}

macro_rules! fixed {
    ($($type:ty = $format:literal,)+) => {
        $(impl Fixed for $type {
            const FORMAT: &'static CStr = $format;
            type Number = $type;

            fn number(self) -> $type {
                self
            }
        })+
    };
}

fixed! { u8 = c"C", u16 = c"S", u32 = c"I", }

/// Every decimal in one type, which holds each of them exactly, so that the tables of many reports fit together.
impl Fixed for Decimal {
    const FORMAT: &'static CStr = c"d:38,18";
    type Number = i128;

    fn number(self) -> i128 {
        i128::from(self.mantissa()) * i128::from(WIDENING[usize::from(self.scale())])
    }
}

/// For each scale, what a mantissa is multiplied with to have the largest.
const WIDENING: [i64; SCALES] = {
    let mut factors = [1; SCALES];
    let mut scale = SCALES - 1;
    while scale > 0 {
        factors[scale - 1] = 10 * factors[scale];
        scale -= 1;
    }
    factors
};

const SCALES: usize = Decimal::MAX_SCALE as usize + 1;

/// A day of the calendar: how many days it lies behind 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day(i32);

impl Day {
    /// The day with this date by the Gregorian calendar; `None` when there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let (year, month) = (i32::from(year), i32::from(month));
        let first = days_before(year, month);
        let last = days_before(year, month + 1) - first;
        let exists = (1..=12).contains(&month) && (1..=last).contains(&i32::from(day));
        exists.then(|| Self(first + i32::from(day) - 1))
    }
}

/// Days from 1 January 1970 to the first of a month, which may be 13 for the next January. Counts years from March, so that the leap day is a
/// year's last.
fn days_before(year: i32, month: i32) -> i32 {
    // 1 March of the year 0 lies so many days before 1 January 1970.
    const MARCH_0: i32 = 719_468;
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // Five months from March, and from August, have 153 days.
    365 * year + leap_days + (153 * month + 2) / 5 - MARCH_0
}

impl Fixed for Day {
    const FORMAT: &'static CStr = c"tdD";
    type Number = i32;

    fn number(self) -> i32 {
        self.0
    }
}

/// A text in UTF-8.
pub(super) trait Text {
    fn bytes(&self) -> &[u8];
}

impl Text for &str {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl Text for Cow<'_, str> {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl<const N: usize> Text for &Phrase<N> {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Decimal, Fixed};

    #[test]
    fn counts_the_days_of_the_calendar() {
        let cases = [
            ((1970, 1, 1), Some(0)),
            ((1969, 12, 31), Some(-1)),
            ((2000, 2, 29), Some(11_016)),
            ((2000, 3, 1), Some(11_017)),
            ((2024, 12, 31), Some(20_088)),
            ((2025, 1, 1), Some(20_089)),
            ((1, 1, 1), Some(-719_162)),
            ((0, 1, 1), Some(-719_528)),
            ((2023, 2, 29), None),
            ((2100, 2, 29), None),
            ((2024, 4, 31), None),
            ((2024, 13, 1), None),
            ((2024, 0, 1), None),
            ((2024, 1, 0), None),
        ];
        for ((year, month, day), expected) in cases {
            assert_eq!(Day::new(year, month, day), expected.map(Day), "{year}-{month}-{day}");
        }
        let every =
            (1900..2101).flat_map(|year| (0..15).flat_map(move |month| (0..33).map(move |day| (year, month, day))));
        let days: Vec<i32> =
            every.filter_map(|(year, month, day)| Day::new(year, month, day)).map(|day| day.0).collect();
        assert!(days.windows(2).all(|pair| pair[0] + 1 == pair[1]), "no day is left out or told twice");
    }

    #[test]
    fn widens_every_decimal_exactly() {
        for (mantissa, scale, widened) in [
            (0, 0, 0),
            (9_997, 2, 99_970_000_000_000_000_000),
            (-1, 18, -1),
            (i64::MIN, 18, i128::from(i64::MIN)),
            (i64::MIN, 0, i128::from(i64::MIN) * 1_000_000_000_000_000_000),
        ] {
            assert_eq!(Decimal::new(mantissa, scale).unwrap().number(), widened);
        }
    }
}
