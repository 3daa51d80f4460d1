//! Who the first sentences say reports (2024年，青岚县水务局坚持…): for texts whose title and letterhead name nobody.

use super::flat::Flat;
use super::head::{Head, HeadKind};
use super::org;
use super::place::VERBS;
use super::{Named, year};
use crate::text::words::Words;

/// How many lines of sentences are read: a notice may stand before the report's first.
const LINES: usize = 2;
/// Longest subject, in bytes: the longest name of an organisation has 42 characters.
const LONGEST: usize = 3 * 42;

/// The organisation that is the subject of a clause of the first sentences.
pub(super) fn subject(head: Head<'_>) -> Option<Named> {
    let running = head.lines.iter().enumerate().filter(|(_, line)| line.kind == HeadKind::Running);
    running.take(LINES).find_map(|(position, _)| in_sentence(head.flat(position)))
}

fn in_sentence(flat: Flat<'_>) -> Option<Named> {
    let sentence = flat.text.split('。').next().unwrap_or_default();
    let mut from = 0;
    for clause in sentence.split_inclusive(['，', ',', '：', ':', '；', ';']) {
        let start = from + dated(clause);
        from += clause.len();
        let clause = &sentence[start..from];
        if let Some(to) = subject_end(clause).or_else(|| lone_subject(clause, &sentence[from..])) {
            return Some(flat.named(start, start + to));
        }
    }
    None
}

/// Where the date ends that a clause begins with: 2024年度, 2024年以来.
fn dated(clause: &str) -> usize {
    let Some(found) = year::first(clause).filter(|found| found.from == 0) else { return 0 };
    let mut rest = &clause[found.to..];
    for word in ["年", "度", "以来", "来", "间"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    clause.len() - rest.len()
}

/// 青岚县水务局，以全面推进…: a clause of the name alone, before what the subject did.
fn lone_subject(clause: &str, rest: &str) -> Option<usize> {
    let name = clause.strip_suffix([',', '，'])?;
    let alone = VERBS.start_of(rest).is_some() && VERBS.start_of(name).is_none();
    (alone && org::kind_of(name) == Some(org::OrgKind::Department)).then_some(name.len())
}

/// Where the organisation ends that `clause` begins with, if it goes on as the clause of a subject does.
fn subject_end(clause: &str) -> Option<usize> {
    /// Who is somebody else, or says no more than 我局.
    static OTHERS: Words = Words::new(&[
        "我",
        "本",
        "全",
        "各",
        "该",
        "上级",
        "有关",
        "相关",
        "中央",
        "党中央",
        "中共中央",
        "国务院",
        "省委",
    ]);
    /// What stands before the subject where the title is on its line.
    static TITLED: Words = Words::new(&["报告", "总结", "情况", "年度"]);
    if OTHERS.start_of(clause).or_else(|| VERBS.start_of(clause)).is_some() {
        return None;
    }
    let mut to = 0;
    while let Some((at, verb)) = VERBS.find(&clause[to..]).filter(|(at, _)| to + at <= LONGEST) {
        let name = &clause[..to + at];
        // 区委全面依法治区委员会
        if (org::kind_of(name).is_some() || name == "街道") && !clause[to + at..].starts_with("全面依法治") {
            return (!TITLED.are_in(name)).then_some(name.len());
        }
        to += at + verb.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{dated, subject_end};

    #[test]
    fn subjects_of_clauses() {
        for (clause, want) in [
            ("青岚县水务局在县委、县政府的坚强领导下，", Some("青岚县水务局")),
            ("市市场监督管理局以法治统领全局，", Some("市市场监督管理局")),
            ("云汀市行政审批服务局持续推进依法行政，", Some("云汀市行政审批服务局")),
            ("区政府坚持法治引领，", Some("区政府")),
            ("街道按照上级部署，", Some("街道")),
            ("我局坚持法治引领，", None),
            ("在县委的领导下，", None),
            ("党中央、国务院高度重视，", None),
            ("青岚县坚持法治引领，", None),
            ("根据区委全面依法治区委员会要求，", None),
            ("区委全面依法治区委员会办公室坚持法治引领，", Some("区委全面依法治区委员会办公室")),
            ("水务工作成效明显，", None),
            ("2024年度工作总结青岚县水务局在县委领导下，", None),
        ] {
            assert_eq!(subject_end(clause).map(|to| &clause[..to]), want, "{clause}");
        }
    }

    #[test]
    fn dates_before_subjects() {
        for (clause, want) in
            [("2024年度青岚县水务局", "青岚县水务局"), ("2024年以来，", "，"), ("青岚县", "青岚县"), ("2024年，", "，")]
        {
            assert_eq!(&clause[dated(clause)..], want, "{clause}");
        }
    }
}
