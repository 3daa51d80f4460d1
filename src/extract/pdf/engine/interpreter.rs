//! The operators of a page that move and show text; what is drawn otherwise is only counted.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::Resources;

use super::Budget;
use super::fonts::{Face, Fonts};
use crate::extract::error::Error;
use crate::extract::pages::{Canvas, Glyph, Matrix};

/// Form XObjects inside one another. This is how deep the interpreter calls itself.
const FORM_DEPTH: usize = 12;

/// Saved states inside one another.
const SAVED: usize = 512;

/// Text without ink: neither filled nor drawn nor clipped with.
const INVISIBLE: i64 = 3;

#[derive(Clone)]
struct State<'a> {
    matrix: Matrix,
    face: Option<Rc<Face<'a>>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    /// 1 is normal width.
    stretch: f64,
    leading: f64,
    rise: f64,
    mode: i64,
}

impl State<'_> {
    fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            face: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        }
    }
}

pub(super) struct Interpreter<'i, 'a> {
    pub fonts: &'i mut Fonts<'a>,
    pub budget: &'i mut Budget,
    pub canvas: &'i mut Canvas,
    /// Whether all content could be read.
    pub whole: bool,
}

/// One stream of content while it is read.
struct Frame<'r, 'a> {
    resources: &'r Resources<'a>,
    faces: HashMap<Vec<u8>, Option<Rc<Face<'a>>>>,
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// States that were not saved, being too many.
    unsaved: usize,
    text: Matrix,
    line: Matrix,
    /// For each open piece of marked content, whether it is furniture.
    marked: Vec<bool>,
    depth: usize,
}

fn numbers<const N: usize>(operands: [&Number; N]) -> [f64; N] {
    operands.map(Number::as_f64)
}

impl<'a> Interpreter<'_, 'a> {
    /// Reads the content of a page, or of a form `depth` forms inside it.
    pub fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        matrix: Matrix,
        depth: usize,
    ) -> Result<(), Error> {
        let frame = Frame {
            resources,
            faces: HashMap::new(),
            state: State::new(matrix),
            saved: Vec::new(),
            unsaved: 0,
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            marked: Vec::new(),
            depth,
        };
        self.run_frame(content, frame)
    }

    fn run_frame(&mut self, content: &[u8], mut frame: Frame<'_, 'a>) -> Result<(), Error> {
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.budget.operator()?;
            self.step(&mut frame, &instruction)?;
        }
        Ok(())
    }

    fn step(&mut self, frame: &mut Frame<'_, 'a>, instruction: &TypedInstruction<'_, '_>) -> Result<(), Error> {
        use TypedInstruction as I;
        let state = &mut frame.state;
        match instruction {
            I::SaveState(_) if frame.saved.len() >= SAVED => frame.unsaved += 1,
            I::SaveState(_) => frame.saved.push(state.clone()),
            I::RestoreState(_) if frame.unsaved > 0 => frame.unsaved -= 1,
            I::RestoreState(_) => *state = frame.saved.pop().unwrap_or_else(|| state.clone()),
            I::Transform(to) => {
                state.matrix = Matrix(numbers([&to.0, &to.1, &to.2, &to.3, &to.4, &to.5])).then(state.matrix)
            }
            I::CharacterSpacing(by) => state.character_spacing = by.0.as_f64(),
            I::WordSpacing(by) => state.word_spacing = by.0.as_f64(),
            I::HorizontalScaling(by) => state.stretch = by.0.as_f64() / 100.0,
            I::TextLeading(by) => state.leading = by.0.as_f64(),
            I::TextRise(by) => state.rise = by.0.as_f64(),
            I::TextRenderingMode(mode) => state.mode = mode.0.as_i64(),
            I::TextFont(font) => {
                state.size = font.1.as_f64();
                state.face = self.face(frame.resources, &mut frame.faces, font.0);
            }
            I::BeginText(_) => frame.place(Matrix::IDENTITY),
            I::SetTextMatrix(to) => frame.place(Matrix(numbers([&to.0, &to.1, &to.2, &to.3, &to.4, &to.5]))),
            I::NextLine(by) => frame.next_line(by.0.as_f64(), by.1.as_f64()),
            I::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                frame.next_line(by.0.as_f64(), by.1.as_f64());
            }
            I::NextLineUsingLeading(_) => frame.next_line(0.0, -frame.state.leading),
            I::ShowText(text) => self.show(frame, text.0)?,
            I::NextLineAndShowText(text) => {
                frame.next_line(0.0, -frame.state.leading);
                self.show(frame, text.0)?;
            }
            I::ShowTextWithParameters(text) => {
                state.word_spacing = text.0.as_f64();
                state.character_spacing = text.1.as_f64();
                frame.next_line(0.0, -frame.state.leading);
                self.show(frame, text.2)?;
            }
            I::ShowTexts(pieces) => self.show_pieces(frame, pieces.0)?,
            I::BeginMarkedContent(tag) => frame.mark(tag.0),
            I::BeginMarkedContentWithProperties(tag) => frame.mark(tag.0),
            I::EndMarkedContent(_) => {
                frame.marked.pop();
            }
            I::XObject(name) => self.x_object(frame, name.0)?,
            I::InlineImage(_) => self.canvas.image(state.matrix.area()),
            I::LineTo(_) | I::CubicTo(_) | I::CubicStartTo(_) | I::CubicEndTo(_) => self.canvas.curves(1),
            _ => {}
        }
        Ok(())
    }

    fn face(
        &mut self,
        resources: &Resources<'a>,
        faces: &mut HashMap<Vec<u8>, Option<Rc<Face<'a>>>>,
        name: &Name<'_>,
    ) -> Option<Rc<Face<'a>>> {
        if let Some(face) = faces.get(name.as_ref()) {
            return face.clone();
        }
        let face = resources.fonts.get::<Dict<'a>>(name.as_ref()).and_then(|dict| self.fonts.face(&dict));
        faces.insert(name.as_ref().to_vec(), face.clone());
        face
    }

    fn show_pieces(&mut self, frame: &mut Frame<'_, 'a>, pieces: &Array<'_>) -> Result<(), Error> {
        for piece in pieces.iter::<Object<'_>>() {
            match piece {
                Object::String(text) => self.show(frame, &text)?,
                Object::Number(number) => {
                    let state = &frame.state;
                    let by = -number.as_f64() / 1000.0 * state.size;
                    let down = state.face.as_ref().is_some_and(|face| face.is_vertical());
                    let shift = if down { Matrix::shift(0.0, by) } else { Matrix::shift(by * state.stretch, 0.0) };
                    frame.text = shift.then(frame.text);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, frame: &mut Frame<'_, 'a>, text: &[u8]) -> Result<(), Error> {
        let state = &frame.state;
        let Some(face) = state.face.clone() else {
            // Two bytes a character, as in nearly all Chinese fonts.
            self.canvas.unknown(text.len().div_ceil(2));
            return Ok(());
        };
        let artifact = frame.marked.contains(&true);
        let mut at = 0;
        while at < text.len() {
            self.budget.glyph()?;
            let (code, length) = face.code(text, at);
            let is_space = length == 1 && text[at] == b' ';
            at += length;
            let spacing = state.character_spacing + if is_space { state.word_spacing } else { 0.0 };
            let to_page = frame.text.then(state.matrix);
            face.with_glyph(code, |meaning, advance| {
                let advance = advance * state.size;
                let (end, next) = if face.is_vertical() {
                    ((0.0, advance), (0.0, advance + spacing))
                } else {
                    ((advance * state.stretch, 0.0), ((advance + spacing) * state.stretch, 0.0))
                };
                self.canvas.glyph(Glyph {
                    text: meaning,
                    start: to_page.point(0.0, state.rise),
                    end: to_page.point(end.0, end.1 + state.rise),
                    size: to_page.height() * state.size.abs() * face.height(),
                    hidden: state.mode == INVISIBLE,
                    artifact,
                });
                frame.text = Matrix::shift(next.0, next.1).then(frame.text);
            });
        }
        Ok(())
    }

    fn x_object(&mut self, frame: &mut Frame<'_, 'a>, name: &Name<'_>) -> Result<(), Error> {
        let Some(stream) = frame.resources.x_objects.get::<Stream<'a>>(name.as_ref()) else { return Ok(()) };
        let dict = stream.dict();
        match dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() {
            Some(b"Image") => self.canvas.image(frame.state.matrix.area()),
            Some(b"Form") if frame.depth < FORM_DEPTH => {
                self.budget.form()?;
                let Some(content) = self.budget.content(&stream)? else {
                    self.whole = false;
                    return Ok(());
                };
                let own = dict.get::<Dict<'a>>(keys::RESOURCES).map(Resources::new);
                let to_page = dict.get::<[f64; 6]>(keys::MATRIX).map_or(Matrix::IDENTITY, Matrix);
                let inner = Frame {
                    resources: own.as_ref().unwrap_or(frame.resources),
                    faces: HashMap::new(),
                    state: State { matrix: to_page.then(frame.state.matrix), ..frame.state.clone() },
                    saved: Vec::new(),
                    unsaved: 0,
                    text: Matrix::IDENTITY,
                    line: Matrix::IDENTITY,
                    marked: vec![frame.marked.contains(&true)],
                    depth: frame.depth + 1,
                };
                self.run_frame(&content, inner)?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Frame<'_, '_> {
    fn place(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.place(Matrix::shift(x, y).then(self.line));
    }

    fn mark(&mut self, tag: &Name<'_>) {
        if self.marked.len() < SAVED {
            self.marked.push(tag.as_ref() == b"Artifact");
        }
    }
}
