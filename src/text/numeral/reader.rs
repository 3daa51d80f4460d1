//! The grammar of a number: digits and multipliers, added up from left to right.

use super::digits::{Digits, digits, solid, value_of};
use super::{Numeral, Script, Sign, ch, han_digit, is_financial, is_numeral, may_go_on, sign, space};
use crate::decimal::Decimal;
use crate::text::glyph::{Glyph, Space};

/// Reads the number at `from`. `None` where there is none or it is too large.
pub(super) fn read(items: &[Glyph], from: usize) -> Option<Numeral> {
    let first = ch(items, from);
    if first.is_ascii_digit() || first == '.' {
        return with_digits(items, from, &digits(items, from)?);
    }
    let sign = sign(first)?;
    if let Sign::Digit(digit) = sign
        && !goes_on(items, from + 1)
    {
        return Some(Numeral::of(Decimal::from_integer(i64::from(digit)), from + 1));
    }
    let mut reader = Reader::new(items, from, Script::Han);
    if !reader.start(sign)? {
        return None;
    }
    reader.finish()
}

/// The number that begins at `from` with `digits`.
pub(super) fn with_digits(items: &[Glyph], from: usize, digits: &Digits) -> Option<Numeral> {
    let value = digits.value?;
    if !goes_on(items, digits.end) {
        return Some(Numeral { script: Script::Digits, ..Numeral::of(value, digits.end) });
    }
    let mut reader = Reader::new(items, from, Script::Digits);
    reader.set(value, digits.end, digits.whole == 1 && digits.decimals == 0);
    reader.finish()
}

/// Whether a number may go on with the character at `index`.
#[inline]
fn goes_on(items: &[Glyph], index: usize) -> bool {
    let ch = ch(items, index);
    may_go_on(items, index) && is_part(ch)
}

fn is_part(ch: char) -> bool {
    ch.is_ascii_digit() || is_numeral(ch) || matches!(ch, '余' | '餘' | '多' | '几' | '來' | '来' | '点')
}

/// The last thing read, as far as it matters for what may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    /// A digit or several.
    Digit,
    /// 十百千万亿.
    Multiplier,
    /// 零 between multipliers.
    Zero,
}

/// Adds up a number from left to right.
struct Reader<'a> {
    items: &'a [Glyph],
    from: usize,
    pos: usize,
    /// Everything up to the last 亿.
    upper: Decimal,
    /// Everything from there to the last 万.
    middle: Decimal,
    /// Everything from there to the last 十百千.
    lower: Decimal,
    /// The digits read since.
    current: Option<Decimal>,
    /// Whether `current` is one digit: 万 and a single digit is 一万三.
    single: bool,
    /// Whether `current` is a row of Chinese digits (一七二零), which no multiplier follows.
    row: bool,
    /// Exponents of 十百千 must fall inside a section; this is the one before.
    limit: u8,
    /// Exponent of the multiplier before.
    scale: u8,
    has_middle: bool,
    has_upper: bool,
    last: Last,
    numeral: Numeral,
}

const ZERO: Decimal = Decimal::from_integer(0);
const ONE: Decimal = Decimal::from_integer(1);

impl<'a> Reader<'a> {
    fn new(items: &'a [Glyph], from: usize, script: Script) -> Self {
        let numeral = Numeral { script, ..Numeral::of(ZERO, from) };
        Self {
            items,
            from,
            pos: from,
            upper: ZERO,
            middle: ZERO,
            lower: ZERO,
            current: None,
            single: false,
            row: false,
            limit: 10,
            scale: 0,
            has_middle: false,
            has_upper: false,
            last: Last::Zero,
            numeral,
        }
    }

    fn ch(&self, ahead: usize) -> char {
        ch(self.items, self.pos + ahead)
    }

    /// Reads the `sign` that a number in Chinese characters begins with.
    fn start(&mut self, sign: Sign) -> Option<bool> {
        match sign {
            Sign::Tens(tens) => {
                self.lower = Decimal::from_integer(i64::from(tens) * 10);
                (self.limit, self.scale, self.last) = (1, 1, Last::Multiplier);
                self.numeral.multiplied = true;
                self.pos += 1;
                Some(true)
            }
            Sign::Small(exponent) => {
                self.numeral.bare = exponent > 1;
                self.small(exponent)?;
                Some(true)
            }
            Sign::Big(exponent) => {
                self.numeral.bare = true;
                self.current = Some(ONE);
                self.big(exponent)?;
                Some(true)
            }
            Sign::Digit(_) => self.places(),
        }
    }

    /// Reads Chinese digits in a row: one, a pair (三五百), or places (一七二零).
    fn places(&mut self) -> Option<bool> {
        let mut end = self.pos;
        let mut value = 0_i64;
        while let Some(digit) = han_digit(ch(self.items, end)) {
            value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
            end += 1;
        }
        let count = end - self.pos;
        if count == 2 {
            let (low, high) = (value / 10, value % 10);
            if (1..high).contains(&low) {
                if let Some(Sign::Small(_) | Sign::Big(_)) = sign(ch(self.items, end)) {
                    return self.pair(low, high);
                }
                self.numeral.pair = Some((Decimal::from_integer(low), Decimal::from_integer(high)));
            }
        }
        self.set(Decimal::from_integer(value), end, count == 1);
        self.row = count > 1;
        Some(true)
    }

    /// `三五百`: reads 五百 and gives the 三 the same multiplier.
    fn pair(&mut self, low: i64, high: i64) -> Option<bool> {
        let upper = read(self.items, self.pos + 1)?;
        let power = upper.small + upper.big;
        let top = Decimal::from_integer(high).checked_shift(power);
        if upper.glued || top != Some(upper.value) && upper.value != Decimal::from_integer(high * 10) {
            return Some(false);
        }
        let power = if top == Some(upper.value) { power } else { 1 };
        let low = Decimal::from_integer(low).checked_shift(power)?;
        self.numeral = Numeral { value: low, pair: Some((low, upper.value)), ..upper };
        self.pos = upper.end;
        Some(true)
    }

    fn set(&mut self, value: Decimal, end: usize, single: bool) {
        self.current = Some(value);
        self.single = single;
        self.pos = end;
        self.last = Last::Digit;
        (self.numeral.big, self.numeral.small) = (0, 0);
    }

    /// Reads one thing more; `false` at the end of the number.
    fn step(&mut self) -> Option<bool> {
        if self.numeral.pair.is_some() {
            return Some(false);
        }
        let next = self.ch(0);
        match sign(next) {
            Some(Sign::Small(exponent)) if self.takes_small(exponent) => self.small(exponent),
            Some(Sign::Big(exponent)) if self.takes_big(exponent) => self.big(exponent),
            Some(Sign::Digit(digit)) => Some(self.digit(digit, next)),
            Some(_) => {
                self.numeral.glued = !self.is_metric();
                Some(false)
            }
            None => match next {
                '0'..='9' => self.more_digits(),
                '余' | '餘' | '多' | '几' | '來' | '来' => Some(self.over(next)),
                '点' => self.decimals(),
                _ => Some(false),
            },
        }
    }

    fn takes_small(&self, exponent: u8) -> bool {
        let begun = self.current.is_some() || exponent == 1 || self.last == Last::Zero;
        begun && exponent < self.limit && !self.is_metric() && !self.row
    }

    /// 12千米 is twelve kilometres; 三千米 is three thousand metres.
    fn is_metric(&self) -> bool {
        let digits = self.numeral.script == Script::Digits;
        digits && matches!(self.ch(0), '千' | '兆') && matches!(self.ch(1), '克' | '米' | '瓦' | '伏' | '卡' | '帕')
    }

    fn takes_big(&self, exponent: u8) -> bool {
        let begun = !self.row && (self.current.is_some() || self.lower != ZERO);
        if exponent == 4 { begun && !self.has_middle } else { (begun || self.has_middle) && !self.has_upper }
    }

    fn small(&mut self, exponent: u8) -> Option<bool> {
        let factor = self.current.take().unwrap_or(ONE).checked_shift(exponent)?;
        self.lower = self.lower.checked_add(factor)?;
        self.limit = exponent;
        self.after_multiplier(exponent);
        self.numeral.small = if exponent > 1 { exponent } else { 0 };
        self.numeral.big = 0;
        Some(true)
    }

    fn big(&mut self, exponent: u8) -> Option<bool> {
        let section = self.lower.checked_add(self.current.take().unwrap_or(ZERO))?;
        if exponent == 4 {
            self.middle = section.checked_shift(4)?;
            self.has_middle = true;
        } else {
            self.upper = self.middle.checked_add(section)?.checked_shift(8)?;
            self.middle = ZERO;
            (self.has_middle, self.has_upper) = (false, true);
        }
        self.lower = ZERO;
        self.limit = 10;
        self.after_multiplier(exponent);
        self.numeral.big += exponent;
        Some(true)
    }

    fn after_multiplier(&mut self, exponent: u8) {
        self.scale = exponent;
        self.last = Last::Multiplier;
        self.numeral.multiplied = true;
        self.pos += 1;
    }

    fn digit(&mut self, digit: u8, raw: char) -> bool {
        if self.last == Last::Digit {
            self.numeral.glued = true;
            return false;
        }
        // 一千陆地: an everyday word, unless a multiplier follows or the number ends the paragraph.
        let formal = is_financial(ch(self.items, self.from)) || is_financial(ch(self.items, self.pos - 1));
        if is_financial(raw) && !formal && !is_numeral(self.ch(1)) && self.pos + 1 < self.items.len() {
            return false;
        }
        if digit == 0 {
            let next = self.ch(1);
            if self.last == Last::Zero || !is_numeral(next) && !next.is_ascii_digit() {
                return false;
            }
            self.last = Last::Zero;
            self.pos += 1;
            return true;
        }
        self.set(Decimal::from_integer(i64::from(digit)), self.pos + 1, true);
        true
    }

    /// `3万4000`, `1百01`, `7万 5千`.
    fn more_digits(&mut self) -> Option<bool> {
        let end = solid(self.items, self.pos);
        let scaled = matches!(sign(ch(self.items, end)), Some(Sign::Small(_) | Sign::Big(_)));
        let apart = space(self.items, self.pos) == Space::Blank && !scaled;
        if self.last == Last::Digit || apart {
            self.numeral.glued = self.last == Last::Digit;
            return Some(false);
        }
        let value = value_of(self.items, self.pos, end, 0)?;
        if !scaled && value >= ONE.checked_shift(self.scale)? || ch(self.items, end) == '.' {
            return Some(false); // 3万 and 40000 are two numbers
        }
        self.set(value, end, end == self.pos + 1);
        Some(true)
    }

    /// 余, 多 or 几 before 万 or 亿, and 几 at the end of 十几.
    fn over(&mut self, word: char) -> bool {
        let next = sign(self.ch(1));
        let inside = match next {
            Some(Sign::Big(exponent)) => self.takes_big(exponent),
            _ => false,
        };
        let last = word == '几' && self.last == Last::Multiplier && self.scale == 1 && next.is_none();
        if inside || last {
            self.numeral.over = true;
            self.pos += 1;
        }
        inside
    }

    /// `三点五`, `一百点123`; the clock's 八点三十 is none.
    fn decimals(&mut self) -> Option<bool> {
        if self.numeral.script == Script::Digits {
            return Some(false);
        }
        let mut end = self.pos + 1;
        let mut fraction = ZERO;
        let mut places = 0_u8;
        let mut mantissa = 0_i64;
        loop {
            let next = ch(self.items, end);
            let Some(digit) = han_digit(next).or_else(|| next.to_digit(10).map(|d| d as u8)) else { break };
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit))?;
            places = places.checked_add(1)?;
            end += 1;
        }
        if places == 0 || matches!(sign(ch(self.items, end)), Some(Sign::Small(_) | Sign::Tens(_))) {
            return Some(false);
        }
        if let Some(value) = Decimal::new(mantissa, places) {
            fraction = value;
        }
        let whole = self.total()?;
        let value = whole.checked_add(fraction)?;
        (self.upper, self.middle, self.lower) = (ZERO, ZERO, ZERO);
        (self.has_middle, self.has_upper) = (false, false);
        self.limit = 0;
        self.scale = 0;
        self.set(value, end, false);
        self.row = false;
        Some(true)
    }

    /// The sum of everything read; a single digit behind 百 or more counts the next lower place (一万三).
    fn total(&self) -> Option<Decimal> {
        let mut tail = self.current.unwrap_or(ZERO);
        if self.single && self.last == Last::Digit && self.scale > 1 && !self.after_zero() {
            tail = tail.checked_shift(self.scale - 1)?;
        }
        self.upper.checked_add(self.middle)?.checked_add(self.lower)?.checked_add(tail)
    }

    /// Whether 零 stands before the last digit.
    fn after_zero(&self) -> bool {
        self.pos >= self.from + 2 && han_digit(ch(self.items, self.pos - 2)) == Some(0)
    }

    /// Reads the rest of the number.
    fn finish(mut self) -> Option<Numeral> {
        while self.step()? {}
        if self.numeral.pair.is_none() || !self.numeral.multiplied {
            self.numeral.value = self.total()?;
        }
        self.numeral.end = self.pos;
        Some(self.numeral)
    }
}
