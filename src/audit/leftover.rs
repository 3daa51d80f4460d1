//! What was left over from another text: the name of another place, or an old year, where this report's own must stand.
//!
//! Only places are looked at in which nothing but the report's own name or year can stand: the formula 现将…报告如下, the
//! titles of documents the reporter issued, 我县 and its like, and headings on what was done in the year. Elsewhere other
//! places and years are told of rightly.

use memchr::memmem;
use smallvec::SmallVec;

use super::{Check, CheckKind, Evidence, Verdict};
use crate::front::Level;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::words::Words;
use crate::topic::Role;

/// Longest name of a place before its suffix, in characters.
const LONGEST_STEM: usize = 6;

pub(super) fn check(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    heading_years(evidence, checks);
    other_place(evidence, checks);
    self_reference(evidence, checks);
}

/// 一、2023年主要工作 in a report on 2024.
fn heading_years(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    let Some((own, own_span)) = evidence.front.year else {
        return;
    };
    if !super::date::in_title(evidence, own_span) {
        return;
    }
    for (section, meaning) in evidence.outline.sections.iter().zip(evidence.meanings) {
        if section.level != 1 || !matches!(meaning.role, Role::Measures | Role::Duties) {
            continue;
        }
        let first = evidence.facts.dates.partition_point(|date| date.span.start < section.title.start);
        let Some(date) = evidence.facts.dates[first..].first().filter(|date| date.span.start == section.title.start)
        else {
            continue;
        };
        let behind = &evidence.text.source[date.span.end as usize..section.title.end.max(date.span.end) as usize];
        let Some(told) = date.date.year.filter(|_| date.end.is_none() && date.date.month.is_none()) else {
            continue;
        };
        if told == own || behind.starts_with("以来") || behind.starts_with('至') {
            continue;
        }
        let text = phrase!("标题所写年度为", told, "年，报告年度为", own, "年，请核对是否沿用旧稿");
        let mut check = Check::new(CheckKind::Leftover, Verdict::Inconsistent, &[date.span, own_span], text);
        check.stated = Some(phrase!(told));
        check.computed = Some(phrase!(own));
        check.formula = phrase!(told, " : ", own);
        check.repair = Some(phrase!(own));
        checks.push(check);
    }
}

/// 我县 in the report of a district: kinds of divisions on one level, whose words exclude each other.
fn self_reference(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    const WORDS: [(&str, &str); 3] = [("县", "我县"), ("区", "我区"), ("旗", "我旗")];
    let (Some(region), Some(Level::County)) = (&evidence.front.region, evidence.front.level) else {
        return;
    };
    let source = evidence.text.source;
    let own = WORDS.iter().find(|(suffix, _)| region.text.ends_with(suffix)).map(|(_, word)| *word);
    let others = || WORDS.iter().filter(|(suffix, _)| !region.text.ends_with(suffix));
    for (suffix, word) in others() {
        // Used all through, it is the report's own habit, and the region was read wrongly.
        let places: SmallVec<[usize; 3]> = memmem::find_iter(source.as_bytes(), word).take(3).collect();
        if places.len() > 2 {
            continue;
        }
        for at in places {
            let span = Span::new(at as u32, (at + word.len()) as u32);
            let quoted = evidence.facts.citations.iter().any(|citation| citation.span.contains(span));
            if quoted {
                continue;
            }
            let text =
                phrase!("“", word, "”指", suffix, "，报告主体是“", region.text, "”，请核对是否沿用其他地方的文稿");
            let mut check = Check::new(CheckKind::Leftover, Verdict::Inconsistent, &[span, region.span], text);
            check.stated = Some((*word).into());
            check.computed = own.map(Into::into);
            check.repair = own.map(Into::into);
            check.formula = phrase!(word, " : ", region.text);
            checks.push(check);
        }
    }
}

/// Another place of the same kind in 现将…报告如下 or in the title of a document that the reporter issued.
fn other_place(evidence: &Evidence<'_, '_>, checks: &mut Vec<Check>) {
    let Some(region) = &evidence.front.region else {
        return;
    };
    let Some(suffix) =
        ["自治县", "县", "区", "旗", "镇", "乡"].into_iter().find(|suffix| region.text.ends_with(suffix))
    else {
        return; // a 市 may rightly name the 市 above it
    };
    static ISSUED: Words = Words::new(&["制定", "印发", "出台", "修订", "审议通过", "编制", "发布"]);
    let source = evidence.text.source;
    let body = evidence.outline.sections.first().map_or(source.len(), |section| section.span.start as usize);
    let from = evidence.front.title.as_ref().map_or(0, |title| title.span.end as usize).min(body);
    let head = &source[from..body];
    for opening in ["现将", "现就"] {
        let Some(at) = head.rfind(opening) else {
            continue;
        };
        let rest = &head[at + opening.len()..];
        if let Some(end) = rest.find("报告如下") {
            compare(evidence, from + at + opening.len(), &rest[..end], suffix, &region.text, region.span, checks);
        }
    }
    for citation in &evidence.facts.citations {
        let before = source[..citation.span.start as usize].trim_end_matches(['“', ' ', '了']);
        if ISSUED.end_of(before).is_some() {
            let title = &source[citation.title.range()];
            compare(evidence, citation.title.start as usize, title, suffix, &region.text, region.span, checks);
        }
    }
}

/// Compares the name that `text` begins with, if it is one of a place of the kind `suffix`.
fn compare(
    evidence: &Evidence<'_, '_>,
    offset: usize,
    text: &str,
    suffix: &str,
    own: &str,
    own_span: Span,
    checks: &mut Vec<Check>,
) {
    let Some(at) = text.find(suffix).filter(|at| text[..*at].chars().count() <= LONGEST_STEM && *at > 0) else {
        return;
    };
    let name = &text[..at + suffix.len()];
    let stem = &text[..at];
    const NO_NAMES: &[&str] = &[
        "我", "全", "本", "该", "各", "年", "度", "20", "法治", "有关", "今", "关于", "中共", "市", "省", "州", "示范",
        "社", "乡", "治", "园",
    ];
    let is_name = stem.chars().all(crate::text::blank::is_han) && !NO_NAMES.iter().any(|word| stem.contains(word));
    if !is_name
        || own.ends_with(name)
        || name.ends_with(own)
        || memmem::find_iter(evidence.text.source.as_bytes(), name).take(2).count() > 1
    {
        return;
    }
    let span = Span::new(offset as u32, (offset + name.len()) as u32);
    let text = phrase!("此处写作“", name, "”，报告主体是“", own, "”，请核对是否沿用其他地方的文稿");
    let mut check = Check::new(CheckKind::Leftover, Verdict::Inconsistent, &[span, own_span], text);
    check.stated = Some(name.into());
    check.computed = Some(own.into());
    check.formula = phrase!(name, " : ", own);
    check.repair = Some(own.into());
    checks.push(check);
}
