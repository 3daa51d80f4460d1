//! The score as people read it: a line a criterion, with points, outcome and the place of the report it rests on.

use std::io::{self, Write};

use fazhi::score::{CriterionScore, Outcome, Score};
use fazhi::{Report, Span};
use unicode_width::UnicodeWidthStr;

use crate::place::Places;

/// Columns of a criterion's name, of its points, and of its outcome.
const NAME: usize = 24;
const POINTS: usize = 12;
const OUTCOME: usize = 10;
/// Characters of the report that are shown.
const EXCERPT: usize = 26;

/// Writes the score of `report`.
pub(crate) fn write(report: &Report<'_>, places: &Places<'_>, score: &Score, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}：{} / 可评 {} / 满分 {}", score.name, score.earned, score.assessable, score.total)?;
    writeln!(out, "{}", score.notice)?;
    writeln!(out, "评分表 {} 第 {} 版（sha256 {:.12}…）", score.rubric_id, score.rubric_version, score.rubric_sha256)?;
    for dimension in &score.dimensions {
        let points = format!("{} / {}", dimension.earned, dimension.weight);
        let assessable = if dimension.assessable == dimension.weight {
            String::new()
        } else {
            format!("（可评 {}）", dimension.assessable)
        };
        writeln!(out, "\n{} {}  {points}{assessable}", dimension.id, dimension.name)?;
        for criterion in &dimension.criteria {
            row(report, places, criterion, out)?;
        }
    }
    if !score.flags.is_empty() {
        writeln!(out, "\n提示（不计分）")?;
    }
    for flag in &score.flags {
        writeln!(out, "  {}  {}", flag.explanation, quoted(report, places, flag.span))?;
    }
    Ok(())
}

fn row(report: &Report<'_>, places: &Places<'_>, criterion: &CriterionScore, out: &mut dyn Write) -> io::Result<()> {
    let points = match criterion.outcome {
        Outcome::NotAssessable => format!("- / {}", criterion.points),
        _ => format!("{} / {}", criterion.earned, criterion.points),
    };
    let evidence = match (criterion.evidence.first(), criterion.searched.as_slice()) {
        (Some(first), _) => {
            let more = criterion.evidence.len() - 1;
            let more = if more > 0 { format!(" 等 {} 处", more + 1) } else { String::new() };
            format!("{}{more}", quoted(report, places, *first))
        }
        (None, [first, .., last]) => searched(places, Span::new(first.start, last.end)),
        (None, [only]) => searched(places, *only),
        (None, []) => String::new(),
    };
    let name = padded(&format!("{:<4}{}", criterion.id, criterion.name), NAME);
    let outcome = padded(outcome_name(criterion.outcome), OUTCOME);
    writeln!(out, "  {name}{}{outcome}{evidence}", padded(&points, POINTS))?;
    writeln!(out, "      {}", criterion.explanation)
}

/// What an outcome is called.
fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "符合",
        Outcome::Partly => "部分符合",
        Outcome::NotMet => "不符合",
        Outcome::NotAssessable => "无法判断",
        _ => "其他",
    }
}

/// `text` filled up to `width` columns of a terminal, on which a Chinese character takes two.
fn padded(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width_cjk()).max(1);
    format!("{text}{:blanks$}", "")
}

/// Where a span stands, and its first words.
fn quoted(report: &Report<'_>, places: &Places<'_>, span: Span) -> String {
    let (number, unit) = (places.number(span.start), places.unit());
    // Layout seldom takes more than half of the characters; the rest of a long text need not be cleaned.
    let text = report.text(span);
    let head = text.char_indices().nth(4 * EXCERPT).map_or(text.len(), |(at, _)| at);
    let clean = report.clean_text(Span::new(span.start, span.start + head as u32));
    let words: String = clean.trim().chars().take(EXCERPT).map(|ch| if ch.is_control() { ' ' } else { ch }).collect();
    match words.as_str() {
        "" => format!("第 {number} {unit}"),
        _ if head < text.len() || words.len() < clean.trim().len() => format!("第 {number} {unit}「{words}…」"),
        _ => format!("第 {number} {unit}「{words}」"),
    }
}

fn searched(places: &Places<'_>, span: Span) -> String {
    let (from, to, unit) = (places.number(span.start), places.number(span.end), places.unit());
    if from == to { format!("查第 {from} {unit}") } else { format!("查第 {from}–{to} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::padded;

    #[test]
    fn pads_by_width_on_the_terminal() {
        assert_eq!(padded("A1  举措", 12), "A1  举措    ");
        assert_eq!(padded("一二三四", 4), "一二三四 ");
    }
}
