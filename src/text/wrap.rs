//! How wide the lines of a text are, and whether it is hard-wrapped.

use super::join::finished;
use super::{Line, LineKind, Text};

/// The width, in Chinese characters, at which the text is hard-wrapped, or `None` for one line a paragraph.
pub(crate) fn wrap_width(text: &Text<'_>) -> Option<usize> {
    const WIDEST: usize = 64;
    const NARROWEST: usize = 15;
    /// No line of so many bytes is narrow enough, and none of so few wide enough, whatever stands in it.
    const SURELY_LONG: usize = 4 * WIDEST + 2;
    const SURELY_NARROW: usize = 2 * (NARROWEST - 1) - INDENT;
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
    // Eight bytes at once: one for each ASCII byte, two for each first byte of other characters, none for the rest.
    const LANES: u64 = 0x0101_0101_0101_0101;
    let of = |word: u64| (!word >> 7 & LANES) + (word >> 7 & word >> 6 & LANES) * 2;
    let (words, rest) = line.as_chunks::<8>();
    const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
    let sum = |lanes: u64| {
        let pairs = (lanes & EVEN) + (lanes >> 8 & EVEN);
        (pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48) as usize
    };
    let mut last = [0x80; 8];
    last[..rest.len()].copy_from_slice(rest);
    // A lane has room for the sum of a hundred words.
    let lanes = |words: &[[u8; 8]]| words.iter().map(|word| of(u64::from_le_bytes(*word))).sum();
    words.chunks(100).map(|words| sum(lanes(words))).sum::<usize>() + sum(of(u64::from_le_bytes(last)))
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
