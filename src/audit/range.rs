//! Ranges that run backwards, and rates that cannot be above 100 %.

use super::figure::{Figure, Figures};
use super::rest::Rest;
use super::{Check, CheckKind, Evidence, Explanation, Verdict};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::indicator::clause;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::glyph::is_blank;
use crate::text::words::Words;

pub(super) fn check(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    blamed: &mut Vec<Span>,
    checks: &mut Vec<Check>,
) {
    let blames = |check: &&Check| {
        check.verdict == Verdict::Inconsistent
            && matches!(check.kind, CheckKind::Ratio | CheckKind::Yoy | CheckKind::Target)
    };
    blamed.clear();
    blamed.extend(checks.iter().filter(blames).flat_map(|check| &check.spans));
    blamed.sort_unstable();
    for figure in &figures.all {
        if let Some(high) = figure.quantity.high {
            forwards(figure, high, checks);
        } else if figure.is_percent() {
            above_all(figure, blamed, checks);
        } else {
            backwards(evidence, figure, checks);
        }
    }
}

fn forwards(figure: &Figure<'_>, high: Decimal, checks: &mut Vec<Check>) {
    if !matches!(
        figure.quantity.kind,
        QuantityKind::Count | QuantityKind::Money | QuantityKind::Percent | QuantityKind::Duration
    ) || figure.unit.is_empty()
    {
        return;
    }
    let (low, unit) = (figure.quantity.value, figure.unit);
    if low < high {
        let explanation = phrase!("区间", low, "至", high, unit, "，下限小于上限");
        checks.push(range(figure.span(), low, high, Verdict::Consistent, explanation));
    }
}

fn range(span: Span, low: Decimal, high: Decimal, verdict: Verdict, explanation: Explanation) -> Check {
    let mut check = Check::new(CheckKind::Range, verdict, &[span], explanation);
    check.stated = Some(low.into());
    check.computed = Some(high.into());
    check.formula = phrase!(low, " ", if verdict == Verdict::Consistent { "<" } else { ">" }, " ", high);
    check.reading = Some("下限小于上限".into());
    check
}

/// Units of what is told as a range.
fn has_range(unit: &str) -> bool {
    matches!(
        unit,
        "元" | "元/件"
            | "元/人"
            | "人"
            | "名"
            | "件"
            | "天"
            | "日"
            | "个工作日"
            | "工作日"
            | "小时"
            | "个小时"
            | "分钟"
            | "个月"
            | "岁"
            | "平方米"
            | "公里"
            | "米"
            | "家"
            | "户"
            | "次"
            | "份"
    )
}

/// 450—60元: a number and a dash right before a smaller figure with a unit. A drop (由5降至2) is none, nor are scores.
fn backwards(evidence: &Evidence<'_, '_>, figure: &Figure<'_>, checks: &mut Vec<Check>) {
    static FALLS: Words = Words::new(&["由", "从", "降", "压缩", "缩短", "减", "提速"]);
    static NUMBERED: Words = Words::new(&["由", "从", "降", "压缩", "缩短", "减", "第", "电话", "热线"]);
    const DASHES: [char; 7] = ['—', '－', '–', '~', '～', '-', '―'];
    let source = evidence.text.source;
    let span = figure.span();
    // The last bytes of the dashes: few figures stand behind one of them.
    let last = source.as_bytes()[..span.start as usize].last();
    if !matches!(last, Some(b' ' | b'-' | b'~' | 0x8d | 0x93..=0x95 | 0x9e)) {
        return;
    }
    if !source[..span.start as usize].trim_end_matches(' ').ends_with(DASHES)
        || !has_range(figure.unit)
        || !figure.is_exact()
    {
        return;
    }
    let from = figure.quantity.sentence.start.max(span.start.saturating_sub(80));
    let from = (source.ceil_char_boundary(from as usize) as u32).min(span.start);
    let words = &source[from as usize..span.start as usize];
    let body = words.trim_end_matches(['—', '－', '–', '~', '～', '-', '―', ' ']);
    let dashes = words[body.len()..].chars().filter(|ch| *ch != ' ').count();
    // The first end may carry the unit too: 530元—80元.
    let number = body.strip_suffix(figure.unit).unwrap_or(body).trim_end_matches(' ');
    let digits = number.len() - number.trim_end_matches(|ch: char| ch.is_ascii_digit()).len();
    let before = &number[..number.len() - digits];
    let falls = FALLS.are_in(figure.left) || NUMBERED.are_in(before);
    let glued = before.chars().next_back().is_some_and(|ch| {
        ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-' | '—' | '－' | '/' | '·' | '第' | '〔' | '[')
    });
    if !(1..=2).contains(&dashes) || !(1..=6).contains(&digits) || falls || glued {
        return;
    }
    let Ok(first) = number[number.len() - digits..].parse::<i64>() else {
        return;
    };
    let scaled = source[span.range()].contains(['万', '亿', '千', '百']);
    let (high, low) = (Decimal::from_integer(first), figure.quantity.value);
    if high > low && !scaled && !number[number.len() - digits..].starts_with('0') {
        let explanation = phrase!("区间下限", high, "大于上限", low, "，上下限颠倒，请核对");
        let whole = Span::new(from + (number.len() - digits) as u32, span.end);
        let mut check = range(whole, high, low, Verdict::Inconsistent, explanation);
        check.repair = Some(phrase!(low, "—", high));
        checks.push(check);
    }
}

/// Rates that are parts of a whole: none of them can be above 100 %.
static RATES: Words = Words::new(&[
    "满意率",
    "满意度",
    "合格率",
    "参与率",
    "办结率",
    "办复率",
    "答复率",
    "出庭率",
    "应诉率",
    "成功率",
    "化解率",
    "纠错率",
    "覆盖率",
    "知晓率",
    "持证率",
    "调解率",
    "通过率",
    "及时率",
    "优良率",
    "优秀率",
    "采纳率",
    "参考率",
    "参训率",
    "参评率",
    "到位率",
    "公开率",
    "整改率",
    "反馈率",
    "网办率",
    "受理率",
    "胜诉率",
    "败诉率",
    "维持率",
    "占比",
    "比例",
    "准确率",
    "合规率",
    "回复率",
    "好评率",
]);

fn above_all(figure: &Figure<'_>, blamed: &[Span], checks: &mut Vec<Check>) {
    let hundred = Decimal::from_integer(100);
    if !figure.is_exact() || figure.quantity.value <= hundred || figure.unit == "‰" {
        return;
    }
    let left = figure.left;
    let mut plain = Rest::of(left);
    plain.retain(|ch| !is_blank(ch) && ch != '\n');
    let plain = plain.as_str();
    let words = plain.trim_end_matches(['为', '达', '到', '至', '均', '分', '别', '是', '了', '高', '已', '的']);
    let Some(rate) = RATES.end_of(words) else {
        return;
    };
    static OTHER: Words = Words::new(&[
        "完成",
        "增长",
        "提高",
        "提升",
        "上升",
        "同比",
        "任务",
        "目标",
        "计划",
        "利用",
        "使用",
        "比上年",
        "较上年",
        "去年",
        "上年",
        "超",
        "执行率",
        "相当于",
        "预算",
        "兑现",
        "收缴",
        "旧存",
        "积案",
    ]);
    if OTHER.are_in(plain) || clause::is_goal(left) || clause::is_difference(left) {
        return;
    }
    let span = figure.span();
    if blamed.binary_search(&span).is_ok() {
        return;
    }
    let stated = figure.quantity.value;
    let explanation = phrase!(rate, "为", stated, "%，部分占整体的比率不可能超过100%");
    let mut check = Check::new(CheckKind::Range, Verdict::Inconsistent, &[span], explanation);
    check.stated = Some(stated.into());
    check.computed = Some("100".into());
    check.formula = phrase!(stated, " > 100");
    check.reading = Some("完成率、增长率可以超过100%，此处不是".into());
    checks.push(check);
}
