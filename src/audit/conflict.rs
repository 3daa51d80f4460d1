//! The same indicator told twice with different exact values.
//!
//! Only for what a report can have one total of, and only where both clauses say the same in the same words.

use std::sync::LazyLock;

use super::figure::{Figure, Figures};
use super::parts;
use super::rest::{Fillers, Rest};
use super::{Check, CheckKind, Evidence, Verdict};
use crate::facts::QuantityKind;
use crate::indicator::{CATALOGUE, scope};
use crate::phrase::phrase;
use crate::text::glyph::is_blank;
use crate::text::words::Words;
use crate::topic::Role;

/// Indicators, or families of them, of which a year and an area have one value; in order, none the beginning of another.
const SINGLE: &[&str] = &[
    "counsel.engaged",
    "decisions.listed",
    "disclosure.interpretations",
    "disclosure.items",
    "enforcement.officers_certified",
    "enforcement.subjects",
    "legal_aid.cases",
    "legal_aid.concluded",
    "litigation.",
    "mediation.mediators",
    "notary.cases",
    "oversight.cppcc_proposals",
    "oversight.npc_proposals",
    "petition.",
    "policing.criminal_cases",
    "pretrial.",
    "publicity.legal_persons",
    "reconsideration.",
    "services.hotline_",
    "services.licence_items",
    "services.new_entities",
    "village_counsel.count",
];

/// Whether a year and an area have one value of an indicator.
fn is_single(id: &str) -> bool {
    let behind = SINGLE.partition_point(|family| *family <= id);
    behind.checked_sub(1).is_some_and(|family| id.starts_with(SINGLE[family]))
}

/// Words that tell when, where and how much altogether, not what.
static FRAME: LazyLock<Fillers> = LazyLock::new(|| {
    Fillers::new(&[
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
    ])
});

/// Words that bound a figure to a part of the year, the area or the cases.
static PARTS: Words = Words::new(&[
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
]);

/// Working memory of this rule, kept from one report to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// What was seen of each indicator of the catalogue.
    indicators: Vec<Seen>,
    /// Nouns of the area's divisions and the figures that count them.
    nouns: Vec<(&'static str, u32)>,
}

/// How often an indicator is told, and by which figures first.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    times: u32,
    figures: [u32; 2],
}

pub(super) fn check(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    scratch: &mut Scratch,
    checks: &mut Vec<Check>,
) {
    indicators(evidence, figures, &mut scratch.indicators, checks);
    divisions(figures, &mut scratch.nouns, checks);
}

fn indicators(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, seen: &mut Vec<Seen>, checks: &mut Vec<Check>) {
    seen.clear();
    seen.resize(CATALOGUE.len(), Seen::default());
    for (index, figure) in figures.all.iter().enumerate() {
        if let Some(number) = figure.indicator
            && let Some(at) = CATALOGUE.element_offset(evidence.indicators[number as usize].definition)
        {
            let seen = &mut seen[at];
            if let Some(place) = seen.figures.get_mut(seen.times as usize) {
                *place = index as u32;
            }
            seen.times += 1;
        }
    }
    for (seen, definition) in seen.iter().zip(CATALOGUE) {
        if seen.times != 2 || !is_single(definition.id) {
            continue;
        }
        let [first, second] = seen.figures.map(|index| &figures.all[index as usize]);
        if agree(first, second) || !is_whole(evidence, figures, first) || !is_whole(evidence, figures, second) {
            continue;
        }
        let core = core(first.left);
        let what = core.as_str();
        if what.chars().count() >= 4 && what == self::core(second.left).as_str() && behind(first).eq(behind(second)) {
            checks.push(differs(first, second, what));
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
    let part = || PARTS.are_in(figure.left) || PARTS.are_in(before);
    let result = matches!(figure.role, Role::Measures | Role::Duties | Role::Other);
    result
        && !part()
        && !figure.is_guarded()
        && !scope::is_other_year(evidence.text, figure.left, figure.quantity, &evidence.facts.dates, year)
}

/// The words of a clause without its frame.
fn core(left: &str) -> Rest {
    let mut words = Rest::of(left);
    words.retain(|ch| !is_blank(ch) && ch != '\n' && !ch.is_ascii_digit());
    words.remove_each(&FRAME);
    words.trim(|ch| parts::is_mark(ch) || matches!(ch, '、' | '。'));
    words
}

/// The words behind a figure, up to the next mark.
fn behind<'f>(figure: &'f Figure<'_>) -> impl Iterator<Item = char> + 'f {
    let words = figure.right.chars().filter(|ch| !is_blank(*ch) && *ch != '\n');
    words.take_while(|ch| !parts::is_mark(*ch) && *ch != '、').take(12)
}

fn differs(first: &Figure<'_>, second: &Figure<'_>, what: &str) -> Check {
    let (a, b, unit) = (first.quantity.value, second.quantity.value, first.unit);
    let explanation = phrase!("“", what, "”前后所述不一：一处为", a, unit, "，一处为", b, unit, "，请核对");
    let mut check = Check::new(CheckKind::Conflict, Verdict::Inconsistent, &[second.span(), first.span()], explanation);
    check.stated = Some(b.into());
    check.computed = Some(a.into());
    check.formula = phrase!(a, " ≠ ", b);
    check.reading = Some("同一指标前后一致".into());
    check
}

/// The number of the area's own divisions: 下辖8个乡镇 and 全县9个乡镇全部….
fn divisions(figures: &Figures<'_>, told: &mut Vec<(&'static str, u32)>, checks: &mut Vec<Check>) {
    static NOUNS: Words =
        Words::new(&["乡镇(街道)", "镇(街道)", "乡(镇)", "乡镇", "镇街", "街道", "行政村", "村(社区)"]);
    static GOVERNS: Words = Words::new(&["辖", "全县共有", "全县现有", "全市共有", "全区共有"]);
    static AREA: Words = Words::new(&["全县", "全区", "我县", "我区"]);
    static ALL: Words = Words::new(&["全部", "均", "实现全覆盖", "全覆盖"]);
    told.clear();
    for (index, figure) in figures.all.iter().enumerate() {
        if figure.quantity.kind != QuantityKind::Count || figure.unit != "个" || !figure.is_exact() {
            continue;
        }
        let words = figures.plain(
            figure.span().end,
            (figure.span().end + 60).min(figure.quantity.sentence.end).max(figure.span().end),
        );
        let Some(noun) = NOUNS.start_of(words) else {
            continue;
        };
        let start = figure.quantity.sentence.start.max(figure.span().start.saturating_sub(18));
        let left = figures.plain(start, figure.span().start);
        let governs = GOVERNS.end_of(left).is_some();
        let rest = &words[noun.len()..];
        let all = AREA.end_of(left).is_some() && ALL.start_of(rest).is_some();
        if governs || all {
            told.push((noun, index as u32));
        }
    }
    told.sort_unstable();
    for group in told.chunk_by(|a, b| a.0 == b.0) {
        let figure = |at: u32| &figures.all[at as usize];
        let (noun, first) = (group[0].0, figure(group[0].1));
        let mut others = group.iter().map(|&(_, at)| figure(at));
        if let Some(second) = others.find(|other| other.quantity.value != first.quantity.value) {
            checks.push(differs(first, second, noun));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SINGLE, is_single};

    #[test]
    fn finds_the_family_of_an_indicator() {
        assert!(SINGLE.windows(2).all(|pair| pair[0] < pair[1] && !pair[1].starts_with(pair[0])));
        assert!(is_single("counsel.engaged") && is_single("village_counsel.count") && is_single("petition.letters"));
        assert!(!is_single("counsel") && !is_single("petitions") && !is_single("zoning.cases"));
    }
}
