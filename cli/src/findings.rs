//! The findings of the audit: as a compiler prints them, the place, the line with its figures underlined, the working;
//! and as comments for the document itself.

use std::io::{self, Write};

use fazhi::audit::{Check, Verdict, guide};
use fazhi::extract::{BlockKind, Document};
use fazhi::{Report, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::place::Places;

/// Characters shown before and behind the figures of a finding.
const BEFORE: usize = 16;
const BEHIND: usize = 8;
/// Characters between two figures up to which the text between them is shown.
const BETWEEN: usize = 30;

/// What a verdict is called.
pub(crate) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "相符",
        Verdict::Inconsistent => "不符",
        Verdict::Ambiguous => "存疑",
        Verdict::Uncheckable => "无法核对",
        _ => "其他",
    }
}

/// Whether a check is to be told to the author: a claim that does not hold or is in doubt.
pub(crate) fn is_finding(check: &Check) -> bool {
    matches!(check.verdict, Verdict::Inconsistent | Verdict::Ambiguous)
}

/// What a check found, in one line.
fn headline(check: &Check) -> String {
    format!("{}[{}] {}", verdict_name(check.verdict), check.kind.name(), check.explanation)
}

/// The working of a check, the definition it went by, and what would mend it, each with its label.
fn notes(check: &Check) -> Vec<(&'static str, String)> {
    let mut notes = Vec::new();
    match (&check.stated, &check.computed) {
        (Some(stated), Some(computed)) if !check.formula.is_empty() => {
            notes.push(("核算", format!("{} → {computed}，报告写作 {stated}", check.formula)));
        }
        _ if !check.formula.is_empty() => notes.push(("核算", check.formula.to_string())),
        _ => {}
    }
    notes.extend(check.reading.as_ref().map(|reading| ("口径", reading.to_string())));
    let repair = |repair| ("建议", format!("若其余数字无误，应为 {repair}，请核对"));
    notes.extend(check.repair.as_ref().map(repair));
    notes
}

/// Writes one finding of the file called `name`.
pub(crate) fn write(
    name: &str,
    report: &Report<'_>,
    places: &Places<'_>,
    check: &Check,
    out: &mut dyn Write,
) -> io::Result<()> {
    let place = check.spans.first().map_or(0, |span| span.start);
    writeln!(out, "{name}:{}: {}", places.full(place), headline(check))?;
    let mut spans: Vec<Span> = check.spans.to_vec();
    spans.sort_unstable();
    spans.dedup();
    let rows: Vec<(String, &[Span])> = spans
        .chunk_by(|a, b| places.line(a.start) == places.line(b.start))
        .map(|row| (places.short(row[0].start), row))
        .collect();
    let gutter = rows.iter().map(|(place, _)| place.width_cjk()).max().unwrap_or(1);
    writeln!(out, "{:gutter$} |", "")?;
    for (place, spans) in &rows {
        let (text, marks) = excerpt(report.source(), spans, check.spans.first().copied());
        writeln!(out, "{:1$}{place} | {text}", "", gutter - place.width_cjk())?;
        writeln!(out, "{:gutter$} | {marks}", "")?;
    }
    for (label, note) in notes(check) {
        writeln!(out, "{:gutter$} = {label}：{note}", "")?;
    }
    writeln!(out)
}

/// A finding as a comment in the document itself: what was found, by which rule, from which figures, and the working.
pub(crate) fn comment(report: &Report<'_>, places: &Places<'_>, check: &Check) -> String {
    let guide = guide(check.kind);
    let mut lines = vec![headline(check), format!("规则：{} {}：{}", check.kind.name(), guide.name, guide.checks)];
    let home = check.spans.first().map(|span| places.block(span.start));
    let figures: Vec<String> = check
        .spans
        .iter()
        .map(|span| {
            let figure = report.clean_text(*span);
            let far = Some(places.block(span.start)) != home;
            if far { format!("{}“{figure}”", places.short(span.start)) } else { format!("“{figure}”") }
        })
        .collect();
    if !figures.is_empty() {
        lines.push(format!("依据：{}", figures.join("、")));
    }
    lines.extend(notes(check).into_iter().map(|(label, note)| format!("{label}：{note}")));
    lines.join("\n")
}

/// What a comment on a check goes round: its figures in the paragraph of the stated one; in a table that one alone,
/// since the others may stand in other cells.
pub(crate) fn comment_span(document: &Document<'_>, places: &Places<'_>, check: &Check) -> Span {
    let Some(stated) = check.spans.first() else { return Span::default() };
    let home = places.block(stated.start);
    if document.blocks().get(home).is_some_and(|block| block.kind == BlockKind::TableRow) {
        return *stated;
    }
    let near = check.spans.iter().filter(|span| places.block(span.start) == home);
    near.fold(*stated, |whole, span| Span::new(whole.start.min(span.start), whole.end.max(span.end)))
}

/// The text around `spans`, all of one line, and the marks under it: `^` for the stated figure, `~` for the others.
fn excerpt(source: &str, spans: &[Span], stated: Option<Span>) -> (String, String) {
    let mut text = String::new();
    let mut marks = String::new();
    let mut at: Option<usize> = None;
    for (index, span) in spans.iter().enumerate() {
        let (start, end) = (span.start as usize, span.end as usize);
        let gap = at.map(|at| source[at..start.max(at)].chars().count());
        match (at, gap) {
            (Some(at), Some(gap)) if gap <= BETWEEN => plain(&source[at..start.max(at)], &mut text, &mut marks),
            (before, _) => {
                let floor = before.unwrap_or_else(|| source[..start].rfind('\n').map_or(0, |at| at + 1));
                let from = back(source, start, BEFORE).max(floor);
                if index > 0 || from > floor {
                    plain("…", &mut text, &mut marks);
                }
                plain(source[from..start].trim_start(), &mut text, &mut marks);
            }
        }
        let mark = if stated == Some(*span) { '^' } else { '~' };
        for ch in source[start..end].chars() {
            push(ch, mark, &mut text, &mut marks);
        }
        at = Some(end);
    }
    if let Some(at) = at {
        let line_end = source[at..].find('\n').map_or(source.len(), |end| at + end);
        let to = source[at..line_end].char_indices().nth(BEHIND).map_or(line_end, |(offset, _)| at + offset);
        plain(source[at..to].trim_end(), &mut text, &mut marks);
        if to < line_end {
            text.push('…');
        }
    }
    (text, marks.trim_end().to_owned())
}

fn back(source: &str, from: usize, characters: usize) -> usize {
    source[..from].char_indices().rev().take(characters).last().map_or(from, |(at, _)| at)
}

fn plain(part: &str, text: &mut String, marks: &mut String) {
    for ch in part.chars() {
        push(ch, ' ', text, marks);
    }
}

/// Appends a character, and under it its mark in the width it takes on a terminal.
fn push(ch: char, mark: char, text: &mut String, marks: &mut String) {
    let ch = if ch.is_control() { ' ' } else { ch };
    text.push(ch);
    // Quotes and dashes of ambiguous width are wide among Chinese characters.
    for _ in 0..ch.width_cjk().unwrap_or(0) {
        marks.push(mark);
    }
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use fazhi::Span;

    #[test]
    fn underlines_by_width_on_the_terminal() {
        let source = "全年受理诉求200件，办结150件，办结率80%。";
        let span = |text: &str| {
            let at = source.find(text).unwrap_or(0) as u32;
            Span::new(at, at + text.len() as u32)
        };
        let (text, marks) = excerpt(source, &[span("200件"), span("150件"), span("80%")], Some(span("80%")));
        assert_eq!(text, source);
        assert_eq!(marks, "            ~~~~~      ~~~~~        ^^^");
    }
}
