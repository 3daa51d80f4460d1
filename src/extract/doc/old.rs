//! Word 6 and 95: the text alone. Numbers that Word made and what was hidden are not told apart in it.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_16LE, WINDOWS_1252};

use super::bytes::{clipped, size_at, u16_at};
use super::story::{Tally, control};
use crate::extract::document::{Assembly, BlockKind, Document, WarningKind};
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::txt::decode_as;
use crate::extract::word::fields::Fields;
use crate::extract::word::line::{Break, Line};
use crate::extract::word::{Notes, Output};

/// Flags: the text lies in pieces, and its characters have two bytes each.
const IN_PIECES: u16 = 0x0004;
const WIDE: u16 = 0x1000;

/// Places in the head: the language, where the text begins, how many characters the main text has.
const LANGUAGE: usize = 0x06;
const START: usize = 0x18;
const LENGTH: usize = 0x34;

/// Reads a file whose text stands in one place.
pub(super) fn read(document: &[u8], damaged: bool, limits: &Limits) -> Result<Document<'static>, Error> {
    let flags = u16_at(document, 10).unwrap_or(0);
    if flags & IN_PIECES != 0 {
        return Err(Error::unsupported("快速保存的 Word 6/95 文档，请另存为新格式"));
    }
    let start = size_at(document, START).unwrap_or(usize::MAX);
    let length = size_at(document, LENGTH).unwrap_or(0);
    let (encoding, width) = match flags & WIDE {
        0 => (encoding(u16_at(document, LANGUAGE).unwrap_or(0)), 1),
        _ => (UTF_16LE, 2),
    };
    let bytes = clipped(document, start, length.saturating_mul(width));
    let decoded = decode_as(bytes, encoding);
    limits.check("text", decoded.text.len(), limits.text_bytes())?;

    let mut assembly = Assembly::new(limits);
    assembly.warn(WarningKind::Damaged, None, "Word 6/95 文档只读出文字，自动编号与隐藏文字未能辨认");
    let mut tally = Tally { replaced: decoded.replaced, ..Tally::default() };
    let mut reader = Reader {
        output: Output::new(Some(&mut assembly), Notes::new()),
        fields: Fields::default(),
        cells: Vec::new(),
        line: Line::new(BlockKind::Body, Some(0)),
        paragraphs: 0,
        limits,
    };
    for ch in decoded.text.chars() {
        reader.character(ch, &mut tally)?;
    }
    reader.end_row()?;
    reader.end_paragraph()?;
    super::finish(assembly, tally, damaged || bytes.len() < length.saturating_mul(width))
}

/// The encoding of a language of Windows.
fn encoding(language: u16) -> &'static Encoding {
    match language {
        0x0804 | 0x1004 => GB18030,
        0x0404 | 0x0C04 | 0x1404 => BIG5,
        0x0411 => SHIFT_JIS,
        0x0412 => EUC_KR,
        _ => WINDOWS_1252,
    }
}

struct Reader<'r, 'l> {
    output: Output<'r, 'l>,
    fields: Fields,
    /// The cells of the row that has not ended.
    cells: Vec<Line>,
    line: Line,
    paragraphs: u32,
    limits: &'r Limits,
}

impl Reader<'_, '_> {
    fn character(&mut self, ch: char, tally: &mut Tally) -> Result<(), Error> {
        match u16::try_from(ch).unwrap_or(u16::MAX) {
            control::FIELD => self.fields.mark("begin", self.limits)?,
            control::FIELD_RESULT => self.fields.mark("separate", self.limits)?,
            control::FIELD_END => self.fields.mark("end", self.limits)?,
            control::PARAGRAPH => self.end_paragraph()?,
            // Behind the end of its last cell a row has an end of its own, which looks like that of an empty cell.
            control::CELL if !self.cells.is_empty() && self.line.is_blank() => self.end_row()?,
            control::CELL => self.end_cell(),
            _ if !self.fields.show() => self.fields.code(ch.encode_utf8(&mut [0; 4])),
            control::PICTURE | control::DRAWING => tally.pictures += 1,
            control::LINE => self.line.push_break(Break::Line),
            control::PAGE | control::COLUMN => self.line.push_break(Break::Page),
            control::HYPHEN => self.line.push("-"),
            _ => self.line.push(ch.encode_utf8(&mut [0; 4])),
        }
        Ok(())
    }

    fn take_line(&mut self) -> Line {
        self.paragraphs += 1;
        let mut line = std::mem::replace(&mut self.line, Line::new(BlockKind::Body, Some(self.paragraphs)));
        line.finish();
        line
    }

    fn end_paragraph(&mut self) -> Result<(), Error> {
        self.fields.end_paragraph(0);
        let line = self.take_line();
        match self.cells.is_empty() {
            true => self.output.emit(&line),
            // Cells are known by their ends: the first paragraphs of a cell with several go with it from the second cell on.
            false => {
                self.cells.push(line);
                Ok(())
            }
        }
    }

    fn end_cell(&mut self) {
        let line = self.take_line();
        self.cells.push(line);
    }

    fn end_row(&mut self) -> Result<(), Error> {
        let cells = std::mem::take(&mut self.cells);
        let Some(first) = cells.first() else { return Ok(()) };
        let mut row = Line::new(BlockKind::TableRow, first.paragraph);
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                row.text.push('\t');
            }
            row.append(cell);
        }
        self.output.emit(&row)
    }
}
