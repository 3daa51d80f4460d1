//! Dates as ISO 8601 writes them.

use super::value::{Value, Writer};
use crate::facts::PartialDate;

/// A date as far as it is known, a missing year as `--`: `2024-01-08`, `2024-01`, `2024`, `--01-08`, `--01`, `---08`.
#[derive(Clone, Copy)]
pub(super) struct Day(pub PartialDate);

impl Day {
    /// The finest part that is written.
    pub fn precision(self) -> &'static str {
        let PartialDate { year, month, day } = self.0;
        match (year, month, day) {
            (_, Some(_), Some(_)) | (None, None, Some(_)) => "day",
            (_, Some(_), None) => "month",
            (_, None, _) => "year",
        }
    }

    /// The date, written into `bytes`.
    fn written(self, bytes: &mut [u8; LONGEST]) -> &str {
        let PartialDate { year, month, day } = self.0;
        let mut len = 0;
        let mut push = |byte: u8| {
            bytes[len] = byte;
            len += 1;
        };
        let two = |number: u16| [b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8];
        match year {
            Some(year) => {
                if year > 9_999 {
                    push(b'0' + (year / 10_000) as u8);
                }
                two(year / 100).into_iter().chain(two(year)).for_each(&mut push);
            }
            None if month.is_some() => push(b'-'),
            None if day.is_some() => [b'-', b'-'].into_iter().for_each(&mut push),
            None => {}
        }
        let day = day.filter(|_| month.is_some() || year.is_none());
        for part in [month, day].into_iter().flatten() {
            let [tens, units] = two(part.into());
            [b'-', tens, units].into_iter().for_each(&mut push);
        }
        std::str::from_utf8(&bytes[..len]).unwrap_or_default()
    }
}

/// A year of five digits, month and day.
const LONGEST: usize = 11;

impl Value for Day {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.text(self.written(&mut [0; LONGEST]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, LONGEST};
    use crate::facts::PartialDate;

    #[test]
    fn writes_dates_as_far_as_they_are_known() {
        let cases = [
            (Some(2024), Some(1), Some(8), "2024-01-08", "day"),
            (Some(2024), Some(1), None, "2024-01", "month"),
            (Some(2024), None, None, "2024", "year"),
            (Some(987), None, Some(3), "0987", "year"),
            (Some(u16::MAX), Some(12), Some(31), "65535-12-31", "day"),
            (None, Some(1), Some(8), "--01-08", "day"),
            (None, Some(12), None, "--12", "month"),
            (None, None, Some(8), "---08", "day"),
            (None, None, None, "", "year"),
        ];
        for (year, month, day, text, fineness) in cases {
            let date = Day(PartialDate { year, month, day });
            assert_eq!((date.written(&mut [0; LONGEST]), date.precision()), (text, fineness));
        }
    }
}
