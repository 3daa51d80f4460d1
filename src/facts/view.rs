//! A paragraph's characters as the grammars ask for them: by index, by word from an index on, by word before one.

use crate::text::class;
use crate::text::glyph::{Glyph, Space};

/// The characters of a paragraph. Asking outside gives `'\0'`, so that no grammar has to check the bounds.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    items: &'a [Glyph],
}

impl<'a> View<'a> {
    #[inline]
    pub fn new(items: &'a [Glyph]) -> Self {
        Self { items }
    }

    #[inline]
    pub fn items(self) -> &'a [Glyph] {
        self.items
    }

    #[inline]
    pub fn len(self) -> usize {
        self.items.len()
    }

    /// What the character at `index` may mean.
    #[inline]
    pub fn class(self, index: usize) -> u8 {
        self.items.get(index).map_or(class::OUTSIDE, |glyph| glyph.class)
    }

    /// What the character before `index` may mean.
    #[inline]
    pub fn class_before(self, index: usize) -> u8 {
        index.checked_sub(1).map_or(class::OUTSIDE, |before| self.class(before))
    }

    /// The character at `index`.
    #[inline]
    pub fn ch(self, index: usize) -> char {
        self.items.get(index).map_or('\0', |glyph| glyph.ch)
    }

    /// The character before `index`.
    #[inline]
    pub fn before(self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |before| self.ch(before))
    }

    /// What stands between `index` and the character before it.
    #[inline]
    pub fn space(self, index: usize) -> Space {
        self.items.get(index).map_or(Space::Break, |glyph| glyph.before)
    }

    /// Whether `index` follows the character before it with nothing between.
    #[inline]
    pub fn close(self, index: usize) -> bool {
        index > 0 && self.space(index) == Space::None
    }

    /// Whether `word` stands at `index`.
    pub fn has(self, index: usize, word: &str) -> bool {
        self.behind(index, word).is_some()
    }

    /// Whether `word` stands right before `index`.
    pub fn ends(self, index: usize, word: &str) -> bool {
        self.start(index, word).is_some()
    }

    /// The index behind `word`, if it stands at `index`.
    pub fn behind(self, index: usize, word: &str) -> Option<usize> {
        let mut at = index;
        for ch in word.chars() {
            if at >= self.items.len() || self.items[at].ch != ch {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The index of the first character of `word`, if it stands right before `index`.
    pub fn start(self, index: usize, word: &str) -> Option<usize> {
        let mut at = index;
        for ch in word.chars().rev() {
            at = at.checked_sub(1)?;
            if self.items.get(at)?.ch != ch {
                return None;
            }
        }
        Some(at)
    }

    /// Whether one of `words` stands at `index`; the index behind it.
    pub fn any(self, index: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.behind(index, word))
    }

    /// Whether one of `words` stands right before `index`; the index of its first character.
    pub fn any_before(self, index: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.start(index, word))
    }

    /// Index of the first of `wanted` in the `count` characters from `index` on.
    pub fn find(self, index: usize, count: usize, mut wanted: impl FnMut(char) -> bool) -> Option<usize> {
        let rest = self.items.get(index..)?;
        let near = &rest[..rest.len().min(count)];
        Some(index + near.iter().position(|glyph| wanted(glyph.ch))?)
    }
}

/// Marks that end a sentence or a part of it.
pub(super) fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '，' | ',' | '；' | ';' | '、' | '：' | ':' | '！' | '!' | '？' | '?' | '\0')
}

/// Opening or closing quotation marks.
pub(super) fn is_quote(ch: char) -> bool {
    matches!(ch, '“' | '”' | '"' | '‘' | '’' | '「' | '」' | '『' | '』' | '〝' | '〞')
}

/// Marks that open a quotation; an ASCII mark may.
pub(super) fn opens_quote(ch: char) -> bool {
    matches!(ch, '“' | '‘' | '「' | '『' | '〝')
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}' | '〇')
}
