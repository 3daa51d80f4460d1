//! Lines to paragraphs: which line ends are layout only.
//!
//! Text copied from a PDF or a page breaks sentences at the page's edge or after every forty characters. A line goes on
//! in the next one when its sentence is not finished and nothing says that something new begins.

use super::{LineKind, Paragraph, Text, blank, marker};
use crate::span::Span;

/// Sum of characters from which a paragraph without an end mark is taken for running text, not for a heading or a title.
const RUNNING_TEXT: usize = 40;
/// Below this many characters a line without an end mark stands for itself (title, unnumbered heading, table cell).
const SHORT: usize = 20;
/// Longest paragraph, in bytes, in which an open bracket keeps lines together: an unclosed one must not join the rest of the text.
const BRACKET_REACH: u32 = 3_000;
/// How many lines (page marks, running heads, blank ones) a join may step over.
const REACH: usize = 12;

/// Builds the paragraphs of `text` from its lines, and marks the running heads that were stepped over.
pub(super) fn paragraphs(text: &mut Text<'_>) {
    let width = wrap_width(text);
    let mut index = 0;
    while index < text.lines.len() {
        if text.lines[index].kind != LineKind::Text {
            index += 1;
            continue;
        }
        let first_gap = text.gaps.len() as u32;
        let mut open = Open::new(text, index);
        let mut last = index;
        while let Some(next) = continuation(text, &mut open, last, width) {
            for line in &mut text.lines[last + 1..next] {
                if line.kind == LineKind::Text {
                    line.kind = LineKind::RunningHead;
                }
            }
            text.gaps.push(Span::new(text.lines[last].span.end, text.lines[next].span.start));
            open.span.end = text.lines[next].span.end;
            last = next;
        }
        text.paragraphs.push(Paragraph {
            span: open.span,
            gaps: (first_gap, text.gaps.len() as u32),
            lines: (index as u32, last as u32),
        });
        index = last + 1;
    }
}

/// The paragraph being built.
struct Open {
    span: Span,
    /// How far the fields below have been read: most paragraphs end with their first line and need none of them.
    read_to: usize,
    /// Opening minus closing brackets and quotes so far.
    depth: i32,
    /// Whether 。 or ， stands in it.
    has_stop: bool,
    has_comma: bool,
    /// Whether it begins with a marker.
    marked: bool,
    /// Characters without blanks, roughly: bytes of Chinese text over three.
    characters: usize,
}

impl Open {
    fn new(text: &Text<'_>, line: usize) -> Self {
        let span = text.lines[line].span;
        let marked = marker::at(text.source, span.start as usize, span.end as usize).is_some();
        let read_to = span.start as usize;
        Self { span, read_to, depth: 0, has_stop: false, has_comma: false, marked, characters: 0 }
    }

    /// Brings the fields up to the paragraph's end.
    fn read(&mut self, source: &str) {
        let part = &source[self.read_to..self.span.end as usize];
        for ch in part.chars() {
            match ch {
                '“' | '（' | '(' | '《' | '〔' | '「' => self.depth += 1,
                '”' | '）' | ')' | '》' | '〕' | '」' => self.depth = (self.depth - 1).max(0),
                '。' | '；' | ';' => self.has_stop = true,
                '，' | ',' => self.has_comma = true,
                _ => {}
            }
        }
        self.characters += columns(part) / 2;
        self.read_to = self.span.end as usize;
    }
}

/// The line that continues the paragraph, if any.
fn continuation(text: &Text<'_>, open: &mut Open, last: usize, width: Option<usize>) -> Option<usize> {
    let next = next_text(text, last)?;
    let line = text.slice(text.lines[last].span);
    let whole = text.slice(open.span);
    let marker_alone = open.marked
        && open.span.len() <= 24
        && marker::at(text.source, open.span.start as usize, open.span.end as usize)
            .is_some_and(|m| m.end == open.span.end as usize);
    if marker_alone || is_marker_fragment(whole) {
        return Some(next.line);
    }
    if finished(line) {
        return None;
    }
    open.read(text.source);
    // A page mark between the lines says that the page, not the sentence, ended; what follows it may be a running head.
    let candidates = if next.after_page {
        [Some(next.line), next_text(text, next.line).map(|n| n.line)]
    } else {
        [Some(next.line), None]
    };
    let head = candidates[0]?;
    if next.after_page && is_repeated(text, head) {
        return candidates[1].filter(|&line| joins(text, open, last, line, width));
    }
    joins(text, open, last, head, width).then_some(head)
}

struct Next {
    line: usize,
    after_page: bool,
}

/// The next line of text behind `last`, page marks and blank lines stepped over.
fn next_text(text: &Text<'_>, last: usize) -> Option<Next> {
    let mut after_page = false;
    for (index, line) in text.lines.iter().enumerate().skip(last + 1).take(REACH) {
        match line.kind {
            LineKind::Blank | LineKind::RunningHead => {}
            LineKind::PageMark => after_page = true,
            LineKind::Furniture => return None,
            LineKind::Text => {
                let content = text.slice(line.span);
                let bare_number = content.len() <= 3 && content.bytes().all(|b| b.is_ascii_digit());
                let repeated = content.len() >= 12
                    && content.len() <= 150
                    && !content.contains(['。', '，', ','])
                    && is_repeated(text, index);
                let blank_around = blank_before(text, index) || blank_after(text, index);
                if (bare_number && blank_around) || (repeated && (after_page || page_follows(text, index))) {
                    after_page = true;
                } else {
                    return Some(Next { line: index, after_page });
                }
            }
        }
    }
    None
}

fn blank_before(text: &Text<'_>, index: usize) -> bool {
    index > 0 && text.lines[index - 1].kind == LineKind::Blank
}

fn blank_after(text: &Text<'_>, index: usize) -> bool {
    text.lines.get(index + 1).is_some_and(|line| line.kind == LineKind::Blank)
}

fn page_follows(text: &Text<'_>, index: usize) -> bool {
    text.lines.iter().skip(index + 1).take(3).any(|line| line.kind == LineKind::PageMark)
}

/// Whether the same line stands elsewhere in the text, as running heads do (titles too, at the top). Looked up only
/// beside page marks and only among the nearest lines, so that the cost stays linear.
fn is_repeated(text: &Text<'_>, index: usize) -> bool {
    let content = text.slice(text.lines[index].span);
    let near = text.lines.iter().enumerate().skip(index.saturating_sub(200)).take(400);
    let top = text.lines.iter().enumerate().take(20);
    near.chain(top)
        .any(|(other, line)| other != index && line.span.len() == content.len() && text.slice(line.span) == content)
}

/// Whether `line` ends with a sentence's end.
fn finished(line: &str) -> bool {
    let end = line.trim_end_matches(['”', '’', '）', ')', '"', '】', '」']);
    let last = end.chars().next_back();
    matches!(last, Some('。' | '！' | '？' | '!' | '?' | '；' | ';' | '：' | ':' | '…'))
        || (last == Some('.') && end.chars().nth_back(1).is_some_and(blank::is_han))
}

/// Whether the line `next` continues the paragraph `open`, whose last line is `last` and does not end a sentence.
fn joins(text: &Text<'_>, open: &Open, last: usize, next: usize, width: Option<usize>) -> bool {
    let next_line = text.lines[next];
    let after = text.slice(next_line.span);
    let line = text.slice(text.lines[last].span);
    let (Some(end), Some(begin)) = (line.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if matches!(begin, '，' | '。' | '；' | '：' | '）' | ')' | '”' | '》' | '％' | '%' | ',' | ';') {
        return true;
    }
    if begin == '、' && !open.marked {
        return true;
    }
    let line_width = line_columns(text, &text.lines[last]);
    let full = width.is_some_and(|width| line_width + 5 >= width * 2);
    if let Some(found) = marker::at(text.source, next_line.span.start as usize, next_line.span.end as usize) {
        // A figure at a wrapped line's start looks like a marker only by accident: 3.题.
        let accident = found.damaged && (full || matches!(end, '，' | ','));
        if !accident {
            return false;
        }
    }
    if matches!(
        end,
        '，' | ','
            | '、'
            | '（'
            | '('
            | '“'
            | '《'
            | '的'
            | '和'
            | '与'
            | '及'
            | '或'
            | '将'
            | '把'
            | '被'
            | '对'
            | '但'
            | '而'
            | '且'
            | '并'
            | '在'
            | '于'
            | '从'
            | '由'
            | '向'
            | '以'
            | '该'
            | '各'
    ) {
        return open.has_comma || open.has_stop || open.characters >= SHORT || full || matches!(end, '，' | ',');
    }
    if is_closing_line(after) {
        return false;
    }
    if open.depth > 0 && open.span.len() < BRACKET_REACH as usize && after.contains(['”', '）', ')', '》', '〕']) {
        return true;
    }
    if let Some(width) = width {
        let broken_by_indent = next_line.indented && !text.lines[last].indented;
        let running = open.has_stop || (open.has_comma && !open.marked);
        // Where lines are wrapped, only headings and titles end a line without a mark: running text goes on, however short
        // the line is (a page's end, a long figure that moved to the next line).
        if full || (running && line_width >= width) {
            return !broken_by_indent;
        }
        if line_width <= width * 2 {
            return false; // the last line of its paragraph
        }
    }
    if open.marked && !open.has_stop {
        return false; // a heading on a line of its own
    }
    let running = open.has_comma || open.has_stop;
    if running && open.characters >= RUNNING_TEXT {
        return true;
    }
    open.characters >= SHORT && running && first_clause_is_a_rest(after)
}

/// Whether the first clause of `line` is too short to open a paragraph (“原则，全县…”), and no usual opening.
fn first_clause_is_a_rest(line: &str) -> bool {
    let Some(comma) = line.find(['，', ',', '。']) else {
        return false;
    };
    let clause = &line[..comma];
    const OPENINGS: &[&str] = &[
        "今年", "同时", "目前", "此外", "另外", "其中", "下一", "年", "全年", "首先", "其次", "今后", "为此", "近年",
        "截至", "一是",
    ];
    clause.chars().count() <= 4 && !OPENINGS.iter().any(|opening| clause.contains(opening))
}

/// Lines of the document's tail that never continue a sentence: 抄送, 附件, 印发, a date.
fn is_closing_line(line: &str) -> bool {
    const OPENINGS: &[&str] = &["抄送", "抄报", "主送", "附件", "报送", "（此件", "(此件", "（联系", "联系人"];
    if OPENINGS.iter().any(|opening| line.starts_with(opening)) {
        return true;
    }
    let short = line.chars().count() <= 24;
    short && (line.ends_with('日') || line.ends_with("印发")) && line.contains('年') && line.contains('月')
}

/// Whether a paragraph so far is nothing but the first part of a marker broken over lines (`一⏎是⏎`).
fn is_marker_fragment(text: &str) -> bool {
    if text.len() > 24 {
        return false;
    }
    let mut numerals = 0;
    let mut is = 0;
    for ch in text.chars() {
        match ch {
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' if is == 0 => numerals += 1,
            '是' => is += 1,
            '（' | '(' if numerals == 0 => {}
            '\n' | ' ' | '\u{3000}' | '\r' => {}
            _ => return false,
        }
    }
    (1..=2).contains(&numerals) && is <= 1
}

/// The width, in Chinese characters, at which the text is hard-wrapped, or `None` for one line a paragraph.
fn wrap_width(text: &Text<'_>) -> Option<usize> {
    const WIDEST: usize = 64;
    const NARROWEST: usize = 15;
    let mut histogram = [0_u32; WIDEST + 1];
    let mut lines = 0_u32;
    let mut long = 0_u32;
    for line in &text.lines {
        if line.kind != LineKind::Text {
            continue;
        }
        let width = line_columns(text, line).div_ceil(2);
        if width < NARROWEST {
            continue;
        }
        lines += 1;
        if width > WIDEST {
            long += 1;
        } else if !finished(text.slice(line.span)) {
            histogram[width] += 1;
        }
    }
    if lines < 8 || long * 5 > lines {
        return None;
    }
    let (mut best, mut best_count) = (0, 0);
    for width in NARROWEST + 2..=WIDEST {
        let count = histogram[width] + histogram[width - 1] + histogram[width - 2];
        if count >= best_count {
            (best, best_count) = (width, count);
        }
    }
    (best_count * 10 >= lines * 4 && best_count >= 5).then_some(best)
}

/// Width of a line with its indent, which is two characters wide as a rule.
fn line_columns(text: &Text<'_>, line: &super::Line) -> usize {
    columns(text.slice(line.span)) + if line.indented { 4 } else { 0 }
}

/// Width on a page in half columns: Chinese characters take two.
fn columns(line: &str) -> usize {
    line.bytes().map(|byte| usize::from(byte < 0x80) + 2 * usize::from(byte >= 0xc0)).sum()
}
