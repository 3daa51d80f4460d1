//! What the words before a figure say of a change between two years.

use crate::indicator::clause::Change;
use crate::phrase::{self, phrase};

/// Words of change; what stands between one of them and the figure is filler.
const UP: &[&str] =
    &["增长", "上升", "增加", "提高", "提升", "增幅", "增速", "涨幅", "上涨", "净增", "多出", "多了", "增"];
const DOWN: &[&str] =
    &["下降", "减少", "降低", "下滑", "压减", "缩减", "回落", "降幅", "缩短", "压缩", "压降", "净减", "少了", "减"];
/// Words of change too short to stand without a comparison before them.
const SHORT_UP: &[&str] = &["多", "升"];
const SHORT_DOWN: &[&str] = &["少", "降"];

/// Comparisons with another year.
const COMPARED: &[&str] = &[
    "同比",
    "环比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "与上年",
    "与去年",
    "同上年",
    "同去年",
    "比上一年",
    "较上一年",
    "比前一年",
    "较前一年",
    "上年同期相比",
    "去年同期相比",
];
/// Words that give the figure behind them to the year before.
const BEFORE: &[&str] = &["上年", "去年", "上一年", "前一年", "同期", "原来", "此前"];
/// What the year before left to this one is no figure of the year before.
const CARRIED: &[&str] = &["结转", "转入", "遗留", "旧存", "未结", "留存"];

/// A word of change right before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub change: Change,
    /// Offset of the word in the words before the figure.
    pub at: usize,
}

/// The word of change that `left` (squeezed) ends with, fillers aside.
pub(super) fn told(left: &str) -> Option<Told> {
    let body = left.strip_suffix(['了']).filter(|rest| !rest.ends_with(['多', '少'])).unwrap_or(left);
    let body = body.trim_end_matches(['约', '近', '超', '过', '达', '为', '是', '有']);
    let body = body.strip_suffix("分别").unwrap_or(body);
    let body = body.trim_end_matches(['约', '超', '率', '度']);
    let find = |words: &[&str]| words.iter().find(|word| body.ends_with(**word)).map(|word| body.len() - word.len());
    if let Some(at) = find(DOWN) {
        return Some(Told { change: Change::Down, at });
    }
    if let Some(at) = find(UP).filter(|_| !body.ends_with("新增")) {
        return Some(Told { change: Change::Up, at });
    }
    if !is_compared(left) {
        return None;
    }
    if let Some(at) = find(SHORT_DOWN) {
        return Some(Told { change: Change::Down, at });
    }
    find(SHORT_UP).map(|at| Told { change: Change::Up, at })
}

/// Whether `left` compares with another year.
pub(super) fn is_compared(left: &str) -> bool {
    COMPARED.iter().any(|word| left.contains(word)) || year_compared(left)
}

/// 比2023年, 较2022年.
fn year_compared(left: &str) -> bool {
    let chars: Vec<char> = left.chars().collect();
    chars
        .windows(6)
        .any(|w| matches!(w[0], '比' | '较' | '与' | '同') && w[1..5].iter().all(char::is_ascii_digit) && w[5] == '年')
}

/// Whether the words before an amount give it to the year before the report's.
pub(super) fn is_base(left: &str, year: Option<u16>) -> bool {
    if CARRIED.iter().any(|word| left.contains(word)) {
        return false;
    }
    let last = year.map(|year| -> phrase::Figure { phrase!("{}年", year.saturating_sub(1)) });
    BEFORE.iter().any(|word| left.contains(word))
        || is_start(left)
        || year_compared(left)
        || last.is_some_and(|last| left.contains(&*last))
}

/// 由61%提高到…, 从上年的…: the value something moved from.
pub(super) fn is_start(left: &str) -> bool {
    let body = left.trim_end_matches(['的', '约', '近', '超']);
    let body = BEFORE.iter().find_map(|word| body.strip_suffix(word)).unwrap_or(body);
    let body = body.strip_suffix('年').map_or(body, |year| year.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    body.ends_with(['由', '从'])
}

/// The step between the value something moved from and the one it reached: which way, if its word says so.
pub(super) fn step(between: &str) -> Option<Option<Change>> {
    let body = between.strip_suffix(['到', '至', '为', '成']).or_else(|| between.strip_suffix("成了"))?;
    let ends = |words: &[&str]| words.iter().any(|word| body.ends_with(word));
    if ends(DOWN) || ends(SHORT_DOWN) {
        return Some(Some(Change::Down));
    }
    if ends(UP) || ends(SHORT_UP) {
        return Some(Some(Change::Up));
    }
    // 整合到, 或 a bare 到: something short, without a figure or a mark.
    (body.chars().count() <= 4 && !body.contains(['，', ',', '。', '；', '、'])).then_some(None)
}

/// Whether the words before a change name a subject of their own (处罚案件比上年减少): nothing but comparison and word
/// of change leaves it to the figure before.
pub(super) fn has_subject(left: &str, told: Told) -> bool {
    let mut rest = left[..told.at].to_owned();
    for word in COMPARED
        .iter()
        .chain(BEFORE)
        .chain(&["相比", "相较", "期", "的", "共", "均", "则", "也", "数量", "总量", "案件"])
    {
        rest = rest.replace(word, "");
    }
    rest.retain(|ch| !ch.is_ascii_digit() && !matches!(ch, '年' | '比' | '较' | '与' | '同' | '、'));
    !rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Change, has_subject, is_base, is_start, step, told};

    #[test]
    fn reads_the_word_of_change() {
        for (left, expected) in [
            ("同比减少", Some(Change::Down)),
            ("比上年增长了", Some(Change::Up)),
            ("降幅为", Some(Change::Down)),
            ("同比分别下降", Some(Change::Down)),
            ("较上年多", Some(Change::Up)),
            ("处罚案件少了", Some(Change::Down)),
            ("提高到", None),
            ("共有", None),
            ("新增", None),
            ("办结率", None),
        ] {
            assert_eq!(told(left).map(|told| told.change), expected, "{left}");
        }
        assert!(!has_subject("比上年减少", told("比上年减少").unwrap()));
        assert!(has_subject("处罚案件比上年减少", told("处罚案件比上年减少").unwrap()));
    }

    #[test]
    fn reads_the_year_before() {
        assert!(is_base("比上年的", None) && is_base("2023年为", Some(2024)) && !is_base("2024年为", Some(2024)));
        assert!(!is_base("上年结转", Some(2024)) && !is_base("共受理", None));
        assert!(is_start("检查由上年的") && is_start("由") && is_start("从2023年的") && !is_start("理由是"));
        assert_eq!(step("提高到"), Some(Some(Change::Up)));
        assert_eq!(step("降至"), Some(Some(Change::Down)));
        assert_eq!(step("整合到"), Some(None));
        assert_eq!(step("，办结"), None);
    }
}
