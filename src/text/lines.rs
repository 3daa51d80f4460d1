//! The lines of a text.

use super::{Line, LineKind, blank, furniture};
use crate::span::Span;

/// Splits `source` at those of its `marks` that are `\n` (a `\r` before one counts as a blank), and tells what each line
/// is.
pub(super) fn split(source: &str, marks: &[u32], lines: &mut Vec<Line>) {
    lines.clear();
    let mut start = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let bytes = source.as_bytes();
    for end in marks.iter().map(|&mark| mark as usize).filter(|&mark| bytes[mark] == b'\n') {
        lines.push(line(source, start, end));
        start = end + 1;
    }
    if start < source.len() {
        lines.push(line(source, start, source.len()));
    }
}

fn line(source: &str, start: usize, end: usize) -> Line {
    // A form feed ends a page before the line; it is no indent.
    let start = start + source.as_bytes()[start..end].iter().take_while(|byte| **byte == b'\x0c').count();
    let from = blank::skip(source, start, end);
    let to = blank::trim_end(source, from, end);
    let text = &source[from..to];
    let kind = if text.is_empty() {
        LineKind::Blank
    } else if furniture::is_page_mark(text) {
        LineKind::PageMark
    } else if furniture::is_furniture(text) {
        LineKind::Furniture
    } else {
        LineKind::Text
    };
    Line { span: Span::new(from as u32, to as u32), indented: from > start, kind }
}

#[cfg(test)]
mod tests {
    use crate::outline_str;

    #[test]
    fn a_form_feed_is_no_part_of_its_line() {
        let text = "青岚县2024年法治政府建设年度报告\n\u{c}一、主要工作\n受理案件25件。\n\u{c}\n\u{c}二、存在问题\n人手不足。\n";
        let outline = outline_str(text).unwrap();
        let headings: Vec<&str> = outline.sections.iter().map(|section| &text[section.heading.range()]).collect();
        assert_eq!(headings, ["一、主要工作", "二、存在问题"]);
    }
}
