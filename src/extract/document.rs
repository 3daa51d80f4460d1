//! What a reader gives back.

use std::borrow::Cow;

use super::error::Error;
use super::limits::Limits;
use crate::report::{Origin, Parser, Report};
use crate::span::Span;

/// The text of a file, and what the file knows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'a> {
    pub(super) format: Format,
    pub(super) encoding: &'static str,
    pub(super) text: Cow<'a, str>,
    pub(super) blocks: Vec<Block>,
    /// Pieces inside blocks that are no part of what they say, in text order: line ends of a wrapped text, page numbers.
    pub(super) gaps: Vec<Span>,
    pub(super) anchors: Vec<Anchor>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) warnings: Vec<Warning>,
    pub(super) metadata: Metadata,
}

impl Document<'_> {
    /// What the file is.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// The encoding of a text or web page, as the WHATWG names it (UTF-8, gb18030, UTF-16LE); "UTF-8" for every other format.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// The text, to be parsed: paragraphs joined by line feeds; for a text file in UTF-8 the very bytes of the file, its mark
    /// included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The paragraphs in text order, without overlap. Page numbers and controls of a text file belong to none.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The same document with a text of its own, which needs the bytes of the file no more.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            format: self.format,
            encoding: self.encoding,
            text: Cow::Owned(self.text.into_owned()),
            blocks: self.blocks,
            gaps: self.gaps,
            anchors: self.anchors,
            footnotes: self.footnotes,
            warnings: self.warnings,
            metadata: self.metadata,
        }
    }

    /// The report that the text holds; it names the file's format as its origin.
    ///
    /// # Errors
    ///
    /// More bytes than the parser's limits allow.
    pub fn parse(&self, parser: &mut Parser) -> Result<Report<'_>, crate::error::Error> {
        let mut report = parser.parse_str(&self.text)?;
        report.set_origin(Origin { format: self.format.name(), encoding: self.encoding });
        Ok(report)
    }

    /// What a block says: its text without the line ends and page numbers of a text that was wrapped by hand.
    #[must_use]
    pub fn block_text(&self, block: &Block) -> Cow<'_, str> {
        let first = self.gaps.partition_point(|gap| gap.end <= block.span.start);
        let gaps = self.gaps[first..].iter().take_while(|gap| gap.start < block.span.end);
        let mut at = block.span.start;
        let mut pieces = String::new();
        for gap in gaps {
            pieces.push_str(&self.text[Span::new(at, gap.start).range()]);
            at = gap.end;
        }
        let rest = &self.text[Span::new(at, block.span.end).range()];
        if at == block.span.start { Cow::Borrowed(rest) } else { Cow::Owned(pieces + rest) }
    }

    /// The block around the byte `offset`.
    #[must_use]
    pub fn block_at(&self, offset: u32) -> Option<&Block> {
        let index = self.blocks.partition_point(|block| block.span.start <= offset).checked_sub(1)?;
        self.blocks.get(index).filter(|block| offset < block.span.end)
    }

    /// Where each source line stands on its page (PDF, OFD), in text order.
    #[must_use]
    pub fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    /// Footnotes and endnotes, which are no part of the text.
    #[must_use]
    pub fn footnotes(&self) -> &[Footnote] {
        &self.footnotes
    }

    /// What a reader should know of the extraction.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// What the file says of itself.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// Office Open XML (.docx).
    Docx,
    /// Word 97 binary (.doc, .wps).
    Doc,
    /// Rich Text Format.
    Rtf,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// OFD (GB/T 33190).
    Ofd,
}

impl Format {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Rtf => "rtf",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Ofd => "ofd",
        }
    }
}

/// A paragraph, or a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes in the text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The number that the file's automatic numbering made (一、), blanks behind it included; empty for a typed one.
    pub label: Span,
    /// The outline level of its style, from 1; `None` for body text.
    pub outline_level: Option<u8>,
    /// The pages it stands on, first and last, from 1 (PDF, OFD).
    pub pages: Option<(u32, u32)>,
    /// Its number among the paragraphs of the file, from 0 (Word, web pages): where a comment on it goes.
    pub paragraph: Option<u32>,
}

/// The sorts of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// A paragraph of running text.
    Body,
    /// A row of a table, its cells separated by tabs.
    TableRow,
    /// A paragraph in a text box: often the letterhead.
    TextBox,
    /// A paragraph with a bullet or number made by the file.
    ListItem,
}

impl BlockKind {
    /// The name in documents and other languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::TableRow => "table_row",
            Self::TextBox => "text_box",
            Self::ListItem => "list_item",
        }
    }
}

/// Where a line stands on its page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Its bytes in the text.
    pub span: Span,
    /// The page, from 1.
    pub page: u32,
    /// Left, top, right and bottom edge from the upper left corner of the page, in points of 1/72 inch.
    pub edges: [f32; 4],
}

/// A footnote or endnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its text.
    pub text: String,
    /// The byte behind which its mark stood; `None` when that is not known.
    pub at: Option<u32>,
}

/// Something a reader should know of the extraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is.
    pub kind: WarningKind,
    /// The page it concerns, from 1.
    pub page: Option<u32>,
    /// In words, in Chinese.
    pub message: String,
}

/// The kinds of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WarningKind {
    /// A page is a picture.
    NoTextLayer,
    /// The text of a page comes from text recognition.
    RecognisedText,
    /// Bytes or characters without a meaning were replaced by U+FFFD.
    Replaced,
    /// Symbols of private fonts were left out.
    DroppedSymbols,
    /// Page numbers and running heads were left out.
    DroppedFurniture,
    /// The file is damaged, and what could be read is here.
    Damaged,
    /// How the article was found in a web page.
    MainContent,
}

impl WarningKind {
    /// The name in documents and other languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoTextLayer => "no_text_layer",
            Self::RecognisedText => "recognised_text",
            Self::Replaced => "replaced",
            Self::DroppedSymbols => "dropped_symbols",
            Self::DroppedFurniture => "dropped_furniture",
            Self::Damaged => "damaged",
            Self::MainContent => "main_content",
        }
    }
}

/// What the file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title.
    pub title: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// Who published it.
    pub source: Option<String>,
}

/// A document in the making.
#[derive(Debug)]
pub(super) struct Assembly<'l> {
    limits: &'l Limits,
    text: String,
    blocks: Vec<Block>,
    pub anchors: Vec<Anchor>,
    pub footnotes: Vec<Footnote>,
    pub warnings: Vec<Warning>,
    pub metadata: Metadata,
}

/// What is known of a block beside its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub kind: BlockKind,
    pub outline_level: Option<u8>,
    pub pages: Option<(u32, u32)>,
    pub paragraph: Option<u32>,
}

impl Place {
    pub fn new(kind: BlockKind) -> Self {
        Self { kind, outline_level: None, pages: None, paragraph: None }
    }
}

impl<'l> Assembly<'l> {
    pub fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            text: String::new(),
            blocks: Vec::new(),
            anchors: Vec::new(),
            footnotes: Vec::new(),
            warnings: Vec::new(),
            metadata: Metadata::default(),
        }
    }

    /// The offset at which the next block will begin.
    pub fn next(&self) -> u32 {
        (self.text.len() + usize::from(!self.text.is_empty())) as u32
    }

    /// Adds a paragraph: a number the file's numbering made, which may be empty, and what follows it. One without any text is left out.
    pub fn block(&mut self, label: &str, text: &str, place: Place) -> Result<(), Error> {
        if label.is_empty() && text.is_empty() {
            return Ok(());
        }
        let length = self.text.len() + 1 + label.len() + text.len();
        self.limits.check("text", length, self.limits.text_bytes())?;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len() as u32;
        self.text.push_str(label);
        let behind_label = self.text.len() as u32;
        self.text.push_str(text);
        let Place { kind, outline_level, pages, paragraph } = place;
        let span = Span::new(start, self.text.len() as u32);
        self.blocks.push(Block { span, kind, label: Span::new(start, behind_label), outline_level, pages, paragraph });
        Ok(())
    }

    pub fn warn(&mut self, kind: WarningKind, page: Option<u32>, message: impl Into<String>) {
        self.warnings.push(Warning { kind, page, message: message.into() });
    }

    pub fn finish(self, format: Format) -> Document<'static> {
        Document {
            format,
            encoding: "UTF-8",
            text: Cow::Owned(self.text),
            blocks: self.blocks,
            gaps: Vec::new(),
            anchors: self.anchors,
            footnotes: self.footnotes,
            warnings: self.warnings,
            metadata: self.metadata,
        }
    }
}
