//! Ranks: 第1名, 第 5, 居全省第二; and the ordinals that are none (第七次会议, 第二批).

use super::list::List;
use super::quantity::{self, Figure, Measure};
use super::view::{View, is_han, is_stop};
use super::{Bound, QuantityKind};
use crate::decimal::Decimal;
use crate::text::numeral::{self, Numeral, Script};

/// Words before a rank.
static RANKING: List = List::backward(&[
    "排名",
    "位居",
    "位列",
    "名列",
    "排在",
    "跃居",
    "升至",
    "跃升至",
    "列",
    "居",
    "排",
    "获",
    "得",
    "取得",
    "荣获",
    "夺得",
    "全省",
    "全市",
    "全国",
    "全县",
    "全区",
    "全州",
    "综合",
    "评比",
    "考核",
    "名次",
    "系统",
    "同类",
]);

/// The rank whose 第 stands at `index`.
pub(super) fn read(view: View<'_>, index: usize) -> Option<Figure> {
    let numeral = number(view, index + 1)?;
    let end = numeral.end;
    let han = numeral.script == Script::Han;
    let ranked = RANKING.before(view, index).is_some();
    let unit = match view.ch(end) {
        '名' => view.ch(end + 1) != '义',
        '位' => !han || ranked,
        _ => false,
    };
    let alone = index == 0 && (end == view.len() || end + 1 == view.len() && is_stop(view.ch(end)));
    let bare = is_stop(view.ch(end)) || matches!(view.ch(end), ')' | '”' | '的');
    let open = !unit && bare && (ranked || !han && view.ch(end) != '的' && is_han(view.before(index)));
    if !(unit || alone || open) || numeral.glued {
        return None;
    }
    let (measure, end) = if unit { (Measure::Word(end, end + 1), end + 1) } else { (Measure::None, end) };
    Some(Figure {
        start: index,
        end,
        value: numeral.value,
        high: None,
        measure,
        kind: QuantityKind::Rank,
        bound: Bound::Exact,
        numeral,
        unit: None,
    })
}

/// The number of an ordinal: digits without thousands (第5,101个村), or Chinese characters.
fn number(view: View<'_>, index: usize) -> Option<Numeral> {
    if !view.ch(index).is_ascii_digit() {
        return numeral::read(view.items(), index).filter(|n| !n.over && n.pair.is_none_or(|_| n.multiplied));
    }
    let mut end = index;
    let mut value = 0_i64;
    while let Some(digit) = view.ch(end).to_digit(10).filter(|_| end < index + 6) {
        value = value * 10 + i64::from(digit);
        end += 1;
    }
    let next = view.ch(end);
    let goes_on = next.is_ascii_digit() || next == '.' && view.ch(end + 1).is_ascii_digit();
    let multiplied = matches!(next, '万' | '百' | '千');
    if multiplied {
        return numeral::read(view.items(), index);
    }
    (!goes_on).then(|| Numeral { script: Script::Digits, ..Numeral::of(Decimal::from_integer(value), end) })
}

/// Index behind the ordinal at `index`, further numbers of a list included (第一、二批, 第1至3期).
pub(super) fn skip(view: View<'_>, index: usize) -> usize {
    let start = index + 1;
    if !is_number(view.ch(start)) {
        return start;
    }
    let mut end = numeral::skip(view.items(), start);
    for _ in 0..8 {
        let joined = matches!(view.ch(end), '、' | '和' | '及' | '至' | '到') || quantity::is_dash(view.ch(end));
        if !joined || !is_number(view.ch(end + 1)) {
            break;
        }
        end = numeral::skip(view.items(), end + 1);
    }
    end
}

fn is_number(ch: char) -> bool {
    ch.is_ascii_digit() || numeral::is_numeral(ch)
}
