//! From the pages of a file to a document: what PDF and OFD share before their pieces of text are laid out.
//!
//! An [`Engine`] draws glyphs onto a [`Canvas`]; what follows knows nothing of the engine, so that another can take its place.

mod canvas;
mod matrix;
mod quality;

use super::document::{Assembly, WarningKind};
use super::error::{Error, ErrorKind};
use super::layout::Layout;
use super::limits::Limits;
use canvas::Drawn;
pub(super) use canvas::{Canvas, Glyph};
pub(super) use matrix::Matrix;

/// Lines of all pages together: each becomes a paragraph at worst, which takes a hundred times its length.
const LINES: usize = 500_000;

/// So few glyphs are at the head and foot of a page.
const HEADS: usize = 100;

/// What reads the objects, content and fonts of a file.
pub(super) trait Engine {
    /// How many pages there are.
    fn pages(&self) -> usize;

    /// What a page shows, and whether all of it could be read; fails only where the limits do.
    fn draw(&mut self, page: usize) -> Result<(Canvas, bool), Error>;
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

/// Writes what the pages say.
pub(super) fn extract(engine: &mut dyn Engine, limits: &Limits, assembly: &mut Assembly) -> Result<(), Error> {
    let pages = engine.pages();
    limits.check("pages", pages, limits.pages())?;
    let mut noticed = Noticed::default();
    let mut layout = Layout::default();
    let mut text_bytes = 0;
    for index in 0..pages {
        let number = index as u32 + 1;
        let (canvas, whole) = engine.draw(index)?;
        if !whole {
            noticed.damaged.push(number);
        }
        let mut drawn = canvas.finish();
        noticed.note(number, &drawn);
        // A producer that marks most of a page as furniture means something else by it, unless the page is nearly empty.
        let marked = drawn.artifact_glyphs;
        if 2 * marked > drawn.glyphs && (marked > HEADS || marked == drawn.glyphs) {
            drawn.page.append(&drawn.artifacts);
        } else {
            layout.set_aside(&drawn.artifacts);
        }
        text_bytes += drawn.page.text().len();
        limits.check("text", text_bytes, limits.text_bytes())?;
        noticed.census.add(drawn.page.text());
        layout.add(number, &drawn.page);
        limits.check("lines", layout.lines(), LINES)?;
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
