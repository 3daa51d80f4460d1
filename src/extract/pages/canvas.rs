//! Where an engine puts the glyphs of a page, and what becomes of them: spans for the layout.

use crate::extract::layout::Page;

/// A page whose pictures cover this part of it, with fewer than [`FEW`] glyphs, is a picture.
const COVERED: f64 = 0.5;

/// So few glyphs are a page number or a stamp on a picture.
const FEW: usize = 20;

/// A page without glyphs that draws this many pieces of outlines has text drawn as curves.
const CURVES: usize = 2_000;

/// Directions that text can run in: to the right, down, to the left, up, and askew as watermarks do.
const DIRECTIONS: usize = 5;

/// The last of the directions.
const ASKEW: u8 = 4;

/// A glyph on a page, in points from the upper left corner.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Glyph<'t> {
    /// What it says; empty if nobody knows.
    pub text: &'t str,
    /// Where it begins and where it ends, on its baseline.
    pub start: [f64; 2],
    pub end: [f64; 2],
    /// The height of its font.
    pub size: f64,
    /// Painted without ink, as text recognition does over a picture.
    pub hidden: bool,
    /// Marked by the file as page furniture.
    pub artifact: bool,
}

#[derive(Clone, Copy, Debug)]
struct Kept {
    text: (u32, u32),
    start: [f32; 2],
    end: [f32; 2],
    size: f32,
    hidden: bool,
    artifact: bool,
    direction: u8,
}

/// A page while it is drawn.
#[derive(Debug, Default)]
pub(in crate::extract) struct Canvas {
    width: f64,
    height: f64,
    text: String,
    glyphs: Vec<Kept>,
    covered: f64,
    images: usize,
    curves: usize,
    /// Glyphs of fonts that cannot be read.
    unknown: usize,
}

/// A page that was drawn.
#[derive(Debug)]
pub(in crate::extract) struct Drawn {
    pub page: Page,
    /// Glyphs with a place, blanks left out.
    pub glyphs: usize,
    /// Glyphs whose meaning is unknown.
    pub unmapped: usize,
    /// Glyphs of private use.
    pub private: usize,
    pub is_picture: bool,
    pub has_image: bool,
    /// Its text was painted without ink.
    pub recognised: bool,
    /// Text that the file marks as furniture.
    pub artifacts: Page,
    pub artifact_glyphs: usize,
    /// Text askew or in another direction than the rest.
    pub askew: String,
}

impl Canvas {
    pub fn new(width: f64, height: f64) -> Self {
        Self { width, height, ..Self::default() }
    }

    pub fn glyph(&mut self, glyph: Glyph<'_>) {
        let all = [glyph.start[0], glyph.start[1], glyph.end[0], glyph.end[1], glyph.size];
        if !all.iter().all(|number| number.is_finite()) {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(if glyph.text.is_empty() { "\u{FFFD}" } else { glyph.text });
        let narrow = |point: [f64; 2]| point.map(|number| number as f32);
        self.glyphs.push(Kept {
            text: (start, self.text.len() as u32),
            start: narrow(glyph.start),
            end: narrow(glyph.end),
            size: glyph.size as f32,
            hidden: glyph.hidden,
            artifact: glyph.artifact,
            direction: direction(glyph.end[0] - glyph.start[0], glyph.end[1] - glyph.start[1]),
        });
    }

    /// So many glyphs of a font that cannot be read.
    pub fn unknown(&mut self, count: usize) {
        self.unknown = self.unknown.saturating_add(count);
    }

    /// A picture that covers so many square points.
    pub fn image(&mut self, area: f64) {
        self.images += 1;
        self.covered += if area.is_finite() { area } else { 0.0 };
    }

    /// So many pieces of outlines.
    pub fn curves(&mut self, count: usize) {
        self.curves = self.curves.saturating_add(count);
    }

    pub fn finish(mut self) -> Drawn {
        let hidden = self.glyphs.iter().filter(|glyph| glyph.hidden).count();
        let visible = self.glyphs.len() - hidden;
        // Over a page of visible text, what is hidden repeats it or is not meant for readers.
        let recognised = hidden > visible;
        if !recognised {
            self.glyphs.retain(|glyph| !glyph.hidden);
        }
        let main = self.main_direction();
        let height = if main.is_multiple_of(2) { self.height } else { self.width };
        let blank = || Page::new(height as f32);
        let mut drawn = Drawn {
            page: blank(),
            glyphs: self.unknown,
            unmapped: self.unknown,
            private: 0,
            is_picture: false,
            has_image: self.images > 0,
            recognised,
            artifacts: blank(),
            artifact_glyphs: 0,
            askew: String::new(),
        };
        for glyph in &self.glyphs {
            let text = &self.text[glyph.text.0 as usize..glyph.text.1 as usize];
            if glyph.direction != main {
                drawn.askew.push_str(text);
                continue;
            }
            if !text.trim().is_empty() {
                drawn.glyphs += 1;
                drawn.unmapped += usize::from(text.contains('\u{FFFD}'));
            }
            if text.chars().all(is_private) {
                drawn.private += 1;
                continue;
            }
            let [left, baseline] = self.turned(glyph.start, main);
            let [right, _] = self.turned(glyph.end, main);
            let page = if glyph.artifact { &mut drawn.artifacts } else { &mut drawn.page };
            page.push(text, left, right, baseline, glyph.size);
            drawn.artifact_glyphs += usize::from(glyph.artifact);
        }
        let outlines = drawn.glyphs == 0 && self.curves >= CURVES;
        drawn.is_picture = outlines || drawn.glyphs < FEW && self.covered >= COVERED * self.width * self.height;
        drawn
    }

    /// The direction of most glyphs.
    fn main_direction(&self) -> u8 {
        let mut counts = [0_usize; DIRECTIONS];
        for glyph in &self.glyphs {
            counts[glyph.direction as usize] += 1;
        }
        (0..ASKEW).max_by_key(|direction| (counts[*direction as usize], u8::MAX - direction)).unwrap_or(0)
    }

    /// A point on the page turned so that text of this direction runs to the right.
    fn turned(&self, [x, y]: [f32; 2], direction: u8) -> [f32; 2] {
        let (width, height) = (self.width as f32, self.height as f32);
        match direction {
            1 => [y, width - x],
            2 => [width - x, height - y],
            3 => [height - y, x],
            _ => [x, y],
        }
    }
}

fn direction(across: f64, down: f64) -> u8 {
    const STRAIGHT: f64 = 0.1;
    if down.abs() <= STRAIGHT * across.abs() {
        if across < 0.0 { 2 } else { 0 }
    } else if across.abs() <= STRAIGHT * down.abs() {
        if down > 0.0 { 1 } else { 3 }
    } else {
        ASKEW
    }
}

/// Whether only the font that draws a character knows what it is.
fn is_private(ch: char) -> bool {
    matches!(ch, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}
