//! Whether a list of parts must add up to its total: announced as complete, parts of one kind, none left out.

use super::parts::{Row, has_any};
use super::sum::Announced;
use crate::decimal::Decimal;
use crate::text::numeral::han_digit;

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
    /// The words before the total.
    pub before: [&'r str; 2],
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
const OVERLAPPING: &[&str] = &[
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
];

/// What happens to the same things one after another, or to other things than those the total counts.
const STAGES: &[&str] = &[
    "办结", "审结", "结案", "受理", "化解", "成功", "整改", "完成", "通过", "合格", "解决", "落实", "采纳", "出庭",
    "开展", "组织", "发现", "提出", "责令", "处罚", "罚", "申请", "收到", "接收", "排查", "立案", "移送", "整治",
    "检查", "培训", "召开", "举办", "印发", "发放", "制定", "出具", "反馈", "收集", "答复", "办复", "满意", "达成",
    "履行", "执行", "参加", "参与", "上线", "已", "未", "新增", "制发", "纠正", "纳入", "命中", "销号", "建成", "获",
    "提供", "配", "设",
];

/// Words with a stage in them that name a kind.
const KINDS: &[&str] = &[
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
];

/// Words that say a list goes on.
const OPEN_ENDS: &[&str] = &[
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
];

pub(super) fn may_overlap(words: &str) -> bool {
    has_any(words, OVERLAPPING) || has_stage(words)
}

fn has_stage(words: &str) -> bool {
    let mut rest = words.to_owned();
    for kind in KINDS {
        if rest.contains(kind) {
            rest = rest.replace(kind, "");
        }
    }
    has_any(&rest, STAGES)
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
    let words = list_words(context);
    let last = members[members.len() - 1];
    if has_any(&words, OPEN_ENDS)
        || goes_on(row.behind(last))
        || has_any(row.items[context.first].words, &["包括但"])
        || !is_plain(context)
    {
        return Finding::Silent;
    }
    let labels: Vec<&str> = members.iter().map(|&at| label(row, at)).collect();
    let certain = match complete(context, &labels) {
        Some(Complete::Sure) => true,
        Some(Complete::Outcomes) => above || is_near(context.computed, total, 10),
        None => false,
    };
    if certain {
        return Finding::Wrong;
    }
    let staged = labels.iter().any(|label| !has_any(label, OUTCOMES) && has_stage(label));
    if staged || has_any(&words, OVERLAPPING) {
        let groups = !staged && above && announced != Announced::Bare;
        return if groups { Finding::Overlap } else { Finding::Silent };
    }
    // 其中4个是…，停车位573个: figures of two makes are no one list.
    let named_before = |&at: &usize| !row.items[at].label().trim_start_matches("其中").is_empty();
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
            let strict = has_any(row.items[context.first].words, &["分别", "分为"]);
            close(context, if strict { 4 } else { of }, false)
        }
    }
}

/// Whether the list is complete for certain.
pub(super) fn is_certain(context: &Context<'_, '_, '_>) -> bool {
    let labels: Vec<&str> = context.members.iter().map(|&at| label(context.row, at)).collect();
    complete(context, &labels).is_some()
}

/// Whether the parts are outcomes of the concluded cases that stand right before them: of those, and of nothing earlier.
pub(super) fn is_of_concluded(row: &Row<'_, '_>, total: usize, members: &[usize]) -> bool {
    has_any(row.items[total].label(), &["审结", "办结", "结案"])
        && members.iter().all(|&at| has_any(label(row, at), OUTCOMES))
}

fn close(context: &Context<'_, '_, '_>, of: i64, certain: bool) -> Finding {
    let total = context.row.items[context.total].value();
    if certain || is_near(context.computed, total, of) { Finding::Wrong } else { Finding::Silent }
}

/// What a part is called: the words before it, or behind it where none stand before.
fn label<'r>(row: &'r Row<'_, '_>, at: usize) -> &'r str {
    let before = row.items[at].label().trim_start_matches("其中").trim_start_matches(['、', '和', '及']);
    if before.is_empty() { row.noun_behind(at) } else { before }
}

/// The words of the list, from its announcement to the clause behind its last figure.
fn list_words(context: &Context<'_, '_, '_>) -> String {
    let row = context.row;
    let last = context.members[context.members.len() - 1];
    let opening = row.items[context.first].words;
    let from = opening.find("其中").or_else(|| opening.find(['：', ':', '('])).unwrap_or(0);
    let mut words = opening[from..].to_owned();
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
    let clause = &behind[..behind.find(super::parts::is_mark).unwrap_or(behind.len())];
    let rest = behind.trim_start_matches(['，', ',', '、', '；', ';']);
    clause.contains('等')
        || ["其余", "其他", "另", "还有", "剩余", "以及", "此外", "其它"].iter().any(|word| rest.starts_with(word))
}

/// Why nothing can be left out of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Complete {
    /// A rest is told, the kinds exclude and exhaust each other, or their number was announced.
    Sure,
    /// The outcomes of cases that were concluded, each told; a rare one may be missing.
    Outcomes,
}

/// Ways a case of administrative reconsideration ends.
const OUTCOMES: &[&str] =
    &["维持", "撤销", "变更", "确认违法", "责令", "驳回", "终止", "撤回", "调解", "和解", "纠错", "不予受理"];

fn complete(context: &Context<'_, '_, '_>, labels: &[&str]) -> Option<Complete> {
    let (count, bare) = (labels.len(), context.announced == Announced::Bare);
    let own = context.row.items[context.total].label();
    let alone = !context.row.items[..context.total]
        .iter()
        .rev()
        .take(12)
        .any(|item| item.is_like(&context.row.items[context.total]));
    let told = |all: &[&[&str]]| all.iter().all(|one| labels.iter().any(|label| has_any(label, one)));
    let rest = labels[1..].iter().any(|label| ["其余", "剩余", "余下"].iter().any(|word| label.starts_with(word)));
    if rest && (!bare || alone) {
        return Some(Complete::Sure);
    }
    let cleaned = told(&[&["继续有效", "保留"], &["废止", "失效", "修改"]])
        && (!bare || has_any(own, &["清理", "文件", "年以来"]));
    if cleaned {
        return Some(Complete::Sure);
    }
    let outcomes = count > 3
        && labels.iter().all(|label| has_any(label, OUTCOMES))
        && told(&[&["维持"], &["撤销", "纠错"], &["驳回"], &["终止", "调解", "和解", "撤回"]]);
    if outcomes && (!bare || has_any(own, &["审结", "办结", "结案"])) {
        return Some(Complete::Outcomes);
    }
    let kind = |label: &&str| matches!(label.trim_end_matches("案件").trim_end_matches('类'), "民事" | "刑事" | "行政");
    let courts = count == 3 && labels.iter().all(kind);
    if bare {
        return (courts && alone && is_near(context.computed, context.row.items[context.total].value(), 10))
            .then_some(Complete::Sure);
    }
    const HALVES: &[[&[&str]; 2]] = &[
        [&["线上"], &["线下"]],
        [&["现场"], &["书面"]],
        [&["集体访", "集体来访"], &["个体访", "个访", "个人访"]],
        [&["简易程序"], &["普通程序", "一般程序"]],
        [&["初次", "初信", "初访"], &["重复", "重信", "重访"]],
        [&["专职"], &["兼职"]],
        [&["男"], &["女"]],
        [&["主办"], &["协办", "会办", "分办"]],
    ];
    let halves = count == 2 && HALVES.iter().any(|half| told(half));
    let licences = count == 4 && told(&[&["取消"], &["备案"], &["告知承诺"], &["优化"]]);
    let others = labels[1..].iter().any(|label| label.starts_with("其他") || label.starts_with("其它"));
    (courts || halves || licences || others || context.before.iter().any(|words| number_told(words, count)))
        .then_some(Complete::Sure)
}

/// Whether `count` kinds were announced: 四种方式, 分三类, 5个方面.
fn number_told(before: &str, count: usize) -> bool {
    const NOUNS: &[&str] = &[
        "种方式",
        "种类型",
        "种形式",
        "种情形",
        "种类别",
        "类事项",
        "种办法",
        "个类别",
        "大类别",
        "种途径",
        "种模式",
        "类情形",
        "类方式",
    ];
    count > 2
        && NOUNS.iter().any(|noun| {
            before.match_indices(noun).any(|(at, _)| {
                let number = before[..at].chars().next_back();
                number.is_some_and(|ch| {
                    ch.to_digit(10).or_else(|| han_digit(ch).map(u32::from)).is_some_and(|told| told as usize == count)
                })
            })
        })
}

/// Whether all parts end alike: 婚姻家庭纠纷, 邻里纠纷.
fn one_kind(row: &Row<'_, '_>, members: &[usize]) -> bool {
    let tail = |at: usize| {
        let label = row.items[at].label();
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
