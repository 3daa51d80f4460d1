//! Plain text in any encoding. Text in UTF-8 is borrowed, so that positions are those of the file.

mod decode;

use super::document::{Block, BlockKind, Document, Format, Metadata, Warning, WarningKind};
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use crate::limits;
use crate::span::Span;
use crate::text::wrap::{line_columns, wrap_width};
use crate::text::{Buffers, LineKind, Paragraph, Text};

pub(super) use decode::{Decoded, decode, decode_as};

/// One replaced character in so many leaves a text that can be read.
const REPLACED_AT_MOST: usize = 5;

/// Half columns that a full line may be short of the width: what could not be broken goes to the next one.
const SHORT: usize = 4;

/// Reads a text file.
pub(super) fn read<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Document<'a>, Error> {
    // No encoding takes more than two bytes for what UTF-8 has in one.
    limits.check("text", bytes.len() / 2, limits.text_bytes())?;
    let Decoded { text, encoding, replaced } = decode(bytes);
    limits.check("text", text.len(), limits.text_bytes())?;
    let mut warnings = Vec::new();
    if replaced > 0 {
        let total = text.chars().count();
        if replaced * REPLACED_AT_MOST > total {
            return Err(ErrorKind::Undecodable { unmapped: replaced, total }.into());
        }
        let message = format!("按 {encoding} 解码，{replaced} 处无法识别的字节以 U+FFFD 代替");
        warnings.push(Warning { kind: WarningKind::Replaced, page: None, message });
    }
    let blocks = blocks(&text);
    Ok(Document {
        format: Format::Text,
        encoding,
        text,
        blocks,
        anchors: Vec::new(),
        footnotes: Vec::new(),
        warnings,
        metadata: Metadata::default(),
    })
}

/// The paragraphs of a text; lines that were wrapped by hand belong to one.
fn blocks(text: &str) -> Vec<Block> {
    let limits = limits::Limits::new().max_bytes(u32::MAX);
    let Ok(text) = Text::read_str(text, &limits, Buffers::default()) else { return Vec::new() };
    let width = wrap_width(&text);
    let mut blocks: Vec<Block> = Vec::with_capacity(text.paragraphs.len());
    let mut before: Option<&Paragraph> = None;
    let mut indented = false;
    for paragraph in &text.paragraphs {
        match blocks.last_mut() {
            Some(block) if indented && before.is_some_and(|before| goes_on(&text, width, before, paragraph)) => {
                block.span.end = paragraph.span.end;
            }
            _ => {
                indented = text.lines[paragraph.lines.0 as usize].indented;
                blocks.push(body(paragraph.span));
            }
        }
        before = Some(paragraph);
    }
    blocks
}

fn body(span: Span) -> Block {
    Block {
        span,
        kind: BlockKind::Body,
        label: Span::new(span.start, span.start),
        outline_level: None,
        pages: None,
        paragraph: None,
    }
}

/// Whether `next` is the same paragraph of a hard-wrapped page as `before`. The parser starts anew behind every sentence
/// that ends with its line, which does it no harm; a reader goes by the indent.
fn goes_on(text: &Text<'_>, width: Option<usize>, before: &Paragraph, next: &Paragraph) -> bool {
    let line = |index: u32| &text.lines[index as usize];
    let (last, first) = (line(before.lines.1), line(next.lines.0));
    let between = &text.lines[before.lines.1 as usize + 1..next.lines.0 as usize];
    let same_flow = between.is_empty() || between.iter().any(|line| line.kind == LineKind::PageMark);
    let full = width.is_some_and(|width| line_columns(text, last) + SHORT >= 2 * width);
    full && same_flow && !first.indented
}
