//! A part not above its whole, a later stage not above an earlier one of the same cases, persons not below cases.

use std::sync::LazyLock;

use smallvec::SmallVec;

use super::figure::Figures;
use super::parts::{self, Item, Row, Rows};
use super::rest::{Fillers, Rest};
use super::{Check, CheckKind, Evidence, Explanation, Verdict, cue, named};
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::words::Words;

/// How many figures back the whole of a part may stand, and the earlier stage of a later one.
const WHOLE: usize = 6;
const BACK: usize = 4;

pub(super) fn check(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    rows: &Rows<'_, '_>,
    summed: &mut Vec<Span>,
    checks: &mut Vec<Check>,
) {
    summed.clear();
    summed.extend(checks.iter().filter(|check| check.kind == CheckKind::Sum).flat_map(|check| &check.spans));
    summed.sort_unstable();
    for row in rows.iter() {
        for index in row.own.max(1)..row.items.len() {
            if !among(&row, index, summed, checks) && !pair(&row, index, checks) {
                stage(&row, index, checks);
            }
        }
    }
    named::check(evidence, figures, checks);
}

/// Words that bring in something new: what is found in files is no part of the files.
static NEW_THINGS: Words = Words::new(&[
    "发现", "提出", "收集", "反馈", "查处", "整改", "发放", "罚", "惠及", "覆盖", "解决", "开展", "组织", "印发",
    "问题", "隐患", "线索", "意见", "建议", "累计", "达", "同比", "涉及", "制定", "培训", "召开", "举办", "目标",
    "上年", "去年", "总", "共", "每", "受理", "包括", "新增", "增加", "减少", "责令", "出具", "下发", "制发", "征集",
    "参与", "参加", "服务", "取消", "压减", "移送", "抓获",
]);

/// 队员60人，其中持证52人. Returns whether the figure is a part.
fn among(row: &Row<'_, '_>, index: usize, summed: &[Span], checks: &mut Vec<Check>) -> bool {
    static TOLD_OF_IT: Words = Words::new(&[
        "全部", "均", "都", "已", "未", "获", "被", "为", "是", "由", "属", "经", "列入", "纳入", "进入", "实现",
    ]);
    static OTHER_THINGS: Words = Words::new(&["发现", "提出", "问题", "意见", "建议", "涉及"]);
    let part = &row.items[index];
    if !part.has(cue::AMONG) || !part.counts() || !part.figure.is_exact() {
        return false;
    }
    let Some(at) = part.words.rfind("其中") else {
        return false;
    };
    let label =
        part.words[at + "其中".len()..].trim_start_matches(|ch: char| parts::is_mark(ch) && ch != '。' || ch == '、');
    if label.contains(['。', '；', ';', '：', ':']) {
        return false;
    }
    if summed.binary_search(&part.span()).is_ok() {
        return true;
    }
    let whole_at = |at: &usize| {
        row.items[*at].is_like(part) && row.items[*at].depth <= part.depth && !row.items[*at].figure.is_guarded()
    };
    let candidates: SmallVec<[usize; WHOLE]> = (index.saturating_sub(WHOLE)..index).rev().filter(whole_at).collect();
    let Some(&nearest) = candidates.first() else {
        return false;
    };
    let fits = candidates.iter().copied().find(|&at| row.items[at].value() >= part.value());
    if let Some(whole) = fits {
        checks.push(part_of(row, index, whole, Verdict::Consistent));
        return true;
    }
    // 其中 that opens a sentence may speak of what was told before, not of the last of several figures.
    if part.words[..at].contains('。') && candidates.len() > 1 {
        return true;
    }
    let direct = row.items[nearest + 1..index].iter().all(|item| item.figure.is_percent());
    let whole = &row.items[nearest];
    let behind = row.noun_behind(index);
    let same_thing = behind.is_empty()
        || TOLD_OF_IT.start_of(behind).is_some() && !OTHER_THINGS.are_in(behind)
        || whole.words.contains(behind)
        || row.noun_behind(nearest) == behind;
    let plain = !NEW_THINGS.are_in(label) && label.chars().count() <= 16 && !label.contains(['，', ',']);
    let near = part.words[..at].chars().count() <= 30 && !NEW_THINGS.are_in(&part.words[..at]);
    if direct && whole.figure.is_exact() && same_thing && plain && near && !part.figure.is_guarded() {
        checks.push(part_of(row, index, nearest, Verdict::Inconsistent));
    }
    true
}

pub(super) fn part_of(row: &Row<'_, '_>, part: usize, whole: usize, verdict: Verdict) -> Check {
    let (part, whole) = (&row.items[part], &row.items[whole]);
    let (low, high, unit) = (part.value(), whole.value(), whole.unit);
    let explanation = match verdict {
        Verdict::Consistent => phrase!("其中", low, unit, "，不大于总数", high, unit),
        _ => phrase!("“其中”", low, unit, "大于总数", high, unit, "，部分不可能大于整体"),
    };
    finish(part, whole, verdict, explanation, "部分不大于整体")
}

fn finish(
    stated: &Item<'_, '_>,
    limit: &Item<'_, '_>,
    verdict: Verdict,
    explanation: Explanation,
    reading: &str,
) -> Check {
    let mut check = Check::new(CheckKind::Order, verdict, &[stated.span(), limit.span()], explanation);
    check.stated = Some(stated.value().into());
    check.computed = Some(limit.value().into());
    let sign = if verdict == Verdict::Consistent { "<=" } else { ">" };
    check.formula = phrase!(stated.value(), " ", sign, " ", limit.value());
    check.reading = Some(reading.into());
    check
}

/// 7件9人: no fewer persons than cases. The reverse is unusual, not impossible.
fn pair(row: &Row<'_, '_>, index: usize, checks: &mut Vec<Check>) -> bool {
    let (cases, persons) = (&row.items[index - 1], &row.items[index]);
    let paired = || match cases.unit {
        "件" | "起" | "案" | "宗" => matches!(persons.unit, "人" | "名"),
        "批次" | "批" => matches!(persons.unit, "人次" | "人"),
        _ => false,
    };
    if !row.is_pair(index) || !paired() || !cases.figure.is_exact() || !persons.figure.is_exact() {
        return false;
    }
    if persons.value() >= cases.value() {
        let explanation = phrase!(cases.value(), cases.unit, "涉及", persons.value(), persons.unit, "，人数不少于件数");
        let mut check = finish(persons, cases, Verdict::Consistent, explanation, "人数不少于件数");
        check.formula = phrase!(persons.value(), " >= ", cases.value());
        checks.push(check);
    }
    true
}

/// How surely a later stage cannot be above the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// The later is a part of the earlier.
    Strict,
    /// The same cases a stage later; nothing but cases carried over, which the text would tell of, makes them more.
    SameCases,
    /// Cases carried over from another year may be among the later.
    CarryOver,
}

/// A later stage, the stages it follows, and how surely. The first line that fits is taken.
pub(super) const STAGES: [(&[&str], &[&str], Bond); 10] = [
    (
        &["调解成功", "调处成功", "成功调解", "成功调处", "调成"],
        &["调解", "调处", "委派", "委托", "移送"],
        Bond::Strict,
    ),
    (
        &["调解成功", "调处成功", "成功调解", "成功调处", "调成", "成功化解", "化解成功", "化解"],
        &["受理", "排查", "移送", "接待", "调处", "调解", "处理"],
        Bond::SameCases,
    ),
    (&["按期办结", "按时办结", "及时办结"], &["受理", "接收", "收到", "接办", "承办", "交办"], Bond::SameCases),
    (&["实际出庭", "负责人出庭"], &["应出庭", "应当出庭"], Bond::Strict),
    (
        &["通过考试", "考试合格", "成绩合格", "通过", "合格"],
        &["参加", "参考", "报考", "报名", "抽检", "抽查", "监测", "评查", "检测"],
        Bond::Strict,
    ),
    (
        &["审结", "办结", "结案", "办理完毕", "审理完毕", "已结", "审理终结"],
        &["受理", "接收", "收到", "收案", "新收", "立案", "办理", "承办", "接办", "登记", "接件", "交办"],
        Bond::CarryOver,
    ),
    (&["整改到位", "完成整改", "整改完成", "整改"], &["发现", "反馈", "查摆", "认领"], Bond::SameCases),
    (
        &["整改到位", "完成整改", "整改完成", "整改", "解决", "销号"],
        &["发现", "反馈", "梳理", "查摆", "收集", "认领", "排查"],
        Bond::CarryOver,
    ),
    (&["采纳", "被采纳"], &["提出", "征集", "收集", "征求"], Bond::SameCases),
    (&["受理"], &["收到", "接收", "申请"], Bond::CarryOver),
];

/// Words of a stage that tell nothing of what is counted.
static FILLERS: LazyLock<Fillers> = LazyLock::new(|| {
    Fillers::new(&[
        "行政", "全部", "均", "共", "已", "实际", "按期", "按时", "及时", "有效", "依法", "当年", "全年", "年内",
        "当场", "累计", "成功", "案件", "了", "其", "并", "到位", "完成", "顺利", "现", "案", "数", "人", "、", "目前",
        "的", "达",
    ])
});

fn stage(row: &Row<'_, '_>, index: usize, checks: &mut Vec<Check>) {
    let later = &row.items[index];
    let told = cue::later_stages(later.cues);
    if told == 0 || !later.counts() || !later.figure.is_exact() {
        return;
    }
    let label = later.label;
    let refused =
        |item: &Item<'_, '_>| item.has(cue::REFUSED) && item.label.contains("不予") || item.label.contains("不符合");
    let Some(before) =
        (index.saturating_sub(BACK)..index).rev().find(|&at| row.items[at].is_like(later) && !refused(&row.items[at]))
    else {
        return;
    };
    let earlier = &row.items[before];
    let told = told & cue::earlier_stages(earlier.cues);
    if told == 0 || refused(later) || label.contains('未') || label.chars().count() > 24 {
        return;
    }
    let apart = row.items[before + 1..=index].iter().any(|item| item.has(cue::STOP));
    if apart
        || !earlier.figure.is_exact()
        || earlier.depth != later.depth
        || later.figure.is_guarded()
        || earlier.figure.is_guarded()
    {
        return;
    }
    let own = earlier.label;
    let fitting = STAGES.iter().enumerate().filter(|(number, _)| told >> number & 1 == 1).find_map(|(_, stage)| {
        let (words, firsts, bond) = stage;
        let word = words.iter().find(|word| label.contains(**word))?;
        let first = firsts.iter().any(|first| own.contains(first)) && !words.iter().any(|word| own.contains(word));
        (first && same_cases(row, label, word, before)).then_some(*bond)
    });
    let Some(bond) = fitting else {
        return;
    };
    let (low, high, unit) = (later.value(), earlier.value(), later.unit);
    if low <= high {
        let explanation = phrase!("后一环节", low, unit, "，不大于前一环节", high, unit);
        checks.push(finish(later, earlier, Verdict::Consistent, explanation, "后一环节不大于前一环节"));
        return;
    }
    let carried = cue::CARRIED | if bond == Bond::Strict { 0 } else { cue::YEAR_BEFORE };
    let around = &row.items[before.saturating_sub(2)..(index + 3).min(row.items.len())];
    let behind = cue::read(row.behind(index), &mut 0).cues;
    if (around.iter().fold(behind, |cues, item| cues | item.cues)) & carried != 0 {
        return;
    }
    let adjoining = row.items[before + 1..index].iter().all(|item| item.figure.is_percent());
    if bond == Bond::Strict && adjoining && row.noun_behind(index).is_empty() {
        let explanation = phrase!(low, unit, "大于其所出自的", high, unit, "，部分不可能大于整体");
        checks.push(finish(later, earlier, Verdict::Inconsistent, explanation, "后一环节是前一环节的一部分"));
    } else if bond == Bond::SameCases && adjoining && row.noun_behind(index).is_empty() {
        let explanation = phrase!("后一环节", low, unit, "大于前一环节", high, unit, "，请核对");
        checks.push(finish(later, earlier, Verdict::Inconsistent, explanation, "后一环节不大于前一环节"));
    } else {
        let explanation =
            phrase!("后一环节", low, unit, "大于前一环节", high, unit, "；若含上年结转则可能成立，请核对");
        checks.push(finish(later, earlier, Verdict::Ambiguous, explanation, "后一环节含上年结转"));
    }
}

/// Whether the words of the later stage name no other things than the earlier one's.
fn same_cases(row: &Row<'_, '_>, label: &str, word: &str, before: usize) -> bool {
    let mut rest = Rest::of(label);
    rest.remove_first(word);
    rest.remove_each(&FILLERS);
    let rest = rest.as_str();
    rest.is_empty() || row.items[before].label.contains(rest) || row.noun_behind(before).contains(rest)
}
