//! Where in a part the marks of a comment may stand.

use std::collections::HashSet;
use std::ops::Range;

use super::edit::{Edited, Root, Step};
use super::part::Dialect;
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::word::line::Trace;
use crate::extract::xml::Element;
use crate::span::Span;

/// A stretch of markup before and behind which marks may stand: a child of a paragraph, or all those of a field.
#[derive(Clone, Debug)]
struct Unit {
    place: Range<usize>,
    /// Which paragraph it is in. Paragraphs of text boxes are part of the one that the box is anchored in: what is said
    /// of a text box is said of that, since Word takes no comments inside.
    paragraph: usize,
}

/// The units of a part, in its order.
#[derive(Debug, Default)]
pub(super) struct Units {
    units: Vec<Unit>,
    /// The numbers that marks of comments bear.
    pub ids: HashSet<i64>,
    pub root: Root,
    pub dialect: Dialect,
    /// How many elements are open.
    depth: usize,
    /// The paragraph around this place: how many elements are open with it, where it begins, how many units are before.
    paragraph: Option<(usize, usize, usize)>,
    paragraphs: usize,
    /// Fields of the paragraph that have not ended.
    fields: usize,
    /// Whether the child of the paragraph at this place is a unit or part of one.
    in_unit: bool,
}

impl Units {
    /// Reads the main part.
    pub fn read(part: &Edited<'_>, limits: &Limits) -> Result<Self, Error> {
        let mut units = Self::default();
        part.walk(limits, |step| match step {
            Step::Open(element) => units.open(&element),
            Step::Close(place) => units.close(place),
        })?;
        if units.units.is_empty() { Err(Error::damaged("no paragraph can bear a comment")) } else { Ok(units) }
    }

    fn open(&mut self, element: &Element<'_>) {
        self.depth += 1;
        if self.depth == 1 {
            self.root = Root::new(element);
            self.dialect = Dialect::of(element);
        }
        match (element.name, self.paragraph) {
            ("commentRangeStart" | "commentRangeEnd" | "commentReference", _) => {
                self.ids.extend(element.number::<i64>("id"));
            }
            ("p", None) => {
                self.paragraph = Some((self.depth, element.at, self.units.len()));
                self.paragraphs += 1;
                self.fields = 0;
            }
            ("fldChar", Some(_)) => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields += 1,
                Some("end") => self.fields = self.fields.saturating_sub(1),
                _ => {}
            },
            _ => {}
        }
        if self.paragraph.is_some_and(|(depth, ..)| depth + 1 == self.depth) {
            self.in_unit = element.name != "pPr";
            if self.in_unit && self.fields == 0 {
                self.units.push(Unit { place: element.at..element.at, paragraph: self.paragraphs });
            }
        }
    }

    fn close(&mut self, tag: Range<usize>) {
        if let Some((depth, start, before)) = self.paragraph {
            if self.depth == depth {
                self.paragraph = None;
                // A cell may hold nothing but a number; what has no end tag holds nothing.
                if self.units.len() == before && tag.start != start {
                    self.units.push(Unit { place: tag.start..tag.start, paragraph: self.paragraphs });
                }
            } else if self.depth == depth + 1
                && self.in_unit
                && let Some(unit) = self.units.last_mut()
            {
                unit.place.end = tag.end;
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Where a comment on `span` goes: round the units of its first paragraph that hold it.
    pub fn around(&self, trace: &Trace, span: Span) -> Result<Range<usize>, Error> {
        let origin = |before: usize| trace.get(before.saturating_sub(1)).map(|origin| origin.what);
        let first = origin(trace.partition_point(|origin| origin.at <= span.start as usize));
        let last = origin(trace.partition_point(|origin| origin.at < span.end as usize));
        let nowhere = || Error::damaged("no text can bear a comment");
        let (place, end) = first.zip(last).ok_or_else(nowhere)?;
        let (first, last) = self.holding(place).zip(self.holding(end)).ok_or_else(nowhere)?;
        let is_number = !first.place.contains(&place);
        let last = if is_number || last.paragraph != first.paragraph {
            let behind = self.units.partition_point(|unit| unit.paragraph <= first.paragraph);
            self.units.get(behind.saturating_sub(1)).unwrap_or(first)
        } else {
            last
        };
        Ok(first.place.start..last.place.end.max(first.place.end))
    }

    /// The unit around a place; of a paragraph itself, whose number is made, the first one, which is that of the next
    /// paragraph if it has none.
    fn holding(&self, place: usize) -> Option<&Unit> {
        let index = self.units.partition_point(|unit| unit.place.end <= place);
        self.units.get(index).or(self.units.last())
    }
}
