//! Numbers as Chinese reports write them: `1,286`, `2.6万`, `5万4千`, `三百二十`, `两千六`, `壹佰`, `十余万`, `三五百`.
//!
//! Only the number itself is read here. Whether it is an amount, a date or part of a name, and what it counts, is for
//! the facts to say. Digits and Chinese characters share one grammar, because they mix freely (`100万三千`).

use super::glyph::{Glyph, Space};
use crate::decimal::Decimal;

/// What a number is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// It begins with a digit (`5万4千` included).
    Digits,
    /// It begins with a Chinese character.
    Han,
}

/// A number and how it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// Its value.
    pub value: Decimal,
    /// The upper end, where neighbouring digits give both (`三五百`, `两三`); `value` is the lower end then, except for
    /// two digits without a multiplier, which are a number of two places (`一二`) unless a measure word follows.
    pub pair: Option<(Decimal, Decimal)>,
    /// Index behind its last character.
    pub end: usize,
    /// What it begins with.
    pub script: Script,
    /// Whether 余, 多 or 几 stands inside (`十余万`).
    pub over: bool,
    /// Whether it begins with 百, 千 or 万 without a digit (`百余`).
    pub bare: bool,
    /// Whether it holds a multiplier 十百千万亿.
    pub multiplied: bool,
    /// Exponent of the 万 and 亿 at its end (`三百万`: 4), 0 if none.
    pub big: u8,
    /// Exponent of the 百 or 千 at its end or before the 万 there (`九千亿`: 3), 0 if none.
    pub small: u8,
    /// Whether another numeral character follows at once (十四五: 十四, then 五): no plain number.
    pub glued: bool,
}

impl Numeral {
    /// A number that is written as a word (半) and ends before `end`.
    pub(crate) fn of(value: Decimal, end: usize) -> Self {
        Self {
            value,
            pair: None,
            end,
            script: Script::Han,
            over: false,
            bare: false,
            multiplied: false,
            big: 0,
            small: 0,
            glued: false,
        }
    }
}

/// A run of digits, decimals included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digits {
    /// Its value; `None` when it is too large to be one.
    pub value: Option<Decimal>,
    /// Index behind it.
    pub end: usize,
    /// How many digits stand before the point.
    pub whole: usize,
    /// How many digits stand behind the point.
    pub decimals: usize,
}

/// What a Chinese numeral character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Digit(u8),
    /// 十百千: the exponent.
    Small(u8),
    /// 万亿: the exponent.
    Big(u8),
    /// 廿卅: tens in one character.
    Tens(u8),
}

fn sign(ch: char) -> Option<Sign> {
    Some(match ch {
        '零' | '〇' | '○' => Sign::Digit(0),
        '一' | '壹' => Sign::Digit(1),
        '二' | '两' | '贰' | '兩' => Sign::Digit(2),
        '三' | '叁' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '十' | '拾' => Sign::Small(1),
        '百' | '佰' => Sign::Small(2),
        '千' | '仟' => Sign::Small(3),
        '万' | '萬' => Sign::Big(4),
        '亿' | '億' => Sign::Big(8),
        '廿' => Sign::Tens(2),
        '卅' => Sign::Tens(3),
        _ => return None,
    })
}

/// The value of a Chinese digit character, 零 to 九 and 两.
pub(crate) fn han_digit(ch: char) -> Option<u8> {
    match sign(ch) {
        Some(Sign::Digit(digit)) => Some(digit),
        _ => None,
    }
}

/// Whether a Chinese number can hold this character.
pub(crate) fn is_numeral(ch: char) -> bool {
    sign(ch).is_some()
}

/// The characters of bills and accounts, which are everyday words as well (队伍, 大陆, 收拾).
pub(crate) fn is_financial(ch: char) -> bool {
    matches!(ch, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
}

fn ch(items: &[Glyph], index: usize) -> char {
    items.get(index).map_or('\0', |glyph| glyph.ch)
}

fn space(items: &[Glyph], index: usize) -> Space {
    items.get(index).map_or(Space::Break, |glyph| glyph.before)
}

/// Index behind the digits and numeral characters that stand at `from` without a break: what a reader skips that does
/// not take the number.
pub(crate) fn skip(items: &[Glyph], from: usize) -> usize {
    let mut end = from;
    while ch(items, end).is_ascii_digit() || is_numeral(ch(items, end)) {
        end += 1;
    }
    end.max(from + 1)
}

/// Index behind the digits that belong together from `from` on. A joined line break inside is no end of the number, a
/// blank is one (a table's cells), unless groups of three follow (`1 286 户`).
fn run(items: &[Glyph], from: usize) -> usize {
    let mut end = solid(items, from);
    let mut grouped = end;
    while (1..=3).contains(&(end - from)) || grouped > end {
        let next = grouped.max(end);
        if space(items, next) != Space::Blank || solid(items, next) != next + 3 || ch(items, from) == '0' {
            break;
        }
        grouped = next + 3;
    }
    // A group at the end of a cell is a cell of its own; before a word it is part of the number.
    if grouped > end && grouped < items.len() && !ch(items, grouped).is_ascii_digit() {
        end = grouped;
    }
    end
}

/// Index behind the digits from `from` on with no blank between.
fn solid(items: &[Glyph], from: usize) -> usize {
    let mut end = from;
    while ch(items, end).is_ascii_digit() && (end == from || space(items, end) != Space::Blank) {
        end += 1;
    }
    end
}

/// Reads digits with thousands marks and decimals. A comma is a thousands mark when every group behind it has three
/// digits and the first has at most three.
pub(crate) fn digits(items: &[Glyph], from: usize) -> Option<Digits> {
    let point_first = ch(items, from) == '.';
    if !ch(items, from).is_ascii_digit() && !point_first {
        return None;
    }
    let mut end = if point_first { from } else { run(items, from) };
    let mut whole = end - from;
    if (1..=3).contains(&whole) && ch(items, from) != '0' {
        let mut groups = end;
        while matches!(ch(items, groups), ',' | '，') && solid(items, groups + 1) == groups + 4 && space(items, groups + 1) != Space::Blank {
            groups += 4;
        }
        if groups > end {
            whole += (groups - end) / 4 * 3;
            end = groups;
        }
    }
    let mut decimals = 0;
    if ch(items, end) == '.' && ch(items, end + 1).is_ascii_digit() && point_fits(items, end) {
        let tail = solid(items, end + 1);
        decimals = tail - end - 1;
        end = tail;
    }
    if point_first && decimals == 0 {
        return None;
    }
    Some(Digits { value: value_of(items, from, end, decimals), end, whole, decimals })
}

/// Whether the point at `at` stands between two halves of a number: no blank beside it, or a rate behind (`98. 5%`).
fn point_fits(items: &[Glyph], at: usize) -> bool {
    if space(items, at) != Space::Blank && space(items, at + 1) != Space::Blank {
        return true;
    }
    matches!(ch(items, solid(items, at + 1)), '%' | '万' | '亿')
}

fn value_of(items: &[Glyph], from: usize, end: usize, decimals: usize) -> Option<Decimal> {
    let mut mantissa = 0_i64;
    for index in from..end {
        if let Some(digit) = ch(items, index).to_digit(10) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(digit))?;
        }
    }
    Decimal::new(mantissa, u8::try_from(decimals).ok()?)
}

/// Reads the number at `from`, the longest one that stands there. `None` where there is none or it is too large.
pub(crate) fn read(items: &[Glyph], from: usize) -> Option<Numeral> {
    let mut reader = Reader::new(items, from);
    if !reader.start()? {
        return None;
    }
    while reader.step()? {}
    reader.finish()
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
    fn new(items: &'a [Glyph], from: usize) -> Self {
        let script = if ch(items, from).is_ascii_digit() || ch(items, from) == '.' { Script::Digits } else { Script::Han };
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

    /// Reads what a number may begin with.
    fn start(&mut self) -> Option<bool> {
        if self.numeral.script == Script::Digits {
            let Some(digits) = digits(self.items, self.pos) else { return Some(false) };
            self.set(digits.value?, digits.end, digits.whole == 1 && digits.decimals == 0);
            return Some(true);
        }
        match sign(self.ch(0)) {
            None => Some(false),
            Some(Sign::Tens(tens)) => {
                self.lower = Decimal::from_integer(i64::from(tens) * 10);
                (self.limit, self.scale, self.last) = (1, 1, Last::Multiplier);
                self.numeral.multiplied = true;
                self.pos += 1;
                Some(true)
            }
            Some(Sign::Small(exponent)) => {
                self.numeral.bare = exponent > 1;
                self.small(exponent)?;
                Some(true)
            }
            Some(Sign::Big(exponent)) => {
                self.numeral.bare = true;
                self.current = Some(ONE);
                self.big(exponent)?;
                Some(true)
            }
            Some(Sign::Digit(_)) => self.places(),
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

    fn finish(mut self) -> Option<Numeral> {
        if self.numeral.pair.is_none() || !self.numeral.multiplied {
            self.numeral.value = self.total()?;
        }
        self.numeral.end = self.pos;
        Some(self.numeral)
    }
}

#[cfg(test)]
mod tests {
    use super::{digits, read};
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    fn glyphs(text: &str) -> Glyphs {
        let mut glyphs = Glyphs::default();
        glyphs.fill(text, Span::new(0, text.len() as u32), &[]);
        glyphs
    }

    #[test]
    fn values() {
        for (text, value) in [
            ("三百二十", "320"),
            ("两千六", "2600"),
            ("一百五", "150"),
            ("二百零三", "203"),
            ("一百五十", "150"),
            ("一万零五", "10005"),
            ("壹佰贰拾叁", "123"),
            ("一万五千亿", "1500000000000"),
            ("四千五百六十九万八千三百一十一亿", "4569831100000000"),
            ("5万4千6百", "54600"),
            ("1千零1", "1001"),
            ("3万4000", "34000"),
            ("2.6万", "26000"),
            ("4.78万亿", "4780000000000"),
            ("1,040,000", "1040000"),
            ("1 286 户", "1286"),
            ("零点零五", "0.05"),
            ("三点五万", "35000"),
            ("十五点七", "15.7"),
            ("一百点123", "100.123"),
            ("廿二", "22"),
            ("二〇二五", "2025"),
            ("百三", "130"),
            ("十余万", "100000"),
            ("三十万多亿", "30000000000000"),
        ] {
            let glyphs = glyphs(text);
            let numeral = read(glyphs.items(), 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(numeral.value.to_string(), value, "{text}");
        }
    }

    #[test]
    fn pairs_and_glued_numbers() {
        let text = glyphs("三五百户");
        let (low, high) = read(text.items(), 0).unwrap().pair.unwrap();
        assert_eq!((low.to_string(), high.to_string()), ("300".into(), "500".into()));
        assert!(read(glyphs("十四五规划").items(), 0).unwrap().glued);
        assert_eq!(read(glyphs("八点三十分").items(), 0).unwrap().end, 1);
    }

    #[test]
    fn cells_stay_apart() {
        assert_eq!(digits(glyphs("12 35").items(), 0).unwrap().end, 2);
        assert_eq!(digits(glyphs("12 350").items(), 0).unwrap().end, 2);
        assert_eq!(digits(glyphs("5，110、120").items(), 0).unwrap().end, 5);
        assert_eq!(digits(glyphs("12，3456").items(), 0).unwrap().end, 2);
    }

    #[test]
    fn too_large_is_no_number() {
        assert!(read(glyphs(&"9".repeat(40)).items(), 0).is_none());
        assert!(read(glyphs(&"九".repeat(40)).items(), 0).is_none());
    }
}
