//! Bytes to characters, and characters to paragraphs and rows.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

use crate::extract::document::{Assembly, BlockKind, Footnote, Place};
use crate::extract::error::Error;
use crate::extract::txt::decode_as;

/// The East Asian encoding of a font by its charset.
pub(super) fn charset(number: i32) -> Option<&'static Encoding> {
    match number {
        128 => Some(SHIFT_JIS),
        129 => Some(EUC_KR),
        134 => Some(GB18030),
        136 => Some(BIG5),
        _ => None,
    }
}

/// The encoding of a code page of Windows.
pub(super) fn code_page(number: i32) -> &'static Encoding {
    match number {
        932 => SHIFT_JIS,
        936 | 54936 => GB18030,
        949 => EUC_KR,
        950 => BIG5,
        65001 => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// A paragraph in the making, with the row it stands in.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub text: String,
    pub label: String,
    pub outline_level: Option<u8>,
    pub in_table: bool,
    /// The cells of the row so far, each with its paragraphs.
    cells: Vec<Vec<String>>,
    cell: Vec<String>,
}

/// The text of the file.
pub(super) struct Texts<'l> {
    pub assembly: Assembly<'l>,
    pub now: Paragraph,
    /// What was interrupted by a footnote or text box, and what that is.
    outer: Vec<(Paragraph, Inner)>,
    /// Bytes not yet decoded, and whether the last begins a character of two.
    bytes: Vec<u8>,
    half: bool,
    high: Option<u16>,
    pub replaced: usize,
    paragraphs: u32,
}

/// What interrupts a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    Footnote,
    TextBox,
}

impl<'l> Texts<'l> {
    pub fn new(assembly: Assembly<'l>) -> Self {
        Self {
            assembly,
            now: Paragraph::default(),
            outer: Vec::new(),
            bytes: Vec::new(),
            half: false,
            high: None,
            replaced: 0,
            paragraphs: 0,
        }
    }

    /// Adds a byte of a text in the file's encodings.
    pub fn byte(&mut self, byte: u8) {
        self.half = !self.half && byte >= 0x81;
        self.bytes.push(byte);
    }

    /// Whether the next byte belongs to the character before.
    pub fn is_half(&self) -> bool {
        self.half
    }

    pub fn has_bytes(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Decodes the bytes added, in `likely` or, where that has no meaning for them, in `other`.
    pub fn decode(&mut self, likely: &'static Encoding, other: Option<&'static Encoding>) -> String {
        self.half = false;
        let bytes = std::mem::take(&mut self.bytes);
        let mut decoded = decode_as(&bytes, likely);
        if let Some(other) = other.filter(|_| decoded.replaced > 0) {
            let second = decode_as(&bytes, other);
            if second.replaced < decoded.replaced {
                decoded = second;
            }
        }
        self.replaced += decoded.replaced;
        decoded.text.into_owned()
    }

    /// A unit of UTF-16 as a character, once it is complete.
    pub fn unit(&mut self, unit: u16) -> Option<char> {
        match (self.high.take(), unit) {
            (_, 0xD800..=0xDBFF) => {
                self.high = Some(unit);
                None
            }
            (Some(high), 0xDC00..=0xDFFF) => char::decode_utf16([high, unit]).next()?.ok(),
            (None, 0xDC00..=0xDFFF) => {
                self.replaced += 1;
                Some('\u{FFFD}')
            }
            // Word writes the bytes of symbol fonts as private characters: they have no meaning outside.
            (_, 0xF000..=0xF0FF) => None,
            _ => char::from_u32(u32::from(unit)),
        }
    }

    /// A line end within a paragraph: a blank, but not beside Chinese characters.
    pub fn line(&mut self) {
        if self.now.text.ends_with(|ch: char| ch.is_ascii() && ch != ' ') {
            self.now.text.push(' ');
        }
    }

    /// Ends a paragraph.
    pub fn paragraph(&mut self) -> Result<(), Error> {
        if self.now.in_table {
            let text = self.take_text();
            let label = std::mem::take(&mut self.now.label);
            self.now.cell.push(label + &text);
            return Ok(());
        }
        if !self.now.cells.is_empty() || !self.now.cell.is_empty() {
            self.row()?;
        }
        let text = self.take_text();
        let mut label = std::mem::take(&mut self.now.label);
        // A bullet says nothing.
        if !label.contains(char::is_alphanumeric) {
            label.clear();
        }
        let kind = if label.is_empty() { BlockKind::Body } else { BlockKind::ListItem };
        self.emit(kind, &label, &text)
    }

    pub fn cell(&mut self) {
        let text = self.take_text();
        let label = std::mem::take(&mut self.now.label);
        let mut cell = std::mem::take(&mut self.now.cell);
        cell.push(label + &text);
        self.now.cells.push(cell);
    }

    /// Ends a row. A cell alone in its row is no table's but only frames its paragraphs.
    pub fn row(&mut self) -> Result<(), Error> {
        if !self.now.cell.is_empty() {
            let cell = std::mem::take(&mut self.now.cell);
            self.now.cells.push(cell);
        }
        let cells = std::mem::take(&mut self.now.cells);
        if let [paragraphs] = cells.as_slice() {
            return paragraphs.iter().try_for_each(|text| self.emit(BlockKind::Body, "", text));
        }
        let row = cells.iter().map(|cell| cell.concat()).collect::<Vec<_>>().join("\t");
        self.emit(BlockKind::TableRow, "", row.trim_end())
    }

    fn take_text(&mut self) -> String {
        std::mem::take(&mut self.now.text).trim().to_owned()
    }

    fn emit(&mut self, kind: BlockKind, label: &str, text: &str) -> Result<(), Error> {
        let inner = self.outer.last().map(|(_, inner)| *inner);
        if inner == Some(Inner::Footnote) {
            if let Some(footnote) = self.assembly.footnotes.last_mut() {
                footnote.text.push_str(label);
                footnote.text.push_str(text);
            }
            return Ok(());
        }
        if label.is_empty() && text.is_empty() {
            return Ok(());
        }
        let kind = if inner.is_some() { BlockKind::TextBox } else { kind };
        let place =
            Place { outline_level: self.now.outline_level, paragraph: Some(self.paragraphs), ..Place::new(kind) };
        self.paragraphs += 1;
        self.assembly.block(label, text, place)
    }

    /// Interrupts the paragraph.
    pub fn begin(&mut self, inner: Inner) {
        if inner == Inner::Footnote {
            // Blocks are added whole: the mark's place in the paragraph being made follows from what that holds.
            let nested = !self.outer.is_empty() || self.now.in_table || !self.now.cells.is_empty();
            let before = self.now.text.trim_start();
            let at = self.assembly.next() as usize + self.now.label.len() + before.len();
            let at = if nested { None } else { u32::try_from(at).ok() };
            self.assembly.footnotes.push(Footnote { text: String::new(), at });
        }
        let outer = std::mem::take(&mut self.now);
        self.outer.push((outer, inner));
    }

    /// Goes on with the paragraph that was interrupted.
    pub fn end(&mut self) -> Result<(), Error> {
        self.now.in_table = false;
        self.paragraph()?;
        if let Some((outer, _)) = self.outer.pop() {
            self.now = outer;
        }
        Ok(())
    }
}
