//! Which figures in digits are amounts: all that have a unit and are no name; without a unit only where the sentence
//! cannot mean anything else.

use super::list::{Chars, List};
use super::names;
use super::quantity::{Figure, Measure, stands_alone};
use super::unit;
use super::view::{View, is_han, is_quote, is_stop};
use super::{Bound, QuantityKind};
use crate::decimal::Decimal;
use crate::text::glyph::Space;
use crate::text::numeral;

/// Words behind a number without a unit that make it part of a name.
static NAME_TAILS: List = List::forward(&[
    "月",
    "日",
    "年",
    "号",
    "届",
    "季度",
    "周",
    "级",
    "时",
    "后",
    "强",
    "佳",
    "度",
    "型",
    "版",
    "版本",
    "楼",
    "路",
    "线",
    "国道",
    "省道",
    "高速",
    "世纪",
    "热线",
    "平台",
    "专线",
    "电话",
    "消防",
    "急救",
    "报警",
    "接警",
    "接处警",
    "指挥",
    "联动",
    "救援",
    "便民",
    "政务服务",
    "服务热线",
    "监督",
    "投诉",
    "举报",
    "检察服务",
    "法网",
    "工程",
    "体系",
    "模式",
    "工作法",
    "机制",
    "行动",
    "计划",
    "战略",
    "部署",
    "工作法",
    "格局",
    "框架",
    "架构",
    "矩阵",
    "网络",
    "警",
    "改革",
    "工作体系",
    "工作机制",
    "字",
    "(略",
]);

/// Words right before a number that identifies something.
static LABELS: List =
    List::backward(&["附件", "附表", "附录", "国道", "省道", "县道", "公元", "图", "表", "型号", "版本", "地铁"]);

/// Words that may follow a number without a unit and leave it an amount.
static FUNCTION_WORDS: Chars = Chars::of("的和与及等为是在中内前上下至到并而余其均已被由以全比较同占");

/// Whether the figure is an amount. A character without an entry in the table of measure words becomes the unit when
/// a mark follows it (`1628证、`).
pub(super) fn accepts(view: View<'_>, figure: &mut Figure) -> bool {
    if figure.measure != Measure::None {
        return !names::fixed(view, figure);
    }
    if stands_alone(view, figure) {
        return !is_year(figure);
    }
    let start = figure.start;
    let number_end = figure.numeral.end;
    let (before, next) = (view.before(start), view.ch(figure.end));
    if LABELS.before(view, start).is_some() {
        return false;
    }
    if is_quote(before)
        || is_quote(next)
        || NAME_TAILS.at(view, number_end).is_some()
        || is_year(figure)
        || is_hotline(figure)
    {
        return false;
    }
    let bounded = figure.bound != Bound::Exact;
    // The first cell of a table's row is its number.
    if start == 0 && view.space(figure.end) == Space::Blank && is_plain(figure) {
        return false;
    }
    // 工业4.0: a version.
    if figure.value.scale() == 1 && figure.value.mantissa() % 10 == 0 && !bounded {
        return false;
    }
    let large = bounded || !is_stop(before) && (figure.numeral.multiplied || figure.end > number_end);
    match next {
        // 八大领域: 大 belongs to the figure and is no unit.
        '大' if figure.end == number_end => {
            let big = figure.value <= Decimal::from_integer(11) && is_han(view.ch(number_end + 1));
            figure.end += usize::from(big);
            big && !view.has(number_end, "大队")
        }
        _ if large => {
            take_noun(view, figure);
            true
        }
        '(' | '（' => is_han(before),
        ')' => before != '(' && !is_stop(before),
        _ if is_stop(next) || next == '.' => {
            (is_han(before) || before == '、') && !is_marker(view, figure) && listed(view, figure)
        }
        _ if is_han(next) => {
            let fits = is_han(before) || before == ')' || is_stop(before);
            fits && !is_marker(view, figure) && listed(view, figure) && {
                take_noun(view, figure);
                true
            }
        }
        _ => false,
    }
}

/// Whether numbers that follow in a list (44.1、21.6和11.8亿元) end with one that is an amount. A number that stands
/// by itself is.
fn listed(view: View<'_>, figure: &Figure) -> bool {
    let mut end = figure.end;
    let mut length = 0;
    while matches!(view.ch(end), '、' | '和' | '及' | '与') && length < 12 {
        let Some(next) = numeral::digits(view.items(), end + 1) else { break };
        end = next.end;
        length += 1;
    }
    if length == 0 {
        return view.before(figure.start) != '、' || figure.value.scale() > 0 || is_han(view.ch(end));
    }
    let amount =
        unit::find(view, end).is_some() || matches!(view.ch(end), '万' | '亿' | '余' | '多') || view.has(end, "之间");
    amount && NAME_TAILS.at(view, end).is_none()
}

/// Takes one character as the unit when a mark follows it.
fn take_noun(view: View<'_>, figure: &mut Figure) {
    let next = view.ch(figure.end);
    let ends = is_stop(view.ch(figure.end + 1)) || view.ch(figure.end + 1) == ')';
    if is_han(next) && ends && !FUNCTION_WORDS.contains(next) {
        figure.measure = Measure::Word(figure.end, figure.end + 1);
        figure.end += 1;
        figure.kind = QuantityKind::Count;
    }
}

fn is_plain(figure: &Figure) -> bool {
    figure.value.scale() == 0 && !figure.numeral.multiplied && figure.high.is_none()
}

/// Four digits that are read as a year without a word behind.
fn is_year(figure: &Figure) -> bool {
    let years = Decimal::from_integer(1900)..Decimal::from_integer(2100);
    let plain = is_plain(figure) || figure.high.is_some_and(|high| years.contains(&high));
    plain && years.contains(&figure.value) && figure.numeral.end - figure.start == 4
}

/// The numbers of hotlines and emergency services.
fn is_hotline(figure: &Figure) -> bool {
    let value = figure.value.mantissa();
    let short = matches!(value, 110 | 114 | 119 | 120 | 122 | 999);
    let long = matches!(value, 10_010 | 10_086 | 12_100..=12_699 | 95_000..=96_999 | 950_000..=969_999);
    is_plain(figure) && (short || long)
}

/// `1、` or `2.` where an item of a list may begin.
fn is_marker(view: View<'_>, figure: &Figure) -> bool {
    let small = is_plain(figure) && figure.value < Decimal::from_integer(100);
    let opens = figure.start == 0 || matches!(view.before(figure.start), '。' | '；' | ';' | '：' | ':');
    small && opens && matches!(view.ch(figure.end), '、' | '.' | ')' | '．')
}
