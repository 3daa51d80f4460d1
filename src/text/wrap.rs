//! How wide the lines of a text are, and whether it is hard-wrapped.

use std::ops::RangeInclusive;

use super::join::finished;
use super::{Line, LineKind, Text};

/// The width, in Chinese characters, at which the text is hard-wrapped, or `None` for one line a paragraph.
pub(crate) fn wrap_width(text: &Text<'_>) -> Option<usize> {
    const WIDEST: usize = 64;
    const NARROWEST: usize = 15;
    /// No line of so many bytes is narrow enough, and none of so few wide enough, whatever stands in it.
    const SURELY_LONG: usize = 4 * WIDEST + 2;
    const SURELY_NARROW: usize = 2 * (NARROWEST - 1) - INDENT;
    /// So many bytes are neither too few nor too many for the two.
    const SURELY_BETWEEN: RangeInclusive<usize> = 4 * NARROWEST - 2..=2 * WIDEST - INDENT;
    let text_lines = || text.lines.iter().filter(|line| line.kind == LineKind::Text);
    let (mut most_lines, mut least_long) = (0_u32, 0_u32);
    for line in text_lines() {
        most_lines += u32::from(line.span.len() > SURELY_NARROW);
        least_long += u32::from(line.span.len() >= SURELY_LONG);
    }
    if !can_be_wrapped(most_lines, least_long) {
        return None;
    }
    let mut histogram = [0_u32; WIDEST + 1];
    let mut lines = 0_u32;
    let mut long = 0_u32;
    for line in text_lines() {
        let finished = finished(text.slice(line.span));
        if finished && SURELY_BETWEEN.contains(&line.span.len()) {
            lines += 1;
            continue;
        }
        let width = line_columns(text, line).div_ceil(2);
        if width < NARROWEST {
            continue;
        }
        lines += 1;
        if width > WIDEST {
            long += 1;
        } else if !finished {
            histogram[width] += 1;
        }
    }
    if !can_be_wrapped(lines, long) {
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

/// Whether so many lines, so many of them too long, leave it open that the text is hard-wrapped.
fn can_be_wrapped(lines: u32, long: u32) -> bool {
    lines >= 8 && long * 5 <= lines
}

/// Width of an indent in half columns: two characters as a rule.
const INDENT: usize = 4;

/// Width of a line with its indent.
pub(crate) fn line_columns(text: &Text<'_>, line: &Line) -> usize {
    columns(text.slice(line.span).as_bytes()) + if line.indented { INDENT } else { 0 }
}

/// Width on a page in half columns: Chinese characters take two.
fn columns(line: &[u8]) -> usize {
    // A byte has room for the sum of a hundred places.
    line.chunks(LANES * 100).map(columns_of_few).sum()
}

/// How many bytes are added up at once.
const LANES: usize = 16;

fn columns_of_few(line: &[u8]) -> usize {
    let (blocks, rest) = line.as_chunks::<LANES>();
    let mut last = [0x80; LANES];
    last[..rest.len()].copy_from_slice(rest);
    let mut sums = [0_u8; LANES];
    for block in blocks.iter().chain([&last]) {
        for (sum, &byte) in sums.iter_mut().zip(block) {
            // One for a byte that begins an ASCII character, two for one that begins another.
            *sum += u8::from(byte < 0x80) + u8::from(byte >= 0xc0) * 2;
        }
    }
    sums.iter().map(|&sum| usize::from(sum)).sum()
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn counts_columns() {
        for text in ["", "a", "法治12件", "法", "aé法𠮷，", "１２"] {
            for times in [1, 7, 300] {
                let text = text.repeat(times);
                let expected: usize = text.chars().map(|ch| if ch.is_ascii() { 1 } else { 2 }).sum();
                assert_eq!(columns(text.as_bytes()), expected, "{text}");
            }
        }
    }
}
