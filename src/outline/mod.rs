//! Text to outline: the tree of headings and enumerated items, and passages on problems or plans that have no heading.
//!
//! The hot path: it runs over the bytes once, looks at each paragraph's start and at the places inside it where a
//! marker can stand, and allocates nothing per line.

mod ends;
mod heading;
mod passage;
mod scan;
mod tail;
mod title;
mod tree;

pub use crate::text::marker::MarkerStyle;
pub(crate) use heading::{HeadingRole, ROLE_PARTS, heading_role};
pub(crate) use tail::is_tail;

use crate::limits::Limits;
use crate::note::Note;
use crate::span::Span;
use crate::text::Text;

/// The tree of a text's headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The sections in text order.
    pub sections: Vec<Section>,
    /// Passages on problems or plans without a heading of their own, in text order.
    pub passages: Vec<Passage>,
    /// Faults of the numbering.
    pub notes: Vec<Note>,
}

/// A section: from its marker to the end of its last descendant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Nesting, 1 the outermost.
    pub level: u8,
    /// The style of its marker.
    pub style: MarkerStyle,
    /// Its number as printed; where it was lost, the one that fits.
    pub number: u16,
    /// The marker and the blanks after it.
    pub marker: Span,
    /// The title without marker and final punctuation; empty for an item without one.
    pub title: Span,
    /// Marker and title.
    pub heading: Span,
    /// Its own text before its first child.
    pub body: Span,
    /// From the marker to the end of the last descendant.
    pub span: Span,
    /// Index of the section around it.
    pub parent: Option<u32>,
}

/// A passage on problems or plans that has no heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it tells of.
    pub role: PassageRole,
    /// Its text.
    pub span: Span,
    /// Index of the section it follows.
    pub section: Option<u32>,
}

/// What a passage tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassageRole {
    /// Shortcomings.
    Problems,
    /// Next steps.
    Plan,
    /// Both.
    ProblemsAndPlan,
}

impl PassageRole {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Problems => "problems",
            Self::Plan => "plan",
            Self::ProblemsAndPlan => "problems_and_plan",
        }
    }
}

/// Working memory of this stage, kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    scanner: scan::Scanner,
    /// The markers of one paragraph.
    found: Vec<scan::Found>,
    /// The stack of open sections.
    open: Vec<tree::Open>,
    /// The opening of a plain paragraph.
    opening: String,
}

impl Outline {
    /// Segments `text` anew, in the same memory.
    pub(crate) fn refill(&mut self, text: &Text<'_>, limits: &Limits, scratch: &mut Scratch) {
        self.sections.clear();
        self.passages.clear();
        self.notes.clear();
        tree::build(text, limits, scratch, self);
    }

    /// Index of the innermost section around the byte `offset`.
    #[must_use]
    pub fn section_at(&self, offset: u32) -> Option<u32> {
        self.innermost(self.sections.partition_point(|section| section.span.start <= offset), offset)
    }

    /// The innermost section around `offset`, where so many sections begin there or before it.
    pub(crate) fn innermost(&self, begun: usize, offset: u32) -> Option<u32> {
        let mut index = begun.checked_sub(1)?;
        loop {
            let section = &self.sections[index];
            if offset < section.span.end {
                return Some(index as u32);
            }
            index = section.parent? as usize;
        }
    }
}
