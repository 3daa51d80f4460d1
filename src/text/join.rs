//! Lines to paragraphs: which line ends are layout only.
//!
//! Text copied from a PDF or a page breaks sentences at the page's edge or after every forty characters. A line goes on
//! in the next one when its sentence is not finished and nothing says that something new begins.

use std::cell::LazyCell;

use super::words::Words;
use super::wrap::{line_columns, wrap_width};
use super::{LineKind, Paragraph, Text, marker, ordinary};
use crate::span::Span;

/// Sum of characters from which a paragraph without an end mark is taken for running text, not for a heading or a title.
const RUNNING_TEXT: usize = 40;
/// Below this many characters a line without an end mark stands for itself (title, unnumbered heading, table cell).
const SHORT: usize = 20;
/// Longest paragraph, in bytes, in which an open bracket keeps lines together: an unclosed one must not join the rest of the text.
const BRACKET_REACH: u32 = 3_000;
/// Longest marker, in bytes, that stands alone on a line or is broken over lines.
const FRAGMENT: usize = 24;
/// How many lines (page marks, running heads, blank ones) a join may step over.
const REACH: usize = 12;

/// Builds the paragraphs of `text` from its lines, and marks the running heads that were stepped over.
pub(super) fn paragraphs(text: &mut Text<'_>) {
    let layout =
        Layout { width: wrap_width(text), paged: text.lines.iter().any(|line| line.kind == LineKind::PageMark) };
    let mut index = 0;
    while index < text.lines.len() {
        if text.lines[index].kind != LineKind::Text {
            index += 1;
            continue;
        }
        let first_gap = text.gaps.len() as u32;
        let mut open = Open::new(text.lines[index].span, text.gaps.len());
        let mut last = index;
        while let Some(next) = continuation(text, &mut open, last, layout) {
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

/// What is known of a whole text's layout.
#[derive(Clone, Copy)]
struct Layout {
    /// Where its lines are wrapped.
    width: Option<usize>,
    /// Whether it has page marks.
    paged: bool,
}

/// The paragraph being built.
struct Open {
    span: Span,
    /// How far the fields below have been read, and the first gap behind that which ends a part to be read: most
    /// paragraphs end with their first line, or a line that is full, and need none of them.
    read_to: u32,
    gap: usize,
    /// Opening minus closing brackets and quotes so far.
    depth: i32,
    /// Whether 。 or ， stands in it.
    has_stop: bool,
    has_comma: bool,
    /// Characters without blanks, roughly: bytes of Chinese text over three.
    characters: usize,
    /// The first line.
    first: Span,
    /// Whether it begins with a marker, once that was asked for.
    marked: Option<bool>,
}

impl Open {
    fn new(first: Span, gap: usize) -> Self {
        Self {
            span: first,
            read_to: first.start,
            gap,
            depth: 0,
            has_stop: false,
            has_comma: false,
            characters: 0,
            first,
            marked: None,
        }
    }

    /// Whether the first line begins with a marker.
    fn is_marked(&mut self, source: &str) -> bool {
        let first = self.first.range();
        *self.marked.get_or_insert_with(|| marker::at(source, first.start, first.end).is_some())
    }

    /// Whether a marker is all there is so far.
    fn is_marker(&mut self, source: &str) -> bool {
        let all = self.span.range();
        self.is_marked(source) && marker::at(source, all.start, all.end).is_some_and(|marker| marker.end == all.end)
    }

    /// Brings the fields up to the paragraph's end.
    fn read(&mut self, text: &Text<'_>) {
        self.read_lines(text);
        self.read_to(text.source, self.span.end);
    }

    /// Brings the fields up to the end of the last line but one.
    fn read_lines(&mut self, text: &Text<'_>) {
        for gap in text.gaps.get(self.gap..).unwrap_or_default() {
            self.read_to(text.source, gap.start);
        }
        self.gap = self.gap.max(text.gaps.len());
    }

    fn read_to(&mut self, source: &str, end: u32) {
        let part = &source.as_bytes()[self.read_to as usize..end as usize];
        let mut columns = 0;
        let mut at = 0;
        while at < part.len() {
            let run = ordinary::skip(part, at, part.len());
            columns += (run - at) / 3 * 2;
            at = run;
            match part[at..] {
                [b'0'..=b'9', ..] => {}
                [b'(', ..] | [0xef, 0xbc, 0x88, ..] | [0xe2, 0x80, 0x9c, ..] => self.depth += 1, // （“
                [0xe3, 0x80, 0x8a | 0x8c | 0x94, ..] => self.depth += 1,                         // 《「〔
                [b')', ..] | [0xef, 0xbc, 0x89, ..] | [0xe2, 0x80, 0x9d, ..] => self.close(),    // ）”
                [0xe3, 0x80, 0x8b | 0x8d | 0x95, ..] => self.close(),                            // 》」〕
                [b';', ..] | [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x9b, ..] => self.has_stop = true, // 。；
                [b',', ..] | [0xef, 0xbc, 0x8c, ..] => self.has_comma = true,                    // ，
                [] => break,
                _ => {}
            }
            let width = ordinary::width(part[at]);
            columns += width.min(2);
            at += width;
        }
        self.characters += columns / 2;
        self.read_to = end;
    }

    fn close(&mut self) {
        self.depth = (self.depth - 1).max(0);
    }
}

/// The line that continues the paragraph, if any.
fn continuation(text: &Text<'_>, open: &mut Open, last: usize, layout: Layout) -> Option<usize> {
    if open.span.len() <= FRAGMENT && (open.is_marker(text.source) || is_marker_fragment(text.slice(open.span))) {
        // The marker is read together with the line behind it.
        open.read_lines(text);
        open.gap += 1;
        return next_text(text, last, layout).map(|next| next.line);
    }
    if text.lines[last].finished {
        return None;
    }
    let next = next_text(text, last, layout)?;
    // A page mark between the lines says that the page, not the sentence, ended; what follows it may be a running head.
    let line = if next.after_page && is_repeated(text, next.line) {
        next_text(text, next.line, layout).map(|behind| behind.line)?
    } else {
        next.line
    };
    joins(text, open, last, line, layout.width).then_some(line)
}

struct Next {
    line: usize,
    after_page: bool,
}

/// The next line of text behind `last`, page marks and blank lines stepped over.
fn next_text(text: &Text<'_>, last: usize, layout: Layout) -> Option<Next> {
    let mut after_page = false;
    let from = last + 1;
    let near = &text.lines[from..text.lines.len().min(from + REACH)];
    for (index, line) in (from..).zip(near) {
        match line.kind {
            LineKind::Blank | LineKind::RunningHead => {}
            LineKind::PageMark => after_page = true,
            LineKind::Furniture => return None,
            LineKind::Text => {
                let length = line.span.len();
                let bare_number = || length <= 3 && text.slice(line.span).bytes().all(|byte| byte.is_ascii_digit());
                let number_apart = || blank_before(text, index) || blank_after(text, index);
                let head = || {
                    (12..=150).contains(&length)
                        && (after_page || (layout.paged && page_follows(text, index)))
                        && !text.slice(line.span).contains(['。', '，', ','])
                        && is_repeated(text, index)
                };
                if (bare_number() && number_apart()) || head() {
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

/// Whether the line `next` continues the paragraph `open`, whose last line is `last` and does not end a sentence.
fn joins(text: &Text<'_>, open: &mut Open, last: usize, next: usize, width: Option<usize>) -> bool {
    let next_line = text.lines[next];
    let after = text.slice(next_line.span);
    let line = text.slice(text.lines[last].span);
    let (Some(end), Some(begin)) = (line.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if matches!(begin, '，' | '。' | '；' | '：' | '）' | ')' | '”' | '》' | '％' | '%' | ',' | ';') {
        return true;
    }
    if begin == '、' && !open.is_marked(text.source) {
        return true;
    }
    let line_width = LazyCell::new(|| line_columns(text, &text.lines[last]));
    let full = || width.is_some_and(|width| *line_width + 5 >= width * 2);
    if let Some(found) = marker::at(text.source, next_line.span.start as usize, next_line.span.end as usize) {
        // A figure at a wrapped line's start looks like a marker only by accident: 3.题.
        let accident = found.damaged && (matches!(end, '，' | ',') || full());
        if !accident {
            return false;
        }
    }
    if matches!(end, '，' | ',') {
        return true;
    }
    if matches!(
        end,
        '、' | '（'
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
        return full() || {
            open.read(text);
            open.has_comma || open.has_stop || open.characters >= SHORT
        };
    }
    if is_closing_line(after) {
        return false;
    }
    let broken_by_indent = next_line.indented && !text.lines[last].indented;
    if full() && !broken_by_indent {
        return true;
    }
    open.read(text);
    if open.depth > 0 && open.span.len() < BRACKET_REACH as usize && after.contains(['”', '）', ')', '》', '〕']) {
        return true;
    }
    if let Some(width) = width {
        let running = open.has_stop || (open.has_comma && !open.is_marked(text.source));
        // Where lines are wrapped, only headings and titles end a line without a mark: running text goes on, however short
        // the line is (a page's end, a long figure that moved to the next line).
        if full() || (running && *line_width >= width) {
            return !broken_by_indent;
        }
        if *line_width <= width * 2 {
            return false; // the last line of its paragraph
        }
    }
    if !open.has_stop && open.is_marked(text.source) {
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
    static OPENINGS: Words = Words::new(&[
        "今年", "同时", "目前", "此外", "另外", "其中", "下一", "年", "全年", "首先", "其次", "今后", "为此", "近年",
        "截至", "一是",
    ]);
    clause.chars().nth(4).is_none() && !OPENINGS.are_in(clause)
}

/// Lines of the document's tail that never continue a sentence: 抄送, 附件, 印发, a date.
fn is_closing_line(line: &str) -> bool {
    static OPENINGS: Words =
        Words::new(&["抄送", "抄报", "主送", "附件", "报送", "（此件", "(此件", "（联系", "联系人"]);
    if OPENINGS.start_of(line).is_some() {
        return true;
    }
    matches!(*line.as_bytes(), [.., 0xe6, 0x97, 0xa5] | [.., 0xe5, 0x8d, 0xb0, 0xe5, 0x8f, 0x91]) // 日印发
        && line.chars().take(25).count() <= 24
        && line.contains('年')
        && line.contains('月')
}

/// Whether a paragraph so far is nothing but the first part of a marker broken over lines (`一⏎是⏎`).
fn is_marker_fragment(text: &str) -> bool {
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
