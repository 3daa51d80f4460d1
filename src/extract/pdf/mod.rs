//! PDF.
//!
//! An [`Engine`] draws glyphs onto a [`Canvas`]; what follows knows nothing of the engine, so that another can take its place.

mod canvas;
mod engine;
mod guard;
mod quality;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::document::{Assembly, Document, Format, WarningKind};
use super::error::{Error, ErrorKind};
use super::layout::Layout;
use super::limits::Limits;
use canvas::{Canvas, Drawn};

/// Longest file: the engine wants a copy of its own.
const FILE_BYTES: usize = 128 << 20;

/// What reads the objects, content and fonts of a file.
trait Engine {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// The width and height of a page in points, as it is shown.
    fn dimensions(&self, page: usize) -> (f64, f64);

    /// Draws what a page shows; fails only where the limits do. Gives whether all of it could be read.
    fn draw(&mut self, page: usize, canvas: &mut Canvas) -> Result<bool, Error>;
}

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, Error> {
    limits.check("PDF file", bytes.len(), FILE_BYTES.min(limits.file_bytes()))?;
    let file = guard::defused(bytes, limits)?;
    // The engine is young. Where it gives up on a damaged file, its caller shall not.
    let read = || {
        engine::with(file, limits, |engine, title| {
            let mut assembly = Assembly::new(limits);
            assembly.metadata.title = title;
            extract(engine, limits, &mut assembly)?;
            Ok(assembly.finish(Format::Pdf))
        })
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Error::damaged("the PDF engine gave up")))
}

/// What was noticed on the pages.
#[derive(Default)]
struct Noticed {
    glyphs: usize,
    unmapped: usize,
    private: usize,
    images: usize,
    pictures: Vec<u32>,
    recognised: Vec<u32>,
    damaged: Vec<u32>,
    askew: usize,
    census: quality::Census,
}

fn extract(engine: &mut dyn Engine, limits: &Limits, assembly: &mut Assembly) -> Result<(), Error> {
    let pages = engine.pages();
    limits.check("pages", pages, limits.pages())?;
    let mut noticed = Noticed::default();
    let mut layout = Layout::default();
    let mut text_bytes = 0;
    for index in 0..pages {
        let number = index as u32 + 1;
        let (width, height) = engine.dimensions(index);
        let mut canvas = Canvas::new(width, height);
        if !engine.draw(index, &mut canvas)? {
            noticed.damaged.push(number);
        }
        let mut drawn = canvas.finish();
        noticed.note(number, &drawn);
        // A producer that marks most of a page as furniture means something else by it.
        if 2 * drawn.artifact_glyphs > drawn.glyphs {
            drawn.page.append(&drawn.artifacts);
        } else {
            layout.set_aside(&drawn.artifacts);
        }
        text_bytes += drawn.page.text().len();
        limits.check("text", text_bytes, limits.text_bytes())?;
        noticed.census.add(drawn.page.text());
        layout.add(number, &drawn.page);
    }
    noticed.judge(pages)?;
    noticed.warn(assembly);
    layout.finish(assembly)
}

impl Noticed {
    fn note(&mut self, number: u32, drawn: &Drawn) {
        self.glyphs += drawn.glyphs;
        self.unmapped += drawn.unmapped;
        self.private += drawn.private;
        self.images += usize::from(drawn.has_image);
        self.askew += drawn.askew.chars().count();
        if drawn.is_picture {
            self.pictures.push(number);
        } else if drawn.recognised {
            self.recognised.push(number);
        }
    }

    /// Refuses what has no text, or none that can be understood.
    fn judge(&self, pages: usize) -> Result<(), Error> {
        if self.glyphs == 0 || self.pictures.len() == pages {
            if self.glyphs == 0 && !self.damaged.is_empty() {
                return Err(Error::damaged("no page can be read"));
            }
            return Err(ErrorKind::NoTextLayer { pages, images: self.images.max(self.pictures.len()) }.into());
        }
        let (unmapped, total) = (self.unmapped + self.private, self.glyphs);
        if quality::too_many(unmapped, total) {
            return Err(ErrorKind::Undecodable { unmapped, total }.into());
        }
        self.census.judge()
    }

    fn warn(&self, assembly: &mut Assembly) {
        let pages = |kind: WarningKind, pages: &[u32], message: &str, assembly: &mut Assembly| {
            for page in pages {
                assembly.warn(kind, Some(*page), format!("第{page}页{message}"));
            }
        };
        pages(WarningKind::NoTextLayer, &self.pictures, "是图片，没有文字层", assembly);
        pages(WarningKind::RecognisedText, &self.recognised, "的文字来自文字识别，可能有误", assembly);
        pages(WarningKind::Damaged, &self.damaged, "有一部分无法读取", assembly);
        if self.unmapped > 0 {
            let message = format!("{} 个字符没有对应的文字，以 U+FFFD 代替", self.unmapped);
            assembly.warn(WarningKind::Replaced, None, message);
        }
        if self.private > 0 {
            assembly.warn(WarningKind::DroppedSymbols, None, format!("略去 {} 个专用字体符号", self.private));
        }
        if self.askew > 0 {
            let message = format!("略去与正文方向不同的文字（水印等）{} 个字符", self.askew);
            assembly.warn(WarningKind::DroppedFurniture, None, message);
        }
    }
}
