//! Paragraphs on their way to the document, and how pieces of text are joined.

use crate::extract::document::BlockKind;

/// A paragraph, or a row of a table.
#[derive(Debug)]
pub(in crate::extract) struct Line {
    /// The number that automatic numbering made.
    pub label: String,
    /// Its text. A line feed parts what a soft break made two paragraphs of.
    pub text: String,
    /// Marks of notes.
    pub marks: Vec<Mark<Note>>,
    /// Where its text comes from, if that is asked for; the first is the paragraph itself.
    pub origins: Trace,
    pub kind: BlockKind,
    pub outline_level: Option<u8>,
    pub paragraph: Option<u32>,
    /// A break that makes something only if text follows.
    pending: Option<Break>,
}

/// Something that belongs to a place in the text.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Mark<T> {
    /// How much of the text is before it.
    pub at: usize,
    pub what: T,
}

/// Where pieces of a text come from, in its order: each says where in the part the element begins that holds it.
pub(in crate::extract) type Trace = Vec<Mark<usize>>;

/// Which note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::extract) enum Note {
    Foot(i32),
    End(i32),
}

/// Breaks inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::extract) enum Break {
    /// A line end of the markup itself.
    Blank,
    /// A soft break: titles are laid out by them, and pages that were copied have them in place of paragraphs.
    Line,
    /// A page or column ends.
    Page,
}

/// Marks behind which a soft break ends a paragraph.
const SENTENCE_ENDS: &str = "。！？；：";

impl Line {
    pub fn new(kind: BlockKind, paragraph: Option<u32>) -> Self {
        let (label, text) = (String::new(), String::new());
        let (marks, origins) = (Vec::new(), Vec::new());
        Self { label, text, marks, origins, kind, outline_level: None, paragraph, pending: None }
    }

    /// Whether it shows nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim_end().is_empty() && self.label.is_empty()
    }

    /// Bytes it takes.
    pub fn len(&self) -> usize {
        self.label.len() + self.text.len()
    }

    /// Adds text. Blanks at the beginning of a paragraph are layout.
    pub fn push(&mut self, text: &str) {
        for ch in text.chars() {
            match ch {
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.push_break(Break::Blank),
                ch if (ch.is_control() && ch != '\t') || is_symbol(ch) => {}
                ch => self.push_char(ch),
            }
        }
    }

    /// Notes the mark of a note.
    pub fn mark(&mut self, note: Note) {
        self.marks.push(Mark { at: self.text.len(), what: note });
    }

    /// Notes where what follows comes from, if that is asked for.
    pub fn come_from(&mut self, origin: Option<usize>) {
        if let Some(place) = origin
            && self.origins.last().is_none_or(|last| last.what != place)
        {
            self.origins.push(Mark { at: self.text.len(), what: place });
        }
    }

    /// Where its text comes from, in a text in which it begins at `begin`. A number belongs to the paragraph, which comes first.
    pub fn trace(&self, begin: usize) -> impl Iterator<Item = Mark<usize>> {
        let at = move |index, at| if index == 0 { begin } else { begin + self.label.len() + at };
        self.origins.iter().enumerate().map(move |(index, origin)| Mark { at: at(index, origin.at), ..*origin })
    }

    pub fn push_break(&mut self, kind: Break) {
        let stronger = self.pending.is_none_or(|pending| pending == Break::Blank || kind == Break::Page);
        if stronger {
            self.pending = Some(kind);
        }
    }

    fn push_char(&mut self, ch: char) {
        if let Some(kind) = self.pending.take() {
            self.settle(kind, ch);
        }
        let at_start = self.text.is_empty() || self.text.ends_with('\n');
        if !(at_start && ch.is_whitespace()) {
            self.text.push(ch);
        }
    }

    /// Makes of a break what it means between the text so far and `next`.
    fn settle(&mut self, kind: Break, next: char) {
        let before = self.text.trim_end();
        let Some(last) = before.chars().next_back() else { return };
        let is_paragraph = match kind {
            Break::Blank => false,
            // Behind a sentence, or before an indent.
            Break::Line => SENTENCE_ENDS.contains(last) || matches!(next, '\u{3000}' | '\t'),
            Break::Page => true,
        };
        if is_paragraph {
            let end = before.len();
            self.text.truncate(end);
            self.cut_marks();
            self.text.push('\n');
        } else if needs_blank(self.text.chars().next_back(), next) {
            self.text.push(' ');
        }
    }

    /// Ends it: blanks at the end are layout.
    pub fn finish(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        self.pending = None;
        self.cut_marks();
    }

    /// Moves the marks of what was cut off to the end of what is left.
    fn cut_marks(&mut self) {
        let end = self.text.len();
        // They are in the order of the text: not all of them are looked through again at each break.
        self.marks.iter_mut().rev().take_while(|mark| mark.at > end).for_each(|mark| mark.at = end);
        self.origins.iter_mut().rev().take_while(|origin| origin.at > end).for_each(|origin| origin.at = end);
    }

    /// Adds another line to the same paragraph, its soft breaks and numbers being plain text there.
    pub fn append(&mut self, other: &Line) {
        let first = other.label.chars().chain(other.text.chars()).next();
        if first.is_some_and(|first| needs_blank(self.text.chars().next_back(), first)) {
            self.text.push(' ');
        }
        let begin = self.text.len();
        self.text.push_str(&other.label);
        let start = self.text.len();
        // Marks stay where they are if every break is replaced by one byte, or else move back by as many as were dropped.
        let mut dropped = Vec::new();
        for (at, ch) in other.text.char_indices() {
            let next = other.text[at + ch.len_utf8()..].chars().next();
            match (ch, next) {
                ('\n', Some(next)) if !needs_blank(self.text.chars().next_back(), next) => dropped.push(at),
                ('\n', _) => self.text.push(' '),
                (ch, _) => self.text.push(ch),
            }
        }
        let shift = |at: usize| start + at - dropped.partition_point(|gone| *gone < at);
        self.marks.extend(other.marks.iter().map(|mark| Mark { at: shift(mark.at), ..*mark }));
        let origins = other.origins.iter().enumerate();
        let at = |index, at| if index == 0 { begin } else { shift(at) };
        self.origins.extend(origins.map(|(index, origin)| Mark { at: at(index, origin.at), ..*origin }));
    }
}

/// Whether two pieces of text that come together must be told apart: two words, or two numbers.
fn needs_blank(before: Option<char>, next: char) -> bool {
    let joins = |ch: char| ch.is_whitespace() || is_chinese(ch);
    before.is_some_and(|before| !joins(before)) && !joins(next)
}

/// Places of fonts like Wingdings, whose signs have no meaning as characters.
pub(in crate::extract) fn is_symbol(ch: char) -> bool {
    matches!(ch, '\u{F000}'..='\u{F0FF}')
}

/// Ideographs, and the marks that are set as wide as they.
fn is_chinese(ch: char) -> bool {
    ch >= '\u{2E80}' || matches!(ch, '—' | '‘'..='”' | '…' | '·')
}
