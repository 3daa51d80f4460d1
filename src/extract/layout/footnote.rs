//! Footnotes: smaller lines at the foot of a page that begin with a mark which also stands, raised, in its text.

use super::Sheet;
use super::line::Line;

/// The lines of a footnote are smaller than this part of the body.
const SMALLER: f32 = 0.85;

/// Footnotes stand below this part of a page.
const LOWER: f32 = 0.4;

/// Most lines of footnotes on a page.
const FOOT: usize = 60;

/// A footnote and where its mark stood.
#[derive(Debug)]
pub(super) struct Note {
    pub text: String,
    /// Sheet, line and byte in the line's text, if the mark was found and taken out.
    pub at: Option<(usize, usize, usize)>,
}

/// Takes the footnotes off the pages, and their marks out of the lines.
pub(super) fn take(sheets: &mut [Sheet]) -> Vec<Note> {
    let body = body_size(sheets);
    let mut notes = Vec::new();
    for (index, sheet) in sheets.iter_mut().enumerate() {
        let is_small = |line: &Line| line.size < SMALLER * body && line.baseline > LOWER * sheet.height && !line.tabs;
        let foot = sheet.lines.len() - sheet.lines.iter().rev().take(FOOT).take_while(|line| is_small(line)).count();
        let Some(first) = (foot..sheet.lines.len()).find(|at| has_mark(&sheet.lines, foot, &sheet.lines[*at])) else {
            continue;
        };
        let lines = sheet.lines.split_off(first);
        let mut begun: Vec<(String, String)> = Vec::new();
        for line in &lines {
            let mark = mark_of(line);
            match begun.last_mut() {
                Some((_, text)) if mark.is_empty() || find(&sheet.lines, mark).is_none() => {
                    super::paragraph::join(text, &line.text)
                }
                _ => begun.push((mark.to_owned(), line.text[mark.len()..].trim_start().to_owned())),
            }
        }
        for (mark, text) in begun {
            let found = find(&sheet.lines, &mark);
            let at = found.map(|(line, range)| {
                sheet.lines[line].cut(range);
                (index, line, range.0)
            });
            notes.push(Note { text, at });
        }
    }
    notes
}

/// The commonest size of lines, by characters.
pub(super) fn body_size(sheets: &[Sheet]) -> f32 {
    let lines = sheets.iter().flat_map(|sheet| &sheet.lines);
    super::paragraph::mode(lines.map(|line| (line.size, line.characters)), 0.5)
}

/// The mark at the start of a line: digits, also in brackets, a circled number, stars.
fn mark_of(line: &Line) -> &str {
    let text = line.text.as_str();
    if let Some((0, end)) = line.raised.first() {
        return &text[..*end];
    }
    let bracketed = text.starts_with(['[', '〔', '［', '(', '（']);
    let open = if bracketed { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let inner = text[open..].bytes().take_while(u8::is_ascii_digit).count();
    if bracketed {
        let close = text[open + inner..].chars().next().filter(|ch| inner > 0 && "]〕］)）".contains(*ch));
        return &text[..close.map_or(0, |ch| open + inner + ch.len_utf8())];
    }
    if (1..=3).contains(&inner) {
        return &text[..inner];
    }
    let is_sign = |ch: &char| matches!(ch, '①'..='⑳' | '*' | '＊' | '†' | '‡' | '¹' | '²' | '³' | '⁰'..='⁹');
    &text[..text.chars().take_while(is_sign).map(char::len_utf8).sum()]
}

fn has_mark(lines: &[Line], foot: usize, line: &Line) -> bool {
    let mark = mark_of(line);
    !mark.is_empty() && find(&lines[..foot], mark).is_some()
}

/// Where `mark` stands in the text of a page: line and bytes. A raised piece, or a sign that is raised by itself.
fn find(lines: &[Line], mark: &str) -> Option<(usize, (usize, usize))> {
    if mark.is_empty() {
        return None;
    }
    lines.iter().enumerate().find_map(|(index, line)| {
        let raised = line.raised.iter().find(|(start, end)| line.text[*start..*end] == *mark);
        let by_itself = || {
            let sign = mark.chars().all(|ch| !ch.is_ascii_digit() && !"()（）".contains(ch));
            let start = line.text.find(mark).filter(|start| sign && *start > 0)?;
            Some((start, start + mark.len()))
        };
        Some((index, raised.copied().or_else(by_itself)?))
    })
}

impl Line {
    /// Takes the bytes of `range` out of the text.
    fn cut(&mut self, (start, end): (usize, usize)) {
        self.text.replace_range(start..end, "");
        self.raised.retain(|piece| piece.0 != start);
        for piece in self.raised.iter_mut().filter(|piece| piece.0 >= end) {
            *piece = (piece.0 - (end - start), piece.1 - (end - start));
        }
    }
}
