//! The engine of the hayro packages: objects and filters of hayro-syntax, fonts of hayro-font and hayro-cmap.

mod fonts;
mod interpreter;

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, MaybeRef, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::guard;
use crate::extract::error::{Error, ErrorKind};
use crate::extract::limits::Limits;
use crate::extract::pages::{Canvas, Engine, Matrix};
use fonts::Fonts;
use interpreter::Interpreter;

/// Operators in all pages together.
const OPERATORS: usize = 20_000_000;

/// Glyphs in all pages together.
const GLYPHS: usize = 5_000_000;

/// Form XObjects that are drawn.
const FORMS: usize = 20_000;

/// What the pages may still use up.
#[derive(Debug)]
struct Budget {
    operators: usize,
    glyphs: usize,
    forms: usize,
    /// Bytes of content once it is unpacked.
    content: usize,
    limits: Limits,
}

impl Budget {
    fn new(limits: &Limits) -> Self {
        let content = limits.unpacked_bytes();
        Self { operators: OPERATORS, glyphs: GLYPHS, forms: FORMS, content, limits: *limits }
    }

    fn operator(&mut self) -> Result<(), Error> {
        spend(&mut self.operators, 1, "PDF operators", OPERATORS)
    }

    fn glyph(&mut self) -> Result<(), Error> {
        spend(&mut self.glyphs, 1, "PDF glyphs", GLYPHS)
    }

    fn form(&mut self) -> Result<(), Error> {
        spend(&mut self.forms, 1, "PDF forms", FORMS)
    }

    /// The unpacked data of a stream of content; `None` if it cannot be unpacked.
    fn content<'a>(&mut self, stream: &Stream<'a>) -> Result<Option<std::borrow::Cow<'a, [u8]>>, Error> {
        let data = guard::is_sound(stream).then(|| stream.decoded_data().ok()).flatten();
        let length = data.as_ref().map_or(0, |data| data.len());
        spend(&mut self.content, length, "unpacked content", self.limits.unpacked_bytes())?;
        Ok(data)
    }
}

fn spend(left: &mut usize, amount: usize, what: &'static str, limit: usize) -> Result<(), Error> {
    *left = left.checked_sub(amount).ok_or(ErrorKind::TooLarge { what, limit })?;
    Ok(())
}

struct Hayro<'a> {
    pages: &'a [Page<'a>],
    fonts: Fonts<'a>,
    budget: Budget,
}

/// Opens a file and hands `read` an engine for it, and the title that the file gives itself.
pub(super) fn with<T>(
    file: Vec<u8>,
    limits: &Limits,
    read: impl FnOnce(&mut dyn Engine, Option<String>) -> Result<T, Error>,
) -> Result<T, Error> {
    let is_encrypted = memchr::memmem::find(&file, b"/Encrypt").is_some();
    let pdf = Pdf::new(file).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ErrorKind::Encrypted.into(),
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            Error::new(ErrorKind::Encrypted, "unknown algorithm")
        }
        LoadPdfError::Decryption(_) => Error::damaged("encryption"),
        LoadPdfError::Invalid => Error::damaged("no pages can be found"),
    })?;
    if is_encrypted {
        let streams = pdf.objects().into_iter().filter_map(|object| object.into_stream());
        guard::check_decrypted(streams, limits)?;
    }
    let title = pdf.metadata().title.as_deref().and_then(title_of);
    let pages: &[Page<'_>] = pdf.pages();
    let mut engine = Hayro { pages, fonts: Fonts::new(), budget: Budget::new(limits) };
    read(&mut engine, title)
}

/// A title in UTF-16 with its mark, or in ASCII.
fn title_of(bytes: &[u8]) -> Option<String> {
    let title = match bytes {
        [0xFE, 0xFF, units @ ..] => {
            let units = units.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair));
            char::decode_utf16(units).collect::<Result<String, _>>().ok()?
        }
        [0xEF, 0xBB, 0xBF, text @ ..] => std::str::from_utf8(text).ok()?.to_owned(),
        _ if bytes.is_ascii() => std::str::from_utf8(bytes).ok()?.to_owned(),
        _ => return None,
    };
    let title = title.trim_matches(|ch: char| ch.is_whitespace() || ch.is_control());
    (!title.is_empty()).then(|| title.to_owned())
}

impl Engine for Hayro<'_> {
    fn pages(&self) -> usize {
        self.pages.len()
    }

    fn draw(&mut self, page: usize) -> Result<(Canvas, bool), Error> {
        let page = &self.pages[page];
        let (content, whole) = content_of(page, &mut self.budget)?;
        let (width, height) = page.render_dimensions();
        let mut canvas = Canvas::new(f64::from(width), f64::from(height));
        let base = Matrix(page.initial_transform(true).as_coeffs());
        let mut interpreter =
            Interpreter { fonts: &mut self.fonts, budget: &mut self.budget, canvas: &mut canvas, whole };
        interpreter.run(&content, page.resources(), base, 0)?;
        let whole = interpreter.whole;
        Ok((canvas, whole))
    }
}

/// The content of a page, whose pieces may divide it between any two words, and whether all of them could be read.
fn content_of(page: &Page<'_>, budget: &mut Budget) -> Result<(Vec<u8>, bool), Error> {
    let mut content = Vec::new();
    let mut whole = true;
    let mut add = |stream: Option<Stream<'_>>| -> Result<(), Error> {
        match stream.map(|stream| budget.content(&stream)).transpose()?.flatten() {
            Some(data) => {
                budget.limits.check("unpacked content", content.len() + data.len(), budget.limits.part_bytes())?;
                content.extend_from_slice(&data);
                content.push(b' ');
            }
            None => whole = false,
        }
        Ok(())
    };
    if let Some(pieces) = page.raw().get::<Array<'_>>(keys::CONTENTS) {
        for piece in pieces.raw_iter() {
            if let MaybeRef::Ref(reference) = piece {
                add(page.xref().get::<Stream<'_>>(reference.into()))?;
            }
        }
    } else if page.raw().contains_key(keys::CONTENTS) {
        add(page.raw().get::<Stream<'_>>(keys::CONTENTS))?;
    }
    Ok((content, whole))
}
