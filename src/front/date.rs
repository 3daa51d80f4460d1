//! The date of issue: under the signature, in the printing line, or in brackets under the title.

use super::Named;
use smallvec::SmallVec;

use super::flat::{Flats, is_longer};
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
    /// The printing line's date.
    pub printed: Option<Dated>,
    /// 印发机关
    pub office: Option<Named>,
}

/// The memory for reading a tail.
#[derive(Debug, Default)]
pub(super) struct TailReader {
    /// Who signed.
    pub signatures: Vec<Named>,
    above: Vec<Named>,
    line: Flats,
    flats: Flats,
}

impl TailReader {
    /// Reads the end of the text, up to the line `from`. `year` is the reporting year, before which no report is signed.
    pub fn read(&mut self, text: &Text<'_>, facts: &Facts, from: usize, year: Option<u16>) -> Tail {
        let mut tail = Tail::default();
        self.signatures.clear();
        let mut dates = facts.dates.as_slice();
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
            let Some(found) = last_in(&mut dates, line.span).filter(is_day) else {
                if seen == 1
                    && tail.printed.is_none()
                    && follows_text(text, index)
                    && title::is_organisation(self.line.fill(text.source, [line.span]))
                {
                    organisations_above(text, index + 1, from, &mut self.flats, &mut self.signatures);
                }
                continue;
            };
            let dated = (found.date, found.span);
            let after = self.line.fill(text.source, [Span::new(found.span.end, line.span.end)]).text;
            let printed = matches!(after.trim_end_matches(['。', '）', ')']), "印发" | "印" | "印制" | "印送");
            if !printed && !after.trim_matches(['）', ')', '。']).is_empty() {
                continue;
            }
            let before = self.line.fill(text.source, [Span::new(line.span.start, found.span.start)]);
            if printed {
                if tail.printed.is_none() {
                    tail.printed = Some(dated);
                    // In the printing line, or on the line above it.
                    let on_line = org::split(before, 0, before.text.len());
                    tail.office = on_line.last().map(|&(from, to)| before.named(from, to)).or_else(|| {
                        organisations_above(text, index, from, &mut self.flats, &mut self.above);
                        self.above.pop()
                    });
                }
                continue;
            }
            let prefix = before.text.trim_end_matches(['（', '(', '：', ':']);
            let on_line = org::split(before, 0, prefix.len());
            let covered: usize = on_line.iter().map(|(from, to)| to - from).sum();
            if !prefix.is_empty() && covered + 9 < prefix.len() {
                continue;
            }
            organisations_above(text, index, from, &mut self.flats, &mut self.above);
            if self.above.is_empty() && on_line.is_empty() {
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
            self.above.extend(on_line.iter().map(|&(from, to)| before.named(from, to)));
            self.signatures.clear();
            self.signatures.append(&mut self.above);
            tail.signed = Some(dated);
            break;
        }
        tail.signed = tail.signed.or(bare);
        tail
    }
}

/// The last date that stands wholly inside `span`; of `dates`, those behind it are left out for good.
fn last_in<'a>(dates: &mut &'a [DateFact], span: Span) -> Option<&'a DateFact> {
    while let Some((last, rest)) = dates.split_last()
        && last.span.end > span.end
    {
        *dates = rest;
    }
    dates.last().filter(|date| date.span.start >= span.start)
}

/// The dates that stand wholly inside `span`.
fn dates_in(facts: &Facts, span: Span) -> impl Iterator<Item = &DateFact> {
    let first = facts.dates.partition_point(|date| date.span.start < span.start);
    facts.dates[first..].iter().take_while(move |date| date.span.end <= span.end)
}

fn is_day(found: &&DateFact) -> bool {
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

/// The names on the lines directly above `index` that name organisations, read downward.
fn organisations_above(text: &Text<'_>, index: usize, from: usize, flats: &mut Flats, names: &mut Vec<Named>) {
    let mut found: SmallVec<[Span; 4]> = SmallVec::new();
    for line in text.lines[from.min(index)..index].iter().rev().take(14) {
        match line.kind {
            LineKind::Blank | LineKind::PageMark => continue,
            LineKind::Text if line.span.len() <= LONGEST => {}
            _ => break,
        }
        let flat = flats.fill(text.source, [line.span]);
        if found.len() == 4 || flat.text.ends_with(['：', ':']) || !title::is_organisation(flat) {
            break;
        }
        found.push(line.span);
    }
    names.clear();
    for span in found.into_iter().rev() {
        let flat = flats.fill(text.source, [span]);
        names.extend(org::split(flat, 0, flat.text.len()).into_iter().map(|(from, to)| flat.named(from, to)));
    }
}

/// A date in brackets under the title or behind it, and a date under an organisation there.
pub(super) fn under_title(head: Head<'_>, title: Option<&Title<'_>>, facts: &Facts) -> Option<Dated> {
    let title = title?;
    let rest = &title.flat.text[title.range.1..];
    if rest.starts_with(['（', '(']) {
        let span = title.flat.span(title.range.1, title.flat.text.len());
        let found = dates_in(facts, span).next().filter(is_day);
        if let Some(found) = found {
            return Some((found.date, found.span));
        }
    }
    let mut signed = false;
    for (line, flat) in head.texts(title.lines.1 + 1).take(8) {
        match line.kind {
            HeadKind::Furniture => continue,
            HeadKind::Running => break,
            HeadKind::Short => {}
        }
        if let Some(found) = dates_in(facts, line.span).next().filter(is_day) {
            let content = &head.source[line.span.range()];
            let bracketed =
                content.starts_with(['（', '(']) && content.ends_with(['）', ')']) && !is_longer(flat.text, 20);
            let whole = found.span == line.span;
            if bracketed || signed && whole {
                return Some((found.date, found.span));
            }
        }
        signed = title::is_organisation(flat);
    }
    None
}
