//! Text put into a part at exact places.

use std::ops::Range;

use crate::extract::docx::package::{BYTE_ORDER_MARK, Text};
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::xml::{self, Budget, Element, Event, Xml};

/// What a part that was changed is written in.
const UTF_8: &str = "UTF-8";

/// A part, and what is to stand in it in place of some of its bytes.
pub(super) struct Edited<'t> {
    part: &'t Text,
    edits: Vec<(Range<usize>, String)>,
}

impl<'t> Edited<'t> {
    pub fn new(part: &'t Text) -> Self {
        Self { part, edits: Vec::new() }
    }

    /// Puts text in place of what stands there; at one place in the order of the calls.
    pub fn put(&mut self, place: Range<usize>, text: String) {
        self.edits.push((place, text));
    }

    /// Walks through the part, which must be whole: what is missing or was replaced could not be written again.
    pub fn walk(&self, limits: &Limits, mut step: impl FnMut(Step<'_>)) -> Result<(), Error> {
        let Text { name, text, replaced, damaged, .. } = self.part;
        let fault = || Error::damaged(format!("{name} is not whole"));
        // A second mark would be text, which the XML reader leaves out without counting it.
        if *replaced || *damaged || text.starts_with('\u{FEFF}') {
            return Err(fault());
        }
        let budget = Budget::new();
        let mut xml = Xml::new(text, limits, &budget);
        loop {
            match xml.next()? {
                Event::Open(element) => step(Step::Open(element)),
                Event::Text(_) => {}
                Event::Close(_) => step(Step::Close(xml.place())),
                Event::End => break,
            }
        }
        if xml.is_damaged() { Err(fault()) } else { Ok(()) }
    }

    /// The part with everything in its place. It is written in UTF-8, whatever it was.
    pub fn bytes(mut self) -> Result<Vec<u8>, Error> {
        let Text { name, text, marked, .. } = self.part;
        let is_other = |label: &Range<usize>| text.get(label.clone()).is_some_and(|it| !it.eq_ignore_ascii_case(UTF_8));
        self.edits.extend(xml::label(text.as_bytes()).filter(is_other).map(|label| (label, UTF_8.to_owned())));
        self.edits.sort_by_key(|(place, _)| place.start);
        let mut bytes = if *marked { BYTE_ORDER_MARK.to_vec() } else { Vec::new() };
        let mut at = 0;
        let fault = || Error::damaged(format!("{name} cannot be changed"));
        for (place, new) in &self.edits {
            bytes.extend(text.get(at..place.start).ok_or_else(fault)?.as_bytes());
            bytes.extend(new.as_bytes());
            at = place.end;
        }
        bytes.extend(text.get(at..).ok_or_else(fault)?.as_bytes());
        Ok(bytes)
    }
}

/// What comes next in a part.
pub(super) enum Step<'e> {
    /// An element begins.
    Open(Element<'e>),
    /// The innermost element ends with the tag at that place, which is its only one if it is empty.
    Close(Range<usize>),
}

/// The outermost element of a part.
#[derive(Clone, Debug, Default)]
pub(super) struct Root {
    /// Its name as it is written, and what of it is the prefix.
    name: String,
    pub prefix: String,
    /// Where it begins, and the tag with which it ends, which is the same one if it is empty.
    start: usize,
    end: Range<usize>,
}

impl Root {
    pub fn new(element: &Element<'_>) -> Self {
        let prefix = element.prefix().to_owned();
        Self { name: format!("{prefix}{}", element.name), prefix, start: element.at, end: 0..0 }
    }

    /// Reads a part whose outermost element is to have more children, and looks at those it has.
    pub fn read(part: &Edited<'_>, limits: &Limits, mut look: impl FnMut(&Element<'_>)) -> Result<Self, Error> {
        let mut root: Option<Self> = None;
        part.walk(limits, |step| match (step, &mut root) {
            (Step::Open(element), None) => root = Some(Self::new(&element)),
            (Step::Open(element), Some(_)) => look(&element),
            (Step::Close(end), Some(root)) => root.end = end,
            (Step::Close(_), None) => {}
        })?;
        root.ok_or_else(|| Error::damaged("a part is empty"))
    }

    /// Adds children at its end.
    pub fn append(&self, part: &mut Edited<'_>, children: &str) {
        if self.end.start == self.start {
            let slash = self.end.end.saturating_sub("/>".len());
            part.put(slash..self.end.end, format!(">{children}</{}>", self.name));
        } else {
            part.put(self.end.start..self.end.start, children.to_owned());
        }
    }
}
