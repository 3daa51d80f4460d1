//! What a reader should know of the text itself.

use crate::phrase::Phrase;
use crate::span::Span;

/// What a note says in words.
pub type Message = Phrase<56>;

/// An observation about the text, such as a gap in its numbering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What was observed.
    pub code: NoteCode,
    /// Where.
    pub span: Span,
    /// In words, in Chinese.
    pub message: Message,
}

/// The kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoteCode {
    /// The text is no report.
    NoReport,
    /// The text ends in the middle of a sentence.
    CutOff,
    /// A number is missing in a row of headings.
    NumberingGap,
    /// A number occurs twice in a row of headings.
    NumberingRepeat,
    /// Numbers of headings run backwards.
    NumberingOrder,
    /// A marker lost its number or a bracket.
    MarkerDamaged,
    /// Lines of one sentence were joined.
    JoinedWrap,
    /// Blanks of a template were never filled in (20__年, xx市).
    TemplateBlank,
    /// A limit was reached; the report is incomplete.
    LimitReached,
}

impl NoteCode {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoReport => "no_report",
            Self::CutOff => "cut_off",
            Self::NumberingGap => "numbering_gap",
            Self::NumberingRepeat => "numbering_repeat",
            Self::NumberingOrder => "numbering_order",
            Self::MarkerDamaged => "marker_damaged",
            Self::JoinedWrap => "joined_wrap",
            Self::TemplateBlank => "template_blank",
            Self::LimitReached => "limit_reached",
        }
    }
}

impl Note {
    pub(crate) fn new(code: NoteCode, span: Span, message: impl Into<Message>) -> Self {
        Self { code, span, message: message.into() }
    }
}
