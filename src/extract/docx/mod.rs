//! .docx files (Office Open XML): paragraphs with the numbers that Word would show, tables, text boxes, notes.
//!
//! Headers and footers are parts of their own and are not read, so page numbers never come into the text.

mod comment;
mod live;
mod numbering;
mod package;
mod story;
mod styles;
#[cfg(test)]
mod tests;

use super::archive::Archive;
use super::document::{Assembly, Document, Format, WarningKind};
use super::error::{Error, ErrorKind};
use super::limits::Limits;
use super::word::line::Trace;
use super::word::{Notes, Output};
use super::xml::Xml;
pub use comment::{Comment, annotate};
use package::{Package, Text};
use story::{Context, Story, Tally};
use styles::Styles;

/// Reads a .docx file.
pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Document<'static>, Error> {
    Reading::new(&mut Package::new(archive, limits), limits, None).map(Reading::finish)
}

/// What was read of a file.
struct Reading<'l> {
    main: Text,
    assembly: Assembly<'l>,
    tally: Tally,
    faults: Faults,
    /// Where the text comes from.
    trace: Option<Trace>,
}

impl<'l> Reading<'l> {
    /// Reads a file; with an empty `trace`, also where its text comes from.
    fn new(package: &mut Package<'_, '_>, limits: &'l Limits, trace: Option<Trace>) -> Result<Self, Error> {
        let mut faults = Faults { damaged: package.is_damaged(), replaced: false };
        let main = package.main()?;
        let styles = package.part(&main.name, "styles")?;
        let numbering = package.part(&main.name, "numbering")?;
        let notes = [package.part(&main.name, "footnotes")?, package.part(&main.name, "endnotes")?];

        let styles = faults.parsed(package, styles.as_ref(), Styles::read)?;
        let numbering = faults.parsed(package, numbering.as_ref(), |xml| numbering::read(xml, &styles))?;
        let context = Context { limits, styles: &styles, numbering: &numbering };
        let mut texts = Notes::new();
        for part in notes.iter().flatten() {
            texts.extend(faults.parsed(package, Some(part), |xml| {
                let mut story = Story::new(&context, Output::new(None, Notes::new()));
                story.read(xml)?;
                Ok(story.output.notes)
            })?);
        }
        let read = |xml: &mut Xml<'_>, again: bool| {
            let mut assembly = Assembly::new(limits);
            let story = Story::new(&context, Output::new(Some(&mut assembly), texts.clone()));
            let mut story = if again { story.with_fields_within_paragraphs() } else { story };
            story.output.trace = trace.clone();
            story.read(xml)?;
            let (tally, trace) = (story.tally, story.output.trace);
            Ok::<_, Error>((assembly, tally, trace))
        };
        let mut xml = package.xml(&main);
        let (mut assembly, mut tally, mut trace) = read(&mut xml, false)?;
        faults.damaged |= tally.swallowed;
        if tally.swallowed {
            // A list of contents has lost its end: better its lines in the text than the rest of the text out of it.
            (assembly, tally, trace) = read(&mut package.xml(&main), true)?;
        }
        faults.of(&main, xml.is_damaged());
        if assembly.next() == 0 && tally.pictures > 0 {
            let images = tally.pictures;
            return Err(ErrorKind::NoTextLayer { pages: images, images }.into());
        }
        if assembly.next() == 0 && faults.damaged {
            return Err(Error::damaged("no text of the main part could be read"));
        }
        Ok(Self { main, assembly, tally, faults, trace })
    }

    /// The document, with what its reader should know.
    fn finish(self) -> Document<'static> {
        let Self { mut assembly, tally, faults, .. } = self;
        warn(&mut assembly, tally, faults);
        assembly.finish(Format::Docx)
    }
}

/// What is wrong with the parts.
#[derive(Clone, Copy)]
struct Faults {
    damaged: bool,
    replaced: bool,
}

impl Faults {
    fn of(&mut self, part: &Text, xml_is_damaged: bool) {
        self.damaged |= part.damaged || xml_is_damaged;
        self.replaced |= part.replaced;
    }

    /// What is read from a part; nothing without one.
    fn parsed<T: Default>(
        &mut self,
        package: &Package<'_, '_>,
        part: Option<&Text>,
        read: impl FnOnce(&mut Xml<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Some(part) = part else { return Ok(T::default()) };
        let mut xml = package.xml(part);
        let read = read(&mut xml)?;
        self.of(part, xml.is_damaged());
        Ok(read)
    }
}

fn warn(assembly: &mut Assembly<'_>, tally: Tally, faults: Faults) {
    if faults.damaged {
        assembly.warn(WarningKind::Damaged, None, "文件有损坏，正文可能不完整");
    }
    if faults.replaced {
        assembly.warn(WarningKind::Replaced, None, "无法识别的字节以 U+FFFD 代替");
    }
    if tally.symbols > 0 {
        assembly.warn(WarningKind::DroppedSymbols, None, format!("{} 个符号字体的符号未读取", tally.symbols));
    }
    if tally.chunks > 0 {
        assembly.warn(WarningKind::Damaged, None, format!("{} 处嵌入的其他格式内容未读取", tally.chunks));
    }
}
