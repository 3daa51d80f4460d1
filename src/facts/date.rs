//! Calendar dates and periods: 2024年1月8日, 二〇二五年二月, 2024.1.8, 2021—2025年, 2023年1月至6月, 2013年一季度.
//!
//! A date is read as printed; whether the day exists (2月30日) is for others to judge.

use super::PartialDate;
use super::period;
use super::quantity::is_dash;
use super::view::View;
use crate::text::glyph::Space;
use crate::text::numeral::{self, Script};

/// A date in the text.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub end: usize,
    pub date: PartialDate,
    pub until: Option<PartialDate>,
}

/// One end of a period, or a date.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub end: usize,
    pub date: PartialDate,
    /// The last month, where the words name a period (一季度, 上半年, 1-9月).
    pub until: Option<PartialDate>,
}

impl Point {
    pub fn new(end: usize, year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Self {
        Self { end, date: PartialDate { year, month, day }, until: None }
    }
}

/// Whether the number at `index` may begin a date: a cheap test by what stands behind it.
fn may_begin(view: View<'_>, index: usize) -> bool {
    let from = index + usize::from(matches!(view.ch(index), '第' | '前'));
    let end = numeral::skip(view.items(), from);
    let next = view.ch(end);
    let first_ones = next == '个' && view.ch(index) == '前';
    // Before a point only a year can stand, or what is left of its digits is a compact date.
    let point = next == '.' && (from > index || end == index + 4);
    point
        || matches!(next, '年' | '月' | '季' | '日' | '号' | '/' | '_' | '至' | '到' | 'O' | 'o' | '◯' | 'Ο' | 'О')
        || is_dash(next)
        || end == index + 8
        || first_ones
        || view.ch(from) == '首'
}

/// The date or period at `index`.
pub(super) fn read(view: View<'_>, index: usize) -> Option<Found> {
    if !may_begin(view, index) {
        return None;
    }
    // Four digits and 年 are no other date.
    let plain_year = view.ch(index + 4) == '年' && four_digits(view, index).is_some();
    if !plain_year && let Some(found) = years(view, index).or_else(|| dotted_months(view, index)) {
        return Some(found);
    }
    let numeric = if plain_year { None } else { numeric(view, index) };
    let first = numeric.or_else(|| with_year(view, index)).or_else(|| period::without_year(view, index))?;
    let mut found = Found { end: first.end, date: first.date, until: first.until };
    if let Some(second) = second(view, &first).filter(|_| first.until.is_none()) {
        found.end = second.end;
        found.until = Some(second.until.unwrap_or(second.date));
    }
    Some(found)
}

/// Years from which a bare number is read as one.
const YEARS: std::ops::Range<u16> = 1900..2100;

/// Exactly four digits at `index`, blanks between them only before 年.
fn four_digits(view: View<'_>, index: usize) -> Option<(u16, usize)> {
    let mut value = 0_u16;
    let mut apart = false;
    for at in index..index + 4 {
        value = value * 10 + u16::try_from(view.ch(at).to_digit(10)?).ok()?;
        apart |= at > index && view.space(at) == Space::Blank;
    }
    let end = index + 4;
    let longer = view.ch(end).is_ascii_digit() && view.space(end) != Space::Blank;
    let damaged = apart && !(view.ch(end) == '年' && YEARS.contains(&value));
    (!longer && !damaged).then_some((value, end))
}

/// `2021—2025年`, `2023-2025`, `20212025年`, `2015至2020年`.
fn years(view: View<'_>, index: usize) -> Option<Found> {
    let (from, mut end) = match four_digits(view, index) {
        Some(first) => first,
        None => glued_years(view, index)?,
    };
    let mut next = end;
    while next < end + 2 && (is_dash(view.ch(next)) || view.ch(next) == '_' && next == end) {
        next += 1;
    }
    let worded = next == end && matches!(view.ch(next), '至' | '到');
    let lost = next == end && view.ch(end).is_ascii_digit();
    let (to, behind) = four_digits(view, next + usize::from(worded))?;
    let joined = worded || lost || next > end;
    if !joined || !YEARS.contains(&from) || !YEARS.contains(&to) || from >= to {
        return None;
    }
    end = behind;
    let year = view.ch(end) == '年';
    if lost && !year || matches!(view.ch(end), '-' | '/' | '.') && view.ch(end + 1).is_ascii_digit() {
        return None;
    }
    if year && view.ch(end + 1).is_ascii_digit() && period::starts(view, end + 1) {
        return None; // 2015-2016年3月 ends with a month; read by the two points
    }
    end = view.any(end, &["学年度", "学年", "年度", "年"]).unwrap_or(end);
    let date = |year| PartialDate { year: Some(year), month: None, day: None };
    Some(Found { end, date: date(from), until: Some(date(to)) })
}

/// The first half of eight digits that are two years.
fn glued_years(view: View<'_>, index: usize) -> Option<(u16, usize)> {
    let end = numeral::skip(view.items(), index);
    if end != index + 8 || view.ch(end) != '年' {
        return None;
    }
    let value = (index..index + 4).try_fold(0_u16, |value, at| Some(value * 10 + view.ch(at).to_digit(10)? as u16))?;
    Some((value, index + 4))
}

/// `1999.08-2002.02`, `2008.03-2009`: months with points are dates where both ends stand.
fn dotted_months(view: View<'_>, index: usize) -> Option<Found> {
    let first = dotted_month(view, index)?;
    let mut next = first.end;
    while next < first.end + 2 && is_dash(view.ch(next)) {
        next += 1;
    }
    let second = dotted_month(view, next).or_else(|| {
        let (year, end) = four_digits(view, next)?;
        Some(Point::new(end, Some(year), None, None))
    })?;
    (next > first.end && second.date.year > first.date.year).then_some(Found {
        end: second.end,
        date: first.date,
        until: Some(second.date),
    })
}

fn dotted_month(view: View<'_>, index: usize) -> Option<Point> {
    let (year, end) = four_digits(view, index)?;
    let (month, behind) = small(view, end + 1)?;
    let plain = view.ch(end) == '.' && behind == end + 3 && YEARS.contains(&year) && view.ch(behind) != '.';
    (plain && (1..=12).contains(&month)).then(|| Point::new(behind, Some(year), Some(month), None))
}

/// `2024-01-08`, `2024/1/8`, `2024.1.8`, `2024-01`, `20240108`.
fn numeric(view: View<'_>, index: usize) -> Option<Point> {
    let Some((year, end)) = four_digits(view, index) else { return compact(view, index) };
    let mark = view.ch(end);
    if !matches!(mark, '-' | '/' | '.') || !(1000..3000).contains(&year) {
        return None;
    }
    let (month, behind) = small(view, end + 1)?;
    if !(1..=12).contains(&month) {
        return None;
    }
    // Two marks of a date may differ (1994.01-19).
    let is_mark = |at: usize| matches!(view.ch(at), '-' | '/' | '.');
    if let Some((day, last)) = small(view, behind + 1).filter(|_| is_mark(behind)) {
        let longer = is_mark(last) && view.ch(last + 1).is_ascii_digit() && view.ch(last) == mark && mark != '-';
        let valid = (1..=31).contains(&day) && !longer;
        return valid.then(|| Point::new(last, Some(year), Some(month), Some(day)));
    }
    let month_alone =
        mark == '-' && behind == end + 3 && YEARS.contains(&year) && !view.ch(behind).is_ascii_alphanumeric();
    let unit = super::unit::find(view, behind).is_some();
    (month_alone && !unit).then(|| Point::new(behind, Some(year), Some(month), None))
}

/// `20240108`, exactly eight digits that make a date.
fn compact(view: View<'_>, index: usize) -> Option<Point> {
    let digits = numeral::digits(view.items(), index)?;
    if digits.end != index + 8
        || digits.decimals > 0
        || view.ch(digits.end).is_ascii_alphabetic()
        || view.before(index).is_ascii_alphanumeric()
    {
        return None;
    }
    let value = digits.value?.mantissa();
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let year = u16::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    let unit = super::unit::find(view, digits.end).is_some();
    ((1..=12).contains(&month) && (1..=31).contains(&day) && !unit)
        .then(|| Point::new(digits.end, Some(year), Some(month as u8), Some(day as u8)))
}

/// One or two digits.
pub(super) fn small(view: View<'_>, index: usize) -> Option<(u8, usize)> {
    let mut end = index;
    let mut value = 0_u8;
    while let Some(digit) = view.ch(end).to_digit(10) {
        if end == index + 2 {
            // 2025-04-17 12:23: a time behind the day.
            if view.space(end) == Space::Blank {
                break;
            }
            return None;
        }
        value = value * 10 + digit as u8;
        end += 1;
    }
    (end > index).then_some((value, end))
}

/// A number up to 99 in digits or Chinese characters.
pub(super) fn short(view: View<'_>, index: usize) -> Option<(u8, usize)> {
    if view.ch(index).is_ascii_digit() {
        return small(view, index);
    }
    let numeral = numeral::read(view.items(), index).filter(|n| n.script == Script::Han && !n.over && !n.glued)?;
    let value = numeral.value;
    let whole = value.scale() == 0 && numeral.pair.is_none() && (0..100).contains(&value.mantissa());
    whole.then_some((value.mantissa() as u8, numeral.end))
}

/// A year with 年 and what follows it.
fn with_year(view: View<'_>, index: usize) -> Option<Point> {
    let (year, end) = year(view, index)?;
    Some(period::within_year(view, end, year).unwrap_or_else(|| {
        let end = end + usize::from(view.ch(end) == '度' && view.ch(end + 1) != '假');
        Point::new(end, Some(year), None, None)
    }))
}

/// `2024年`, `二〇二四年`, `18年` before a month: the year and the index behind 年.
fn year(view: View<'_>, index: usize) -> Option<(u16, usize)> {
    if let Some((year, end)) = four_digits(view, index) {
        return (view.ch(end) == '年' && (1000..3000).contains(&year)).then_some((year, end + 1));
    }
    if view.ch(index).is_ascii_digit() {
        let (short, end) = small(view, index)?;
        let two = end == index + 2 && view.ch(end) == '年' && period::starts(view, end + 1);
        let century = if short < 50 { 2000 } else { 1900 };
        return two.then_some((century + u16::from(short), end + 1));
    }
    let mut value = 0_u16;
    for at in index..index + 4 {
        let ch = view.ch(at);
        let digit =
            if matches!(ch, 'O' | 'o' | 'Ｏ' | '0' | '◯' | 'Ο' | 'О') { 0 } else { numeral::han_digit(ch)? };
        value = value * 10 + u16::from(digit);
    }
    (view.ch(index + 4) == '年' && YEARS.contains(&value)).then_some((value, index + 5))
}

/// The other end of the period that begins with `first`; what it leaves out is as in `first`.
fn second(view: View<'_>, first: &Point) -> Option<Point> {
    let from = match view.ch(first.end) {
        '起' => first.end + 1,
        '开' if view.ch(first.end + 1) == '始' => first.end + 2,
        _ => first.end,
    };
    let mut next = from;
    while next < from + 2 && is_dash(view.ch(next)) {
        next += 1;
    }
    let mut between = false;
    if next == from {
        between = first.date.month.is_none() && matches!(view.ch(next), '与' | '和');
        if !between && !matches!(view.ch(next), '至' | '到') {
            return None;
        }
        next += 1;
    }
    let bare_year = || {
        let (year, end) =
            four_digits(view, next).filter(|(year, _)| YEARS.contains(year) && first.date.month.is_none())?;
        Some(Point::new(end, Some(year), None, None))
    };
    let same_month = || {
        let (day, end) = short(view, next).filter(|_| first.date.day.is_some())?;
        let fits = matches!(view.ch(end), '日' | '号') && (1..=31).contains(&day);
        fits.then(|| Point::new(end + 1, first.date.year, first.date.month, Some(day)))
    };
    let mut point = numeric(view, next).or_else(|| with_year(view, next)).or_else(|| period::without_year(view, next));
    point = point.or_else(same_month).or_else(bare_year);
    let mut point = point?;
    if point.date.year.is_none() {
        point.date.year = first.date.year;
        if let Some(until) = &mut point.until {
            until.year = first.date.year;
        }
    }
    // 2007年与2009年间 is a period, 2007年和2009年 are two years.
    if between && view.any(point.end, &["之间", "间"]).is_none() {
        return None;
    }
    let ordered = first.date.year.is_none() || point.date >= first.date;
    ordered.then_some(point)
}
