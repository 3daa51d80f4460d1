//! Rows of a score's tables, of the catalogue and of the rules.

use super::{fazhi_decimal, fazhi_list, fazhi_span, fazhi_text};

/// What a report earned as a whole. Texts stand in fazhi_score_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_totals {
    /// Points earned.
    pub earned: fazhi_decimal,
    /// Points that could be judged; the rest is unknown, not lost.
    pub assessable: fazhi_decimal,
    /// Points of the whole rubric.
    pub total: fazhi_decimal,
    /// What the score is called: 报告文本质量分.
    pub name: fazhi_text,
    /// What it says and does not say.
    pub notice: fazhi_text,
    /// The rubric's name.
    pub rubric_id: fazhi_text,
    /// SHA-256 of the rubric's text, in hexadecimal digits.
    pub rubric_sha256: fazhi_text,
    /// The rubric's version.
    pub rubric_version: u32,
    /// Always 0.
    pub reserved: [u8; 4],
}

/// A dimension's points. Texts stand in fazhi_score_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_dimension {
    /// Points earned.
    pub earned: fazhi_decimal,
    /// Points that could be judged.
    pub assessable: fazhi_decimal,
    /// Points of the dimension.
    pub weight: fazhi_decimal,
    /// Its id in the rubric.
    pub id: fazhi_text,
    /// Its name.
    pub name: fazhi_text,
    /// Its criteria: rows of fazhi_score_criteria.
    pub criteria: fazhi_list,
}

/// A criterion's points, with what they rest on. Texts stand in fazhi_score_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_criterion {
    /// Points earned.
    pub earned: fazhi_decimal,
    /// Points that could be judged.
    pub assessable: fazhi_decimal,
    /// Points of the criterion.
    pub points: fazhi_decimal,
    /// Its id in the rubric.
    pub id: fazhi_text,
    /// Its name.
    pub name: fazhi_text,
    /// The rubric's name for how it is judged.
    pub rule: fazhi_text,
    /// The legal ground, and whether its words were seen or are recalled.
    pub basis: fazhi_text,
    /// In words, in Chinese.
    pub explanation: fazhi_text,
    /// What the points rest on: rows of fazhi_score_spans; never empty for points earned.
    pub evidence: fazhi_list,
    /// Where something was looked for and not found: rows of fazhi_score_spans.
    pub searched: fazhi_list,
    /// Row of fazhi_score_dimensions it belongs to.
    pub dimension: u32,
    /// FAZHI_OUTCOME_: how it came out.
    pub outcome: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// Something a reader should know that costs no points. Texts stand in fazhi_score_strings.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_flag {
    /// Where; empty when it concerns the whole text.
    pub span: fazhi_span,
    /// Its id in the rubric.
    pub code: fazhi_text,
    /// In words, in Chinese.
    pub explanation: fazhi_text,
}

/// An indicator of the catalogue. Texts stand in the strings that fazhi_catalogue gives.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_indicator_definition {
    /// Stable id, such as reconsideration.accepted.
    pub id: fazhi_text,
    /// Name in Chinese.
    pub name: fazhi_text,
    /// The usual unit.
    pub unit: fazhi_text,
    /// What counts, in Chinese.
    pub definition: fazhi_text,
    /// FAZHI_TOPIC_ it belongs to.
    pub topic: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}

/// A rule of the audit, for people to read. Texts stand in the strings that fazhi_rules gives.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_rule {
    /// Stable id, such as ratio.
    pub id: fazhi_text,
    /// Name in Chinese.
    pub name: fazhi_text,
    /// What it compares.
    pub checks: fazhi_text,
    /// When it says what.
    pub verdicts: fazhi_text,
    /// An example that holds.
    pub good: fazhi_text,
    /// An example that does not hold, or is in doubt.
    pub bad: fazhi_text,
    /// FAZHI_CHECK_ kind.
    pub kind: u16,
    /// Always 0.
    pub reserved: [u8; 2],
}
