//! From the elements of a page to what it shows.

use super::drawing::{Allowance, Drawing};
use super::parts::Listener;
use super::values::{Deltas, meaning, numbers, truth};
use crate::extract::error::{Error, ErrorKind};
use crate::extract::pages::Matrix;
use crate::extract::xml::Element;

/// Elements in which nothing is shown as text: outlines that cut, patterns, what happens at a click.
const SKIPPED: [&str; 5] = ["Clips", "FillColor", "StrokeColor", "Border", "Actions"];

/// Commands of an outline that draw something.
const STROKES: [char; 4] = ['L', 'Q', 'B', 'A'];

/// Bytes of one text: a line of a page has a few hundred.
const LONGEST: usize = 1 << 20;

/// A step from one character to the next of more ems is a gap, and no width of the character.
const WIDEST: f64 = 1.2;

/// A step down by fewer ems does not leave the line.
const SLIGHT: f64 = 0.3;

/// Characters before this one are half as wide as they are high, those from it on as wide.
const FIRST_WIDE: char = '\u{250}';

/// The frame of an object tells the width of its last character where that is at least so many ems.
const NARROWEST: f64 = 0.25;

/// What a text, a picture and a composite say of themselves.
#[derive(Default)]
struct Graphic {
    boundary: [f64; 4],
    matrix: Option<[f64; 6]>,
    size: Option<f64>,
    stretch: Option<f64>,
    direction: Option<i32>,
    visible: Option<bool>,
    fill: Option<bool>,
    stroke: Option<bool>,
    resource: String,
}

impl Graphic {
    fn new(element: &Element<'_>) -> Self {
        let mut graphic = Self::default();
        let single = |value: &str| numbers(value).map(|[number]| number);
        for (name, value) in element.attributes() {
            match name {
                "Boundary" => graphic.boundary = numbers(&value).unwrap_or_default(),
                "CTM" => graphic.matrix = numbers(&value),
                "Size" => graphic.size = single(&value),
                "HScale" => graphic.stretch = single(&value),
                "ReadDirection" => graphic.direction = value.trim().parse().ok(),
                "Visible" => graphic.visible = truth(&value),
                "Fill" => graphic.fill = truth(&value),
                "Stroke" => graphic.stroke = truth(&value),
                "ResourceID" => graphic.resource = value.into_owned(),
                _ => {}
            }
        }
        graphic
    }

    /// From its own coordinates to those around it.
    fn place(&self) -> Matrix {
        let [x, y, ..] = self.boundary;
        Matrix(self.matrix.unwrap_or(Matrix::IDENTITY.0)).then(Matrix::shift(x, y))
    }

    fn is_hidden(&self) -> bool {
        self.visible == Some(false) || self.fill == Some(false) && self.stroke != Some(true)
    }
}

/// A text that is open.
struct Text {
    graphic: Graphic,
    size: f64,
    hidden: bool,
    /// The first of its characters in the drawing.
    first: usize,
    /// Glyphs that stand for some of its characters.
    glyphs: usize,
    /// Where its last line begins, and where its last character ended.
    line: [f64; 2],
    pen: [f64; 2],
}

impl Text {
    fn new(graphic: Graphic, first: usize) -> Self {
        // A size must be told; the height of the frame is near it.
        let size = graphic.size.map_or(graphic.boundary[3], f64::abs);
        let hidden = graphic.is_hidden();
        Self { graphic, size, hidden, first, glyphs: 0, line: [0.0; 2], pen: [0.0; 2] }
    }

    /// The step to the next character where none is told.
    fn advance(&self, width: f64) -> [f64; 2] {
        match self.graphic.direction {
            Some(90) => [0.0, self.size],
            Some(180) => [-width, 0.0],
            Some(270) => [0.0, -self.size],
            _ => [width, 0.0],
        }
    }
}

/// One `TextCode`.
#[derive(Default)]
struct Code {
    x: Option<f64>,
    y: Option<f64>,
    across: String,
    down: String,
}

impl Code {
    fn new(element: &Element<'_>) -> Self {
        let mut code = Self::default();
        let single = |value: &str| numbers(value).map(|[number]| number);
        for (name, value) in element.attributes() {
            match name {
                "X" => code.x = single(&value),
                "Y" => code.y = single(&value),
                "DeltaX" => code.across = value.into_owned(),
                "DeltaY" => code.down = value.into_owned(),
                _ => {}
            }
        }
        code
    }
}

/// Draws the objects of a part.
pub(super) struct Drawer<'b> {
    drawing: Drawing,
    pub allowance: &'b mut Allowance,
    text: Option<Text>,
    code: Option<Code>,
    /// How many elements are open from a skipped one on.
    skipped: usize,
}

impl<'b> Drawer<'b> {
    pub fn new(allowance: &'b mut Allowance) -> Self {
        Self { drawing: Drawing::default(), allowance, text: None, code: None, skipped: 0 }
    }

    /// What was drawn so far; what comes next is drawn on a new one.
    pub fn take(&mut self) -> Drawing {
        // A text that is still open has its characters in the old one.
        self.text = None;
        self.code = None;
        std::mem::take(&mut self.drawing)
    }

    fn write(&mut self, text: &mut Text, code: &Code, content: &str) -> Result<(), Error> {
        if content.len() > LONGEST {
            return Err(ErrorKind::TooLarge { what: "TextCode", limit: LONGEST }.into());
        }
        let content = meaning(content);
        let count = content.chars().count();
        self.allowance.characters(count)?;
        text.line = match (code.x, code.y) {
            (None, None) => text.pen,
            (x, y) => [x.unwrap_or(text.line[0]), y.unwrap_or(text.line[1])],
        };
        let (place, em) = (text.graphic.place(), text.size);
        let stretch = text.graphic.stretch.unwrap_or(1.0);
        let size = em * place.height();
        let (mut across, mut down) = (Deltas::new(&code.across).fuse(), Deltas::new(&code.down).fuse());
        let first = self.drawing.characters();
        let [mut x, mut y] = text.line;
        let mut falling = 0;
        let mut last = None;
        for (index, ch) in content.chars().enumerate() {
            let width = em * stretch * if ch < FIRST_WIDE { 0.5 } else { 1.0 };
            let step = match (across.next(), down.next()) {
                (None, None) => text.advance(width),
                (None, Some(by)) if by.abs() < SLIGHT * em => [width, by],
                (to_right, by) => [to_right.unwrap_or_default(), by.unwrap_or_default()],
            };
            let is_width = step[0] > 0.0 && step[0] <= WIDEST * em * stretch;
            let right = x + if is_width { step[0] } else { width };
            self.drawing.character(ch, place.point(x, y), place.point(right, y), size);
            falling += usize::from(index + 1 < count && step[1].abs() > step[0].abs());
            last = Some((ch, x, y));
            x += step[0];
            y += step[1];
        }
        text.pen = [x, y];
        if 2 * falling > count.saturating_sub(1) {
            self.drawing.set_column(first);
        } else if let Some((ch, x, y)) = last
            && ch.is_ascii_graphic()
            && text.graphic.matrix.is_none()
            // Latin letters differ in width, and the frame of an object often ends where its last letter does.
            && (NARROWEST * em..WIDEST * em).contains(&(text.graphic.boundary[2] - x))
        {
            self.drawing.ends_at(place.point(text.graphic.boundary[2], y));
        }
        Ok(())
    }

    /// The text is complete.
    fn finish(&mut self, text: &Text) {
        if text.hidden {
            self.drawing.hide(text.first);
        }
        if self.drawing.characters() == text.first {
            self.drawing.unknown += text.glyphs;
        }
    }
}

impl Listener for Drawer<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Error> {
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        match element.name {
            "TextObject" => self.text = Some(Text::new(Graphic::new(element), self.drawing.characters())),
            "TextCode" => self.code = Some(Code::new(element)),
            "ImageObject" => {
                let [.., width, height] = Graphic::new(element).boundary;
                self.drawing.picture((width * height).abs());
            }
            "CompositeObject" => {
                let graphic = Graphic::new(element);
                let place = graphic.place();
                self.allowance.composite()?;
                self.drawing.composites.push((graphic.resource, place));
            }
            name if SKIPPED.contains(&name) => {
                let is_clear = name == "FillColor" && element.number("Alpha") == Some(0.0);
                if let Some(text) = self.text.as_mut().filter(|_| element.parent == "TextObject") {
                    text.hidden |= is_clear;
                }
                self.skipped = 1;
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, text: &str) -> Result<(), Error> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "TextCode" => {
                if let (Some(mut open), Some(code)) = (self.text.take(), self.code.take()) {
                    self.write(&mut open, &code, text)?;
                    self.text = Some(open);
                }
            }
            "Glyphs" => {
                if let Some(open) = &mut self.text {
                    open.glyphs += text.split_whitespace().count();
                }
            }
            "TextObject" => {
                if let Some(open) = self.text.take() {
                    self.finish(&open);
                }
            }
            "AbbreviatedData" => self.drawing.curves += text.matches(STROKES).count(),
            _ => {}
        }
        Ok(())
    }
}
