//! Web pages: the article of a page, without what stands around it.
//!
//! The tokens of the page become a flat list of elements and texts, in which everything is found without recursion and in time linear
//! in the page's length.

mod choose;
mod elements;
mod encoding;
mod furniture;
mod metadata;
mod numbers;
mod page;
mod paragraphs;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;

use super::document::{Assembly, Document, Footnote, Format, Place, WarningKind};
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use super::txt::Decoded;
use elements::Role;
use furniture::Filter;
use page::Page;
use paragraphs::{Line, Lines, lines};
use tree::Builder;

/// Longest page, in bytes: pictures within pages take a few millions.
const PAGE_BYTES: usize = 16 << 20;

/// One replaced character in so many leaves a text that can be read.
const REPLACED_AT_MOST: usize = 5;

/// Most documents that are named, and the longest name or address of one, in characters.
const DOCUMENTS: usize = 50;
const DOCUMENT_NAME: usize = 300;

/// Dropped lines that are quoted in the warning, and characters of each.
const QUOTED: usize = 8;
const QUOTED_CHARACTERS: usize = 30;

/// Reads a web page.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, Error> {
    limits.check("page", bytes.len(), limits.part_bytes().min(PAGE_BYTES))?;
    let Decoded { text, encoding, replaced } = encoding::decode_page(bytes);
    let mut assembly = Assembly::new(limits);
    if replaced > 0 {
        let total = text.chars().count();
        if replaced * REPLACED_AT_MOST > total {
            return Err(ErrorKind::Undecodable { unmapped: replaced, total }.into());
        }
        let message = format!("按 {encoding} 解码，{replaced} 处无法识别的字节以 U+FFFD 代替");
        assembly.warn(WarningKind::Replaced, None, message);
    }
    let (builder, tokens) = tokens::tokenize(&text, Builder::new(limits));
    limits.check("tags and texts of a page", tokens, tokens::TOKENS)?;
    let page = builder.finish()?;
    drop(text);
    let documents = documents(&page);
    let Some(article) = choose::choose(&page, !documents.is_empty()) else {
        return Err(ErrorKind::NoArticle { attachments: documents }.into());
    };
    assembly.warn(WarningKind::MainContent, None, format!("正文取自{}", article.rule));
    assembly.metadata = metadata::metadata(&page);
    let Lines { lines, footnotes, symbols } = lines(&page, article.range, article.marks);
    let marks = assemble(&mut assembly, lines)?;
    if assembly.next() == 0 {
        return Err(ErrorKind::NoArticle { attachments: documents }.into());
    }
    if symbols > 0 {
        let message = format!("略去 {symbols} 个符号字体的项目符号");
        assembly.warn(WarningKind::DroppedSymbols, None, message);
    }
    let footnotes = footnotes.into_iter().enumerate();
    assembly.footnotes = footnotes.map(|(index, text)| Footnote { text, at: marks.get(index).copied() }).collect();
    let mut document = assembly.finish(Format::Html);
    document.encoding = encoding;
    Ok(document)
}

/// Adds the lines of an article but its furniture, and gives the places of the footnotes' marks.
fn assemble(assembly: &mut Assembly<'_>, lines: Vec<Line>) -> Result<Vec<u32>, Error> {
    let mut filter = Filter::default();
    let mut dropped = Vec::new();
    let mut marks = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if filter.is_furniture(&line) {
            dropped.push(line.text);
            continue;
        }
        let start = assembly.next();
        marks.extend(line.footnote_marks.iter().map(|mark| start + *mark as u32));
        let (label, text) = line.text.split_at(line.label);
        let place = Place { outline_level: line.outline_level, paragraph: Some(index as u32), ..Place::new(line.kind) };
        assembly.block(label, text, place)?;
    }
    if !dropped.is_empty() {
        let cut = |text: &String| text.chars().take(QUOTED_CHARACTERS).collect::<String>();
        let quoted: Vec<String> = dropped.iter().take(QUOTED).map(cut).collect();
        let message = format!("略去 {} 行网页附带的内容：{}", dropped.len(), quoted.join("；"));
        assembly.warn(WarningKind::DroppedFurniture, None, message);
    }
    Ok(marks)
}

/// Names and addresses of the documents that a page links to or shows in a frame.
fn documents(page: &Page) -> Vec<String> {
    let mut documents: Vec<String> = Vec::new();
    for (index, node) in page.nodes.iter().enumerate() {
        if documents.len() == DOCUMENTS {
            break;
        }
        let address = page.string(node).trim();
        let name = match node.role {
            Role::Link => page.short_text(index),
            _ => String::new(),
        };
        let named = node.role == Role::Link && elements::is_document(&name);
        // A frame often shows the very document that is linked to.
        let known = || documents.iter().any(|known| !address.is_empty() && known.contains(file_name(address)));
        if !(node.traits.document || named) || known() {
            continue;
        }
        let document = if name.is_empty() { address.to_owned() } else { format!("{name} {address}") };
        documents.push(document.chars().take(DOCUMENT_NAME).collect());
    }
    documents
}

/// The last part of an address.
fn file_name(address: &str) -> &str {
    address.rsplit(['/', '=', '\\']).next().unwrap_or(address)
}
