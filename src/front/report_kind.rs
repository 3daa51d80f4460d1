//! Whether the text holds a report at all.

use super::head::{Head, HeadKind, is_running};
use crate::text::words::Words;
use crate::text::{LineKind, Text};

/// From how many lines on a text without a sentence or a heading is a page of menus.
const MENU: usize = 12;

/// What a report's sentences tell of.
static WORK: Words = Words::new(&["法", "政", "工作", "报告"]);

/// Whether `text` holds more than a page's menus. When in doubt it does: a damaged or short report is one.
pub(super) fn is_report(text: &Text<'_>, head: Head<'_>, titled: bool) -> bool {
    let lines = text.lines.iter().filter(|line| line.kind == LineKind::Text).count();
    if lines == 0 {
        return head.lines.iter().any(|line| line.kind != HeadKind::Furniture);
    }
    let heading = head.end < text.lines.len();
    if lines < MENU || heading && titled {
        return true;
    }
    // Sentences are what menus lack; the few of a page's footer do not tell of law or work.
    let mut running = 0;
    let mut bytes = 0;
    let mut told = false;
    for line in text.lines.iter().filter(|line| line.kind == LineKind::Text) {
        bytes += line.span.len();
        let content = text.slice(line.span);
        if is_running(content) {
            running += line.span.len();
            told = told || WORK.are_in(content);
        }
    }
    (told || heading) && running * 20 > bytes || running * 2 > bytes
}
