//! Rows of a report's tables.

use super::{fazhi_decimal, fazhi_list, fazhi_span, fazhi_text};
use crate::text::line_index::Position;

/// A name in the front matter, and where it stands.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_name {
    /// The name without layout; absent when there is no name.
    pub text: fazhi_text,
    /// Where it stands.
    pub span: fazhi_span,
}

/// A date of which parts may be unknown: 0 for each part that is not printed.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct fazhi_day {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day as printed, 1 to 31; it may not exist in that month.
    pub day: u8,
}

/// Head and tail of the document.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_front {
    /// The title on one line.
    pub title: fazhi_name,
    /// The administrative division reported on.
    pub region: fazhi_name,
    /// The document's own number.
    pub doc_number: fazhi_name,
    /// 印发机关
    pub print_office: fazhi_name,
    /// Who reports, in order: rows of fazhi_report_names.
    pub issuers: fazhi_list,
    /// 签发人: rows of fazhi_report_names.
    pub signers: fazhi_list,
    /// 主送机关: rows of fazhi_report_names.
    pub recipients: fazhi_list,
    /// 抄送机关: rows of fazhi_report_names.
    pub cc: fazhi_list,
    /// Where the reporting year stands; empty when it was not found.
    pub year_span: fazhi_span,
    /// Where the date of issue stands; empty when it was not found.
    pub date_span: fazhi_span,
    /// Date of issue as printed; all 0 when it was not found.
    pub date: fazhi_day,
    /// The reporting year; 0 when it was not found.
    pub year: u16,
    /// FAZHI_LEVEL_ of the reporting body; 0 when the text leaves it open.
    pub level: u16,
}

/// A section: from its marker to the end of its last descendant.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_section {
    /// From the marker to the end of the last descendant.
    pub span: fazhi_span,
    /// Marker and title.
    pub heading: fazhi_span,
    /// The marker and the blanks after it.
    pub marker: fazhi_span,
    /// The title without marker and final punctuation, as it stands in the text; empty for an item without one.
    pub title: fazhi_span,
    /// Its own text before its first child.
    pub body: fazhi_span,
    /// The title without layout.
    pub title_text: fazhi_text,
    /// Index of the section around it; FAZHI_NONE at the outermost level.
    pub parent: u32,
    /// Its number as printed; where it was lost, the one that fits.
    pub number: u16,
    /// FAZHI_MARKER_ style of its marker.
    pub style: u16,
    /// FAZHI_ROLE_ it plays in the report; 0 in an outline alone.
    pub role: u16,
    /// FAZHI_TOPIC_ it is about; 0 when none can be told, and in an outline alone.
    pub topic: u16,
    /// Nesting, 1 the outermost.
    pub level: u8,
    /// Always 0.
    pub reserved: [u8; 3],
}

/// A passage on problems or plans that has no heading of its own.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_passage {
    /// Its text.
    pub span: fazhi_span,
    /// Index of the section it follows; FAZHI_NONE for none.
    pub section: u32,
    /// FAZHI_PASSAGE_ role: what it tells of.
    pub role: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// An amount with its unit.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_quantity {
    /// The exact value in the base unit: 8.2万元 is 82000, 99.97% is 99.97, 六成 is 60.
    pub value: fazhi_decimal,
    /// The upper end of a range (80—530元); not present for a single figure.
    pub high: fazhi_decimal,
    /// The figure as printed, with its unit and a bound word behind it.
    pub span: fazhi_span,
    /// The sentence it stands in.
    pub sentence: fazhi_span,
    /// Where the measure word stands; empty when there is none, and for percent.
    pub unit_span: fazhi_span,
    /// The measure word without layout: empty for none, "%" for every way to write percent.
    pub unit: fazhi_text,
    /// Index of the section it stands in; FAZHI_NONE for none.
    pub section: u32,
    /// FAZHI_QUANTITY_ kind.
    pub kind: u16,
    /// FAZHI_BOUND_: whether the figure is exact.
    pub bound: u16,
}

/// A title in 《》.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_citation {
    /// From 《 to 》.
    pub span: fazhi_span,
    /// What stands inside.
    pub title: fazhi_span,
    /// What stands inside, without layout.
    pub title_text: fazhi_text,
    /// Index of the section it stands in; FAZHI_NONE for none.
    pub section: u32,
    /// FAZHI_CITATION_ kind: the sort of document.
    pub kind: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// A document number such as 青政办发〔2023〕79号.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_doc_number {
    /// The whole number.
    pub span: fazhi_span,
    /// The agency's code (青政办发).
    pub issuer: fazhi_span,
    /// The agency's code without layout.
    pub issuer_text: fazhi_text,
    /// The serial number.
    pub serial: u32,
    /// The year in the brackets.
    pub year: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// A calendar date or period as printed.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_date {
    /// As printed.
    pub span: fazhi_span,
    /// The date, or the first day, month or year of a period.
    pub date: fazhi_day,
    /// The last day, month or year of a period; all 0 for a single date.
    pub end: fazhi_day,
}

/// A figure that states an indicator of the report's own year and area.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_indicator {
    /// The figure's value, negative for a decrease.
    pub value: fazhi_decimal,
    /// Index of the quantity, which has unit, place and section.
    pub quantity: u32,
    /// Row of fazhi_catalogue: which indicator. Rows keep their place only within one version of the library; the id is what stays.
    pub definition: u32,
}

/// A claim that was looked at.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_check {
    /// The figures the check rests on, the stated one first: rows of fazhi_report_check_spans.
    pub spans: fazhi_list,
    /// The figure as stated, in its unit (percent without the sign); may be absent.
    pub stated: fazhi_text,
    /// The figure as it follows from the others, at the stated precision; may be absent.
    pub computed: fazhi_text,
    /// The working: 9542 / 9737.
    pub formula: fazhi_text,
    /// The definition that was used or that would make the claim hold, in Chinese; may be absent.
    pub reading: fazhi_text,
    /// The simplest value that would mend it; may be absent.
    pub repair: fazhi_text,
    /// In words, in Chinese.
    pub explanation: fazhi_text,
    /// FAZHI_CHECK_ kind: the rule that looked.
    pub kind: u16,
    /// FAZHI_VERDICT_: what it found.
    pub verdict: u16,
}

/// What a reader should know of the text itself.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_note {
    /// Where; empty when it concerns the whole text.
    pub span: fazhi_span,
    /// In words, in Chinese.
    pub message: fazhi_text,
    /// FAZHI_NOTE_ code: what was observed.
    pub code: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// A place in the text as people and editors count it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_place {
    /// Line, from 0.
    pub line: u32,
    /// Column in bytes of UTF-8, from 0.
    pub byte_column: u32,
    /// Column in UTF-16 code units, from 0.
    pub utf16_column: u32,
    /// Column in code points, from 0.
    pub code_point_column: u32,
}

impl From<Position> for fazhi_place {
    fn from(position: Position) -> Self {
        Self {
            line: position.line,
            byte_column: position.byte_column,
            utf16_column: position.utf16_column,
            code_point_column: position.code_point_column,
        }
    }
}
