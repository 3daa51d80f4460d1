//! Plain text in any encoding. Text in UTF-8 is borrowed, so that positions are those of the file.

mod decode;

use super::document::{Block, BlockKind, Document, Format, Metadata, Warning, WarningKind};
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use crate::limits;
use crate::span::Span;
use crate::text::wrap::{line_columns, wrap_width};
use crate::text::{Buffers, LineKind, Paragraph, Text};

#[cfg(any(feature = "html", feature = "doc"))]
pub(super) use decode::decode_as;
pub(super) use decode::{Decoded, decode};

/// One replaced character in so many leaves a text that can be read.
const REPLACED_AT_MOST: usize = 5;

/// One control character in so many bytes leaves a text; programs and pictures, which are never UTF-8, have more.
const CONTROLS_AT_MOST: usize = 100;

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
    let controls = || text.chars().filter(|ch| ch.is_control() && !ch.is_ascii_whitespace()).count();
    if encoding != "UTF-8" && controls() * CONTROLS_AT_MOST > text.len() {
        return Err(ErrorKind::WrongFormat { found: "binary data".into() }.into());
    }
    let (blocks, gaps) = blocks(&text);
    Ok(Document {
        format: Format::Text,
        encoding,
        text,
        blocks,
        gaps,
        anchors: Vec::new(),
        footnotes: Vec::new(),
        warnings,
        metadata: Metadata::default(),
    })
}

/// The paragraphs of a text, and the pieces inside that are no part of them: lines that were wrapped by hand belong to one.
fn blocks(text: &str) -> (Vec<Block>, Vec<Span>) {
    let limits = limits::Limits::new().max_bytes(u32::MAX);
    let Ok(text) = Text::read_str(text, &limits, Buffers::default()) else { return Default::default() };
    let width = wrap_width(&text);
    let mut blocks: Vec<Block> = Vec::with_capacity(text.paragraphs.len());
    let mut gaps = text.gaps.clone();
    let mut before: Option<&Paragraph> = None;
    let mut indented = false;
    for paragraph in &text.paragraphs {
        match blocks.last_mut() {
            Some(block) if indented && before.is_some_and(|before| goes_on(&text, width, before, paragraph)) => {
                gaps.push(Span::new(block.span.end, paragraph.span.start));
                block.span.end = paragraph.span.end;
            }
            _ => {
                indented = text.lines[paragraph.lines.0 as usize].indented;
                blocks.push(body(paragraph.span));
            }
        }
        before = Some(paragraph);
    }
    gaps.sort_unstable();
    (blocks, gaps)
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

#[cfg(test)]
mod tests {
    use super::{Limits, read};

    #[test]
    fn wrapped_lines_are_one_block() {
        let villages: Vec<char> = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未".chars().collect();
        let line = |village: char| format!("{village}村把每一件申请都当作检验依法办事成色的考题");
        let (mut text, mut expected) = (String::new(), Vec::new());
        for three in villages.chunks(3) {
            let [first, second, third] = [line(three[0]), line(three[1]), line(three[2])];
            let cut: String = first.chars().skip(2).collect();
            text += &format!("　　{cut}\n{second}\n\n— 2 —\n\n\u{c}{third}\n也就办结十二件。\n");
            expected.push(format!("{cut}{second}{third}也就办结十二件。"));
        }
        let document = read(text.as_bytes(), &Limits::new()).unwrap();
        assert_eq!(document.text(), text);
        let blocks: Vec<_> = document.blocks().iter().map(|block| document.block_text(block)).collect();
        assert_eq!(blocks, expected);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(read(&noise, &Limits::new()).is_err());
        assert!(read(b"", &Limits::new()).unwrap().blocks().is_empty());
        assert!(read(&[b'a'; 9], &Limits::new().max_text_bytes(8)).is_err());
    }
}
