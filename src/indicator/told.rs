//! What the words before a figure say of it: a change, a goal, another year or area. One pass over them tells all that
//! may stand anywhere.

use crate::text::glyph::{is_blank, is_layout};
use crate::text::words::{Cues, Words, words_of};

/// The words between the value something moved from and the one it reached.
pub(super) static STEPS: Words = Words::new(&[
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "增长到",
    "增长至",
    "扩大到",
    "扩大至",
    "扩展到",
    "扩展至",
    "拓展到",
    "拓展至",
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
    "压缩为",
    "缩短到",
    "缩短至",
    "缩短为",
    "精简到",
    "精简至",
    "精简为",
    "调整为",
    "减少到",
    "减少至",
    "减至",
    "到",
    "至",
]);

/// Which way a figure says something moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// 上升, 增长
    Up,
    /// 下降, 减少
    Down,
}

/// Words for less.
const DOWN: &[&str] = &["下降", "减少", "降低", "下滑", "压减", "缩减", "回落", "降幅", "缩短", "压缩", "压降", "少了"];
/// Words for more, and for a comparison that does not say which way.
const UP: &[&str] =
    &["增长", "上升", "增加", "提高", "提升", "同比", "较上年", "比上年", "较去年", "比去年", "环比", "增幅", "多出"];
/// Words for a comparison with another year.
const COMPARED: &[&str] = &["同比", "较上年", "比上年", "较去年", "比去年", "环比"];
/// Words for what is planned, not reached.
const GOALS: &[&str] = &[
    "力争",
    "目标",
    "预计",
    "计划开展",
    "计划完成",
    "计划新增",
    "计划培训",
    "争取",
    "年度任务",
    "任务数",
    "任务为",
    "不低于",
    "确保",
];
/// Words for another year than the report's.
const LAST_YEAR: &[&str] = &["上年同期", "去年", "上一年", "上年度", "往年", "前一年"];
/// Words for an area, the report's own or a wider one.
const AREAS: &[&str] = &["全市", "全省", "全国", "全县", "全区"];

/// The lists by the number of their bit.
pub(super) const LISTS: &[&[&str]] = &[DOWN, UP, COMPARED, GOALS, LAST_YEAR, AREAS];
static CUES: Cues<[(&str, u64); words_of(LISTS)]> = Cues::of(LISTS);

/// What the words before a figure say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'l> {
    /// The words.
    pub left: &'l str,
    /// A bit for each of [`LISTS`] of which a word stands there.
    cues: u8,
}

impl<'l> Told<'l> {
    /// Reads the words before a figure.
    pub fn of(left: &'l str) -> Self {
        Self { left, cues: CUES.in_text(left) as u8 }
    }

    /// The same where the lists are known of which a word stands in `left`.
    pub fn known(left: &'l str, cues: u8) -> Self {
        Self { left, cues }
    }

    fn has(self, list: u32) -> bool {
        self.cues >> list & 1 == 1
    }

    /// What they say of a change.
    pub fn change(self) -> Option<Change> {
        let change = match (self.has(0), self.has(1)) {
            (true, _) => Change::Down,
            (false, true) => Change::Up,
            (false, false) => return None,
        };
        // 提升至90%: the level reached, whatever it was before.
        (!self.ends_in_a_step()).then_some(change)
    }

    fn ends_in_a_step(self) -> bool {
        STEPS.end_of(undated(self.left.trim_end_matches(is_layout))).is_some()
    }

    /// Whether the figure is what something rose or fell to: 由上年的71.5%提高到92.8% tells this year's second.
    pub fn is_value_reached(self) -> bool {
        self.ends_in_a_step() && self.left.contains(['由', '从'])
    }

    /// Whether the figure is the difference to another year, not the number itself: the word of change stands right
    /// before it.
    pub fn is_difference(self) -> bool {
        static CHANGED: Words = Words::new(&[
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
        ]);
        let end = |ch: char| is_blank(ch) || matches!(ch, '约' | '近' | '超' | '达');
        self.has(2) || CHANGED.end_of(self.left.trim_end_matches(end)).is_some()
    }

    /// Whether the figure is a goal: planned, not reached.
    pub fn is_goal(self) -> bool {
        self.has(3)
            || has_character(self.left, "拟") && self.left.match_indices('拟').any(|(at, _)| is_intended(self.left, at))
    }

    /// Whether they name the year before.
    pub fn is_last_year(self) -> bool {
        self.has(4)
    }

    /// Whether they name an area.
    pub fn has_area(self) -> bool {
        self.has(5)
    }
}

/// Words without the year that ends them: 减少到2020年的.
pub(super) fn undated(words: &str) -> &str {
    let year = words.strip_suffix("年的").or_else(|| words.strip_suffix('年'));
    year.map_or(words, |year| year.trim_end_matches(|ch: char| ch.is_ascii_digit() || ch == '今'))
}

/// 拟废止 intends, 模拟法庭 and 草拟文件 do not.
fn is_intended(left: &str, at: usize) -> bool {
    !left[..at].ends_with(['模', '虚', '草', '起', '编'])
        && !left[at + '拟'.len_utf8()..].starts_with(['定', '稿', '制'])
}

/// Whether a figure is the difference to another year, not the number itself.
pub(crate) fn is_difference(left: &str) -> bool {
    Told::of(left).is_difference()
}

/// Whether a figure is a goal: planned, not reached.
pub(crate) fn is_goal(left: &str) -> bool {
    Told::of(left).is_goal()
}

/// Whether a figure is one of a rate (每两月1次, 每个村至少3名) or the value something moved from (由61%提高到…), no total.
pub(crate) fn is_no_total(left: &str) -> bool {
    static FROM: Words =
        Words::new(&["由", "从", "由上年的", "从上年的", "由原来的", "从原来的", "由去年的", "从去年的"]);
    let plain = left.trim_end_matches(is_layout);
    if FROM.end_of(plain).is_some() {
        return true;
    }
    const NEAR: usize = 8;
    let near = &plain[plain.floor_char_boundary(plain.len().saturating_sub(NEAR * char::MAX_LEN_UTF8))..];
    let mut last = near.chars().rev().take(NEAR).take_while(|ch| !matches!(ch, '，' | '、' | '”' | '"' | '》'));
    has_character(near, "每") && last.any(|ch| ch == '每')
}

/// Whether a Chinese character stands in `text`.
pub(super) fn has_character(text: &str, character: &str) -> bool {
    let (bytes, character) = (text.as_bytes(), character.as_bytes());
    let Some(&last) = character.last() else { return false };
    memchr::memchr_iter(last, bytes).any(|at| bytes[..=at].ends_with(character))
}
