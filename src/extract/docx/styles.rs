//! Styles: what a paragraph, run or table has that does not say so itself.

use std::collections::HashMap;

use super::live::Live;
use crate::extract::error::Error;
use crate::extract::xml::{Element, Event, Xml};

/// Outline levels that are headings, from 0; the one above them is body text.
const OUTLINE_LEVELS: u8 = 9;

/// The place of a style in [`Styles`].
pub(super) type StyleIndex = usize;

/// What a style says that matters here; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Properties {
    /// The numbering, 0 for none.
    pub num_id: Option<i32>,
    /// The level of the numbering.
    pub level: Option<usize>,
    /// The style among those it is based on that says either.
    pub numbered_by: Option<StyleIndex>,
    /// The outline level, from 0; 9 is body text.
    pub outline: Option<u8>,
    /// Whether its text is hidden.
    pub hidden: Option<bool>,
    /// Whether a table has lines.
    pub bordered: Option<bool>,
}

impl Properties {
    /// These, and where they say nothing, those of the style they are based on.
    fn over(self, base: Self) -> Self {
        Self {
            num_id: self.num_id.or(base.num_id),
            level: self.level.or(base.level),
            numbered_by: self.numbered_by.or(base.numbered_by),
            outline: self.outline.or(base.outline),
            hidden: self.hidden.or(base.hidden),
            bordered: self.bordered.or(base.bordered),
        }
    }
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, StyleIndex>,
    styles: Vec<Properties>,
    paragraph: Option<StyleIndex>,
    table: Option<StyleIndex>,
}

/// A style as it is written.
#[derive(Default)]
struct Written {
    own: Properties,
    based_on: Option<String>,
    heading: Option<u8>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(xml: &mut Xml<'_>) -> Result<Self, Error> {
        let mut styles = Self::default();
        let mut written: Vec<Written> = Vec::new();
        let mut live = Live::default();
        loop {
            let event = xml.next()?;
            if !live.admits(&event) {
                continue;
            }
            match event {
                Event::Open(element) if element.name == "style" => {
                    styles.begin(&element, written.len());
                    written.push(Written::default());
                }
                Event::Open(element) => {
                    let index = written.len().wrapping_sub(1);
                    if let Some(style) = written.last_mut() {
                        style.property(&element, index);
                    }
                }
                Event::End => break,
                _ => {}
            }
        }
        styles.settle(&written);
        Ok(styles)
    }

    fn begin(&mut self, element: &Element<'_>, index: StyleIndex) {
        if let Some(id) = element.attribute("styleId") {
            self.by_id.insert(id.into_owned(), index);
        }
        if element.attribute("default").is_some_and(|value| is_yes(&value)) {
            match element.attribute("type").as_deref() {
                Some("paragraph") => self.paragraph = Some(index),
                Some("table") => self.table = Some(index),
                _ => {}
            }
        }
    }

    /// Works out what every style says together with those it is based on, each once.
    fn settle(&mut self, written: &[Written]) {
        let mut settled: Vec<Option<Properties>> = vec![None; written.len()];
        let mut seen = vec![false; written.len()];
        let mut chain = Vec::new();
        for start in 0..written.len() {
            let mut next = Some(start);
            // Down to a style that is settled, has no base, or was met on the way: a circle ends there.
            while let Some(index) = next.filter(|index| !std::mem::replace(&mut seen[*index], true)) {
                chain.push(index);
                next = written[index].based_on.as_ref().and_then(|id| self.by_id.get(id)).copied();
            }
            let mut base = next.and_then(|index| settled[index]).unwrap_or_default();
            while let Some(index) = chain.pop() {
                let mut own = written[index].own;
                own.outline = own.outline.or(written[index].heading);
                base = own.over(base);
                settled[index] = Some(base);
            }
        }
        self.styles = settled.into_iter().map(Option::unwrap_or_default).collect();
    }

    /// The style of that name inside the file.
    pub fn find(&self, id: &str) -> Option<StyleIndex> {
        self.by_id.get(id).copied()
    }

    /// What a paragraph has by its style, or by the one that all have.
    pub fn paragraph(&self, style: Option<StyleIndex>) -> Properties {
        self.of(style.or(self.paragraph))
    }

    /// What a table has by its style, or by the one that all have.
    pub fn table(&self, style: Option<StyleIndex>) -> Properties {
        self.of(style.or(self.table))
    }

    /// What a style says.
    pub fn of(&self, style: Option<StyleIndex>) -> Properties {
        style.and_then(|index| self.styles.get(index)).copied().unwrap_or_default()
    }
}

impl Written {
    fn property(&mut self, element: &Element<'_>, index: StyleIndex) {
        match (element.name, element.parent) {
            ("basedOn", "style") => self.based_on = element.value().map(|id| id.into_owned()),
            ("name", "style") => self.heading = element.value().and_then(|name| heading(&name)),
            ("numId", "numPr") => {
                self.own.num_id = element.number("val");
                self.own.numbered_by = Some(index);
            }
            ("ilvl", "numPr") => {
                self.own.level = element.number("val");
                self.own.numbered_by = Some(index);
            }
            ("outlineLvl", "pPr") => self.own.outline = element.number("val"),
            ("vanish", "rPr") => self.own.hidden = Some(is_on(element)),
            (_, "tblBorders" | "tcBorders") => {
                self.own.bordered = Some(self.own.bordered.unwrap_or(false) || is_line(element));
            }
            _ => {}
        }
    }
}

/// The outline level, from 0, that Word's own style of that name has without saying so.
fn heading(name: &str) -> Option<u8> {
    let (word, level) = name.split_once(' ')?;
    let level: u8 = level.parse().ok()?;
    (word.eq_ignore_ascii_case("heading") && (1..=OUTLINE_LEVELS).contains(&level)).then(|| level - 1)
}

/// The outline level as [`crate::extract::Block`] has it, from 1.
pub(super) fn outline_level(level: u8) -> Option<u8> {
    (level < OUTLINE_LEVELS).then_some(level + 1)
}

/// Whether a property is switched on: it is, if it is there, unless it says that it is not.
pub(super) fn is_on(element: &Element<'_>) -> bool {
    element.value().is_none_or(|value| is_yes(&value))
}

pub(super) fn is_yes(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}

/// Whether an edge of a table or cell is a line.
pub(super) fn is_line(element: &Element<'_>) -> bool {
    element.value().is_some_and(|kind| !matches!(&*kind, "none" | "nil"))
}
