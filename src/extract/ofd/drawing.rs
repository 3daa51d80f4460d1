//! What a page, a template or a composite shows, in millimetres.

use crate::extract::error::{Error, ErrorKind};
use crate::extract::pages::{Canvas, Glyph, Matrix};

/// Characters in all parts together.
const CHARACTERS: usize = 2_000_000;

/// Composites in all parts together, and places where they are shown.
const COMPOSITES: usize = 100_000;

/// What may still come.
#[derive(Debug)]
pub(super) struct Allowance {
    characters: usize,
    composites: usize,
}

impl Allowance {
    pub fn new() -> Self {
        Self { characters: CHARACTERS, composites: COMPOSITES }
    }

    pub fn characters(&mut self, count: usize) -> Result<(), Error> {
        let error = ErrorKind::TooLarge { what: "characters", limit: CHARACTERS };
        self.characters = self.characters.checked_sub(count).ok_or(error)?;
        Ok(())
    }

    pub fn composite(&mut self) -> Result<(), Error> {
        let error = ErrorKind::TooLarge { what: "composites", limit: COMPOSITES };
        self.composites = self.composites.checked_sub(1).ok_or(error)?;
        Ok(())
    }
}

/// A character with its place.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Its bytes in the text of the drawing.
    text: (u32, u32),
    /// Where it begins and where it ends, on its baseline.
    start: [f32; 2],
    end: [f32; 2],
    /// The height of its font.
    size: f32,
    /// How many characters from here on stand one below the other in a column; 0 outside of one.
    column: u32,
    hidden: bool,
}

/// What is shown.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    text: String,
    pieces: Vec<Piece>,
    /// Pictures, and how many square millimetres they cover.
    pictures: usize,
    covered: f64,
    /// Pieces of outlines.
    pub curves: usize,
    /// Glyphs without any text.
    pub unknown: usize,
    /// Composites that are shown: their number, and how they are placed.
    pub composites: Vec<(String, Matrix)>,
}

impl Drawing {
    /// How many characters it has.
    pub fn characters(&self) -> usize {
        self.pieces.len()
    }

    pub fn character(&mut self, ch: char, start: [f64; 2], end: [f64; 2], size: f64) {
        let at = self.text.len() as u32;
        self.text.push(ch);
        let narrow = |point: [f64; 2]| point.map(|number| number as f32);
        self.pieces.push(Piece {
            text: (at, self.text.len() as u32),
            start: narrow(start),
            end: narrow(end),
            size: size as f32,
            column: 0,
            hidden: false,
        });
    }

    /// Where the last character ends, as is found out later.
    pub fn ends_at(&mut self, end: [f64; 2]) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.end = end.map(|number| number as f32);
        }
    }

    /// The characters from `first` on are a column.
    pub fn set_column(&mut self, first: usize) {
        for (left, piece) in (1..).zip(self.pieces[first..].iter_mut().rev()) {
            piece.column = left;
        }
    }

    /// The characters from `first` on are not seen.
    pub fn hide(&mut self, first: usize) {
        for piece in &mut self.pieces[first..] {
            piece.hidden = true;
        }
    }

    pub fn picture(&mut self, area: f64) {
        self.pictures += 1;
        self.covered += area;
    }

    /// Draws it where `matrix` puts it, in points; `artifact` is for page furniture.
    pub fn paint(&self, canvas: &mut Canvas, matrix: Matrix, artifact: bool) {
        if self.pictures > 0 {
            canvas.image(self.covered * matrix.area());
        }
        canvas.curves(self.curves);
        canvas.unknown(self.unknown);
        let in_columns = self.pieces.iter().filter(|piece| piece.column > 0).count();
        // A page set in columns is turned. A column among lines, the head of a row of a table, is said at its first character.
        let turned = 2 * in_columns > self.pieces.len();
        let point = |[x, y]: [f32; 2]| matrix.point(f64::from(x), f64::from(y));
        let mut rest = self.pieces.as_slice();
        while let Some(piece) = rest.first() {
            let length = if turned { 1 } else { piece.column.max(1) as usize };
            let (run, others) = rest.split_at(length.min(rest.len()));
            let end = run.last().map_or(piece.text.1, |last| last.text.1);
            let downwards = turned && piece.column > 0;
            let [across, down] = [piece.end[0] - piece.start[0], piece.end[1] - piece.start[1]];
            let below = [piece.start[0] - down, piece.start[1] + across];
            canvas.glyph(Glyph {
                text: &self.text[piece.text.0 as usize..end as usize],
                start: point(piece.start),
                end: point(if downwards { below } else { piece.end }),
                size: f64::from(piece.size) * matrix.height(),
                hidden: piece.hidden,
                artifact,
            });
            rest = others;
        }
    }
}
