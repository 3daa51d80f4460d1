//! The parts of markers, read from bytes: numbers, and the signs behind them.

use crate::text::blank;

/// Reads the bytes of one line.
pub(super) struct Reader<'a> {
    pub line: &'a [u8],
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// What is unread.
    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        self.line.get(self.at..).unwrap_or_default()
    }

    /// Moves over blanks and joined line ends; returns whether there were any.
    #[inline]
    pub fn skip_layout(&mut self) -> bool {
        let from = self.at;
        loop {
            self.at += match blank::width(self.rest()) {
                0 if self.rest().first() == Some(&b'\n') => 1,
                0 => return self.at > from,
                width => width,
            };
        }
    }

    /// Moves over the next sign if it is one of the wanted; layout before it is skipped.
    #[inline]
    pub fn take(&mut self, wanted: impl Fn(Sign) -> bool) -> Option<Sign> {
        self.skip_layout();
        let (sign, width) = sign(self.rest()).filter(|(sign, _)| wanted(*sign))?;
        self.at += width;
        Some(sign)
    }

    /// A Chinese number from 1 to 99.
    pub fn chinese(&mut self) -> Option<u16> {
        let mut value = 0;
        let mut digit = None;
        let mut tens = false;
        loop {
            match chinese_digit(self.rest()) {
                Some(10) if !tens => {
                    value = digit.unwrap_or(1) * 10;
                    digit = None;
                    tens = true;
                }
                Some(d) if d < 10 && digit.is_none() => digit = Some(d),
                None if self.skip_layout() => continue,
                _ => break,
            }
            self.at += 3;
        }
        Some(value + digit.unwrap_or(0)).filter(|&number| number > 0)
    }

    /// One or two digits, not zero.
    pub fn arabic(&mut self) -> Option<u16> {
        let mut value = 0;
        let mut length = 0;
        loop {
            let (digit, width) = match *self.rest() {
                [digit @ b'0'..=b'9', ..] => (digit - b'0', 1),
                [0xef, 0xbc, digit @ 0x90..=0x99, ..] => (digit - 0x90, 3), // １
                _ => break,
            };
            value = value * 10 + u16::from(digit);
            length += 1;
            if length > 2 {
                return None;
            }
            self.at += width;
        }
        (length > 0 && value > 0).then_some(value)
    }
}

/// What stands behind the number of a marker.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `.` of either width.
    Dot,
    /// `，` `,`
    Comma,
    /// `、`
    Pause,
    /// `）` `)`
    Close,
    /// 是
    Is,
    /// 要
    Must,
}

/// The sign that `bytes` begin with, and its width.
#[inline]
fn sign(bytes: &[u8]) -> Option<(Sign, usize)> {
    Some(match *bytes {
        [0xe3, 0x80, 0x81, ..] => (Sign::Pause, 3),
        [0xef, 0xbc, 0x89, ..] => (Sign::Close, 3),
        [0xe6, 0x98, 0xaf, ..] => (Sign::Is, 3),
        [0xe8, 0xa6, 0x81, ..] => (Sign::Must, 3),
        [0xef, 0xbc, 0x8c, ..] => (Sign::Comma, 3),
        [0xef, 0xbc, 0x8e, ..] => (Sign::Dot, 3),
        [b'.', ..] => (Sign::Dot, 1),
        [b')', ..] => (Sign::Close, 1),
        [b',', ..] => (Sign::Comma, 1),
        _ => return None,
    })
}

/// The value of the Chinese digit that `bytes` begin with, 一 to 十.
#[inline]
pub(crate) fn chinese_digit(bytes: &[u8]) -> Option<u16> {
    Some(match *bytes {
        [0xe4, 0xb8, 0x80, ..] => 1,
        [0xe4, 0xba, 0x8c, ..] => 2,
        [0xe4, 0xb8, 0x89, ..] => 3,
        [0xe5, 0x9b, 0x9b, ..] => 4,
        [0xe4, 0xba, 0x94, ..] => 5,
        [0xe5, 0x85, 0xad, ..] => 6,
        [0xe4, 0xb8, 0x83, ..] => 7,
        [0xe5, 0x85, 0xab, ..] => 8,
        [0xe4, 0xb9, 0x9d, ..] => 9,
        [0xe5, 0x8d, 0x81, ..] => 10,
        _ => return None,
    })
}
