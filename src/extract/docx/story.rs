//! The flow of a part: its elements to lines of text, in one pass over the markup.

mod paragraph;

use super::live::Live;
use super::styles::{Styles, is_line, is_on, is_yes};
use crate::extract::document::BlockKind;
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::word::Output;
use crate::extract::word::fields::{Fields, hides};
use crate::extract::word::line::{Break, Line, Note, is_symbol};
use crate::extract::word::numbering::{Counters, Numbering};
use crate::extract::word::table::{Row, Table};
use crate::extract::xml::{Element, Event, Xml};
use paragraph::Paragraph;

/// What all parts of a document share.
#[derive(Debug)]
pub(super) struct Context<'c> {
    pub limits: &'c Limits,
    pub styles: &'c Styles,
    pub numbering: &'c Numbering,
}

/// What was met on the way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// Symbols of fonts whose characters have no meaning.
    pub symbols: usize,
    pub pictures: usize,
    /// Parts in other formats that a producer put in place of text.
    pub chunks: usize,
    /// Whether a field whose result is not shown never ended.
    pub swallowed: bool,
}

/// A stretch of text of its own inside the part.
#[derive(Debug)]
struct Container {
    kind: ContainerKind,
    lines: Vec<Line>,
    /// A paragraph whose mark is gone: the next one continues it.
    unfinished: Option<Paragraph>,
    /// Fields around it.
    fields: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum ContainerKind {
    Main,
    Cell,
    TextBox,
    /// A footnote or endnote; `None` for the line above them.
    Note(Option<Note>),
}

/// A run of characters.
#[derive(Clone, Copy, Debug)]
struct Run {
    hidden: bool,
    /// Whether its text is the mark of a note.
    is_mark: bool,
}

/// The flow of a part in the making.
pub(super) struct Story<'s, 'l> {
    context: &'s Context<'s>,
    pub output: Output<'s, 'l>,
    counters: Counters,
    containers: Vec<Container>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    runs: Vec<Run>,
    fields: Fields,
    /// For each content control whether it is a list of contents.
    controls: Vec<bool>,
    /// For each simple field and content of a control whether its text is shown.
    shown: Vec<bool>,
    in_mark: bool,
    in_code: bool,
    /// The text of the current element, and whether its blanks at both ends count.
    piece: Option<String>,
    keeps_blanks: bool,
    all_keep_blanks: bool,
    /// Bytes of all lines so far.
    length: usize,
    pub tally: Tally,
    /// Where the element that was met last begins.
    place: usize,
}

impl<'s, 'l> Story<'s, 'l> {
    pub fn new(context: &'s Context<'s>, output: Output<'s, 'l>) -> Self {
        let main = Container { kind: ContainerKind::Main, lines: Vec::new(), unfinished: None, fields: 0 };
        Self {
            context,
            output,
            counters: Counters::default(),
            containers: vec![main],
            paragraphs: Vec::new(),
            tables: Vec::new(),
            runs: Vec::new(),
            fields: Fields::default(),
            controls: Vec::new(),
            shown: Vec::new(),
            in_mark: false,
            in_code: false,
            piece: None,
            keeps_blanks: false,
            all_keep_blanks: false,
            length: 0,
            tally: Tally::default(),
            place: 0,
        }
    }

    /// Lets fields hide nothing beyond the paragraph they begin in.
    pub fn with_fields_within_paragraphs(mut self) -> Self {
        self.fields.within_paragraphs = true;
        self
    }

    /// Reads the part.
    pub fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Error> {
        let mut live = Live::default();
        loop {
            let event = xml.next()?;
            if !live.admits(&event) {
                continue;
            }
            match event {
                Event::Open(element) => self.open(&element, live.paragraphs)?,
                Event::Close(name) => self.close(name)?,
                Event::Text(text) => self.text(text),
                Event::End => break,
            }
        }
        self.finish_unfinished()?;
        self.tally.swallowed = self.fields.end_story(0);
        Ok(())
    }

    fn open(&mut self, element: &Element<'_>, paragraphs: u32) -> Result<(), Error> {
        self.place = element.at;
        match (element.name, element.parent) {
            ("document", "") => self.all_keep_blanks = element.attribute("space").as_deref() == Some("preserve"),
            ("p", _) => self.open_paragraph(paragraphs.saturating_sub(1)),
            ("pPr", _) => self.in_mark = true,
            ("r", _) => {
                let style = self.paragraphs.last().and_then(|paragraph| paragraph.style);
                let hidden = self.context.styles.paragraph(style).hidden.unwrap_or(false);
                self.runs.push(Run { hidden, is_mark: false });
            }
            (_, "pPr" | "numPr" | "rPr") => self.property(element),
            ("t", _) => {
                self.keeps_blanks = self.all_keep_blanks || element.attribute("space").as_deref() == Some("preserve");
                self.piece = Some(String::new());
            }
            (_, "r") => self.run_content(element)?,
            ("fldSimple", _) => {
                let code = element.attribute("instr").unwrap_or_default();
                self.shown.push(!hides(&code));
            }
            ("sdt", _) => self.controls.push(false),
            ("docPartGallery", _) => {
                if let (Some(control), Some(gallery)) = (self.controls.last_mut(), element.value()) {
                    *control = gallery == "Table of Contents" || gallery.starts_with("Page Numbers");
                }
            }
            ("sdtContent", _) => self.shown.push(self.controls.last() != Some(&true)),
            ("txbxContent", _) => self.open_container(ContainerKind::TextBox),
            ("textpath", _) => self.word_art(element)?,
            ("blip" | "imagedata", _) => self.tally.pictures += 1,
            ("altChunk", _) => self.tally.chunks += 1,
            ("footnote" | "endnote", _) => {
                let id = element.number("id").filter(|_| element.attribute("type").is_none_or(|kind| kind == "normal"));
                let note = if element.name == "footnote" { Note::Foot } else { Note::End };
                self.open_container(ContainerKind::Note(id.map(note)));
            }
            ("tbl", _) => {
                self.finish_unfinished()?;
                self.tables.push(Table::default());
            }
            ("tc", _) => self.open_container(ContainerKind::Cell),
            _ => self.table_property(element),
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "p" => self.close_paragraph()?,
            "pPr" => self.in_mark = false,
            "r" => drop(self.runs.pop()),
            "t" => {
                if let Some(piece) = self.piece.take() {
                    let text = if self.keeps_blanks { &*piece } else { piece.trim_matches([' ', '\t', '\r', '\n']) };
                    if self.shows() {
                        self.tally.symbols += text.chars().filter(|ch| is_symbol(*ch)).count();
                    }
                    self.push(|line| line.push(text));
                }
            }
            "instrText" => self.in_code = false,
            "fldSimple" | "sdtContent" => drop(self.shown.pop()),
            "sdt" => drop(self.controls.pop()),
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    let styles = self.context.styles;
                    for line in table.lines(|style| styles.table(style).bordered.unwrap_or(false)) {
                        self.put(line)?;
                    }
                }
            }
            "tc" | "txbxContent" | "footnote" | "endnote" => self.close_container()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(piece) = &mut self.piece {
            piece.push_str(text);
        } else if self.in_code {
            self.fields.code(text);
        }
    }

    /// What stands in a run beside text.
    fn run_content(&mut self, element: &Element<'_>) -> Result<(), Error> {
        match element.name {
            "tab" | "ptab" => self.push(|line| line.push("\t")),
            "br" => {
                let is_page = element.attribute("type").is_some_and(|kind| kind != "textWrapping");
                self.push(|line| line.push_break(if is_page { Break::Page } else { Break::Line }));
            }
            "cr" => self.push(|line| line.push_break(Break::Line)),
            "noBreakHyphen" => self.push(|line| line.push("-")),
            "sym" => self.tally.symbols += usize::from(self.shows()),
            "fldChar" => {
                let kind = element.attribute("fldCharType").unwrap_or_default();
                self.fields.mark(&kind, self.context.limits)?;
            }
            "instrText" => self.in_code = true,
            "footnoteReference" | "endnoteReference" => {
                let note = if element.name == "footnoteReference" { Note::Foot } else { Note::End };
                if let Some(id) = element.number("id") {
                    self.push(|line| line.mark(note(id)));
                }
                let own_mark = element.attribute("customMarkFollows").is_some_and(|value| is_yes(&value));
                if let Some(run) = self.runs.last_mut() {
                    run.is_mark = own_mark;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn table_property(&mut self, element: &Element<'_>) {
        let Some(table) = self.tables.last_mut() else { return };
        match (element.name, element.parent) {
            ("tblStyle", "tblPr") => table.style = element.value().and_then(|id| self.context.styles.find(&id)),
            (_, "tblBorders") => table.bordered = Some(table.bordered.unwrap_or(false) || is_line(element)),
            (_, "tcBorders") => table.bordered_inside |= is_line(element),
            ("tr", _) => table.rows.push(Row::default()),
            ("del" | "moveFrom" | "hidden", "trPr") => {
                if let Some(row) = table.rows.last_mut() {
                    row.dropped = is_on(element);
                }
            }
            _ => {}
        }
    }

    /// Letters that are drawn as a shape, as in many an old letterhead.
    fn word_art(&mut self, element: &Element<'_>) -> Result<(), Error> {
        let Some(text) = element.attribute("string").filter(|_| self.shows()) else { return Ok(()) };
        let mut line = Line::new(BlockKind::TextBox, None);
        line.come_from(self.origin());
        line.push(&text);
        line.finish();
        self.put(line)
    }

    /// Whether text at this place is shown.
    fn shows(&self) -> bool {
        let hidden = self.runs.iter().any(|run| run.hidden || run.is_mark);
        !hidden && self.fields.show() && self.shown.iter().all(|shown| *shown)
    }

    /// Where text at this place comes from, if that is asked for.
    fn origin(&self) -> Option<usize> {
        self.output.trace.as_ref().map(|_| self.place)
    }

    /// Adds something to the paragraph, if it is shown.
    fn push(&mut self, add: impl FnOnce(&mut Line)) {
        let origin = self.origin();
        if self.shows()
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.line.come_from(origin);
            add(&mut paragraph.line);
        }
    }

    fn open_container(&mut self, kind: ContainerKind) {
        let fields = self.fields.count();
        self.containers.push(Container { kind, lines: Vec::new(), unfinished: None, fields });
    }

    fn close_container(&mut self) -> Result<(), Error> {
        self.finish_unfinished()?;
        if self.containers.len() < 2 {
            return Ok(());
        }
        let Some(container) = self.containers.pop() else { return Ok(()) };
        self.tally.swallowed |= container.kind != ContainerKind::Cell && self.fields.end_story(container.fields);
        let row = self.tables.last_mut().and_then(|table| table.rows.last_mut());
        match (container.kind, row) {
            (ContainerKind::Cell, Some(row)) => row.cells.push(container.lines),
            (ContainerKind::Note(note), _) => {
                let mut text = Line::new(BlockKind::Body, None);
                container.lines.iter().for_each(|line| text.append(line));
                self.output.notes.extend(note.map(|note| (note, text.text)));
            }
            _ => {
                for line in container.lines {
                    self.put(line)?;
                }
            }
        }
        Ok(())
    }

    /// Gives a line to the innermost container, or from the body to the document.
    fn put(&mut self, line: Line) -> Result<(), Error> {
        self.length += line.len();
        let limits = self.context.limits;
        limits.check("text", self.length, limits.text_bytes())?;
        match &mut self.containers[..] {
            [_, .., container] => container.lines.push(line),
            _ => self.output.emit(&line)?,
        }
        Ok(())
    }
}
