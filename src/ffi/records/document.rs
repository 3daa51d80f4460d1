//! Rows of a document's tables.

use super::{fazhi_span, fazhi_text};

/// A paragraph of a file, or a row of a table in it. Texts stand in fazhi_document_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_block {
    /// Its place in the document's text.
    pub span: fazhi_span,
    /// The number that the file's automatic numbering made (一、), blanks behind it included; empty for a typed one.
    pub label: fazhi_span,
    /// What it says: its text without the line ends and page numbers of a text that was wrapped by hand.
    pub text: fazhi_text,
    /// The page it begins on, from 1; 0 where there are no pages (all but PDF and OFD).
    pub first_page: u32,
    /// The page it ends on; 0 where there are no pages.
    pub last_page: u32,
    /// Its number among the paragraphs of the file, from 0 (Word, web pages); else FAZHI_NONE.
    pub paragraph: u32,
    /// FAZHI_BLOCK_ kind.
    pub kind: u16,
    /// The outline level of its style, from 1; 0 for body text.
    pub outline_level: u8,
    /// Always 0.
    pub reserved: u8,
}

/// Where a line stands on its page (PDF, OFD): edges from the upper left corner of the page, in points of 1/72 inch.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_anchor {
    /// Its place in the document's text.
    pub span: fazhi_span,
    /// The page, from 1.
    pub page: u32,
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

/// A footnote or endnote, which is no part of the document's text. Its own stands in fazhi_document_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_footnote {
    /// What it says.
    pub text: fazhi_text,
    /// The byte of the document's text behind which its mark stood; FAZHI_NONE when that is not known.
    pub at: u32,
}

/// Something a reader should know of how a file was read. Texts stand in fazhi_document_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_warning {
    /// In words, in Chinese.
    pub message: fazhi_text,
    /// The page it concerns, from 1; 0 for none.
    pub page: u32,
    /// FAZHI_WARNING_ kind.
    pub kind: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// What a file says of itself; absent texts for what it does not. They stand in fazhi_document_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_metadata {
    /// The title.
    pub title: fazhi_text,
    /// When it was published, as written.
    pub published: fazhi_text,
    /// Who published it.
    pub source: fazhi_text,
}
