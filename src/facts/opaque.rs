//! Digits that are no figure whatever stands behind them: identifiers, telephone numbers, addresses of web pages,
//! clock times, day names (12·4), slogans with a plus sign (1+N), masked text (20 (略)).

use super::list::List;
use super::quantity::is_dash;
use super::view::{View, is_han, is_stop};
use super::{bound, unit};
use crate::text::class;
use crate::text::glyph::Space;
use crate::text::numeral::{self, Digits};

/// Index behind the digits at `index` and what belongs to them, if they are none of a figure.
/// `behind` is the index behind all digits and numeral characters there.
#[inline]
pub(super) fn read(view: View<'_>, index: usize, behind: usize, digits: &Digits) -> Option<usize> {
    // What stands beside them tells most figures.
    let before = view.class_before(index) & class::OPAQUE_BEFORE;
    let after = (view.class(digits.end) | view.class(behind)) & class::OPAQUE_BEHIND;
    if before | after == 0 && digits.decimals == 0 && view.ch(index) != '0' {
        return None;
    }
    any(view, index, behind, digits)
}

fn any(view: View<'_>, index: usize, behind: usize, digits: &Digits) -> Option<usize> {
    token(view, index, digits)
        .or_else(|| day_name(view, behind, digits))
        .or_else(|| neighbours(view, index, digits))
        .or_else(|| clock(view, index, digits))
        .or_else(|| lost_month(view, digits))
        .or_else(|| labelled(view, index, digits.end))
}

/// What an ASCII word that begins with digits is made of.
#[derive(Default)]
struct Word {
    end: usize,
    letters: usize,
    dashes: usize,
    slashes: usize,
    colons: usize,
    points: usize,
    pluses: usize,
    /// Digits behind the last dash.
    tail: usize,
}

/// `003417726/2022-118840`, `0351-1234567`, `09:42`, `1+4+X`, `3D`, `1.2.3`.
fn token(view: View<'_>, index: usize, digits: &Digits) -> Option<usize> {
    let next = view.ch(digits.end);
    let goes_on = next.is_ascii_alphanumeric() || matches!(next, '-' | '_' | '/' | ':' | '：' | '.' | '+');
    if !goes_on && view.ch(index) != '0' && (next != '年' || digits.decimals != 4) {
        return None;
    }
    let word = word(view, index);
    if word.letters > 0 {
        let measured = unit::find(view, digits.end).is_some_and(|unit| unit.end == word.end);
        return (!measured).then_some(word.end);
    }
    // 2．2013年: an item's number, then a year.
    let year = view.ch(digits.end) == '年' && digits.decimals == 4;
    if year {
        return Some(digits.end - 4);
    }
    let leading_zero = view.ch(index) == '0' && digits.whole > 1;
    let phone = word.dashes == 1 && (leading_zero || word.tail > 7 && digits.whole < 5);
    let identifier = word.dashes + word.slashes > 1 || phone || word.points > 1 && word.dashes == 0;
    let alone = index == 0 && digits.end == view.len();
    if next == '+' && is_over(view, digits) {
        return None;
    }
    if word.colons > 0 || word.pluses > 0 || identifier || leading_zero && digits.decimals == 0 && !alone {
        return Some(word.end);
    }
    None
}

/// Reads the ASCII word at `index`; blanks end it.
fn word(view: View<'_>, index: usize) -> Word {
    let mut word = Word { end: index, ..Word::default() };
    loop {
        let ch = view.ch(word.end);
        let joined = word.end == index || view.space(word.end) != Space::Blank;
        let next_is_word = view.ch(word.end + 1).is_ascii_alphanumeric() && view.space(word.end + 1) != Space::Blank;
        match ch {
            _ if !joined => return word,
            '0'..='9' => word.tail += 1,
            'A'..='Z' | 'a'..='z' => word.letters += 1,
            '-' | '_' if next_is_word => {
                word.dashes += 1;
                word.tail = 0;
            }
            '/' if next_is_word => word.slashes += 1,
            ':' | '：' if next_is_word && view.ch(word.end + 1).is_ascii_digit() => word.colons += 1,
            '.' if next_is_word => word.points += 1,
            '+' => word.pluses += 1,
            _ => return word,
        }
        word.end += 1;
    }
}

/// Words behind a day that has a name.
static DAY_NAMES: List = List::forward(&[
    "国家",
    "国际",
    "全国",
    "全民",
    "世界",
    "中国",
    "宪法",
    "禁毒",
    "消费者",
    "环境日",
    "知识产权",
    "反",
    "普法",
]);

/// `12·4`, `“6·26”`, and `12.4国家宪法日` with a point.
fn day_name(view: View<'_>, behind: usize, digits: &Digits) -> Option<usize> {
    let is_dot = |ch: char| matches!(ch, '·' | '•' | '‧' | '・' | '∙' | '．' | '﹒' | '●');
    if is_dot(view.ch(behind)) && view.ch(behind + 1).is_ascii_digit() {
        return Some(numeral::skip(view.items(), behind + 1));
    }
    if !matches!(digits.decimals, 1 | 2) {
        return None;
    }
    let value = digits.value?;
    let (month, day) = match digits.decimals {
        1 => (value.mantissa() / 10, value.mantissa() % 10),
        _ => (value.mantissa() / 100, value.mantissa() % 100),
    };
    let after = if matches!(view.ch(digits.end), '”' | '"' | '’') { digits.end + 1 } else { digits.end };
    let named = DAY_NAMES.at(view, after);
    ((1..=12).contains(&month) && (1..=31).contains(&day) && named.is_some()).then_some(digits.end)
}

/// `1000+项`: the plus sign says that there are more of them.
fn is_over(view: View<'_>, digits: &Digits) -> bool {
    view.ch(digits.end) == '+' && digits.value.is_some_and(|value| bound::inner(view, digits.end, value).is_some())
}

/// Digits that touch a letter, a plus sign, a mask or page dashes.
fn neighbours(view: View<'_>, index: usize, digits: &Digits) -> Option<usize> {
    let end = digits.end;
    let (before, after) = (view.before(index), view.ch(end));
    let touched =
        view.close(index) && (before.is_ascii_alphabetic() || matches!(before, '_' | '*' | '#' | '@' | '=' | '№'));
    let signed =
        matches!(before, '+' | '×' | '＋') || matches!(after, '+' | '_' | '*' | '×' | '=') && !is_over(view, digits);
    let masked = view.has(end, "(略");
    let page = is_dash(before) && is_dash(view.ch(end)) && !view.ch(end + 1).is_ascii_digit();
    let roman = matches!(before, '\u{2160}'..='\u{217f}');
    (touched || signed || masked || page || roman).then_some(end)
}

/// `9时30分`, `15点20分`, `8:30`.
fn clock(view: View<'_>, index: usize, digits: &Digits) -> Option<usize> {
    let hour = digits.value.filter(|_| digits.decimals == 0)?.mantissa();
    let next = view.ch(digits.end + 1);
    let hours = match view.ch(digits.end) {
        '时' => !matches!(next, '间' | '限' | '段' | '候'),
        '点' => {
            matches!(next, '0'..='9' | '半' | '整' | '钟' | '许') || matches!(view.before(index), '午' | '晚' | '晨')
        }
        _ => false,
    };
    if hour > 24 || !hours {
        return None;
    }
    let minutes = numeral::skip(view.items(), digits.end + 1);
    let has_minutes = next.is_ascii_digit() && view.ch(minutes) == '分';
    Some(if has_minutes { minutes + 1 } else { digits.end + 1 })
}

/// `418日`: 4月18日 with its 月 lost.
fn lost_month(view: View<'_>, digits: &Digits) -> Option<usize> {
    let value = digits.value.filter(|_| digits.decimals == 0)?.mantissa();
    let split = |power: i64| (1..=12).contains(&(value / power)) && (1..=31).contains(&(value % power));
    let date = match digits.whole {
        3 => split(100) || split(10),
        4 => split(100),
        _ => false,
    };
    let day = view.ch(digits.end) == '日' && !view.has(digits.end + 1, "内") && !view.has(digits.end + 1, "以内");
    (date && day).then_some(digits.end + 1)
}

/// Words behind which digits identify something.
static LABELS: List = List::backward(&[
    "电话",
    "传真",
    "邮编",
    "邮政编码",
    "证号",
    "编号",
    "编码",
    "代码",
    "索引号",
    "号码",
    "账号",
    "帐号",
    "订单号",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击率",
    "点击量",
    "阅读次数",
    "阅读量",
    "访问次数",
    "访问量",
    "字号",
    "热线",
]);

/// `电话：7223344`, `浏览次数：86`, `共3页`, `全文共1890字`.
fn labelled(view: View<'_>, index: usize, end: usize) -> Option<usize> {
    let colon = matches!(view.before(index), ':' | '：');
    let behind_label = index - usize::from(colon);
    let last = view.before(behind_label);
    let may_label = matches!(last, '话' | '真' | '编' | '码' | '号' | '次' | '量' | '数' | '率' | '线');
    let label = may_label && LABELS.before(view, behind_label).is_some();
    let long = end - index >= 5 && !is_han(view.ch(end)) && view.ch(end) != '%';
    let page = view.ch(end) == '页' && matches!(view.before(index), '共' | '第' | '\0');
    let letters = view.ch(end) == '字' && view.any_before(index, &["省略", "展示", "全文共", "全文"]).is_some();
    let counter = label && (colon || is_stop(view.ch(end)) || long);
    (counter || page || letters).then_some(end)
}
