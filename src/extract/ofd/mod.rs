//! OFD (GB/T 33190): the text of the pages, of their templates and composites, laid out as that of PDF.
//!
//! Annotations, seals and attachments are other parts and are not read. What a text says is its `TextCode`; which glyphs draw it is not asked.

mod drawer;
mod drawing;
mod package;
mod parts;
#[cfg(test)]
mod tests;
mod values;

use std::collections::HashMap;
use std::rc::Rc;

use super::archive::Archive;
use super::document::{Assembly, Document, Format, WarningKind};
use super::error::{Error, ErrorKind};
use super::layout::REPEATED;
use super::limits::Limits;
use super::pages::{self, Canvas, Engine, Matrix};
use drawing::Drawing;
use package::{Area, Entry, Library};
use parts::Parts;

/// Where a file says how its parts are encrypted.
const ENCRYPTIONS: &str = "Encryptions.xml";

/// Characters that are shown: those of templates and composites count wherever they are.
const SHOWN: usize = 2_000_000;

/// Composites that are shown, and how deep inside one another.
const COMPOSITES: usize = 20_000;
const COMPOSITE_DEPTH: usize = 12;

/// Points of 1/72 inch in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// A page whose size is not told is A4.
const A4: Area = [210.0, 297.0];

/// Whether an archive is an OFD file, or what is left of one.
pub(super) fn is_ofd(archive: &Archive<'_>) -> bool {
    archive.has(package::ROOT) || archive.has(package::USUAL) || archive.has(&package::usual_page(0))
}

/// Reads an OFD file.
pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Document<'static>, Error> {
    let mut damaged = archive.is_damaged();
    let mut parts = Parts::new(archive, limits);
    let mut entry = Entry::new(limits);
    let mut names = Vec::new();
    if parts.archive.has(package::ROOT) {
        damaged |= !parts.read(package::ROOT, &mut entry)?;
        names = entry.documents(&mut parts)?;
    }
    if names.is_empty() && damaged || !parts.archive.has(package::ROOT) {
        damaged = true;
        names.push(package::USUAL.to_owned());
    }
    let is_encrypted = entry.encrypted || parts.archive.has(ENCRYPTIONS);
    let mut library = Library::new(&mut parts);
    let mut book = Book { documents: Vec::new(), pages: Vec::new(), limits, shown: 0, composites: 0 };
    for name in names {
        let mut document = library.document(&name)?;
        if document.pages.is_empty() && damaged {
            // Its list of pages is lost, and perhaps some of them are not.
            let left = (0..limits.pages()).map(package::usual_page);
            let left: Vec<String> = left.take_while(|page| library.parts.archive.has(page)).collect();
            for page in left {
                document.pages.push(library.page(&page)?.0);
            }
        }
        damaged |= !document.whole;
        book.add(document)?;
    }
    if is_encrypted && parts.lost {
        return Err(ErrorKind::Encrypted.into());
    }
    if book.pages.is_empty() {
        return Err(Error::damaged("no pages can be found"));
    }
    let mut assembly = Assembly::new(limits);
    assembly.metadata.title = entry.title;
    assembly.metadata.published = entry.created;
    assembly.metadata.source = entry.author;
    if damaged {
        assembly.warn(WarningKind::Damaged, None, "文件有损坏，正文可能不完整");
    }
    if parts.replaced {
        assembly.warn(WarningKind::Replaced, None, "无法识别的字节以 U+FFFD 代替");
    }
    pages::extract(&mut book, limits, &mut assembly)?;
    Ok(assembly.finish(Format::Ofd))
}

/// What the pages of a document share.
struct Shared {
    templates: HashMap<String, Rc<Drawing>>,
    units: HashMap<String, Rc<Drawing>>,
    uses: HashMap<String, Uses>,
    pages: usize,
}

/// Which pages show a template.
struct Uses {
    first: usize,
    count: usize,
}

impl Shared {
    /// Whether a template is no part of what a page says: a running head of the document, or told on a page before.
    fn is_furniture(&self, number: &str, page: usize) -> bool {
        let Some(Uses { first, count }) = self.uses.get(number) else { return false };
        *first != page || *count >= REPEATED && count * 2 > self.pages
    }
}

/// The pages of all documents.
struct Book<'l> {
    documents: Vec<Shared>,
    /// Each with its document.
    pages: Vec<(usize, package::Page)>,
    limits: &'l Limits,
    shown: usize,
    composites: usize,
}

impl Book<'_> {
    fn add(&mut self, document: package::Document) -> Result<(), Error> {
        let package::Document { pages, templates, units, .. } = document;
        let mut uses = HashMap::new();
        for (page, number) in (self.pages.len()..)
            .zip(&pages)
            .flat_map(|(at, page)| page.templates.iter().map(move |number| (at, number)))
        {
            uses.entry(number.clone()).or_insert(Uses { first: page, count: 0 }).count += 1;
        }
        let index = self.documents.len();
        self.documents.push(Shared { templates, units, uses, pages: pages.len() });
        self.pages.extend(pages.into_iter().map(|page| (index, page)));
        self.limits.check("pages", self.pages.len(), self.limits.pages())
    }
}

impl Engine for Book<'_> {
    fn pages(&self) -> usize {
        self.pages.len()
    }

    fn draw(&mut self, page: usize) -> Result<(Canvas, bool), Error> {
        let at = page;
        let (document, page) = &mut self.pages[page];
        let shared = &self.documents[*document];
        let [width, height] = page.area.unwrap_or(A4).map(|length| length * POINTS);
        let mut canvas = Canvas::new(width, height);
        let base = Matrix([POINTS, 0.0, 0.0, POINTS, 0.0, 0.0]);
        let templates = page.templates.iter().filter_map(|number| Some((shared.templates.get(number)?, number)));
        let mut waiting: Vec<(Rc<Drawing>, Matrix, bool, usize)> =
            templates.map(|(drawing, number)| (Rc::clone(drawing), base, shared.is_furniture(number, at), 0)).collect();
        waiting.push((Rc::new(std::mem::take(&mut page.drawing)), base, false, 0));
        while let Some((drawing, matrix, furniture, depth)) = waiting.pop() {
            self.shown += drawing.characters();
            self.limits.check("characters", self.shown, SHOWN)?;
            drawing.paint(&mut canvas, matrix, furniture);
            if depth == COMPOSITE_DEPTH {
                continue;
            }
            for (number, place) in &drawing.composites {
                let Some(unit) = shared.units.get(number) else { continue };
                self.composites += 1;
                self.limits.check("composites", self.composites, COMPOSITES)?;
                waiting.push((Rc::clone(unit), place.then(matrix), furniture, depth + 1));
            }
        }
        Ok((canvas, page.whole))
    }
}
