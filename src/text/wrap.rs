//! How wide the lines of a text are, and whether it is hard-wrapped.

use std::ops::RangeInclusive;

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
    // Most texts are told by their lines' lengths in bytes, and most others by the lines that end in mid-sentence.
    let (mut most_lines, mut least_lines, mut least_long, mut most_broken) = (0_u32, 0_u32, 0_u32, 0_u32);
    for line in text_lines() {
        let len = line.span.len();
        most_lines += u32::from(len > SURELY_NARROW);
        least_lines += u32::from(len >= *SURELY_BETWEEN.start());
        least_long += u32::from(len >= SURELY_LONG);
        most_broken += u32::from(!line.finished && len > SURELY_NARROW && len < SURELY_LONG);
    }
    if !can_be_wrapped(most_lines, least_long) || !is_rule(most_broken, least_lines) {
        return None;
    }
    let width_of = |line| line_columns(text, line).div_ceil(2);
    let mut histogram = [0_u32; WIDEST + 1];
    let mut lines = 0_u32;
    let mut long = 0_u32;
    for line in text_lines().filter(|line| !line.finished) {
        let width = width_of(line);
        lines += u32::from(width >= NARROWEST);
        match histogram.get_mut(width) {
            Some(count) => *count += 1,
            None => long += 1,
        }
    }
    let (mut best, mut best_count) = (0, 0);
    for width in NARROWEST + 2..=WIDEST {
        let count = histogram[width] + histogram[width - 1] + histogram[width - 2];
        if count >= best_count {
            (best, best_count) = (width, count);
        }
    }
    if !is_rule(best_count, lines.max(least_lines)) {
        return None;
    }
    for line in text_lines().filter(|line| line.finished) {
        let width = if SURELY_BETWEEN.contains(&line.span.len()) { NARROWEST } else { width_of(line) };
        lines += u32::from(width >= NARROWEST);
        long += u32::from(width > WIDEST);
    }
    (can_be_wrapped(lines, long) && is_rule(best_count, lines)).then_some(best)
}

/// Whether so many of the lines, ended in mid-sentence at about the same width, are so by rule.
fn is_rule(broken: u32, lines: u32) -> bool {
    broken * 10 >= lines * 4 && broken >= 5
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
    let (words, rest) = line.as_chunks::<LANES>();
    // A lane has room for the sum of a hundred places.
    let of_words: u64 = words.chunks(100).map(|words| sum_of_lanes(words.iter().map(of_each).sum())).sum();
    let of_rest: usize = rest.iter().map(|&byte| usize::from(byte < 0x80) + 2 * usize::from(byte >= 0xc0)).sum();
    of_words as usize + of_rest
}

/// How many bytes are added up at once, in the lanes of a word.
const LANES: usize = size_of::<u64>();

/// In each lane one for a byte that begins an ASCII character, two for one that begins another.
fn of_each(bytes: &[u8; LANES]) -> u64 {
    const LOWEST: u64 = u64::MAX / 0xff;
    let word = u64::from_le_bytes(*bytes);
    let ascii = !(word >> 7) & LOWEST;
    let others = (word >> 7) & (word >> 6) & LOWEST;
    ascii + (others << 1)
}

/// The sum of the eight lanes.
fn sum_of_lanes(lanes: u64) -> u64 {
    const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
    let pairs = (lanes & EVEN) + (lanes >> 8 & EVEN);
    pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48
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
