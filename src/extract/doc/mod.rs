//! Word 97 binary files (.doc, and .wps of WPS Writer): paragraphs with the numbers that Word would show, tables, text
//! boxes, notes.
//!
//! The container is read here too: its numbers may lie, and a damaged one still gives what can be read.
//! Headers and footers are parts of the text of their own and are not read, so page numbers never come into the text.

#[cfg(test)]
mod build;
mod bytes;
mod container;
mod drawings;
mod fib;
mod format;
mod lists;
mod notes;
mod old;
mod pieces;
mod runs;
mod sprm;
mod story;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::document::{Assembly, Document, Format, WarningKind};
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use super::word::line::Line;
use super::word::{Notes, Output};
use bytes::u16_at;
use container::Container;
use fib::{Fib, Part, Plc};
use pieces::Text;
use runs::{Kind, Runs};
use story::{Context, FlowKind, Story, Tally};
use styles::Styles;

/// What else an OLE2 file may be, by a name below its root. Those that are documents are not supported, others are wrong.
const OTHERS: [(&str, &str, bool); 11] = [
    ("Workbook", "电子表格 (xls)", false),
    ("Book", "电子表格 (xls)", false),
    ("PowerPoint Document", "演示文稿 (ppt)", false),
    ("VisioDocument", "图表 (Visio)", false),
    ("__properties_version1.0", "邮件 (msg)", false),
    ("HwpSummaryInformation", "HWP 文档 (hwp)", true),
    ("\u{5}HwpSummaryInformation", "HWP 文档 (hwp)", true),
    ("MatOST", "Microsoft Works 文档 (wps)", true),
    ("MM", "Microsoft Works 文档 (wps)", true),
    ("CONTENTS", "Microsoft Works 或 Publisher 文档", true),
    ("Quill", "Publisher 文档 (pub)", true),
];

/// The description of a section, in bytes.
const SECTION: usize = 12;

/// Reads an OLE2 file.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, Error> {
    let container = Container::open(bytes, limits)?;
    if container.has("EncryptedPackage") {
        return Err(ErrorKind::Encrypted.into());
    }
    let Some(document) = container.stream("WordDocument", limits.part_bytes() + 1) else {
        return Err(other(&container));
    };
    limits.check("WordDocument", document.len(), limits.part_bytes())?;
    let mut damaged = container.damaged || !document.whole;
    let document = document.all();
    let magic = u16_at(&document, 0);
    if !matches!(magic, Some(fib::WORD | fib::OLD_WORD)) {
        return Err(Error::damaged("the stream WordDocument is none of Word"));
    }
    if u16_at(&document, 10).is_some_and(|flags| flags & fib::ENCRYPTED != 0) {
        return Err(ErrorKind::Encrypted.into());
    }
    if magic == Some(fib::OLD_WORD) || u16_at(&document, 2).is_some_and(|version| version < fib::FIRST_VERSION) {
        return old::read(&document, damaged, limits);
    }
    let Some(table) = container.stream(fib::table_name(&document), limits.part_bytes() + 1) else {
        return Err(Error::damaged("the stream with the tables is lost"));
    };
    limits.check("table stream", table.len(), limits.part_bytes())?;
    damaged |= !table.whole;
    let table = table.all();
    let fib = Fib { document: &document, table: &table };
    let Some(text) = Text::read(fib.table(fib::PIECES), &document, limits)? else {
        return Err(Error::damaged("the table of the text's pieces is lost"));
    };
    damaged |= text.damaged;
    // A beginning would pass for the whole.
    if damaged && text.found < fib.part(Part::Main).len() / 2 {
        return Err(Error::damaged("most of the text is lost"));
    }
    let data = container.stream("Data", usize::MAX);
    let sections = Plc::new(fib.table(fib::SECTIONS), SECTION);
    let context = Context {
        limits,
        text: &text,
        paragraphs: Runs::new(&document, fib.table(fib::PARAGRAPH_BINS), Kind::Paragraphs),
        characters: Runs::new(&document, fib.table(fib::CHARACTER_BINS), Kind::Characters),
        styles: &Styles::read(fib.table(fib::STYLES)),
        numbering: &lists::read(fib.from(fib::LISTS), fib.from(fib::LIST_USES)),
        sections: &(1..=sections.len().min(fib::MOST)).map(|index| sections.place(index)).collect::<HashSet<_>>(),
        notes: &notes::read(&fib),
        drawings: &drawings::read(&fib),
        data: data.as_ref(),
    };
    text_of(&context, &fib, damaged)
}

fn text_of(context: &Context<'_>, fib: &Fib<'_>, mut damaged: bool) -> Result<Document<'static>, Error> {
    let notes = notes_of(context)?;
    let read = |again: bool| {
        let mut assembly = Assembly::new(context.limits);
        let story = Story::new(context, Output::new(Some(&mut assembly), notes.clone()));
        let mut story = if again { story.with_fields_within_paragraphs() } else { story };
        story.read(fib.part(Part::Main), FlowKind::Main)?;
        let tally = story.tally;
        Ok::<_, Error>((assembly, tally))
    };
    let (mut assembly, mut tally) = read(false)?;
    if tally.swallowed {
        // A list of contents has lost its end: better its lines in the text than the rest of the text out of it.
        damaged = true;
        (assembly, tally) = read(true)?;
    }
    finish(assembly, tally, damaged)
}

/// The texts of the notes.
fn notes_of(context: &Context<'_>) -> Result<Notes, Error> {
    let mut notes = Notes::new();
    let mut story = Story::new(context, Output::new(None, Notes::new()));
    for found in context.notes {
        let mut text = Line::new(super::document::BlockKind::Body, None);
        let lines = story.read(found.text.clone(), FlowKind::Note)?;
        lines.iter().for_each(|line| text.append(line));
        notes.insert(found.note, text.text);
    }
    Ok(notes)
}

/// The document, with what a reader should know of it.
fn finish(mut assembly: Assembly<'_>, tally: Tally, damaged: bool) -> Result<Document<'static>, Error> {
    if assembly.next() == 0 && tally.pictures > 0 {
        let images = tally.pictures;
        return Err(ErrorKind::NoTextLayer { pages: images, images }.into());
    }
    if assembly.next() == 0 && damaged {
        return Err(Error::damaged("no text could be read"));
    }
    if damaged {
        assembly.warn(WarningKind::Damaged, None, "文件有损坏，正文可能不完整");
    }
    if tally.replaced > 0 {
        assembly.warn(WarningKind::Replaced, None, format!("{} 处无法识别的字符以 U+FFFD 代替", tally.replaced));
    }
    if tally.symbols > 0 {
        assembly.warn(WarningKind::DroppedSymbols, None, format!("{} 个符号字体的符号未读取", tally.symbols));
    }
    Ok(assembly.finish(Format::Doc))
}

/// What a file is that is not Word's.
fn other(container: &Container<'_>) -> Error {
    let known = OTHERS.iter().find(|(name, ..)| container.has(name));
    match known {
        Some((_, found, true)) => Error::unsupported(*found),
        Some((_, found, false)) => ErrorKind::WrongFormat { found: (*found).into() }.into(),
        None if container.damaged => Error::damaged("no stream WordDocument is to be found"),
        None => Error::unsupported("不含 Word 正文的 OLE2 文件"),
    }
}
