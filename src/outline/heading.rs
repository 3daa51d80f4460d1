//! What headings say of their sections: problems, plans or neither.

use crate::text::words::{Cues, Words, words_of};

/// What a heading says of its section's part in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadingRole {
    /// Shortcomings.
    Problems,
    /// Next steps.
    Plan,
    /// Both.
    ProblemsAndPlan,
    /// Nothing of either.
    Other,
}

/// Nouns of shortcomings.
const PROBLEM_NOUN_LIST: &[&str] = &["问题", "不足", "短板", "薄弱", "差距", "困难", "弱项"];
pub(super) static PROBLEM_NOUNS: Words = Words::new(PROBLEM_NOUN_LIST);
/// Words of a heading that mark it as one on shortcomings, together with a noun or alone.
const PROBLEM_HEADINGS: &[&str] = &[
    "存在",
    "不足",
    "短板",
    "主要问题",
    "差距",
    "薄弱环节",
    "困难和问题",
    "问题和困难",
    "问题与",
    "问题及",
    "问题和",
    "问题、",
    "面临的",
];
/// Headings with these words tell how problems were solved.
const SOLVED: &[&str] =
    &["整改", "整治", "化解", "解决", "治理", "补齐", "补短板", "聚焦问题", "问题导向", "突出问题专项"];
/// Words of a heading on next steps.
const PLAN_HEADINGS: &[&str] = &[
    "下一步",
    "下步",
    "下一阶段",
    "下一年",
    "今后",
    "接下来",
    "努力方向",
    "工作打算",
    "工作计划",
    "工作安排",
    "工作思路",
    "工作设想",
    "改进措施",
    "主要安排",
    "工作展望",
    "工作谋划",
    "工作举措安排",
    "下阶段",
    "改进方向",
    "打算",
];
/// Vaguer words: 健全重点工作机制 is a measure, so they count only for a heading that is little else.
const PLAN_HINTS: &[&str] = &["重点工作", "工作要点", "整改措施", "对策", "未来", "重点安排"];
/// What a heading with a year in it plans.
const YEAR_PLANS: &[&str] = &["计划", "安排", "打算", "思路"];
/// What was planned and is done: 圆满完成年度立法计划.
const DONE: &[&str] = &["圆满完成", "顺利完成"];
/// A part of every word above that makes a role: most headings have none of them and need one look.
pub(crate) const ROLE_PARTS: &[&str] = &[
    "存在",
    "不足",
    "短板",
    "问题",
    "差距",
    "薄弱",
    "面临",
    "下一",
    "下步",
    "下阶段",
    "今后",
    "未来",
    "接下来",
    "努力方向",
    "计划",
    "安排",
    "打算",
    "思路",
    "设想",
    "展望",
    "谋划",
    "措施",
    "改进",
    "重点工作",
    "要点",
    "对策",
];

/// Every list, asked for in one pass; the constants below are their bits.
const LISTS: &[&[&str]] =
    &[PROBLEM_HEADINGS, PROBLEM_NOUN_LIST, SOLVED, &["存在"], PLAN_HEADINGS, YEAR_PLANS, PLAN_HINTS, DONE];
static CUES: Cues<[(&str, u64); words_of(LISTS)]> = Cues::of(LISTS);
const PROBLEM_HEADING: u64 = 1;
const PROBLEM_NOUN: u64 = 1 << 1;
const SOLVES: u64 = 1 << 2;
const EXISTS: u64 = 1 << 3;
const PLAN_HEADING: u64 = 1 << 4;
const YEAR_PLAN: u64 = 1 << 5;
const HINT: u64 = 1 << 6;
const CARRIED_OUT: u64 = 1 << 7;

/// What a heading of the outermost level says.
pub(crate) fn heading_role(title: &str) -> HeadingRole {
    let told = CUES.in_text(title);
    let all = |cues: u64| told & cues == cues;
    let problem = all(PROBLEM_HEADING | PROBLEM_NOUN) && (!all(SOLVES) || all(EXISTS));
    let plan = all(PLAN_HEADING)
        || (all(YEAR_PLAN) && !all(CARRIED_OUT) && title.contains('年'))
        || (all(HINT) && (problem || PLAN_HINTS.iter().any(|hint| title.ends_with(hint))));
    match (problem, plan) {
        (true, true) => HeadingRole::ProblemsAndPlan,
        (true, false) => HeadingRole::Problems,
        (false, true) => HeadingRole::Plan,
        (false, false) => HeadingRole::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_every_role_is_known() {
        for words in [PLAN_HEADINGS, PLAN_HINTS, YEAR_PLANS, PROBLEM_HEADINGS] {
            assert!(words.iter().all(|word| ROLE_PARTS.iter().any(|part| word.contains(part))), "{words:?}");
        }
    }

    #[test]
    fn headings() {
        use HeadingRole::*;
        for (title, expected) in [
            ("存在的问题", Problems),
            ("存在的不足和原因", Problems),
            ("工作短板与不足", Problems),
            ("下一步工作打算", Plan),
            ("2025年工作安排", Plan),
            ("今后努力方向", Plan),
            ("存在问题及下一步打算", ProblemsAndPlan),
            ("聚焦突出问题，推进专项整治", Other),
            ("坚持问题导向，补齐短板弱项", Other),
            ("有效化解矛盾纠纷", Other),
            ("主要举措和成效", Other),
            ("健全重点工作推进机制", Other),
            ("圆满完成年度立法计划", Other),
        ] {
            assert_eq!(heading_role(title), expected, "{title}");
        }
    }
}
