//! Lists of names as a paragraph writes them: how many there are, where they stand, whether they are all.

use smallvec::SmallVec;

use crate::span::Span;
use crate::text::glyph::{Glyph, Glyphs};

/// Longest list that is read, in characters.
pub(super) const REACH: usize = 240;

/// A list of names.
#[derive(Debug)]
pub(super) struct Listing {
    /// The names between the 、, as indices of characters.
    pub names: SmallVec<[(usize, usize); 16]>,
    /// How many more there are when 和, 与, 及 join two of them.
    pub joins: usize,
    /// What a list for certain does not have: 等, digits, other marks between the names.
    pub loose: bool,
}

impl Listing {
    /// Whether the list has `count` names under some reading.
    pub fn may_be(&self, count: usize) -> bool {
        (self.names.len()..=self.names.len() + self.joins).contains(&count)
    }

    /// The number to tell: the one nearest to `count`.
    pub fn nearest(&self, count: usize) -> usize {
        count.clamp(self.names.len(), self.names.len() + self.joins)
    }

    /// The longest name but the first, in characters.
    pub fn longest(&self) -> usize {
        self.names.iter().skip(1).map(|(from, to)| to - from).max().unwrap_or(0)
    }

    /// Whether all names end with the same character, or all but the first are of one length.
    pub fn is_even(&self, items: &[Glyph]) -> bool {
        let Some(&(_, last)) = self.names.last() else {
            return false;
        };
        let tail = items[last - 1].ch;
        let ends_alike = self.names.iter().all(|&(_, to)| items[to - 1].ch == tail);
        let mut lengths = self.names.iter().skip(1).map(|(from, to)| to - from);
        let first = lengths.next();
        ends_alike || lengths.all(|length| Some(length) == first)
    }

    /// The names' spans; none when there are many or long ones.
    pub fn spans(&self, glyphs: &Glyphs) -> impl Iterator<Item = Span> {
        let names = if self.names.len() > 12 { &[] } else { self.names.as_slice() };
        names.iter().map(|&(from, to)| glyphs.span(from, to)).filter(|span| span.len() <= 60)
    }
}

pub(super) fn opens(ch: char) -> bool {
    matches!(ch, '(' | '“' | '《' | '‘' | '「' | '【')
}

pub(super) fn closes(ch: char) -> bool {
    matches!(ch, ')' | '”' | '》' | '’' | '」' | '】')
}

/// Reads the names in `from..to`.
pub(super) fn read(items: &[Glyph], from: usize, to: usize) -> Listing {
    let mut listing = Listing { names: SmallVec::new(), joins: 0, loose: false };
    let mut start = from;
    let mut depth = 0_usize;
    for index in from..to {
        let ch = items[index].ch;
        let next = items.get(index + 1).filter(|_| index + 1 < to).map(|glyph| glyph.ch);
        if opens(ch) {
            depth += 1;
        } else if closes(ch) {
            depth = depth.saturating_sub(1);
            if depth == 0 && ch != ')' && next.is_some_and(|next| opens(next) && next != '(') {
                listing.names.push((start, index + 1));
                start = index + 1;
            }
        } else if depth == 0 {
            match ch {
                '、' => {
                    if start < index {
                        listing.names.push((start, index));
                    }
                    start = index + 1;
                }
                '和' | '与' | '及' | '或' | '暨' => listing.joins += usize::from(index > start && next.is_some()),
                '等' | '，' | ',' | '；' | ';' | '…' | '：' | ':' | '0'..='9' => listing.loose = true,
                _ => {}
            }
        }
    }
    if start < to {
        listing.names.push((start, to));
    }
    listing.loose |= depth > 0 || listing.names.is_empty();
    listing
}

/// Index of the bracket or quotation mark that closes the one at `open`.
pub(super) fn close(items: &[Glyph], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, glyph) in items.iter().enumerate().skip(open).take(REACH) {
        if opens(glyph.ch) {
            depth += 1;
        } else if closes(glyph.ch) {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(index);
            }
        }
    }
    None
}

/// Index of the mark that opened the one at `close`.
pub(super) fn open(items: &[Glyph], close: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for index in (close.saturating_sub(REACH)..=close).rev() {
        let ch = items[index].ch;
        if closes(ch) {
            depth += 1;
        } else if opens(ch) {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(index);
            }
        }
    }
    None
}
