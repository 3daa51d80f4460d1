//! Whether a figure is of the report's own year and area.

use super::clause::{part_start, sentence_start};
use super::told::Told;
use crate::facts::{DateFact, Quantity, QuantityKind};
use crate::front::{Front, Level};
use crate::span::Span;
use crate::text::Text;
use crate::text::numeral::han_digit;
use crate::text::words::Words;

/// Whether a figure tells of another year than the report's: a date of another year, or 上年, begins its clause or the
/// clauses of the sentence before it.
pub(crate) fn is_other_year(
    text: &Text<'_>,
    left: &str,
    quantity: &Quantity,
    dates: &[DateFact],
    year: Option<u16>,
) -> bool {
    is_told_of_other_year(text, Told::of(left), quantity, dates, year, |_| true)
}

/// The same of words that have been read; `may_be_several` tells whether one of [`SEVERAL_YEARS`] may stand in the
/// sentence so far.
pub(super) fn is_told_of_other_year(
    text: &Text<'_>,
    told: Told<'_>,
    quantity: &Quantity,
    dates: &[DateFact],
    year: Option<u16>,
    may_be_several: impl FnOnce(Span) -> bool,
) -> bool {
    static COMPARED_TO: Words = Words::new(&["比", "较", "与", "同"]);
    if told.is_last_year() {
        return !told.is_value_reached();
    }
    let (source, left) = (text.source, told.left);
    let start = sentence_start(source, quantity);
    if may_be_several(Span::new(start, quantity.span.start)) && is_of_several_years(text, quantity, dates) {
        return true;
    }
    let Some(year) = year else {
        return false;
    };
    let left_start = quantity.span.start - left.len() as u32;
    let end = dates.partition_point(|date| date.span.start < quantity.span.start);
    let mut before = dates[..end].iter().rev().take_while(|date| date.span.start >= start);
    let Some(date) = before.find(|date| date.date.year.is_some()) else {
        return false;
    };
    let other = date.date.year.is_some_and(|dated| dated != year)
        && date.end.is_none_or(|end| end.year.is_some_and(|end| end != year));
    if !other || told.is_value_reached() {
        return false;
    }
    let part = part_start(text, quantity);
    if date.span.start < part {
        return false;
    }
    if date.span.start >= left_start {
        let ahead = &left[..(date.span.start - left_start) as usize];
        let compared = quantity.kind == QuantityKind::Percent && COMPARED_TO.end_of(ahead).is_some();
        return !compared && !date_is_a_start(left, date, quantity);
    }
    // A clause before this one speaks of another year only if the year opens it.
    let ahead = source[part as usize..date.span.start as usize].trim_end();
    ahead.is_empty() || ahead.ends_with(['，', ',', '；', ';'])
}

/// 近三 of 近三年来; 2023 and 二〇二三 are a year.
fn ends_in_a_number_of_years(text: &str) -> bool {
    let mut last = text.chars().rev();
    let number = last.next().is_some_and(|ch| matches!(ch, '两' | '二' | '三' | '四' | '五' | '六' | '八' | '十'));
    number && last.next().is_none_or(|ch| han_digit(ch).is_none() && !ch.is_ascii_digit() && ch != '占')
}

/// Words without which nothing tells of several years.
pub(super) const SEVERAL_YEARS: &[&str] =
    &["两年", "二年", "三年", "四年", "五年", "六年", "八年", "十年", "时期", "期间"];

/// 五年来受理…, “十三五”期间受理…: a count of several years, unless a year of its own stands behind that.
fn is_of_several_years(text: &Text<'_>, quantity: &Quantity, dates: &[DateFact]) -> bool {
    static SEVERAL: Words = Words::new(SEVERAL_YEARS);
    static BEHIND: Words = Words::new(&["来", "累计", "共", "间", "受理", "办理", "查办", "查处", "调解"]);
    static THIS_YEAR: Words = Words::new(&["今年", "本年", "当年", "全年", "年内", "本级"]);
    let start = part_start(text, quantity) as usize;
    let text = &text.source[start..quantity.span.start as usize];
    if !SEVERAL.are_in(text) {
        return false;
    }
    let is_counted =
        |at: usize| ends_in_a_number_of_years(&text[..at]) && BEHIND.start_of(&text[at + '年'.len_utf8()..]).is_some();
    let years = text.match_indices('年').map(|(at, _)| at).rfind(|&at| is_counted(at));
    // 期间 and 时期 behind a plan's number; 五期 counts classes.
    let of_plan = |at: &usize| text[..*at].trim_end_matches(['”', '"']).ends_with('五');
    let mut plan = text.match_indices('期').filter_map(|(at, _)| {
        let era = text[..at].strip_suffix('时').map(str::len);
        era.or_else(|| text[at..].starts_with("期间").then_some(at))
    });
    let Some(from) = years.max(plan.rfind(of_plan)) else {
        return false;
    };
    let near = dates[..dates.partition_point(|date| date.span.start < quantity.span.start)].iter().rev();
    let dated = near.take_while(|date| date.span.start as usize > start + from).any(|date| date.date.year.is_some());
    !dated && !THIS_YEAR.are_in(&text[from..])
}

/// `2022年以来…` reaches into the report's own year.
fn date_is_a_start(left: &str, date: &DateFact, quantity: &Quantity) -> bool {
    let left_start = quantity.span.start as usize - left.len();
    let Some(behind) = (date.span.end as usize).checked_sub(left_start) else {
        return false;
    };
    static SINCE: Words = Words::new(&["以来", "起", "至今", "底", "末", "以前", "之前"]);
    // 清理1998年至2017年期间的文件: the years of what is counted.
    let is_period = date.end.is_some();
    left.get(behind..).is_some_and(|rest| SINCE.start_of(rest).is_some() || is_period && rest.starts_with("期间"))
}

/// 全国土地日, 全国安全生产月: the name of a day.
fn is_day(behind: &str) -> bool {
    let name = behind.chars().take(9).take_while(|ch| !ch.is_ascii_digit() && !matches!(ch, '、' | '”' | '"' | '，'));
    name.into_iter().any(|ch| matches!(ch, '日' | '周' | '月'))
}

/// The words for areas around the report's own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnArea {
    wider: &'static [&'static str],
}

impl OwnArea {
    /// What is wider than the region of `front`.
    pub fn of(front: &Front) -> Self {
        let region = front.region.as_ref().map_or("", |region| region.text.as_str());
        let wider: &[&str] = match front.level {
            Some(Level::Province) => &["全国"],
            Some(Level::City) => &["全省", "全国", "全区范围"],
            Some(Level::County) if region.ends_with('市') => &["全省", "全国"],
            Some(Level::County) => &["全市", "全省", "全国"],
            Some(Level::Township) => &["全市", "全省", "全国", "全县", "全区"],
            _ => &["全省", "全国"],
        };
        Self { wider }
    }

    /// Whether the words before a figure say that it counts a wider area. Names with the word (全国民主法治示范村) and
    /// comparisons with it (居全市前列, 在全市率先) do not.
    pub fn excludes(self, told: Told<'_>) -> bool {
        static NAMES: Words = Words::new(&[
            "民主法治",
            "法治",
            "首",
            "率先",
            "第",
            "前",
            "示范",
            "模范",
            "统一",
            "优秀",
            "先进",
            "性",
            "人大",
            "最",
            "和省",
            "和自治区",
            "、省",
            "及省",
        ]);
        static COMPARISONS: Words = Words::new(&["在", "居", "列", "被评为", "荣获", "获", "与", "由", "参加"]);
        let left = told.left;
        told.has_area()
            && self.wider.iter().any(|area| {
                left.match_indices(area).any(|(at, _)| {
                    let behind = &left[at + area.len()..];
                    NAMES.start_of(behind).is_none() && !is_day(behind) && COMPARISONS.end_of(&left[..at]).is_none()
                })
            })
    }
}
