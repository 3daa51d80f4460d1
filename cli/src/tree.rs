//! The outline as people read it: a line a section, indented by its depth in the tree.

use std::io::{self, Write};

use fazhi::outline::{MarkerStyle, PassageRole, Section};
use fazhi::topic::{Role, Topic};
use fazhi::{LineIndex, Report, Span};

/// Characters of its text that stand for an item without a title.
const EXCERPT: usize = 24;

/// What is shown beside marker and title.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Where each section stands.
    pub(crate) positions: Option<Positions>,
    /// Role and topic.
    pub(crate) meanings: Meanings,
}

/// How positions are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Positions {
    /// The byte range of the whole section.
    Bytes,
    /// Line and column of the marker, from 1, columns in characters.
    Lines,
}

/// Whether role and topic are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meanings {
    /// Not shown.
    Hidden,
    /// Behind the title.
    Shown,
}

/// One line of the tree.
struct Line {
    span: Span,
    level: u8,
    text: String,
    meaning: String,
}

/// Writes the sections of `report`, and between them the passages that have no heading, told by their first words.
pub(crate) fn write(report: &Report<'_>, view: View, out: &mut dyn Write) -> io::Result<()> {
    let sections = report.sections().iter().zip(report.meanings()).map(|(section, meaning)| Line {
        span: section.span,
        level: section.level,
        text: format!("{}{}", marker(section), title(report, section)),
        meaning: [Some(meaning.role.name()), meaning.topic.map(Topic::name)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    });
    let passages = report.passages().iter().map(|passage| Line {
        span: passage.span,
        level: 1,
        text: excerpt(report, passage.span),
        meaning: role(passage.role).to_owned(),
    });
    let mut tree: Vec<Line> = passages.chain(sections).collect();
    tree.sort_by_key(|line| line.span.start);
    let lines = LineIndex::new(report.source());
    let places: Vec<String> = tree.iter().map(|line| place(line.span, view.positions, &lines)).collect();
    let width = places.iter().map(String::len).max().unwrap_or(0);
    for (line, place) in tree.iter().zip(&places) {
        if width > 0 {
            write!(out, "{place:>width$}  ")?;
        }
        let indent = 2 * usize::from(line.level.saturating_sub(1));
        write!(out, "{:indent$}{}", "", line.text)?;
        if view.meanings == Meanings::Shown {
            write!(out, "  [{}]", line.meaning)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn place(span: Span, positions: Option<Positions>, lines: &LineIndex<'_>) -> String {
    match positions {
        None => String::new(),
        Some(Positions::Bytes) => format!("{}..{}", span.start, span.end),
        Some(Positions::Lines) => lines
            .position(span.start)
            .map_or_else(String::new, |position| format!("{}:{}", position.line + 1, position.code_point_column + 1)),
    }
}

fn role(role: PassageRole) -> &'static str {
    match role {
        PassageRole::Problems => Role::Problems.name(),
        PassageRole::Plan => Role::Plan.name(),
        PassageRole::ProblemsAndPlan => Role::ProblemsAndPlan.name(),
        _ => Role::Other.name(),
    }
}

/// The title, or the first words of the text.
fn title(report: &Report<'_>, section: &Section) -> String {
    if section.title.is_empty() { excerpt(report, section.body) } else { report.clean_text(section.title).into_owned() }
}

/// The first words of a text without a title, in brackets.
fn excerpt(report: &Report<'_>, span: Span) -> String {
    // Layout seldom takes more than half of the bytes; the rest of a long text need not be cleaned.
    let text = report.text(span);
    let head = text.char_indices().nth(4 * EXCERPT).map_or(text.len(), |(at, _)| at);
    let clean = report.clean_text(Span::new(span.start, span.start + head as u32));
    let words: String = clean.trim_start().chars().take(EXCERPT).collect();
    let more = if words.len() < clean.trim().len() { "…" } else { "" };
    format!("〔{words}{more}〕")
}

/// The marker in its canonical form with the section's number.
fn marker(section: &Section) -> String {
    let number = section.number;
    match section.style {
        MarkerStyle::Chinese => format!("{}、", numeral(number)),
        MarkerStyle::ChineseParenthesised => format!("（{}）", numeral(number)),
        MarkerStyle::Arabic => format!("{number}. "),
        MarkerStyle::ArabicParenthesised => format!("（{number}）"),
        MarkerStyle::Circled => circled(number),
        MarkerStyle::Item => format!("{}是 ", numeral(number)),
        style => format!("{} {number} ", style.name()),
    }
}

/// ① to ⑳, ㉑ to ㊿; above that in brackets.
fn circled(number: u16) -> String {
    let code = match number {
        1..=20 => 0x2460 + u32::from(number) - 1,
        21..=35 => 0x3251 + u32::from(number) - 21,
        36..=50 => 0x32b1 + u32::from(number) - 36,
        _ => 0,
    };
    char::from_u32(code).filter(|_| code != 0).map_or_else(|| format!("({number})"), String::from)
}

/// A number as headings write it: 十, 十二, 二十, 一百零三; from a thousand on in digits.
fn numeral(number: u16) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u16| DIGITS[usize::from(value % 10)];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    if hundreds > 9 {
        return number.to_string();
    }
    if number < 10 {
        return digit(number).to_owned();
    }
    let mut text = String::new();
    if hundreds > 0 {
        text.push_str(digit(hundreds));
        text.push('百');
    }
    if tens > 0 {
        if hundreds > 0 || tens > 1 {
            text.push_str(digit(tens));
        }
        text.push('十');
    } else if hundreds > 0 && ones > 0 {
        text.push('零');
    }
    if ones > 0 {
        text.push_str(digit(ones));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{circled, numeral};

    #[test]
    fn writes_numbers_as_headings_do() {
        let cases =
            [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "一百"), (103, "一百零三")];
        for (number, text) in cases {
            assert_eq!(numeral(number), text);
        }
        assert_eq!(numeral(1000), "1000");
        assert_eq!([circled(1), circled(20), circled(21), circled(50), circled(51)].concat(), "①⑳㉑㊿(51)");
    }
}
