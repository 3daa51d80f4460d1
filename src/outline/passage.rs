//! Problems and plans told in plain paragraphs, without a heading of their own.

use super::PassageRole;
use super::heading::{HeadingRole, PROBLEM_NOUNS, heading_role};
use crate::text::ordinary;
use crate::text::words::Words;

/// How plain paragraphs on shortcomings begin, if not with a year of this century.
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
    "州将",
    "旗将",
    "委将",
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
    "将做好",
    "将抓好",
    "将从",
    "将聚焦",
    "将突出",
    "将加",
    "将强化",
    "将努力",
    "将立足",
    "做好以下",
    "抓好以下",
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

/// The role of a plain paragraph that opens a passage, if it does.
///
/// `heading` is what the outermost section around it tells of, `report_year` the first year the text names, `place` how
/// far into the text it stands, in percent: problems and plans come last. `buffer` is for an opening with layout in it.
pub(super) fn role(
    content: &str,
    heading: HeadingRole,
    report_year: Option<u16>,
    place: usize,
    buffer: &mut String,
) -> Option<PassageRole> {
    if place < 45 {
        return None;
    }
    // 存在的问题：…, 下一步打算：…: a heading that the text runs in with.
    let (start, lead) = match lead(content) {
        Lead::Layout => {
            let plain = opening(content, buffer);
            (plain, lead(plain))
        }
        lead => (content, lead),
    };
    let short_heading = match lead {
        Lead::Heading(end) => Some(&start[..end]),
        _ => None,
    };
    let told = short_heading.map_or(HeadingRole::Other, heading_role);
    if short_heading == Some(start) || told != HeadingRole::Other {
        return match told {
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
    let plan = !matches!(heading, HeadingRole::Plan | HeadingRole::ProblemsAndPlan) && begins_plan(start, report_year);
    let problems = matches!(heading, HeadingRole::Other | HeadingRole::Plan) && begins_problem(start);
    if !plan && !problems {
        return None;
    }
    let plain = opening(content, buffer);
    if plan && intends(plain) {
        return Some(PassageRole::Plan);
    }
    if problems && EXIST.are_in(plain) && TURN.are_in(plain) && tells_shortcoming(plain) {
        return Some(PassageRole::Problems);
    }
    None
}

/// Where a paragraph on shortcomings goes on to next steps, if a sentence of it does.
pub(super) fn plan_inside(content: &str, report_year: Option<u16>, buffer: &mut String) -> Option<usize> {
    let ends = content.match_indices('。').map(|(at, stop)| at + stop.len());
    ends.map(|end| content.len() - content[end..].trim_start().len())
        .find(|&start| opens_plan(opening(&content[start..], buffer), report_year))
}

/// Whether `plain` begins as a paragraph on shortcomings does.
fn begins_problem(plain: &str) -> bool {
    plain.starts_with("20") || PROBLEM_OPENINGS.start_of(plain).is_some()
}

/// Whether a sentence on next steps begins `plain`.
fn opens_plan(plain: &str, report_year: Option<u16>) -> bool {
    begins_plan(plain, report_year) && intends(plain)
}

/// Whether `plain` begins as a sentence on next steps does.
fn begins_plan(plain: &str, report_year: Option<u16>) -> bool {
    let next_year = || leading_year(plain).is_some_and(|year| report_year.is_some_and(|report| year == report + 1));
    PLAN_OPENINGS.start_of(plain).is_some() || next_year()
}

/// Whether the first sentence tells of an intention.
fn intends(plain: &str) -> bool {
    INTENT.are_in(first_sentence(plain))
}

/// The first characters of `content` without its layout, which is nearly always none.
fn opening<'a>(content: &'a str, buffer: &'a mut String) -> &'a str {
    let (opening, layout) = first_characters(content, OPENING);
    if !layout {
        return opening;
    }
    buffer.clear();
    buffer.extend(opening.split_whitespace());
    buffer
}

/// The first `most` characters of `text`, and whether white space is among them.
fn first_characters(text: &str, most: usize) -> (&str, bool) {
    let bytes = text.as_bytes();
    let (mut at, mut characters, mut white_space) = (0, 0, false);
    while characters < most && at < bytes.len() {
        let run = ordinary::skip(bytes, at, bytes.len().min(at + 3 * (most - characters)));
        characters += (run - at) / 3;
        at = run;
        if characters == most {
            break;
        }
        if let Some(width) = ordinary::visible_width(&bytes[at..]) {
            at += width;
        } else if let Some(ch) = text[at..].chars().next() {
            white_space |= ch.is_whitespace();
            at += ch.len_utf8();
        }
        characters += 1;
    }
    (&text[..at], white_space)
}

/// What a paragraph begins with.
#[derive(Clone, Copy)]
enum Lead {
    /// A heading that ends here, before a colon or with the paragraph.
    Heading(usize),
    /// A clause, or more characters than a heading has.
    Text,
    /// White space is among the first characters: it is to be taken out first.
    Layout,
}

/// What stands before the first of `：。，`, if it does so within the characters that a heading has.
fn lead(content: &str) -> Lead {
    let bytes = content.as_bytes();
    let mut at = 0;
    for _ in 0..=HEADING {
        at += match bytes[at..] {
            [ordinary::FIRST..=ordinary::LAST, ..] => 3,
            [b',', ..] | [0xef, 0xbc, 0x8c, ..] | [0xe3, 0x80, 0x82, ..] => return Lead::Text, // ，。
            [b':', ..] | [0xef, 0xbc, 0x9a, ..] | [] => return Lead::Heading(at),              // ：
            _ => match ordinary::visible_width(&bytes[at..]) {
                Some(width) => width,
                None => match content[at..].chars().next() {
                    Some(ch) if !ch.is_whitespace() => ch.len_utf8(),
                    _ => return Lead::Layout,
                },
            },
        };
    }
    Lead::Text
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
    let bytes = &source.as_bytes()[..source.floor_char_boundary(3_000)];
    memchr::memmem::find_iter(bytes, "年".as_bytes()).find_map(|at| {
        let before = source[..at].trim_end();
        let digits = before.get(before.len().checked_sub(4)?..)?;
        let year = digits.parse::<u16>().ok().filter(|year| (1990..2100).contains(year))?;
        // A full date is a page's clock or the day of publication.
        let after = source[at + "年".len()..].trim_start();
        (!after.starts_with(|ch: char| ch.is_ascii_digit())).then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_short() {
        for words in [&PLAN_OPENINGS, &PROBLEM_OPENINGS] {
            let fits = |word: &&str| word.chars().count() <= HEADING && !word.contains(['：', ':', '。', '，', ',']);
            assert!(words.list().iter().all(fits), "{words:?}");
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
            ("存在的主要问题：一是力量不足。", Some(PassageRole::Problems)),
            ("下一步打算：继续加强学习。", Some(PassageRole::Plan)),
            ("加强宣传引导：发放资料。", None),
            ("针对以上问题，下一步将做好以下工作：", Some(PassageRole::Plan)),
        ] {
            assert_eq!(role(text, other, year, 80, &mut String::new()), expected, "{text}");
        }
        let plan = role("下一步，我县将持续健全机制。", HeadingRole::Plan, year, 80, &mut String::new());
        assert_eq!(plan, None);
    }

    #[test]
    fn plans_behind_problems() {
        let inside = |text| plan_inside(text, Some(2023), &mut String::new());
        let text = "仍存在一些问题：力量不足。下一步，我镇将补齐短板。";
        assert_eq!(inside(text), text.find("下一步"));
        let text = "还存在不足。 2024年，全局将持续改进。";
        assert_eq!(inside(text), text.find("2024"));
        assert_eq!(inside("存在不足。2023年，我们坚持依法行政。"), None);
        assert_eq!(inside("下一步工作还不明确。"), None);
    }

    #[test]
    fn years() {
        assert_eq!(first_year("2024年3月1日 某区2023年度报告"), Some(2023));
        assert_eq!(first_year("没有年份"), None);
    }
}
