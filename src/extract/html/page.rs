//! A page as a flat list of its elements and texts in page order; an element's content is what follows it up to its end.

use super::elements::{Role, Traits};
use super::metadata::Declared;
use crate::span::Span;

/// Most nodes within a title or name.
const SHORT: usize = 500;

/// What is no element.
pub(super) const NONE: u32 = u32::MAX;

/// An element or a text.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub role: Role,
    pub traits: Traits,
    /// The element around it.
    pub parent: u32,
    /// Behind the last node of its content.
    pub end: u32,
    /// The text, or the address of a link or a document shown in the page, in [`Page::strings`].
    pub string: Span,
    /// The number of a list's first item, or of an item, where the page gives it.
    pub number: Option<u32>,
    pub count: Count,
}

/// What is counted of the text within an element, leaving out what is skipped.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    /// Characters but blanks.
    pub characters: u32,
    /// Those within links.
    pub linked: u32,
    /// Chinese punctuation outside of links.
    pub marks: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Most cells of a row.
    pub cells: u32,
}

impl Count {
    pub fn of(text: &str) -> Self {
        let mut count = Self::default();
        let mut before = ' ';
        for ch in text.chars().filter(|ch| !ch.is_whitespace()) {
            count.characters += 1;
            count.marks += u32::from(is_mark(ch, before));
            before = ch;
        }
        count
    }

    pub fn add(&mut self, inner: Count) {
        self.characters = self.characters.saturating_add(inner.characters);
        self.linked = self.linked.saturating_add(inner.linked);
        self.marks = self.marks.saturating_add(inner.marks);
        self.paragraphs = self.paragraphs.saturating_add(inner.paragraphs);
    }
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The first is the page itself.
    pub nodes: Vec<Node>,
    pub strings: String,
    pub declared: Declared,
}

impl Page {
    pub fn string(&self, node: &Node) -> &str {
        &self.strings[node.string.range()]
    }

    /// The text within an element; empty for one that is too large to be a title or name.
    pub fn short_text(&self, index: usize) -> String {
        let inside = index + 1..self.nodes[index].end as usize;
        if inside.len() > SHORT {
            return String::new();
        }
        let texts = self.nodes[inside].iter().filter(|node| node.role == Role::Text);
        texts.flat_map(|node| self.string(node).chars()).filter(|ch| !ch.is_whitespace()).collect()
    }
}

/// Whether a character is punctuation of Chinese sentences; many pages write ASCII commas between ideographs.
fn is_mark(ch: char, before: char) -> bool {
    let chinese = matches!(ch, '，' | '。' | '；' | '、' | '！' | '？');
    chinese || matches!(ch, ',' | ';') && is_wide(before)
}

/// Whether a character is written without blanks beside it: an ideograph, a Chinese mark, or a full-width form.
pub(super) fn is_wide(ch: char) -> bool {
    matches!(ch, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '—' | '…')
}
