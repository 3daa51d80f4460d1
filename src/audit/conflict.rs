//! The same indicator told twice with different exact values.
//!
//! Only for what a report can have one total of, and only where both clauses say the same in the same words.

use super::figure::{Figure, Figures};
use super::parts::{self, has_any};
use super::{Check, CheckKind, Evidence, Verdict};
use crate::facts::QuantityKind;
use crate::indicator::{clause, scope};
use crate::phrase::phrase;
use crate::topic::Role;

/// Indicators, or families of them, of which a year and an area have one value.
const SINGLE: &[&str] = &[
    "reconsideration.",
    "litigation.",
    "legal_aid.cases",
    "legal_aid.concluded",
    "oversight.npc_proposals",
    "oversight.cppcc_proposals",
    "petition.",
    "enforcement.officers_certified",
    "enforcement.subjects",
    "services.hotline_",
    "services.new_entities",
    "services.licence_items",
    "disclosure.items",
    "disclosure.interpretations",
    "village_counsel.count",
    "publicity.legal_persons",
    "policing.criminal_cases",
    "notary.cases",
    "mediation.mediators",
    "pretrial.",
    "decisions.listed",
    "counsel.engaged",
];

/// Words that tell when, where and how much altogether, not what.
const FRAME: &[&str] = &[
    "全年",
    "年内",
    "今年以来",
    "今年",
    "一年来",
    "本年度",
    "当年",
    "年度",
    "累计",
    "总计",
    "合计",
    "共计",
    "共",
    "全县",
    "全市",
    "全区",
    "全旗",
    "全州",
    "全省",
    "全镇",
    "我县",
    "我市",
    "我区",
    "我省",
    "我镇",
    "已",
    "行政",
    "案件",
    "的",
    "了",
    "各类",
    "年",
];

/// Words that bound a figure to a part of the year, the area or the cases.
const PARTS: &[&str] = &[
    "其中",
    "上半年",
    "下半年",
    "季度",
    "截至",
    "截止",
    "以来",
    "月",
    "较",
    "同比",
    "去年",
    "上年",
    "镇",
    "乡",
    "街道",
    "局",
    "法院",
    "检察院",
    "公安",
    "所",
    "站",
    "另",
    "又",
    "再",
    "本级",
    "部门",
    "主办",
    "牵头",
    "涉",
    "累计",
    "市政府",
    "县政府",
    "每",
];

pub(super) fn check(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, checks: &mut Vec<Check>) {
    indicators(evidence, figures, checks);
    divisions(figures, checks);
}

fn indicators(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, checks: &mut Vec<Check>) {
    let mut told: Vec<(&str, &Figure<'_>)> = Vec::new();
    for figure in &figures.all {
        if let Some(id) = figure.indicator.map(|index| evidence.indicators[index].definition.id)
            && SINGLE.iter().any(|family| id.starts_with(family))
        {
            told.push((id, figure));
        }
    }
    told.sort_by_key(|(id, figure)| (*id, figure.span()));
    for group in told.chunk_by(|a, b| a.0 == b.0) {
        let [(_, first), (_, second)] = group else {
            continue;
        };
        if agree(first, second) || !is_whole(evidence, figures, first) || !is_whole(evidence, figures, second) {
            continue;
        }
        let core = core(first.left);
        if core.chars().count() >= 4 && core == self::core(second.left) && behind(first) == behind(second) {
            checks.push(differs(first, second, &core));
        }
    }
}

/// Whether both figures may stand: the same value, or one that is not exact.
fn agree(first: &Figure<'_>, second: &Figure<'_>) -> bool {
    first.quantity.value == second.quantity.value
        || !first.is_exact()
        || !second.is_exact()
        || first.unit != second.unit
        || first.quantity.sentence == second.quantity.sentence
}

/// Whether a figure is of the whole year and area, and a result.
fn is_whole(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, figure: &Figure<'_>) -> bool {
    let year = evidence.front.year.map(|(year, _)| year);
    let sentence = figure.quantity.sentence;
    let before = figures.plain(sentence.start.max(figure.span().start.saturating_sub(240)), figure.span().start);
    let part = has_any(figure.left, PARTS) || has_any(before, PARTS);
    let result = matches!(figure.role, Role::Measures | Role::Duties | Role::Other);
    let change = clause::is_difference(figure.left)
        || clause::is_no_total(figure.left)
        || clause::is_goal(figure.left)
        || clause::change(figure.left).is_some();
    !part
        && result
        && !change
        && !scope::is_other_year(evidence.text.source, figure.left, figure.quantity, &evidence.facts.dates, year)
}

/// The words of a clause without its frame.
fn core(left: &str) -> String {
    let mut words: String =
        left.chars().filter(|ch| !crate::text::glyph::is_blank(*ch) && *ch != '\n' && !ch.is_ascii_digit()).collect();
    for word in FRAME {
        if words.contains(word) {
            words = words.replace(word, "");
        }
    }
    words.trim_matches(|ch: char| parts::is_mark(ch) || matches!(ch, '、' | '。')).to_owned()
}

fn behind(figure: &Figure<'_>) -> String {
    let words = figure.right.chars().filter(|ch| !crate::text::glyph::is_blank(*ch) && *ch != '\n');
    words.take_while(|ch| !parts::is_mark(*ch) && *ch != '、').take(12).collect()
}

fn differs(first: &Figure<'_>, second: &Figure<'_>, what: &str) -> Check {
    let (a, b, unit) = (first.quantity.value, second.quantity.value, first.unit);
    let explanation = phrase!("“{what}”前后所述不一：一处为{a}{unit}，一处为{b}{unit}，请核对");
    let mut check = Check::new(CheckKind::Conflict, Verdict::Inconsistent, &[second.span(), first.span()], explanation);
    check.stated = Some(phrase!("{}", b));
    check.computed = Some(phrase!("{}", a));
    check.formula = phrase!("{a} ≠ {b}");
    check.reading = Some("同一指标前后一致".into());
    check
}

/// The number of the area's own divisions: 下辖8个乡镇 and 全县9个乡镇全部….
fn divisions(figures: &Figures<'_>, checks: &mut Vec<Check>) {
    const NOUNS: &[&str] = &["乡镇(街道)", "镇(街道)", "乡(镇)", "乡镇", "镇街", "街道", "行政村", "村(社区)"];
    let mut told: Vec<(&str, &Figure<'_>)> = Vec::new();
    for figure in &figures.all {
        if figure.quantity.kind != QuantityKind::Count || figure.unit != "个" || !figure.is_exact() {
            continue;
        }
        let words = figures.plain(
            figure.span().end,
            (figure.span().end + 60).min(figure.quantity.sentence.end).max(figure.span().end),
        );
        let Some(noun) = NOUNS.iter().find(|noun| words.starts_with(**noun)) else {
            continue;
        };
        let start = figure.quantity.sentence.start.max(figure.span().start.saturating_sub(18));
        let left = figures.plain(start, figure.span().start);
        let governs = ["辖", "现辖", "下辖", "所辖", "全县共有", "全县现有", "全市共有", "全区共有"]
            .iter()
            .any(|word| left.ends_with(word));
        let rest = &words[noun.len()..];
        let all = ["全县", "全区", "我县", "我区"].iter().any(|word| left.ends_with(word))
            && ["全部", "均", "实现全覆盖", "全覆盖"].iter().any(|word| rest.starts_with(word));
        if governs || all {
            told.push((noun, figure));
        }
    }
    told.sort_by_key(|(noun, figure)| (*noun, figure.span()));
    for group in told.chunk_by(|a, b| a.0 == b.0) {
        let (noun, first) = group[0];
        if let Some((_, second)) = group.iter().find(|(_, figure)| figure.quantity.value != first.quantity.value) {
            checks.push(differs(first, second, noun));
        }
    }
}
