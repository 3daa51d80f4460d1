//! What stands behind a year, or without one: months, days, quarters, half years.

use super::PartialDate;
use super::date::{Point, short};
use super::quantity::is_dash;
use super::view::View;
use crate::text::numeral;

/// The months and days at `index`, behind the 年 of `year`.
pub(super) fn within_year(view: View<'_>, index: usize, year: u16) -> Option<Point> {
    let first = view.ch(index);
    let begins = first.is_ascii_digit()
        || numeral::is_numeral(first)
        || matches!(first, '第' | '前' | '首' | '上' | '下' | '后');
    if !begins {
        return None;
    }
    let year = Some(year);
    months(view, index, year).or_else(|| quarter(view, index, year)).or_else(|| part(view, index, year))
}

/// A month, day or quarter whose year is not printed.
pub(super) fn without_year(view: View<'_>, index: usize) -> Option<Point> {
    months(view, index, None).or_else(|| quarter(view, index, None))
}

/// Whether a month stands at `index`.
pub(super) fn starts(view: View<'_>, index: usize) -> bool {
    month(view, index).is_some()
}

/// `8月`: the month and the index behind 月.
fn month(view: View<'_>, index: usize) -> Option<(u8, usize)> {
    let (month, end) = short(view, index)?;
    // 每两月一次 counts months.
    let named = view.ch(end) == '月' && view.ch(index) != '两';
    (named && (1..=12).contains(&month)).then_some((month, end + 1))
}

/// `1月8日`, `1月`, `1-9月份`, `4月12-19日`.
fn months(view: View<'_>, index: usize, year: Option<u16>) -> Option<Point> {
    let Some((first, end)) = month(view, index) else { return several_months(view, index, year) };
    if let Some((day, behind)) = short(view, end) {
        let valid = (1..=31).contains(&day);
        // 二零零四年八月十五 may leave out 日.
        let open = year.is_some() && !view.ch(end).is_ascii_digit() && behind == view.len();
        if valid && (matches!(view.ch(behind), '日' | '号') || open) {
            return Some(Point::new(behind + usize::from(!open), year, Some(first), Some(day)));
        }
        if let Some(point) = several_days(view, behind, year, first, day).filter(|_| valid) {
            return Some(point);
        }
        // 一月一课: one a month.
        if year.is_none() && [index, end].iter().all(|&at| view.ch(at) == '一') {
            return None;
        }
    }
    let end = end + usize::from(view.ch(end) == '份');
    if year.is_none() && matches!(view.ch(end), '龄' | '饼' | '季' | '子') {
        return None;
    }
    Some(Point::new(end, year, Some(first), None))
}

/// Index behind the dash or word that joins two numbers.
fn joint(view: View<'_>, index: usize) -> Option<usize> {
    let mut next = index;
    while next < index + 2 && is_dash(view.ch(next)) {
        next += 1;
    }
    if next == index && matches!(view.ch(index), '至' | '到') {
        next += 1;
    }
    (next > index).then_some(next)
}

/// `1-9月`.
fn several_months(view: View<'_>, index: usize, year: Option<u16>) -> Option<Point> {
    let (first, end) = short(view, index)?;
    let (last, end) = month(view, joint(view, end)?)?;
    if !(1..last).contains(&first) {
        return None;
    }
    let end = end + usize::from(view.ch(end) == '份');
    Some(until(Point::new(end, year, Some(first), None), year, last))
}

/// `12-19日` behind `4月`: `index` is behind the first day.
fn several_days(view: View<'_>, index: usize, year: Option<u16>, month: u8, first: u8) -> Option<Point> {
    let (last, end) = short(view, joint(view, index)?)?;
    let valid = (first..=31).contains(&last) && matches!(view.ch(end), '日' | '号');
    valid.then(|| {
        let point = Point::new(end + 1, year, Some(month), Some(first));
        Point { until: Some(PartialDate { year, month: Some(month), day: Some(last) }), ..point }
    })
}

fn until(point: Point, year: Option<u16>, month: u8) -> Point {
    Point { until: Some(PartialDate { year, month: Some(month), day: None }), ..point }
}

/// From the first to the last month, both of `year`.
fn span(end: usize, year: Option<u16>, first: u8, last: u8) -> Point {
    until(Point::new(end, year, Some(first), None), year, last)
}

/// `一季度`, `第3季度`, `前三季度`, `首季度`.
fn quarter(view: View<'_>, index: usize, year: Option<u16>) -> Option<Point> {
    let first_ones = view.ch(index) == '前';
    let from = index + usize::from(matches!(view.ch(index), '第' | '前'));
    let (number, end) = if view.ch(from) == '首' { (1, from + 1) } else { short(view, from)? };
    let behind = view.any(end, &["季度", "个季度"])?;
    // 3个季度 is a length of time.
    let counted = view.ch(end) == '个' && !first_ones;
    if !(1..=4).contains(&number) || counted {
        return None;
    }
    if view.ch(behind) == '末' {
        return Some(Point::new(behind + 1, year, Some(number * 3), None));
    }
    let first = if first_ones { 1 } else { number * 3 - 2 };
    Some(span(behind, year, first, number * 3))
}

/// `上半年`, `前十一个月`, `后三月`, `首月`.
fn part(view: View<'_>, index: usize, year: Option<u16>) -> Option<Point> {
    if let Some(end) = view.any(index, &["上半年", "前半年"]) {
        return Some(span(end, year, 1, 6));
    }
    if let Some(end) = view.any(index, &["下半年", "后半年"]) {
        return Some(span(end, year, 7, 12));
    }
    if let Some(end) = view.any(index, &["首月"]) {
        return Some(Point::new(end, year, Some(1), None));
    }
    let (count, end) = short(view, index + 1)?;
    let end = view.any(end, &["个月", "月"])?;
    if !(1..=12).contains(&count) {
        return None;
    }
    match view.ch(index) {
        '前' => Some(span(end, year, 1, count)),
        '后' => Some(span(end, year, 13 - count, 12)),
        _ => None,
    }
}
