//! The lines of a text.

use super::furniture::{is_furniture, is_page_mark};
use super::{Line, LineKind, blank, ordinary};
use crate::span::Span;

/// What the marks of a line tell of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// A letter of ASCII.
    pub letter: bool,
    /// A colon of either width, or a mark that looks like it.
    pub colon: bool,
    /// 星, of 星期, or a character that looks like it.
    pub weekday: bool,
    /// 。
    pub stop: bool,
}

/// Splits `source` at those of its `marks` that are `\n` (a `\r` before one counts as a blank), and tells what each line
/// is.
pub(super) fn split(source: &str, marks: &[u32], lines: &mut Vec<Line>) {
    lines.clear();
    let mut start = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let mut seen = Seen::default();
    let bytes = source.as_bytes();
    for &mark in marks {
        let mark = mark as usize;
        if bytes[mark] == b'\n' {
            lines.push(line(source, start, mark, seen));
            start = mark + 1;
            seen = Seen::default();
            continue;
        }
        match bytes[mark..] {
            [0xe3, 0x80, 0x82, ..] => seen.stop = true, // 。
            [0xe6, _, 0x9f, ..] => seen.weekday = true,
            [b':', ..] | [0xef, _, 0x9a, ..] => seen.colon = true, // ：
            [b'A'..=b'Z' | b'a'..=b'z', ..] => seen.letter = true,
            _ => {}
        }
    }
    if start < source.len() {
        lines.push(line(source, start, source.len(), seen));
    }
}

#[inline]
fn line(source: &str, start: usize, end: usize, seen: Seen) -> Line {
    if start == end {
        let span = Span::new(start as u32, start as u32);
        return Line { span, indented: false, finished: false, kind: LineKind::Blank };
    }
    // A form feed ends a page before the line; it is no indent.
    let start = start + source.as_bytes()[start..end].iter().take_while(|byte| **byte == b'\x0c').count();
    let from = blank::skip(source, start, end);
    let to = blank::trim_end(source, from, end);
    let text = &source[from..to];
    let kind = if text.is_empty() {
        LineKind::Blank
    } else if is_page_mark(text) {
        LineKind::PageMark
    } else if is_furniture(text, seen) {
        LineKind::Furniture
    } else {
        LineKind::Text
    };
    let span = Span::new(from as u32, to as u32);
    Line { span, indented: from > start, finished: kind == LineKind::Text && is_finished(text), kind }
}

/// Whether `line` ends with a sentence's end.
fn is_finished(line: &str) -> bool {
    let mut end = line.as_bytes();
    if ordinary::ends(end) {
        return false;
    }
    while let [rest @ .., 0xe2, 0x80, 0x9d | 0x99]    // ”’
    | [rest @ .., 0xef, 0xbc, 0x89]                   // ）
    | [rest @ .., 0xe3, 0x80, 0x91 | 0x8d]            // 】」
    | [rest @ .., b')' | b'"'] = end
    {
        end = rest;
    }
    match end {
        [.., 0xe3, 0x80, 0x82] => true,                      // 。
        [.., 0xef, 0xbc, 0x81 | 0x9f | 0x9b | 0x9a] => true, // ！？；：
        [.., 0xe2, 0x80, 0xa6] => true,                      // …
        [.., b'!' | b'?' | b';' | b':'] => true,
        [before @ .., b'.'] => line[..before.len()].ends_with(blank::is_han),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_finished;
    use crate::outline_str;

    #[test]
    fn sentences_end() {
        for text in ["完成。", "（完成。）", "“完成！”", "如下：", "等…", "done;", "完成."] {
            assert!(is_finished(text), "{text}");
        }
        for text in ["", "完成", "12.", "完成，", "）", "完成.a"] {
            assert!(!is_finished(text), "{text}");
        }
    }

    #[test]
    fn a_form_feed_is_no_part_of_its_line() {
        let text = "青岚县2024年法治政府建设年度报告\n\u{c}一、主要工作\n受理案件25件。\n\u{c}\n\u{c}二、存在问题\n人手不足。\n";
        let outline = outline_str(text).unwrap();
        let headings: Vec<&str> = outline.sections.iter().map(|section| &text[section.heading.range()]).collect();
        assert_eq!(headings, ["一、主要工作", "二、存在问题"]);
    }
}
