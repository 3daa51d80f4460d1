//! The date of issue: under the signature, in the printing line, or in brackets under the title.

use super::Named;
use super::flat::Flat;
use super::head::{Head, HeadKind};
use super::org;
use super::title::{self, Title};
use crate::facts::{DateFact, Facts, PartialDate};
use crate::span::Span;
use crate::text::{LineKind, Text};

/// Longest line, in bytes, of a signature or a printing line.
const LONGEST: usize = 240;
/// How many lines from the end a date alone may stand.
const LAST_LINES: usize = 8;

/// A date and its place.
pub(super) type Dated = (PartialDate, Span);

/// The end of the document.
#[derive(Debug, Default)]
pub(super) struct Tail {
    /// The signature's date.
    pub signed: Option<Dated>,
    /// Who signed.
    pub signatures: Vec<Named>,
    /// The printing line's date.
    pub printed: Option<Dated>,
    /// 印发机关
    pub office: Option<Named>,
}

impl Tail {
    /// Reads the end of the text, up to the line `from`. `year` is the reporting year, before which no report is signed.
    pub fn of(text: &Text<'_>, facts: &Facts, from: usize, year: Option<u16>) -> Self {
        let mut tail = Self::default();
        let mut bare = None;
        let mut seen = 0;
        for index in (from..text.lines.len()).rev() {
            let line = text.lines[index];
            if line.kind != LineKind::Text {
                continue;
            }
            seen += 1;
            if line.span.len() > LONGEST {
                continue;
            }
            let Some(found) = dates_in(facts, line.span).last().filter(|found| is_day(found)) else {
                if seen == 1
                    && tail.signatures.is_empty()
                    && tail.printed.is_none()
                    && follows_text(text, index)
                    && title::is_organisation(&Flat::of(text.source, [line.span]))
                {
                    tail.signatures = organisations_above(text, index + 1, from);
                }
                continue;
            };
            let before = Flat::of(text.source, [Span::new(line.span.start, found.span.start)]);
            let after = Flat::of(text.source, [Span::new(found.span.end, line.span.end)]);
            let dated = (found.date, found.span);
            if matches!(after.text.trim_end_matches(['。', '）', ')']), "印发" | "印" | "印制" | "印送") {
                if tail.printed.is_none() {
                    tail.printed = Some(dated);
                    tail.office = office(text, &before, index, from);
                }
                continue;
            }
            if !after.text.trim_matches(['）', ')', '。']).is_empty() {
                continue;
            }
            let prefix = before.text.trim_end_matches(['（', '(', '：', ':']);
            let on_line = names(&before, prefix.len());
            let covered: usize = on_line.iter().map(|name| name.text.len()).sum();
            if !prefix.is_empty() && covered + 9 < prefix.len() {
                continue;
            }
            let mut above = organisations_above(text, index, from);
            if above.is_empty() && on_line.is_empty() {
                let alone =
                    found.date.day.is_some() && begins_paragraph(text, line.span) && is_plausible(found.date, year);
                let written = text.slice(found.span).contains('年') || follows_text(text, index);
                if bare.is_none() && alone && written && seen <= LAST_LINES && prefix.is_empty() {
                    bare = Some(dated);
                }
                continue;
            }
            if found.date.day.is_none() && seen > LAST_LINES {
                continue; // a cell of a table
            }
            above.extend(on_line);
            tail.signatures = above;
            tail.signed = Some(dated);
            break;
        }
        tail.signed = tail.signed.or(bare);
        tail
    }
}

/// The dates that stand wholly inside `span`.
fn dates_in(facts: &Facts, span: Span) -> impl Iterator<Item = &DateFact> {
    let first = facts.dates.partition_point(|date| date.span.start < span.start);
    facts.dates[first..].iter().take_while(move |date| date.span.end <= span.end)
}

fn is_day(found: &DateFact) -> bool {
    found.end.is_none() && found.date.year.is_some() && found.date.month.is_some()
}

fn is_plausible(date: PartialDate, year: Option<u16>) -> bool {
    match (date.year, year) {
        (Some(date), Some(year)) => (year..=year + 2).contains(&date),
        _ => true,
    }
}

fn begins_paragraph(text: &Text<'_>, span: Span) -> bool {
    text.paragraphs.binary_search_by_key(&span.start, |paragraph| paragraph.span.start).is_ok()
}

/// Whether the last text above the line is a finished sentence.
fn follows_text(text: &Text<'_>, index: usize) -> bool {
    let above = text.lines[..index].iter().rev().take(12).find(|line| line.kind != LineKind::Blank);
    above.is_some_and(|line| line.kind == LineKind::Text && text.slice(line.span).ends_with(['。', '！', '.']))
}

/// The lines directly above `index` that name organisations, read downward.
fn organisations_above(text: &Text<'_>, index: usize, from: usize) -> Vec<Named> {
    let mut lines = Vec::new();
    for line in text.lines[from.min(index)..index].iter().rev().take(14) {
        match line.kind {
            LineKind::Blank | LineKind::PageMark => continue,
            LineKind::Text if line.span.len() <= LONGEST => {}
            _ => break,
        }
        let flat = Flat::of(text.source, [line.span]);
        if !title::is_organisation(&flat) || flat.text.ends_with(['：', ':']) || lines.len() == 4 {
            break;
        }
        lines.push(names(&flat, flat.text.len()));
    }
    lines.into_iter().rev().flatten().collect()
}

fn names(flat: &Flat, to: usize) -> Vec<Named> {
    org::split(flat, 0, to).into_iter().map(|(from, to)| flat.named(from, to)).collect()
}

/// The office in a printing line, or on the line above it.
fn office(text: &Text<'_>, before: &Flat, index: usize, from: usize) -> Option<Named> {
    if let Some(name) = names(before, before.text.len()).pop() {
        return Some(name);
    }
    organisations_above(text, index, from).pop()
}

/// A date in brackets under the title or behind it, and a date under an organisation there.
pub(super) fn under_title(source: &str, head: &Head, title: Option<&Title>, facts: &Facts) -> Option<Dated> {
    let title = title?;
    let rest = &title.flat.text[title.range.1..];
    if rest.starts_with(['（', '(']) {
        let span = title.flat.span(title.range.1, title.flat.text.len());
        let found = dates_in(facts, span).next().filter(|found| is_day(found));
        if let Some(found) = found {
            return Some((found.date, found.span));
        }
    }
    let mut signed = false;
    for line in head.lines[title.lines.1 + 1..].iter().take(8) {
        match line.kind {
            HeadKind::Furniture => continue,
            HeadKind::Running => break,
            HeadKind::Short => {}
        }
        if let Some(found) = dates_in(facts, line.span).next().filter(|found| is_day(found)) {
            let content = &source[line.span.range()];
            let bracketed = content.starts_with(['（', '('])
                && content.ends_with(['）', ')'])
                && line.flat.text.chars().count() <= 20;
            let whole = found.span == line.span;
            if bracketed || signed && whole {
                return Some((found.date, found.span));
            }
        }
        signed = title::is_organisation(&line.flat);
    }
    None
}
