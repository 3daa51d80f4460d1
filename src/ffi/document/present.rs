//! Files, for a library that was built with readers.

use super::rows::Tables;
use crate::extract::{Anchor, Block, Error, ErrorKind, Footnote, Warning, extract};
use crate::ffi::coded::Coded;
use crate::ffi::records::{FAZHI_NONE, fazhi_anchor, fazhi_block, fazhi_footnote, fazhi_metadata, fazhi_warning};
use crate::ffi::status::*;
use crate::ffi::strings::Strings;
use crate::report::{Parser, Report};

pub(in crate::ffi) use crate::extract::Limits;

pub(super) type Document = crate::extract::Document<'static>;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let status = match error.kind() {
            ErrorKind::Encrypted => FAZHI_ERR_ENCRYPTED,
            ErrorKind::NoTextLayer { .. } => FAZHI_ERR_NO_TEXT_LAYER,
            ErrorKind::Undecodable { .. } => FAZHI_ERR_UNDECODABLE,
            ErrorKind::Damaged => FAZHI_ERR_DAMAGED,
            ErrorKind::TooLarge { .. } => FAZHI_ERR_TOO_LARGE,
            ErrorKind::NoArticle { .. } => FAZHI_ERR_NO_ARTICLE,
            ErrorKind::WrongFormat { .. } => FAZHI_ERR_WRONG_FORMAT,
            ErrorKind::Unsupported { .. } => FAZHI_ERR_UNSUPPORTED_FORMAT,
        };
        Self::new(status, error.to_string())
    }
}

/// Fails where nothing can be read.
pub(in crate::ffi) fn require() -> Result<(), Failure> {
    Ok(())
}

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Failure> {
    Ok(extract(bytes, limits)?.into_owned())
}

pub(super) fn parse<'d>(document: &'d Document, parser: &mut Parser) -> Result<Report<'d>, Failure> {
    Ok(document.parse(parser)?)
}

pub(super) fn text(document: &Document) -> &str {
    document.text()
}

pub(super) fn format(document: &Document) -> &str {
    document.format().name()
}

pub(super) fn encoding(document: &Document) -> &str {
    document.encoding()
}

/// The index of the block around a byte, or FAZHI_NONE.
pub(super) fn block_at(document: &Document, offset: u32) -> u32 {
    let index = document.block_at(offset).map(|block| {
        // Blocks stand in text order.
        document.blocks().partition_point(|other| other.span.start < block.span.start) as u32
    });
    index.unwrap_or(FAZHI_NONE)
}

/// The rows of a document, and the texts they point to.
pub(super) fn tables(document: &Document) -> Tables {
    let mut strings = Strings::default();
    let texts = &mut strings;
    let metadata = document.metadata();
    Tables {
        metadata: fazhi_metadata {
            title: texts.add_if(metadata.title.as_ref()),
            published: texts.add_if(metadata.published.as_ref()),
            source: texts.add_if(metadata.source.as_ref()),
        },
        blocks: document.blocks().iter().map(|row| block(row, &document.block_text(row), texts)).collect(),
        anchors: document.anchors().iter().map(anchor).collect(),
        footnotes: document.footnotes().iter().map(|row| footnote(row, texts)).collect(),
        warnings: document.warnings().iter().map(|row| warning(row, texts)).collect(),
        strings,
    }
}

fn block(row: &Block, text: &str, texts: &mut Strings) -> fazhi_block {
    let (first_page, last_page) = row.pages.unwrap_or_default();
    fazhi_block {
        span: row.span.into(),
        label: row.label.into(),
        text: texts.add(text),
        first_page,
        last_page,
        paragraph: row.paragraph.unwrap_or(FAZHI_NONE),
        kind: row.kind.code(),
        outline_level: row.outline_level.unwrap_or(0),
        reserved: 0,
    }
}

fn anchor(row: &Anchor) -> fazhi_anchor {
    let [left, top, right, bottom] = row.edges;
    fazhi_anchor { span: row.span.into(), page: row.page, left, top, right, bottom }
}

fn footnote(row: &Footnote, texts: &mut Strings) -> fazhi_footnote {
    fazhi_footnote { text: texts.add(&row.text), at: row.at.unwrap_or(FAZHI_NONE) }
}

fn warning(row: &Warning, texts: &mut Strings) -> fazhi_warning {
    fazhi_warning {
        message: texts.add(&row.message),
        page: row.page.unwrap_or(0),
        kind: row.kind.code(),
        reserved: [0; 2],
    }
}
