//! The findings of the audit as a compiler prints them: the place, the line with its figures underlined, the working.

use std::io::{self, Write};

use fazhi::audit::{Check, Verdict};
use fazhi::{LineIndex, Report, Span};
use unicode_width::UnicodeWidthChar;

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

/// Writes one finding of the file called `name`.
pub(crate) fn write(
    name: &str,
    report: &Report<'_>,
    lines: &LineIndex<'_>,
    check: &Check,
    out: &mut dyn Write,
) -> io::Result<()> {
    let place = check.spans.first().and_then(|span| lines.position(span.start));
    let (line, column) = place.map_or((1, 1), |place| (place.line + 1, place.code_point_column + 1));
    writeln!(
        out,
        "{name}:{line}:{column}: {}[{}] {}",
        verdict_name(check.verdict),
        check.kind.name(),
        check.explanation
    )?;
    let mut spans: Vec<Span> = check.spans.to_vec();
    spans.sort_unstable();
    spans.dedup();
    let mut rows: Vec<(u32, Vec<Span>)> = Vec::new();
    for span in spans {
        let row = lines.position(span.start).map_or(1, |place| place.line + 1);
        match rows.last_mut() {
            Some((last, spans)) if *last == row => spans.push(span),
            _ => rows.push((row, vec![span])),
        }
    }
    let gutter = rows.last().map_or(1, |(row, _)| row.to_string().len());
    writeln!(out, "{:gutter$} |", "")?;
    for (row, spans) in &rows {
        let (text, marks) = excerpt(report.source(), spans, check.spans.first().copied());
        writeln!(out, "{row:>gutter$} | {text}")?;
        writeln!(out, "{:gutter$} | {marks}", "")?;
    }
    let mut note = |label: &str, text: &str| writeln!(out, "{:gutter$} = {label}：{text}", "");
    match (&check.stated, &check.computed) {
        (Some(stated), Some(computed)) if !check.formula.is_empty() => {
            note("核算", &format!("{} → {computed}，报告写作 {stated}", check.formula))?;
        }
        _ if !check.formula.is_empty() => note("核算", &check.formula)?,
        _ => {}
    }
    if let Some(reading) = &check.reading {
        note("口径", reading)?;
    }
    if let Some(repair) = &check.repair {
        note("建议", &format!("若其余数字无误，应为 {repair}，请核对"))?;
    }
    writeln!(out)
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
