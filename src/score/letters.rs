//! A paragraph character by character, without layout: what is read when it cannot be compared as it stands.

use crate::span::Span;
use crate::text::glyph::{fold, is_blank};

/// Reads on from one place of a paragraph, over gaps and blanks; full-width forms are folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters<'t> {
    pub source: &'t str,
    /// The gaps that are still to come.
    gaps: &'t [Span],
    /// The next byte.
    pub at: usize,
    /// Where the next gap begins, or the paragraph ends.
    pub stop: usize,
    end: usize,
}

/// One character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub ch: char,
    pub at: usize,
    /// The byte behind it.
    pub end: usize,
    /// Whether it stands in the text otherwise.
    pub folded: bool,
}

impl<'t> Letters<'t> {
    /// The characters of the paragraph `span`, which has these gaps.
    pub fn of(source: &'t str, span: Span, gaps: &'t [Span]) -> Self {
        let (at, end) = (span.start as usize, span.end as usize);
        Self { source, gaps, at, stop: stop(gaps, end), end }
    }

    /// Those from the byte `at` on, where one begins.
    pub fn from(self, at: usize) -> Self {
        let gaps = &self.gaps[self.gaps.partition_point(|gap| gap.end as usize <= at)..];
        Self { gaps, at, stop: stop(gaps, self.end), ..self }
    }

    /// Goes on behind the gap that ends what stands without one; whether there is such a gap.
    #[inline]
    pub fn over_gap(&mut self) -> bool {
        let Some((gap, gaps)) = self.gaps.split_first() else {
            return false;
        };
        (self.at, self.stop, self.gaps) = (gap.end as usize, stop(gaps, self.end), gaps);
        true
    }

    /// Whether the next character may be none of the Chinese ones.
    #[inline(always)]
    pub fn may_close(&self) -> bool {
        self.at < self.end && !matches!(self.source.as_bytes()[self.at], 0xe4..=0xe9)
    }

    /// The next character, which stays the next.
    pub fn peek(mut self) -> Option<char> {
        self.next().map(|letter| letter.ch)
    }

    /// Where the paragraph ends.
    pub fn end(&self) -> usize {
        self.end
    }
}

/// Where text without gaps ends.
fn stop(gaps: &[Span], end: usize) -> usize {
    gaps.first().map_or(end, |gap| gap.start as usize)
}

impl Iterator for Letters<'_> {
    type Item = Letter;

    #[inline]
    fn next(&mut self) -> Option<Letter> {
        loop {
            if self.at >= self.stop {
                if !self.over_gap() {
                    return None;
                }
                continue;
            }
            let at = self.at;
            if let ascii @ b'!'..=b'~' = self.source.as_bytes()[at] {
                self.at += 1;
                return Some(Letter { ch: ascii.into(), at, end: at + 1, folded: false });
            }
            if let Some(ch) = kept(self.source.as_bytes(), at) {
                self.at += 3;
                return Some(Letter { ch, at, end: at + 3, folded: false });
            }
            let raw = self.source[at..self.stop].chars().next()?;
            self.at += raw.len_utf8();
            if !is_blank(raw) {
                let ch = fold(raw);
                return Some(Letter { ch, at, end: self.at, folded: ch != raw });
            }
        }
    }
}

/// The character of three bytes at `at` that is kept as it is: a Chinese one, quotation marks, 、 and 。, `，：；`.
#[inline]
fn kept(bytes: &[u8], at: usize) -> Option<char> {
    let &[first, second, third] = bytes[at..].first_chunk()?;
    // A character of fewer or more bytes gives none of these codes.
    let code = ((u32::from(first) << 12) + (u32::from(second) << 6) + u32::from(third)).wrapping_sub(0xe_2080);
    let kept = matches!(code, 0x2010..=0x2027 | 0x3001..=0x9fff | 0xff0c | 0xff1a | 0xff1b);
    if kept { char::from_u32(code) } else { None }
}
