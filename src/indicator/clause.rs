//! The clause a figure stands in, and what it says of year, area, goal and change.

use crate::facts::{DateFact, Quantity, QuantityKind};
use crate::front::{Front, Level};
use crate::span::Span;
use crate::text::glyph::is_blank;

/// Longest clause looked at on either side, in bytes: against a text without marks.
const REACH: usize = 360;

/// The words that belong to a figure: what stands before and behind it up to the next mark or figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub left: Span,
    pub right: Span,
}

fn ends_clause(ch: char) -> bool {
    matches!(ch, '，' | ',' | '；' | ';' | '。' | '：' | ':' | '！' | '？' | '(' | '（')
}

impl Clause {
    /// The clause of the figure `index`.
    pub fn around(source: &str, quantities: &[Quantity], index: usize) -> Self {
        let span = quantities[index].span;
        let sentence = quantities[index].sentence;
        let mut left = left_of(source, quantities, index, span.start, sentence.start);
        // 443批次1882人次, 由61%提高到92%: the second of a pair counts what the first does.
        if let Some(previous) = index.checked_sub(1).map(|previous| &quantities[previous])
            && previous.span.end <= left.start
            && previous.span.start >= sentence.start
            && is_pair(&source[previous.span.end as usize..span.start as usize])
        {
            left = Span::new(
                left_of(source, quantities, index - 1, previous.span.start, sentence.start).start,
                span.start,
            );
        }
        let limit =
            quantities.get(index + 1).map_or(sentence.end, |next| next.span.start.min(sentence.end)).max(span.end);
        let right = right_of(source, span.end, limit);
        Self { left, right }
    }

    /// Whether the figure is followed by a noun, not by a mark or a verb.
    pub fn has_noun_behind(&self, source: &str) -> bool {
        const NO_NOUN: &[char] = &[
            '并', '且', '均', '已', '达', '占', '以', '为', '被', '由', '在', '到', '进', '全', '同', '比', '较', '其',
            '分', '的', '”', '"', '。',
        ];
        source[self.right.range()].trim_start().chars().next().is_some_and(|ch| !NO_NOUN.contains(&ch))
    }

    /// The noun behind the figure: 七个乡镇的… counts 乡镇.
    pub fn counted(&self, source: &str) -> Span {
        let text = &source[self.right.range()];
        let end = text
            .char_indices()
            .find(|(at, ch)| *at > 0 && matches!(ch, '的' | '和' | '与' | '及' | '对' | '涉'))
            .map_or(text.len(), |(at, _)| at);
        Span::new(self.right.start, self.right.start + end as u32)
    }

    /// Takes in the clause before, unless a figure, a noun behind this one or the sentence's start forbids it; returns
    /// whether it grew.
    pub fn extend(&mut self, source: &str, quantities: &[Quantity], quantity: &Quantity) -> bool {
        let start = self.left.start;
        if start <= quantity.sentence.start || self.has_noun_behind(source) {
            return false;
        }
        let mark = source[..start as usize].chars().next_back();
        let Some(mark) = mark.filter(|mark| ends_clause(*mark)) else {
            return false;
        };
        let edge = start - mark.len_utf8() as u32;
        let before = quantities.partition_point(|other| other.span.start < edge);
        self.left.start = left_of(source, quantities, before, edge, quantity.sentence.start).start;
        self.left.start < edge
    }
}

/// Where the figure's part of its sentence begins: behind the last ；.
pub(crate) fn part_start(source: &str, quantity: &Quantity) -> u32 {
    let before = &source[quantity.sentence.start as usize..quantity.span.start as usize];
    let at = before.rfind(['；', ';']).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    quantity.sentence.start + at as u32
}

/// From the last clause mark or figure before `to`; brackets closed before it are stepped over.
fn left_of(source: &str, quantities: &[Quantity], index: usize, to: u32, sentence: u32) -> Span {
    let mut floor = (to as usize).saturating_sub(REACH).max(sentence as usize);
    while !source.is_char_boundary(floor) {
        floor += 1;
    }
    let mut depth = 0;
    let mut start = floor.min(to as usize);
    for (offset, ch) in source[start..to as usize].char_indices().rev() {
        match ch {
            ')' | '）' => depth += 1,
            '(' | '（' if depth > 0 => depth -= 1,
            _ if depth == 0 && ends_clause(ch) => {
                start += offset + ch.len_utf8();
                break;
            }
            _ => {}
        }
    }
    // A figure before this one ends its clause, unless a bracket holds it.
    let inside = |quantity: &&Quantity| quantity.span.start >= start as u32 && quantity.span.end <= to;
    for previous in quantities[..index].iter().rev().take_while(inside) {
        let bracketed = source[start..previous.span.start as usize].matches(['(', '（']).count()
            > source[start..previous.span.start as usize].matches([')', '）']).count();
        if !bracketed && ends_a_clause(previous) {
            // 57件建议、83件提案: what stands before the 、 belongs to the figure before it.
            let between = &source[previous.span.end as usize..to as usize];
            let own = between.rfind('、').map_or(0, |at| at + '、'.len_utf8());
            return Span::new(previous.span.end + own as u32, to);
        }
    }
    Span::new(start as u32, to)
}

/// 连续三年保持100%: a duration or a rank is part of its clause.
fn ends_a_clause(quantity: &Quantity) -> bool {
    !matches!(quantity.kind, QuantityKind::Duration | QuantityKind::Rank)
}

/// The words between the value something moved from and the one it reached.
const STEPS: &[&str] = &[
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "增加到",
    "增加至",
    "增至",
    "升至",
    "下降到",
    "下降至",
    "降到",
    "降至",
    "降低到",
    "降低至",
    "压减到",
    "压减至",
    "压缩到",
    "压缩至",
    "减少到",
    "减少至",
    "减至",
    "到",
    "至",
];

/// Whether the text between two figures makes them one statement: nothing, or the step from one value to the next.
fn is_pair(between: &str) -> bool {
    let plain = between.trim_matches(|ch: char| is_blank(ch) || matches!(ch, '、' | '和' | '\n'));
    plain.is_empty() || plain == "的" || STEPS.contains(&plain)
}

fn right_of(source: &str, from: u32, to: u32) -> Span {
    let mut limit = (from as usize + REACH).min(to as usize);
    while !source.is_char_boundary(limit) {
        limit -= 1;
    }
    let text = &source[from as usize..limit.max(from as usize)];
    if text.starts_with('中') && !text.starts_with("中央") && !text.starts_with("中小") {
        return Span::new(from, from); // 审结的977件中，…: what follows is told of the next figure
    }
    // 村（居）法律顾问: a short bracket is part of the name.
    const BRACKET: usize = 16;
    let mut bracket = 0;
    let mut end = text.len();
    for (at, ch) in text.char_indices() {
        match ch {
            '(' | '（' if at > 0 && text[at..].find([')', '）']).is_some_and(|close| close <= BRACKET) => {
                bracket += 1
            }
            ')' | '）' if bracket > 0 => bracket -= 1,
            ')' | '）' | '、' => {
                end = at;
                break;
            }
            _ if ends_clause(ch) => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    Span::new(from, from + end as u32)
}

/// Which way a figure says something moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// 上升, 增长
    Up,
    /// 下降, 减少
    Down,
}

/// What the words before a figure say of a change.
pub(crate) fn change(left: &str) -> Option<Change> {
    // 提升至90%: the level reached, whatever it was before.
    let plain = left.trim_end_matches(|ch: char| is_blank(ch) || ch == '\n');
    if STEPS.iter().any(|step| plain.ends_with(step)) {
        return None;
    }
    const DOWN: &[&str] =
        &["下降", "减少", "降低", "下滑", "压减", "缩减", "回落", "降幅", "缩短", "压缩", "压降", "少了"];
    const UP: &[&str] = &[
        "增长",
        "上升",
        "增加",
        "提高",
        "提升",
        "同比",
        "较上年",
        "比上年",
        "较去年",
        "比去年",
        "环比",
        "增幅",
        "多出",
    ];
    if DOWN.iter().any(|word| left.contains(word)) {
        return Some(Change::Down);
    }
    UP.iter().any(|word| left.contains(word)).then_some(Change::Up)
}

/// Whether a figure is the difference to another year, not the number itself: the word of change stands right before it.
pub(crate) fn is_difference(left: &str) -> bool {
    const WORDS: &[&str] = &[
        "增长",
        "增长了",
        "上升",
        "上升了",
        "增加",
        "增加了",
        "同比",
        "较上年",
        "比上年",
        "提高",
        "提升",
        "多",
        "提高了",
        "提升了",
        "环比",
    ];
    let plain = left.trim_end_matches(|ch: char| is_blank(ch) || matches!(ch, '约' | '近' | '超' | '达'));
    WORDS.iter().any(|word| plain.ends_with(word))
        || ["同比", "较上年", "比上年", "较去年", "比去年", "环比"].iter().any(|word| plain.contains(word))
}

/// Whether a figure is one of a rate (每两月1次, 每件80元) or the value something moved from (由61%提高到…), no total.
pub(crate) fn is_no_total(left: &str) -> bool {
    let plain = left.trim_end_matches(|ch: char| is_blank(ch) || ch == '\n');
    if ["由", "从", "由上年的", "从上年的"].iter().any(|word| plain.ends_with(word)) {
        return true;
    }
    plain.char_indices().rev().take(4).any(|(at, ch)| ch == '每' && !plain[at..].contains(['，', '、']))
}

/// Whether a figure is a goal: planned, not reached.
pub(crate) fn is_goal(left: &str) -> bool {
    const WORDS: &[&str] = &[
        "力争",
        "目标",
        "预计",
        "计划开展",
        "计划完成",
        "计划新增",
        "计划培训",
        "拟",
        "争取",
        "年度任务",
        "任务数",
        "任务为",
        "不低于",
        "确保",
    ];
    WORDS.iter().any(|word| left.contains(word))
}

/// Whether a figure tells of another year than the report's: a date of another year, or 上年, begins its clause or the
/// clauses of the sentence before it.
pub(crate) fn is_other_year(
    source: &str,
    left: &str,
    quantity: &Quantity,
    dates: &[DateFact],
    year: Option<u16>,
) -> bool {
    const LAST_YEAR: &[&str] = &["上年同期", "去年", "上一年", "上年度", "往年", "前一年"];
    if LAST_YEAR.iter().any(|word| left.contains(word)) {
        return true;
    }
    let Some(year) = year else {
        return false;
    };
    let left_start = quantity.span.start - left.len() as u32;
    let part = part_start(source, quantity);
    let end = dates.partition_point(|date| date.span.start < quantity.span.start);
    let mut before = dates[..end].iter().rev().take_while(|date| date.span.start >= part);
    let Some(date) = before.find(|date| date.date.year.is_some()) else {
        return false;
    };
    let told = date.date.year.is_some_and(|told| told != year)
        && date.end.is_none_or(|end| end.year.is_some_and(|end| end != year));
    if !told {
        return false;
    }
    if date.span.start >= left_start {
        let ahead = &left[..(date.span.start - left_start) as usize];
        let compared =
            ["比", "较", "与", "同"].iter().any(|word| ahead.ends_with(word)) && quantity.kind == QuantityKind::Percent;
        return !compared && !date_is_a_start(left, date, quantity);
    }
    // A clause before this one speaks of another year only if the year opens it.
    let ahead = source[part as usize..date.span.start as usize].trim_end();
    ahead.is_empty() || ahead.ends_with(['，', ',', '；', ';'])
}

/// `2022年以来…` reaches into the report's own year.
fn date_is_a_start(left: &str, date: &DateFact, quantity: &Quantity) -> bool {
    let left_start = quantity.span.start as usize - left.len();
    let Some(behind) = (date.span.end as usize).checked_sub(left_start) else {
        return false;
    };
    left.get(behind..).is_some_and(|rest| ["以来", "起", "至今", "底", "末"].iter().any(|word| rest.starts_with(word)))
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
    pub fn excludes(self, left: &str) -> bool {
        self.wider.iter().any(|area| {
            left.match_indices(area).any(|(at, _)| {
                let after = &left[at + area.len()..];
                let before = &left[..at];
                ![
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
                ]
                .iter()
                .any(|word| after.starts_with(word))
                    && !["在", "居", "列", "被评为", "荣获", "获", "与", "由", "参加"]
                        .iter()
                        .any(|word| before.ends_with(word))
            })
        })
    }
}
