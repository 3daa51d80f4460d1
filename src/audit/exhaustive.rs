//! Whether a list of parts must add up to its total: announced as complete, parts of one kind, none left out.

mod complete;

use std::sync::LazyLock;

use super::cue;
use super::parts::Row;
use super::rest::{Fillers, Rest};
use super::sum::Announced;
use crate::decimal::Decimal;
use crate::phrase::Phrase;
use crate::text::words::Words;
use complete::{CONCLUDED, Complete, Labels, OUTCOME, complete};

/// A list that does not add up.
pub(super) struct Context<'r, 'f, 'a> {
    pub row: &'r Row<'f, 'a>,
    pub announced: Announced,
    pub total: usize,
    pub first: usize,
    pub members: &'r [usize],
    /// Index of the figure that ends the list.
    pub end: usize,
    pub computed: Decimal,
    /// Reads the words before the total.
    pub before: &'r dyn Fn() -> [&'f str; 2],
}

/// What is to be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// The parts must add up and do not.
    Wrong,
    /// They are more than the whole and may overlap.
    Overlap,
    /// This part alone, not the first, is more than the whole.
    PartAbove(usize),
    /// It may be a partial list, or none.
    Silent,
}

/// Things that can be counted twice: groups of people and cases that overlap.
static OVERLAPPING: Words = Words::new(&[
    "女",
    "农民工",
    "未成年",
    "老年",
    "残疾",
    "妇女",
    "儿童",
    "青少年",
    "军人",
    "军属",
    "少数民族",
    "党员",
    "特殊群体",
    "困难群众",
    "涉企",
    "涉及",
    "民营",
    "小微",
    "本科",
    "研究生",
    "高级",
    "以上",
    "同时",
    "重点",
    "跨",
    "持",
    "首违",
    "线索",
    "惠及",
    "覆盖",
    "受益",
    "下岗",
    "退役",
    "低保",
    "外来",
]);

/// What happens to the same things one after another, or to other things than those the total counts.
static STAGES: Words = Words::new(&[
    "办结", "审结", "结案", "受理", "化解", "成功", "整改", "完成", "通过", "合格", "解决", "落实", "采纳", "出庭",
    "开展", "组织", "发现", "提出", "责令", "处罚", "罚", "申请", "收到", "接收", "排查", "立案", "移送", "整治",
    "检查", "培训", "召开", "举办", "印发", "发放", "制定", "出具", "反馈", "收集", "答复", "办复", "满意", "达成",
    "履行", "执行", "参加", "参与", "上线", "已", "未", "新增", "制发", "纠正", "纳入", "命中", "销号", "建成", "获",
    "提供", "配", "设",
]);

/// Words with a stage in them that name a kind.
static KINDS: LazyLock<Fillers> = LazyLock::new(|| {
    Fillers::new(&[
        "不予受理",
        "责令履行",
        "责令限期履行",
        "行政处罚",
        "行政检查",
        "行政执行",
        "未成年",
        "调解成功结案",
        "上年结转",
        "强制执行",
        "非诉执行",
        "责令",
        "经调解",
        "不予处罚",
        "从轻处罚",
        "减轻处罚",
        "免予处罚",
        "已失效",
        "申请公开",
        "依申请",
        "执行异议",
    ])
});

/// Words that say a list goes on.
static OPEN_ENDS: Words = Words::new(&[
    "主要",
    "另有",
    "还有",
    "以及其他",
    "等其他",
    "部分",
    "重点是",
    "例如",
    "比如",
    "尤其",
    "特别是",
    "不含",
    "不包括",
    "未计",
    "此外",
    "近似",
    "占比较",
    "前三",
    "前五",
    "居前",
    "较多",
    "最多",
]);

pub(super) fn may_overlap(words: &str) -> bool {
    OVERLAPPING.are_in(words) || has_stage(words)
}

fn has_stage(words: &str) -> bool {
    let mut rest = Rest::of(words);
    rest.remove_each(&KINDS);
    STAGES.are_in(rest.as_str())
}

/// Whether `sum` differs from `total` by no more than one part in `of`.
pub(super) fn is_near(sum: Decimal, total: Decimal, of: i64) -> bool {
    let Some(difference) = total.checked_neg().and_then(|total| sum.checked_add(total)) else {
        return false;
    };
    let difference = if difference.is_negative() { difference.checked_neg() } else { Some(difference) };
    let times = difference
        .and_then(|difference| (0..of).try_fold(Decimal::from_integer(0), |sum, _| sum.checked_add(difference)));
    times.is_some_and(|times| times <= total)
}

pub(super) fn verdict(context: &Context<'_, '_, '_>) -> Finding {
    let Context { row, announced, members, .. } = *context;
    let total = row.items[context.total].value();
    let above = context.computed > total;
    let last = members[members.len() - 1];
    let labels = Labels::of(row, members);
    let complete = || complete(context, &labels);
    // What nothing announces is a list only where it is complete.
    if announced == Announced::Bare && complete().is_none() {
        return Finding::Silent;
    }
    if !is_plain(context)
        || goes_on(row.behind(last))
        || row.items[context.first].has(cue::LISTED) && row.items[context.first].words.contains("包括但")
    {
        return Finding::Silent;
    }
    let words = list_words(context);
    if OPEN_ENDS.are_in(&words) {
        return Finding::Silent;
    }
    let certain = match complete() {
        Some(Complete::Sure) => true,
        Some(Complete::Outcomes) => above || is_near(context.computed, total, 10),
        None => false,
    };
    if certain {
        return Finding::Wrong;
    }
    let mut told = labels.names.iter().zip(labels.kinds());
    let staged = told.any(|(label, kinds)| kinds & OUTCOME == 0 && has_stage(label));
    if staged || OVERLAPPING.are_in(&words) {
        let groups = !staged && above && announced != Announced::Bare;
        return if groups { Finding::Overlap } else { Finding::Silent };
    }
    // 其中4个是…，停车位573个: figures of two makes are no one list.
    let named_before = |&at: &usize| !row.items[at].label.trim_start_matches("其中").is_empty();
    let uniform = members.iter().all(named_before) || !members.iter().any(named_before);
    if !uniform && announced != Announced::Listed {
        return Finding::Silent;
    }
    let general = ["个", "次", "场", "处", "条"].contains(&row.items[context.total].unit);
    let exceeding = members.iter().copied().find(|&at| !general && row.items[at].value() > total);
    // 民事 and 刑事 may leave a few administrative cases unnamed, 一审 and 二审 a retrial.
    let usual_rest = words.contains("民事") && words.contains("刑事") || words.contains("一审");
    let of = match members.len() {
        0..=2 if usual_rest => {
            return if above && announced != Announced::Bare { Finding::Wrong } else { Finding::Silent };
        }
        0..=2 => 20,
        3 => 14,
        _ => 10,
    };
    match announced {
        Announced::Bare => Finding::Silent,
        _ if above => match (close(context, 10, one_kind(row, members)), exceeding) {
            (Finding::Silent, Some(at)) if at != members[0] && announced == Announced::Among => Finding::PartAbove(at),
            (finding, _) => finding,
        },
        Announced::Among | Announced::Apart => close(context, of, false),
        Announced::Listed => {
            let first = &row.items[context.first];
            let strict = first.has(cue::RESPECTIVELY) || first.words.contains("分为");
            close(context, if strict { 4 } else { of }, false)
        }
    }
}

/// Whether the list is complete for certain.
pub(super) fn is_certain(context: &Context<'_, '_, '_>) -> bool {
    complete(context, &Labels::of(context.row, context.members)).is_some()
}

/// Whether the parts are outcomes of the concluded cases that stand right before them: of those, and of nothing earlier.
pub(super) fn is_of_concluded(row: &Row<'_, '_>, total: usize, members: &[usize]) -> bool {
    CONCLUDED.are_in(row.items[total].label) && Labels::of(row, members).are_outcomes()
}

fn close(context: &Context<'_, '_, '_>, of: i64, certain: bool) -> Finding {
    let total = context.row.items[context.total].value();
    if certain || is_near(context.computed, total, of) { Finding::Wrong } else { Finding::Silent }
}

/// What a part is called: the words before it, or behind it where none stand before.
fn label<'r>(row: &Row<'r, '_>, at: usize) -> &'r str {
    let before = row.items[at].label.trim_start_matches("其中").trim_start_matches(['、', '和', '及']);
    if before.is_empty() { row.noun_behind(at) } else { before }
}

/// The words of the list, from its announcement to the clause behind its last figure.
fn list_words(context: &Context<'_, '_, '_>) -> Phrase<768> {
    let row = context.row;
    let last = context.members[context.members.len() - 1];
    let opening = row.items[context.first].words;
    let from = opening.find("其中").or_else(|| opening.find(['：', ':', '('])).unwrap_or(0);
    let mut words: Phrase<768> = opening[from..].into();
    for item in &row.items[context.first + 1..=last] {
        words.push('|');
        words.push_str(item.words);
    }
    words.push('|');
    words.push_str(row.noun_behind(last));
    words
}

/// Whether the list goes on behind its last figure: 等, 其他….
fn goes_on(behind: &str) -> bool {
    static MORE: Words = Words::new(&["其余", "其他", "另", "还有", "剩余", "以及", "此外", "其它"]);
    let clause = &behind[..behind.find(super::parts::is_mark).unwrap_or(behind.len())];
    let rest = behind.trim_start_matches(['，', ',', '、', '；', ';']);
    clause.contains('等') || MORE.start_of(rest).is_some()
}

/// Whether all parts end alike: 婚姻家庭纠纷, 邻里纠纷.
fn one_kind(row: &Row<'_, '_>, members: &[usize]) -> bool {
    let tail = |at: usize| {
        let label = row.items[at].label;
        label.char_indices().rev().nth(1).map(|(start, _)| &label[start..])
    };
    let first = tail(members[0]);
    first.is_some() && members.iter().all(|&at| tail(at) == first)
}

/// Whether the parts stand in one plain list, none of them far from the one before it.
fn is_plain(context: &Context<'_, '_, '_>) -> bool {
    let row = context.row;
    let plain = context
        .members
        .iter()
        .skip(1)
        .all(|&at| row.items[at].words.chars().filter(|ch| matches!(ch, '，' | ',' | '；' | ';')).count() < 3);
    plain && (context.end >= row.items.len() || !row.items[context.end].words.starts_with(['、', '和', '及']))
}
