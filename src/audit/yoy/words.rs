//! What the words before a figure say of a change between two years.

use super::super::rest::without;
use crate::indicator::clause::Change;
use crate::text::words::Words;

/// Words of change; what stands between one of them and the figure is filler.
static UP: Words = Words::new(&[
    "增长", "上升", "增加", "提高", "提升", "增幅", "增速", "涨幅", "上涨", "攀升", "净增", "多出", "多了", "增",
]);
static DOWN: Words = Words::new(&[
    "下降", "减少", "降低", "下滑", "压减", "缩减", "回落", "降幅", "缩短", "压缩", "压降", "精简", "净减", "少了",
    "减",
]);
/// Words of change too short to stand without a comparison before them.
static SHORT_UP: Words = Words::new(&["多", "升"]);
static SHORT_DOWN: Words = Words::new(&["少", "降"]);

/// Comparisons with another year.
static COMPARED: Words = Words::new(&[
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
]);
/// Words that give the figure behind them to the year before.
static BEFORE: Words = Words::new(&["上年", "去年", "上一年", "前一年", "同期", "原来", "此前"]);
/// What the year before left to this one is no figure of the year before.
static CARRIED: Words = Words::new(&["结转", "转入", "遗留", "旧存", "未结", "留存"]);

/// A word of change right before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub change: Change,
    /// Offset of the word in the words before the figure.
    pub at: usize,
}

/// The word of change that `left` (squeezed) ends with, fillers aside.
pub(super) fn told(left: &str) -> Option<Told> {
    if !left.chars().next_back().is_some_and(ends_told) {
        return None;
    }
    let body = left.strip_suffix(['了']).filter(|rest| !rest.ends_with(['多', '少'])).unwrap_or(left);
    let body = body.trim_end_matches(['约', '近', '超', '过', '达', '为', '是', '有']);
    let body = body.strip_suffix("分别").unwrap_or(body);
    let body = body.trim_end_matches(['约', '超', '率', '度']);
    if !body.chars().next_back().is_some_and(ends_change) {
        return None;
    }
    let find = |words: &Words| words.end_of(body).map(|word| body.len() - word.len());
    if let Some(at) = find(&DOWN) {
        return Some(Told { change: Change::Down, at });
    }
    if let Some(at) = find(&UP).filter(|_| !body.ends_with("新增")) {
        return Some(Told { change: Change::Up, at });
    }
    let short = match find(&SHORT_DOWN) {
        Some(at) => Told { change: Change::Down, at },
        None => Told { change: Change::Up, at: find(&SHORT_UP)? },
    };
    is_compared(left).then_some(short)
}

/// Whether `left` may end with a word of change, or tell what something moved from: most words before figures do not.
pub(super) fn may_move(left: &str) -> bool {
    left.chars().next_back().is_some_and(|ch| ends_told(ch) || ends_start(ch))
}

/// Whether `ch` is the last character of a word of change or of a filler behind one.
fn ends_told(ch: char) -> bool {
    let fills = matches!(ch, '了' | '约' | '近' | '超' | '过' | '达' | '为' | '是' | '有' | '别' | '率' | '度');
    fills || ends_change(ch)
}

/// Whether `ch` is the last character of what stands before the value something moved from.
fn ends_start(ch: char) -> bool {
    matches!(ch, '由' | '从' | '的' | '约' | '近' | '超' | '年' | '期' | '来' | '前')
}

/// Whether `ch` is the last character of a word of change.
fn ends_change(ch: char) -> bool {
    let up = matches!(ch, '长' | '升' | '加' | '高' | '幅' | '速' | '涨' | '增' | '出' | '多' | '了');
    up || matches!(ch, '降' | '少' | '低' | '滑' | '减' | '落' | '短' | '缩' | '简')
}

/// Whether `left` compares with another year.
pub(super) fn is_compared(left: &str) -> bool {
    COMPARED.are_in(left) || year_compared(left)
}

/// 比2023年, 较2022年.
fn year_compared(left: &str) -> bool {
    left.match_indices('年').any(|(at, _)| {
        let digits = at.checked_sub(4).map(|start| &left.as_bytes()[start..at]);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
            && left[..at - 4].ends_with(['比', '较', '与', '同'])
    })
}

/// Whether the words before an amount give it to the year before the report's.
pub(super) fn is_base(left: &str, last: Option<&str>) -> bool {
    if CARRIED.are_in(left) {
        return false;
    }
    BEFORE.are_in(left)
        || is_start(left)
        || year_compared(left)
        || last.is_some_and(|last| left.contains(last))
        || is_other_time(left)
}

/// 较“十二五”时期的16件, 比年初的30件.
fn is_other_time(left: &str) -> bool {
    let time = || {
        let at = left.rfind(['比', '较'])?;
        Some(&left[at + '比'.len_utf8()..left.len() - '的'.len_utf8()])
    };
    left.ends_with('的')
        && time().is_some_and(|time| {
            time.chars().count() <= 10 && time.ends_with(['年', '期', '前', '初', '末', '底', '月', '时'])
        })
}

/// What else is told before a figure of the year before (上年为, 2022年核发), if it begins with the year: the verb.
pub(super) fn bare_base<'w>(left: &'w str, last: Option<&str>) -> Option<&'w str> {
    let year = |left: &'w str| last.and_then(|last| left.strip_prefix(last));
    let rest = BEFORE.start_of(left).map(|word| &left[word.len()..]).or_else(|| year(left))?;
    let rest = rest.strip_prefix("同期").or_else(|| rest.strip_prefix("全年")).unwrap_or(rest);
    Some(rest.trim_matches(['为', '是', '仅', '共', '有']))
}

/// 由61%提高到…, 从上年的…: the value something moved from.
pub(super) fn is_start(left: &str) -> bool {
    if !left.chars().next_back().is_some_and(ends_start) {
        return false;
    }
    let body = left.trim_end_matches(['的', '约', '近', '超']);
    let body = BEFORE.end_of(body).map_or(body, |word| &body[..body.len() - word.len()]);
    let body = body.strip_suffix('年').map_or(body, |year| year.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    body.ends_with(['由', '从'])
}

/// The step between the value something moved from and the one it reached: which way, if its word says so.
pub(super) fn step(between: &str) -> Option<Option<Change>> {
    let body = between.strip_suffix(['到', '至', '为', '成']).or_else(|| between.strip_suffix("成了"))?;
    let ends = |words: &Words| words.end_of(body).is_some();
    if ends(&DOWN) || ends(&SHORT_DOWN) {
        return Some(Some(Change::Down));
    }
    if ends(&UP) || ends(&SHORT_UP) {
        return Some(Some(Change::Up));
    }
    // 整合到, 或 a bare 到: something short, without a figure or a mark.
    (body.chars().count() <= 4 && !body.contains(['，', ',', '。', '；', '、'])).then_some(None)
}

/// Whether the words before a change name a subject of their own (处罚案件比上年减少): nothing but comparison and word
/// of change leaves it to the figure before.
pub(super) fn has_subject(left: &str, told: Told) -> bool {
    const FILLERS: &[&str] = &["相比", "相较", "期", "的", "共", "均", "则", "也", "数量", "总量", "案件"];
    let rest = without(&left[..told.at], COMPARED.list().iter().chain(BEFORE.list()).chain(FILLERS));
    rest.as_str().contains(|ch: char| !ch.is_ascii_digit() && !matches!(ch, '年' | '比' | '较' | '与' | '同' | '、'))
}

#[cfg(test)]
mod tests {
    use super::{
        BEFORE, Change, DOWN, SHORT_DOWN, SHORT_UP, UP, bare_base, ends_change, has_subject, is_base, is_start, step,
        told,
    };

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
        for words in [&UP, &DOWN, &SHORT_UP, &SHORT_DOWN] {
            assert!(words.list().iter().all(|word| word.ends_with(ends_change)), "{words:?}");
        }
        assert!(BEFORE.list().iter().all(|word| is_start(&format!("由{word}"))));
        assert!(!has_subject("比上年减少", told("比上年减少").unwrap()));
        assert!(has_subject("处罚案件比上年减少", told("处罚案件比上年减少").unwrap()));
    }

    #[test]
    fn reads_the_year_before() {
        assert!(
            is_base("比上年的", None) && is_base("2023年为", Some("2023年")) && !is_base("2024年为", Some("2023年"))
        );
        assert!(!is_base("上年结转", Some("2023年")) && !is_base("共受理", None));
        assert!(is_start("检查由上年的") && is_start("由") && is_start("从2023年的") && !is_start("理由是"));
        assert!(is_base("较“十二五”时期的", None) && is_base("比年初的", None));
        assert!(!is_base("较重的", None) && !is_base("比例较上期有所提高的", None));
        for (left, verb) in [("上年同期为", Some("")), ("2022年核发", Some("核发")), ("2021年为", None), ("为", None)]
        {
            assert_eq!(bare_base(left, Some("2022年")), verb, "{left}");
        }
        assert_eq!(step("提高到"), Some(Some(Change::Up)));
        assert_eq!(step("降至"), Some(Some(Change::Down)));
        assert_eq!(step("整合到"), Some(None));
        assert_eq!(step("，办结"), None);
    }
}
