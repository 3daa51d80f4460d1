//! Words that bound a figure: 超 and 不足 before it, 余 between number and unit, 以上 behind.

use super::Bound::{self, About, Over, Under};
use super::list::List;
use super::unit;
use super::view::View;
use crate::decimal::Decimal;
use crate::text::class;

/// Words right before a figure, those that end with another one first; and characters that make another word of
/// them when they stand before (节约 is no 约).
const BEFORE: [(&str, Bound, &str); 52] = [
    ("不得超过", Under, ""),
    ("不超过", Under, ""),
    ("未超过", Under, ""),
    ("不超", Under, ""),
    ("超过", Over, ""),
    ("超出", Over, ""),
    ("超", Over, ""),
    ("已过", Over, ""),
    ("逾", Over, ""),
    ("突破", Over, ""),
    ("不得少于", Over, ""),
    ("不得低于", Over, ""),
    ("不少于", Over, ""),
    ("不低于", Over, ""),
    ("不小于", Over, ""),
    ("不大于", Under, ""),
    ("不高于", Under, ""),
    ("不多于", Under, ""),
    ("至少", Over, ""),
    ("最少", Over, ""),
    ("多于", Over, ""),
    ("高于", Over, ""),
    ("大于等于", Over, ""),
    ("大于或等于", Over, ""),
    ("大于或者等于", Over, ""),
    ("小于等于", Under, ""),
    ("小于或等于", Under, ""),
    ("大于", Over, ""),
    ("少于", Under, ""),
    ("低于", Under, ""),
    ("小于", Under, ""),
    ("不足", Under, "补"),
    ("不到", Under, "做"),
    ("不满", Under, ""),
    ("未满", Under, ""),
    ("未达", Under, ""),
    ("最多", Under, ""),
    ("至多", Under, ""),
    ("≥", Over, ""),
    (">", Over, ""),
    ("≤", Under, ""),
    ("<", Under, ""),
    ("约占", About, ""),
    ("约为", About, ""),
    ("约有", About, ""),
    ("约达", About, ""),
    ("大约", About, ""),
    ("大概", About, ""),
    ("约", About, "预节签合履违公解制契相邀规续特租条缔盟"),
    ("将近", About, ""),
    ("接近", About, ""),
    ("近", About, "最就附邻靠临亲远贴走"),
];

/// 上百, 过千: words that bound a number only when it begins with a multiplier.
pub(super) fn before_bare(view: View<'_>, index: usize) -> Bound {
    let word = match view.before(index) {
        '上' => !"迈跃以加登路网线再".contains(view.before(index - 1)),
        '过' => !"通经超".contains(view.before(index - 1)),
        _ => false,
    };
    if word { Over } else { Bound::Exact }
}

/// Small words between a bounding word and the figure (至少有10个, 约为3%).
static FILLERS: List = List::backward(&["人民币", "了", "有", "为", "是", "达到", "达", "到", "共"]);

/// Words behind number or unit.
const AFTER: [(&str, Bound, &str); 13] = [
    ("及以上", Over, ""),
    ("或以上", Over, ""),
    ("或者以上", Over, ""),
    ("以上", Over, ""),
    ("及以下", Under, ""),
    ("或以下", Under, ""),
    ("以下", Under, "几问情方内"),
    ("以内", Under, ""),
    ("左右", About, "邻手逢"),
    ("上下", About, "游联级贯班同一楼协左功"),
    ("或者更多", Over, ""),
    ("或更多", Over, ""),
    ("有余", Over, ""),
];

const fn words<const N: usize>(rows: &[(&'static str, Bound, &'static str); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = rows[at].0;
        at += 1;
    }
    words
}

const WORDS_BEFORE: [&str; BEFORE.len()] = words(&BEFORE);
const WORDS_AFTER: [&str; AFTER.len()] = words(&AFTER);
static BOUNDING: List = List::backward(&WORDS_BEFORE);
static BOUNDING_AFTER: List = List::forward(&WORDS_AFTER);

/// How a word before `index` bounds the figure there.
#[inline]
pub(super) fn before(view: View<'_>, index: usize) -> Bound {
    let near = view.before(index);
    // Right before a figure 约占 bounds nothing, only before a filler (约占了).
    let none = near == '占' || !BOUNDING.may_touch(near) && !FILLERS.may_touch(near);
    if none { Bound::Exact } else { words_before(view, index) }
}

fn words_before(view: View<'_>, index: usize) -> Bound {
    let direct = match_before(view, index);
    let filler = || FILLERS.before(view, index).and_then(|start| match_before(view, start));
    direct.or_else(filler).unwrap_or(Bound::Exact)
}

fn match_before(view: View<'_>, index: usize) -> Option<Bound> {
    let (word, start) = BOUNDING.first_before(view, index)?;
    let (_, bound, never) = BEFORE[word];
    (!never.contains(view.before(start)) || start == 0).then_some(bound)
}

/// The bounding word at `index`, brackets such as (含) skipped: the bound and the index behind it.
#[inline]
pub(super) fn after(view: View<'_>, index: usize) -> Option<(Bound, usize)> {
    if view.class(index) & class::BOUND > 0 { word_at(view, index) } else { None }
}

fn word_at(view: View<'_>, index: usize) -> Option<(Bound, usize)> {
    if !matches!(view.ch(index), '及' | '或' | '以' | '左' | '上' | '有' | '(') {
        return None;
    }
    let from = included(view, index);
    let (word, end) = BOUNDING_AFTER.first_at(view, from)?;
    let (_, bound, never) = AFTER[word];
    (!never.contains(view.ch(end))).then_some((bound, end))
}

/// Index behind `(含)` or `(含本数)`, or `index` itself.
pub(super) fn included(view: View<'_>, index: usize) -> usize {
    if view.ch(index) != '(' {
        return index;
    }
    view.any(index, &["(含)", "(含本数)"]).unwrap_or(index)
}

/// 余, 多, 来, 几 or a plus sign at `index`, between a number and its unit: the index behind it.
///
/// 多 and the like are common in other words (3次多部门检查), so that they must stand behind a round number.
#[inline]
pub(super) fn inner(view: View<'_>, index: usize, value: Decimal) -> Option<usize> {
    let word = view.ch(index);
    matches!(word, '余' | '餘' | '多' | '来' | '來' | '几' | '+').then(|| inside(view, index, value))?
}

fn inside(view: View<'_>, index: usize, value: Decimal) -> Option<usize> {
    let next = view.ch(index + 1);
    let round = value.scale() > 0 || value.mantissa() % 10 == 0;
    let fits = match view.ch(index) {
        '余' | '餘' => !matches!(next, '姚' | '杭' | '庆' | '江' | '干' | '额' | '热' | '粮' | '款'),
        '多' => round && !matches!(next, '方' | '样' | '渠' | '维' | '功' | '媒'),
        '来' | '來' | '几' | '+' => round && unit::find(view, index + 1).is_some(),
        _ => false,
    };
    fits.then_some(index + 1)
}

/// 多, 余 or 来 at `index`, behind a unit of time, money or measure (三年多): the index behind it.
pub(super) fn trailing(view: View<'_>, index: usize) -> Option<usize> {
    let fits = matches!(view.ch(index), '多' | '余')
        && matches!(view.ch(index + 1), '的' | '来' | '时' | '以' | '，' | ',' | '。' | '、' | '；' | ';' | ')' | '\0');
    fits.then_some(index + 1)
}
