//! Problems and plans told in plain paragraphs, without a heading of their own; and what headings say of them.

use std::fmt::Write;

use super::PassageRole;
use crate::phrase::Phrase;
use crate::text::ordinary;
use crate::text::words::Words;

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
static PROBLEM_NOUNS: Words = Words::new(&["问题", "不足", "短板", "薄弱", "差距", "困难", "弱项"]);
/// Words of a heading that mark it as one on shortcomings, together with a noun or alone.
static PROBLEM_HEADINGS: Words = Words::new(&[
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
]);
/// Headings with these words tell how problems were solved.
static SOLVED: Words =
    Words::new(&["整改", "整治", "化解", "解决", "治理", "补齐", "补短板", "聚焦问题", "问题导向", "突出问题专项"]);
/// Words of a heading on next steps.
static PLAN_HEADINGS: Words = Words::new(&[
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
]);
/// Vaguer words: 健全重点工作机制 is a measure, so they count only for a heading that is little else.
static PLAN_HINTS: Words = Words::new(&["重点工作", "工作要点", "整改措施", "对策", "未来", "重点安排"]);
/// What a heading with a year in it plans.
static YEAR_PLANS: Words = Words::new(&["计划", "安排", "打算", "思路"]);
/// A part of every word above that makes a role: most headings have none of them and need one look.
static ANY_ROLE: Words = Words::new(&[
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
]);

/// What a heading of the outermost level says.
pub(crate) fn heading_role(title: &str) -> HeadingRole {
    if !ANY_ROLE.are_in(title) {
        return HeadingRole::Other;
    }
    let problem = PROBLEM_HEADINGS.are_in(title)
        && PROBLEM_NOUNS.are_in(title)
        && (!SOLVED.are_in(title) || title.contains("存在"));
    let plan = PLAN_HEADINGS.are_in(title)
        || (title.contains('年') && YEAR_PLANS.are_in(title))
        || PLAN_HINTS.end_of(title).is_some()
        || (problem && PLAN_HINTS.are_in(title));
    match (problem, plan) {
        (true, true) => HeadingRole::ProblemsAndPlan,
        (true, false) => HeadingRole::Problems,
        (false, true) => HeadingRole::Plan,
        (false, false) => HeadingRole::Other,
    }
}

/// How plain paragraphs on shortcomings begin.
static PROBLEM_OPENINGS: Words = Words::new(&[
    "存在",
    "主要存在",
    "虽然",
    "尽管",
    "但",
    "同时",
    "当前",
    "目前",
    "总体",
    "总的",
    "回顾",
    "在肯定",
    "在取得",
    "在看到",
    "对照",
    "对标",
    "与",
    "我们也",
    "我们清醒",
    "过去",
    "一年来",
    "主要问题",
    "工作中",
    "不足",
    "问题",
    "经过",
    "通过",
    "20",
    "我县",
    "我市",
    "我区",
    "我局",
    "我镇",
    "全县",
    "全市",
    "全区",
    "近年",
    "一年",
    "法治政府建设",
]);
/// Verbs that say shortcomings exist.
static EXIST: Words = Words::new(&["存在", "仍有", "还有", "尚有", "也有", "面临", "仍需", "不容忽视"]);
/// What stands between success and shortcoming.
static TURN: Words =
    Words::new(&["但", "虽然", "尽管", "同时", "然而", "仍", "还存在", "也存在", "清醒", "距离", "相比", "不过"]);

/// How plain paragraphs on next steps begin.
static PLAN_OPENINGS: Words = Words::new(&[
    "下一步",
    "下步",
    "下一阶段",
    "下阶段",
    "下一年",
    "今后",
    "接下来",
    "新的一年",
    "新一年",
    "明年",
    "面对新",
    "面向未来",
    "展望",
    "未来",
    "在今后",
    "针对上述",
    "针对以上",
    "针对存在",
]);
/// Verbs of intention.
static INTENT: Words = Words::new(&[
    "我们将",
    "县将",
    "市将",
    "区将",
    "局将",
    "镇将",
    "乡将",
    "省将",
    "街道将",
    "将继续",
    "将进一步",
    "将以",
    "将坚持",
    "将紧",
    "将深入",
    "将着力",
    "将持续",
    "将围绕",
    "将按照",
    "将认真",
    "将全面",
    "将重点",
    "将严格",
    "要继续",
    "要进一步",
    "要以",
    "我们要",
    "继续",
    "进一步",
    "重点抓好",
    "着力",
    "坚持",
]);

/// The first characters that are looked at: two sentences.
const OPENING: usize = 140;
/// Most characters of a paragraph that is a heading without a marker.
const HEADING: usize = 16;
/// The longest word that a paragraph opens with, in characters.
const LONGEST_WORD: usize = 6;

/// The role of a plain paragraph that opens a passage, if it does.
///
/// `heading` is what the outermost section around it tells of, `report_year` the first year the text names, `place` how
/// far into the text it stands, in percent: problems and plans come last. `plain` is a buffer for the opening without layout.
pub(super) fn role(
    content: &str,
    heading: HeadingRole,
    report_year: Option<u16>,
    place: usize,
    plain: &mut String,
) -> Option<PassageRole> {
    if place < 45 || opens_otherwise(content) {
        return None;
    }
    plain.clear();
    let mut chars = content.chars().take(OPENING).filter(|ch| !ch.is_whitespace());
    plain.extend(chars.by_ref().take(HEADING + 1));
    let short_heading = plain.chars().count() <= HEADING && !plain.contains(['。', '，', ',']);
    if short_heading {
        return match heading_role(plain) {
            HeadingRole::Problems if heading != HeadingRole::ProblemsAndPlan && heading != HeadingRole::Problems => {
                Some(PassageRole::Problems)
            }
            HeadingRole::Plan if heading != HeadingRole::ProblemsAndPlan && heading != HeadingRole::Plan => {
                Some(PassageRole::Plan)
            }
            HeadingRole::ProblemsAndPlan if heading == HeadingRole::Other => Some(PassageRole::ProblemsAndPlan),
            _ => None,
        };
    }
    let next_year = || leading_year(plain).is_some_and(|year| report_year.is_some_and(|report| year == report + 1));
    let plan = !matches!(heading, HeadingRole::Plan | HeadingRole::ProblemsAndPlan)
        && (PLAN_OPENINGS.start_of(plain).is_some() || next_year());
    let problems =
        matches!(heading, HeadingRole::Other | HeadingRole::Plan) && PROBLEM_OPENINGS.start_of(plain).is_some();
    if !plan && !problems {
        return None;
    }
    plain.extend(chars);
    if plan && INTENT.are_in(first_sentence(plain)) {
        return Some(PassageRole::Plan);
    }
    if problems && EXIST.are_in(plain) && TURN.are_in(plain) && tells_shortcoming(plain) {
        return Some(PassageRole::Problems);
    }
    None
}

/// Whether the first clause alone shows that a paragraph is too long for a heading and opens no passage, as is the rule.
fn opens_otherwise(content: &str) -> bool {
    let bytes = content.as_bytes();
    let clause = ordinary::skip(bytes, 0, bytes.len());
    let heading = clause <= 3 * HEADING
        && !matches!(bytes[clause..], [b',', ..] | [0xef, 0xbc, 0x8c, ..] | [0xe3, 0x80, 0x82, ..]); // ，。
    let word_is_whole = clause >= 3 * LONGEST_WORD;
    !heading
        && word_is_whole
        && PLAN_OPENINGS.start_of(content).is_none()
        && PROBLEM_OPENINGS.start_of(content).is_none()
}

/// Whether a noun of shortcomings follows a verb of existing within the same sentence, and nothing says it was solved.
fn tells_shortcoming(plain: &str) -> bool {
    plain.split(['。', '！']).take(3).any(|sentence| {
        EXIST.find(sentence).is_some_and(|(at, _)| {
            let rest = &sentence[at..];
            let near = rest.char_indices().nth(30).map_or(rest, |(end, _)| &rest[..end]);
            PROBLEM_NOUNS.are_in(near)
                && !sentence.contains("整改到位")
                && !sentence.contains("针对")
                && !sentence.contains("排查")
        })
    })
}

fn first_sentence(plain: &str) -> &str {
    plain.split('。').next().unwrap_or(plain)
}

/// The year a paragraph begins with.
fn leading_year(plain: &str) -> Option<u16> {
    let digits = plain.get(..4)?;
    plain[4..].starts_with('年').then(|| digits.parse().ok()).flatten()
}

/// The first year that the text names as a period it reports on (2023年, 2023年度), where titles and lead sentences have it.
pub(super) fn first_year(source: &str) -> Option<u16> {
    let mut end = source.len().min(3_000);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let bytes = &source.as_bytes()[..end];
    memchr::memmem::find_iter(bytes, "年".as_bytes()).find_map(|at| {
        let before = source[..at].trim_end();
        let digits = before.get(before.len().checked_sub(4)?..)?;
        let year = digits.parse::<u16>().ok().filter(|year| (1990..2100).contains(year))?;
        // A full date is a page's clock or the day of publication.
        let after = source[at + "年".len()..].trim_start();
        (!after.starts_with(|ch: char| ch.is_ascii_digit())).then_some(year)
    })
}

/// Whether a paragraph at the end belongs to the document's tail: signature, date, 抄送, 附件, 印发.
pub(crate) fn is_tail(content: &str) -> bool {
    static OPENINGS: Words = Words::new(&[
        "抄送",
        "抄报",
        "主送",
        "附件",
        "（此件",
        "(此件",
        "（联系",
        "(联系",
        "联系人",
        "特此报告",
        "附：",
        "附:",
    ]);
    static BODIES: Words =
        Words::new(&["政府", "委员会", "县委", "市委", "区委", "党委", "局", "办公室", "办事处", "管委会", "厅"]);
    if OPENINGS.start_of(content).is_some() {
        return content.len() < 400;
    }
    let mut plain = Phrase::<128>::new();
    for (length, ch) in content.chars().take(40).filter(|ch| !ch.is_whitespace()).enumerate() {
        if length == 32 || matches!(ch, '。' | '，' | ',' | '；' | '、') || plain.write_char(ch).is_err() {
            return false;
        }
    }
    let plain = plain.as_str();
    if crate::text::marker::at(plain, 0, plain.len()).is_some() {
        return false;
    }
    let date = plain.contains('年') && plain.contains('月') && (plain.ends_with('日') || plain.ends_with("印发"));
    date || (BODIES.end_of(plain).is_some() && plain.chars().count() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_every_role_is_known() {
        for words in [&PLAN_HEADINGS, &PLAN_HINTS, &YEAR_PLANS, &PROBLEM_HEADINGS] {
            assert!(words.list().iter().all(|word| ANY_ROLE.are_in(word)), "{words:?}");
        }
        for words in [&PLAN_OPENINGS, &PROBLEM_OPENINGS] {
            assert!(words.list().iter().all(|word| word.chars().count() <= LONGEST_WORD), "{words:?}");
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
        ] {
            assert_eq!(heading_role(title), expected, "{title}");
        }
    }

    #[test]
    fn passages() {
        let other = HeadingRole::Other;
        let year = Some(2023);
        for (text, expected) in [
            ("2023年全县法治建设有了新进展，但对照群众期待仍存在一些不足：一是力量偏弱。", Some(PassageRole::Problems)),
            ("在肯定成绩的同时，我们也清醒看到，基层执法还存在薄弱环节。", Some(PassageRole::Problems)),
            ("下一步，我县将持续健全机制。", Some(PassageRole::Plan)),
            ("2024年，我们将围绕中心工作，抓好以下任务。", Some(PassageRole::Plan)),
            ("2023年，我县将法治建设纳入考核。", None),
            ("全县排查问题12个，均已整改到位，存在的问题全部销号。", None),
            ("存在问题", Some(PassageRole::Problems)),
            ("加强宣传引导", None),
        ] {
            assert_eq!(role(text, other, year, 80, &mut String::new()), expected, "{text}");
        }
        let plan = role("下一步，我县将持续健全机制。", HeadingRole::Plan, year, 80, &mut String::new());
        assert_eq!(plan, None);
    }

    #[test]
    fn years_and_tails() {
        assert_eq!(first_year("2024年3月1日 某区2023年度报告"), Some(2023));
        assert_eq!(first_year("没有年份"), None);
        for text in [
            "青岚县人民政府",
            "2024年1月8日",
            "抄送：市委办。",
            "二〇二五年二月二十日",
            "青岚县人民政府办公室　2024年1月8日印发",
        ] {
            assert!(is_tail(text), "{text}");
        }
        assert!(!is_tail("（三）健全机制"));
        assert!(!is_tail("一、加强政府"));
        assert!(!is_tail("全年培训3次。"));
    }
}
