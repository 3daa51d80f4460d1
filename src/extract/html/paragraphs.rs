//! The paragraphs and rows of a part of a page.

use std::ops::Range;

use super::elements::Role;
use super::numbers::{Numbers, is_numbered};
use super::page::{Node, Page, is_wide};
use crate::extract::document::BlockKind;

/// Furniture by its class is only believed if the rest of the article has this many times its punctuation.
const FURNITURE_SHARE: u32 = 10;

/// A paragraph or row.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its text, the label at its start.
    pub text: String,
    /// Bytes of the number that the page generates.
    pub label: usize,
    pub kind: BlockKind,
    pub outline_level: Option<u8>,
    /// Characters within links, blanks left out.
    pub linked: usize,
    /// The bytes of its text behind which marks of footnotes stood.
    pub footnote_marks: Vec<usize>,
}

/// What a part of a page says.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub lines: Vec<Line>,
    pub footnotes: Vec<String>,
    /// Symbols that were left out.
    pub symbols: usize,
}

/// Reads the nodes of `range`, which hold `marks` marks of punctuation.
pub(super) fn lines(page: &Page, range: Range<u32>, marks: u32) -> Lines {
    let mut writer = Writer::new();
    let mut open: Vec<u32> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        while let Some(last) = open.pop_if(|last| page.nodes[*last as usize].end <= at) {
            writer.leave(&page.nodes[last as usize]);
        }
        let node = &page.nodes[at as usize];
        let furniture = node.traits.furniture && node.count.marks.saturating_mul(FURNITURE_SHARE) <= marks;
        if node.role == Role::Text {
            writer.text(page.string(node));
        } else if node.traits.footnote_mark {
            writer.footnote_marks.push(writer.text.trim_end().len());
        } else if node.role == Role::Break {
            writer.flush();
        }
        if node.traits.skipped || node.traits.footnote_mark || (furniture && at > range.start) {
            at = node.end;
            continue;
        }
        if node.end > at + 1 {
            writer.enter(node);
            open.push(at);
        } else if node.role == Role::Cell {
            writer.enter(node);
            writer.leave(node);
        } else if !node.role.is_inline() {
            writer.flush();
        }
        at += 1;
    }
    while let Some(last) = open.pop() {
        writer.leave(&page.nodes[last as usize]);
    }
    writer.flush();
    writer.out
}

/// Blanks not yet written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Blank {
    None,
    /// A line end of the source: nothing between ideographs.
    LineEnd,
    /// A blank that is shown.
    Shown,
}

struct Writer {
    out: Lines,
    text: String,
    blank: Blank,
    label: usize,
    linked: usize,
    footnote_marks: Vec<usize>,
    heading: Option<u8>,
    links: usize,
    /// Where a generated number began, while it is being read.
    label_start: Option<usize>,
    /// Elements with a font of symbols around the text.
    symbols: usize,
    preformatted: usize,
    footnotes: usize,
    /// The lists around the text, and their next numbers.
    lists: Vec<(Numbers, u32)>,
    /// What the next paragraph is if it is the first of an item, with the item's number.
    item: Option<String>,
    /// Whether each table around the text holds data.
    tables: Vec<bool>,
    /// Cells begun of the row that is being read.
    cells: Option<usize>,
}

impl Writer {
    fn new() -> Self {
        Self {
            out: Lines::default(),
            text: String::new(),
            blank: Blank::None,
            label: 0,
            linked: 0,
            footnote_marks: Vec::new(),
            heading: None,
            links: 0,
            label_start: None,
            symbols: 0,
            preformatted: 0,
            footnotes: 0,
            lists: Vec::new(),
            item: None,
            tables: Vec::new(),
            cells: None,
        }
    }

    fn enter(&mut self, node: &Node) {
        if !node.role.is_inline() {
            self.flush();
        }
        match node.role {
            Role::Link => self.links += 1,
            Role::Heading(level) => self.heading = Some(level),
            Role::List => self.lists.push((node.traits.numbers, node.number.unwrap_or(1))),
            Role::Item => {
                let mut label = String::new();
                if let Some((numbers, next)) = self.lists.last_mut() {
                    let number = node.number.unwrap_or(*next);
                    *next = number.saturating_add(1);
                    label = numbers.label(number);
                }
                self.item = Some(label);
            }
            Role::Table => self.tables.push(!node.traits.layout && node.count.cells > 1),
            Role::Row if self.tables.last() == Some(&true) => self.cells = Some(0),
            Role::Cell => {
                if let Some(cells) = &mut self.cells {
                    if *cells > 0 {
                        self.text.truncate(self.text.trim_end_matches(is_blank).len());
                        self.text.push('\t');
                    }
                    *cells += 1;
                    self.blank = Blank::None;
                }
            }
            _ => {}
        }
        let traits = node.traits;
        self.symbols += usize::from(traits.symbols);
        self.preformatted += usize::from(traits.preformatted);
        self.footnotes += usize::from(traits.footnote);
        if traits.label && self.text.is_empty() {
            self.label_start = Some(0);
        }
    }

    fn leave(&mut self, node: &Node) {
        if node.role == Role::Row {
            self.cells = None;
        }
        if !node.role.is_inline() {
            self.flush();
        }
        match node.role {
            Role::Link => self.links -= 1,
            Role::Heading(_) => self.heading = None,
            Role::List => {
                self.lists.pop();
            }
            Role::Item => self.item = None,
            Role::Table => {
                self.tables.pop();
            }
            _ => {}
        }
        let traits = node.traits;
        self.symbols -= usize::from(traits.symbols);
        self.preformatted -= usize::from(traits.preformatted);
        self.footnotes -= usize::from(traits.footnote);
        if traits.label && self.label_start.take().is_some() {
            // What is between a number and its text is only there to align it.
            self.blank = Blank::None;
            self.label = self.text.len();
        }
    }

    fn text(&mut self, text: &str) {
        if self.symbols > 0 && self.label_start.is_some() {
            self.out.symbols += text.chars().filter(|ch| !ch.is_whitespace()).count();
            return;
        }
        for ch in text.chars() {
            match ch {
                '\n' if self.preformatted > 0 => self.flush(),
                '\n' | '\r' => self.blank = self.blank.max(Blank::LineEnd),
                // A line end with blanks beside it is a line end: sources are indented.
                ' ' | '\t' | '\x0C' if self.blank == Blank::LineEnd => {}
                _ if is_blank(ch) && ch != '\u{3000}' => self.blank = Blank::Shown,
                '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}' | '\0'..='\x1F' | '\x7F' => {}
                _ => self.push(ch),
            }
        }
    }

    fn push(&mut self, ch: char) {
        let blank = std::mem::replace(&mut self.blank, Blank::None);
        match self.text.chars().next_back() {
            None | Some('\t') if ch == '\u{3000}' => return,
            Some(before) if before != '\t' => {
                let joined = blank == Blank::LineEnd && (is_wide(before) || is_wide(ch));
                if blank != Blank::None && !joined && before != '\u{3000}' && ch != '\u{3000}' {
                    self.text.push(' ');
                }
            }
            _ => {}
        }
        self.text.push(ch);
        self.linked += usize::from(self.links > 0);
    }

    /// Ends a paragraph; within a row it is only a blank.
    fn flush(&mut self) {
        if self.cells.is_some() {
            self.blank = self.blank.max(Blank::LineEnd);
            return;
        }
        self.blank = Blank::None;
        let mut text = std::mem::take(&mut self.text);
        text.truncate(text.trim_end_matches(|ch| is_blank(ch) || ch == '\t').len());
        let label = std::mem::take(&mut self.label).min(text.len());
        let linked = std::mem::take(&mut self.linked);
        let footnote_marks = std::mem::take(&mut self.footnote_marks);
        self.label_start = self.label_start.map(|_| 0);
        if text.is_empty() {
            return;
        }
        if self.footnotes > 0 {
            self.out.footnotes.push(text);
            return;
        }
        let row = text.contains('\t');
        let mut line = Line { text, label, kind: BlockKind::Body, outline_level: self.heading, linked, footnote_marks };
        if row {
            line.kind = BlockKind::TableRow;
        } else if let Some(number) = self.item.take() {
            line.kind = BlockKind::ListItem;
            if label == 0 && !is_numbered(&line.text) {
                line.text.insert_str(0, &number);
                line.label = number.len();
                line.footnote_marks.iter_mut().for_each(|mark| *mark += number.len());
            }
        } else if label > 0 {
            line.kind = BlockKind::ListItem;
        }
        self.out.lines.push(line);
    }
}

/// Blanks within a line.
fn is_blank(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\x0C' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}
