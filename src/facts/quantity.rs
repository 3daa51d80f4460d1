//! One figure with everything that belongs to it: number, 余, unit, the other end of a range, 以上.
//!
//! This is the grammar alone, for digits and Chinese characters alike. Whether the figure is an amount or part of a
//! name is judged by `digits` and `han`.

use super::bound;
use super::unit::{self, Found};
use super::view::View;
use super::{Bound, QuantityKind};
use crate::decimal::Decimal;
use crate::text::class;
use crate::text::numeral::{self, Numeral};

/// The unit of a figure, by the indices of its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    None,
    Percent,
    Word(usize, usize),
}

/// A figure as it stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    pub start: usize,
    pub end: usize,
    pub value: Decimal,
    pub high: Option<Decimal>,
    pub measure: Measure,
    pub kind: QuantityKind,
    pub bound: Bound,
    /// The number at its beginning, for the judges.
    pub numeral: Numeral,
    /// The unit's entry, for the judges; `None` without a unit.
    pub unit: Option<Found>,
}

/// Half of a figure: one number and its unit.
#[derive(Clone, Copy)]
struct Side<'n> {
    numeral: &'n Numeral,
    value: Decimal,
    over: bool,
    unit: Option<Found>,
    end: usize,
}

/// What joins the two ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A dash or tilde.
    Dash,
    /// 至 or 到.
    Word,
}

/// The figure at `index`, the longest that stands there.
pub(super) fn read(view: View<'_>, index: usize) -> Option<Figure> {
    of(view, index, &numeral::read(view.items(), index)?)
}

/// The figure that begins at `index` with `numeral`.
pub(super) fn of(view: View<'_>, index: usize, numeral: &Numeral) -> Option<Figure> {
    let left = side(view, numeral)?;
    // What joins the ends of a range is among what may bound a figure.
    if view.class(left.end) & class::BOUND > 0
        && let Some(joint) = joint(view, bound::included(view, left.end))
        && let Some(range) = range(view, index, &left, joint)
    {
        return Some(range);
    }
    Some(single(view, index, &left))
}

#[inline]
fn single(view: View<'_>, start: usize, left: &Side<'_>) -> Figure {
    let pair = left.numeral.pair.filter(|_| left.numeral.multiplied || left.unit.is_some());
    let (value, high) = match pair {
        Some((low, high)) if !left.numeral.multiplied => (low, Some(high)),
        Some((_, high)) => (left.value, Some(high)),
        None => (left.value, None),
    };
    figure(view, start, left.numeral, left, (value, high))
}

/// The figure from `start` on that begins with `first`; `last` is its only half or the upper one.
#[inline]
fn figure(
    view: View<'_>,
    start: usize,
    first: &Numeral,
    last: &Side<'_>,
    (value, high): (Decimal, Option<Decimal>),
) -> Figure {
    let kind = last.unit.map_or(QuantityKind::Count, |unit| unit.kind());
    let measure = match (last.unit, kind) {
        (None, _) => Measure::None,
        (Some(unit), QuantityKind::Percent) if unit.is("%") || unit.is("﹪") || unit.is("成") => Measure::Percent,
        (Some(unit), QuantityKind::Duration) if unit.is("个多月") || unit.is("个半月") => {
            Measure::Word(unit.end - 1, unit.end)
        }
        (Some(unit), _) => Measure::Word(unit.start, unit.end),
    };
    let (bound, end) = match bound::after(view, last.end) {
        Some(after) => after,
        None if last.over => (Bound::Over, last.end),
        None => (bound_before(view, start, first, kind), last.end),
    };
    Figure { start, end, value, high, measure, kind, bound, numeral: *first, unit: last.unit }
}

/// How the words before `start` bound the figure there.
fn bound_before(view: View<'_>, start: usize, numeral: &Numeral, kind: QuantityKind) -> Bound {
    match bound::before(view, start) {
        Bound::Exact if numeral.bare => bound::before_bare(view, start),
        // 近三年 are the last three years.
        Bound::About
            if kind == QuantityKind::Duration
                && view.before(start) == '近'
                && !matches!(view.before(start - 1), '时' | '达' | '将' | '接') =>
        {
            Bound::Exact
        }
        bound => bound,
    }
}

/// Reads a number with 余, its unit and what completes the unit (一角五分, 半).
fn side<'n>(view: View<'_>, numeral: &'n Numeral) -> Option<Side<'n>> {
    if numeral.glued {
        return None;
    }
    let mut side = Side { numeral, value: numeral.value, over: numeral.over, unit: None, end: numeral.end };
    if let Some(next) = bound::inner(view, side.end, side.value) {
        (side.over, side.end) = (true, next);
    }
    let Some(unit) = unit::find(view, side.end) else { return Some(side) };
    if unit.is("成") && side.value > Decimal::from_integer(10) {
        return Some(side);
    }
    side.unit = Some(unit);
    side.end = unit.end;
    complete(view, &mut side, unit)?;
    Some(side)
}

/// 123元1角1分, 三年半, 一个半月, 三年多, 三成半.
fn complete(view: View<'_>, side: &mut Side<'_>, unit: Found) -> Option<()> {
    // Most count things, which come in no halves, or are percent; 块 counts pieces or money.
    let plain = match unit.kind() {
        QuantityKind::Count => view.ch(side.end) != '半' && !unit.is("块"),
        QuantityKind::Percent => !unit.is("成"),
        _ => false,
    };
    if plain {
        return Some(());
    }
    match unit.row.word {
        "元" | "圆" | "块" | "块钱" if unit.end == unit.start + usize::from(unit.row.len) => {
            small_change(view, side, 1)?
        }
        "角" => small_change(view, side, 1)?,
        "个半月" => side.value = side.value.checked_add(half_value()?)?,
        "个多月" => side.over = true,
        _ => {}
    }
    let rough = matches!(unit.kind(), QuantityKind::Duration | QuantityKind::Money | QuantityKind::Multiple);
    let divisible = matches!(unit.kind(), QuantityKind::Duration | QuantityKind::Multiple)
        || matches!(unit.row.word, "成" | "米" | "吨" | "公里" | "斤" | "亩" | "元");
    if divisible && view.ch(side.end) == '半' && !matches!(view.ch(side.end + 1), '数' | '价' | '径' | '年' | '天')
    {
        side.value = side.value.checked_add(half_value()?)?;
        side.end += 1;
    } else if let Some(end) = bound::trailing(view, side.end).filter(|_| rough) {
        (side.over, side.end) = (true, end);
    }
    if unit.is("成") {
        side.value = side.value.checked_shift(1)?;
    }
    Some(())
}

fn half_value() -> Option<Decimal> {
    Decimal::new(5, 1)
}

/// 半 and a unit at `index`: half of it.
pub(super) fn half(view: View<'_>, index: usize) -> Option<Figure> {
    let unit = unit::find(view, index + 1)?;
    let numeral = Numeral::of(half_value()?, index + 1);
    let side = Side { numeral: &numeral, value: numeral.value, over: false, unit: Some(unit), end: unit.end };
    Some(single(view, index, &side))
}

/// Adds 1角1分 to the 元 before it; each step is a tenth of the one before.
fn small_change(view: View<'_>, side: &mut Side<'_>, first: u8) -> Option<()> {
    let mut scale = first;
    for words in [['角', '毛'], ['分', '分']] {
        let from = side.end;
        let ch = view.ch(from);
        let digit = ch.to_digit(10).or_else(|| numeral::han_digit(ch).map(u32::from));
        let tail_of_jiao = side.unit.is_some_and(|unit| unit.is("角"));
        if tail_of_jiao && words[0] == '角' {
            continue;
        }
        if let Some(digit) = digit.filter(|_| words.contains(&view.ch(from + 1)) && view.ch(from + 2) != '钟') {
            side.value = side.value.checked_add(Decimal::new(i64::from(digit), scale)?)?;
            side.end += 2;
        }
        if !tail_of_jiao {
            scale += 1;
        }
    }
    Some(())
}

/// The range whose lower end is `left`, if another number follows the dash, 至 or 到 that ends before `next`.
fn range(view: View<'_>, start: usize, left: &Side<'_>, (next, joint): (usize, Joint)) -> Option<Figure> {
    let right = numeral::read(view.items(), next)?;
    let right = side(view, &right)?;
    if right.unit.is_none() && left.unit.is_some() {
        return None;
    }
    let same_unit = match (left.unit, right.unit) {
        (Some(a), Some(b)) => a.row.word == b.row.word,
        _ => true,
    };
    // 由5天降到2天 and 从5天到2天 tell a change, not a range.
    let change = joint == Joint::Word
        && left.unit.is_some()
        && view.any_before(start, &["由", "从", "由原来的", "从原来的"]).is_some();
    if !same_unit
        || change
        || left.numeral.script != right.numeral.script && left.unit.is_none() && right.unit.is_none()
    {
        return None;
    }
    let value = if left.unit.is_some() { left.value } else { scaled(left, &right) };
    if value >= right.value {
        return None;
    }
    let mut whole = figure(view, start, left.numeral, &right, (value, Some(right.value)));
    whole.numeral.multiplied |= right.numeral.multiplied;
    Some(whole)
}

/// Index behind the dashes or the word at `index` that join the ends of a range.
fn joint(view: View<'_>, index: usize) -> Option<(usize, Joint)> {
    let mut next = index;
    while next < index + 2 && is_dash(view.ch(next)) {
        next += 1;
    }
    if next > index {
        return Some((next, Joint::Dash));
    }
    matches!(view.ch(index), '至' | '到').then_some((index + 1, Joint::Word))
}

/// Dashes and tildes of every width.
pub(super) fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '~' | '—' | '–' | '―' | '─' | '‐' | '‑' | '−' | '〜' | '∼' | '～')
}

/// The lower end with the multiplier of the upper one: 2—3万, 七到九千亿.
fn scaled(left: &Side<'_>, right: &Side<'_>) -> Decimal {
    let numeral = right.numeral;
    let digit = left.value.scale() == 0 && (1..10).contains(&left.value.mantissa()) && !left.numeral.multiplied;
    let small = if digit { numeral.small } else { 0 };
    let big = if left.numeral.big == 0 { numeral.big } else { 0 };
    for exponent in [small + big, big] {
        match left.value.checked_shift(exponent) {
            Some(value) if value < right.value => return value,
            _ => {}
        }
    }
    left.value
}

/// How many characters may stand before a figure that [`stands_alone`].
pub(super) const LONGEST_LEAD: usize = 4;

/// Whether `figure` is all there is in the paragraph, marks and a sign aside.
pub(super) fn stands_alone(view: View<'_>, figure: &Figure) -> bool {
    let mark = |ch: char| matches!(ch, '-' | '－' | '负' | '。' | '，' | ',' | '；' | ';' | '.' | '约' | '近');
    figure.start <= LONGEST_LEAD
        && view.len() - figure.end <= 3
        && (0..figure.start).all(|at| mark(view.ch(at)))
        && (figure.end..view.len()).all(|at| mark(view.ch(at)))
}
