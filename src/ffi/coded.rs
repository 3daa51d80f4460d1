//! Which value of the Rust API has which code.

use super::codes::*;
use super::status::{FAZHI_ERR_INVALID_ARGUMENT, Failure};
use crate::audit::{CheckKind, Verdict};
#[cfg(feature = "extract")]
use crate::extract::{BlockKind, WarningKind};
use crate::facts::{Bound, CitationKind, QuantityKind};
use crate::front::Level;
use crate::note::NoteCode;
use crate::outline::{MarkerStyle, PassageRole};
#[cfg(feature = "rubric")]
use crate::score::Outcome;
use crate::topic::{Role, Topic};

/// A value that has a code in a list of its own.
pub(super) trait Coded: Copy {
    /// Its code, from 1.
    fn code(self) -> u16;

    /// The name of the value with this code.
    fn name_of(code: u16) -> Option<&'static str>;
}

/// The code of a value, or 0 for none.
pub(super) fn code_of<T: Coded>(value: Option<T>) -> u16 {
    value.map_or(0, T::code)
}

macro_rules! coded {
    ($type:ty { $($variant:ident = $code:ident,)+ }) => {
        impl Coded for $type {
            fn code(self) -> u16 {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            fn name_of(code: u16) -> Option<&'static str> {
                match code {
                    $($code => Some(Self::$variant.name()),)+
                    _ => None,
                }
            }
        }
    };
}

coded! { MarkerStyle {
    Chinese = FAZHI_MARKER_CHINESE,
    ChineseParenthesised = FAZHI_MARKER_CHINESE_PARENTHESISED,
    Arabic = FAZHI_MARKER_ARABIC,
    ArabicParenthesised = FAZHI_MARKER_ARABIC_PARENTHESISED,
    Circled = FAZHI_MARKER_CIRCLED,
    Item = FAZHI_MARKER_ITEM,
} }

coded! { Role {
    Measures = FAZHI_ROLE_MEASURES,
    Problems = FAZHI_ROLE_PROBLEMS,
    Plan = FAZHI_ROLE_PLAN,
    Duties = FAZHI_ROLE_DUTIES,
    ProblemsAndPlan = FAZHI_ROLE_PROBLEMS_AND_PLAN,
    Other = FAZHI_ROLE_OTHER,
} }

coded! { Topic {
    Leadership = FAZHI_TOPIC_LEADERSHIP,
    Functions = FAZHI_TOPIC_FUNCTIONS,
    Rulemaking = FAZHI_TOPIC_RULEMAKING,
    Decisions = FAZHI_TOPIC_DECISIONS,
    Enforcement = FAZHI_TOPIC_ENFORCEMENT,
    Supervision = FAZHI_TOPIC_SUPERVISION,
    Disputes = FAZHI_TOPIC_DISPUTES,
    Emergency = FAZHI_TOPIC_EMERGENCY,
    Capacity = FAZHI_TOPIC_CAPACITY,
    Publicity = FAZHI_TOPIC_PUBLICITY,
    LegalServices = FAZHI_TOPIC_LEGAL_SERVICES,
    Digital = FAZHI_TOPIC_DIGITAL,
} }

coded! { PassageRole {
    Problems = FAZHI_PASSAGE_PROBLEMS,
    Plan = FAZHI_PASSAGE_PLAN,
    ProblemsAndPlan = FAZHI_PASSAGE_PROBLEMS_AND_PLAN,
} }

coded! { QuantityKind {
    Count = FAZHI_QUANTITY_COUNT,
    Percent = FAZHI_QUANTITY_PERCENT,
    Money = FAZHI_QUANTITY_MONEY,
    Duration = FAZHI_QUANTITY_DURATION,
    Rank = FAZHI_QUANTITY_RANK,
    Multiple = FAZHI_QUANTITY_MULTIPLE,
} }

coded! { Bound {
    Exact = FAZHI_BOUND_EXACT,
    Over = FAZHI_BOUND_OVER,
    About = FAZHI_BOUND_ABOUT,
    Under = FAZHI_BOUND_UNDER,
} }

coded! { CitationKind {
    Law = FAZHI_CITATION_LAW,
    Rule = FAZHI_CITATION_RULE,
    Plan = FAZHI_CITATION_PLAN,
    Document = FAZHI_CITATION_DOCUMENT,
    Media = FAZHI_CITATION_MEDIA,
} }

coded! { Level {
    Province = FAZHI_LEVEL_PROVINCE,
    City = FAZHI_LEVEL_CITY,
    County = FAZHI_LEVEL_COUNTY,
    Township = FAZHI_LEVEL_TOWNSHIP,
    Department = FAZHI_LEVEL_DEPARTMENT,
} }

coded! { CheckKind {
    Ratio = FAZHI_CHECK_RATIO,
    Sum = FAZHI_CHECK_SUM,
    Yoy = FAZHI_CHECK_YOY,
    Target = FAZHI_CHECK_TARGET,
    Order = FAZHI_CHECK_ORDER,
    Conflict = FAZHI_CHECK_CONFLICT,
    Range = FAZHI_CHECK_RANGE,
    Date = FAZHI_CHECK_DATE,
    Deadline = FAZHI_CHECK_DEADLINE,
    Enumeration = FAZHI_CHECK_ENUMERATION,
    Leftover = FAZHI_CHECK_LEFTOVER,
} }

coded! { Verdict {
    Consistent = FAZHI_VERDICT_CONSISTENT,
    Inconsistent = FAZHI_VERDICT_INCONSISTENT,
    Ambiguous = FAZHI_VERDICT_AMBIGUOUS,
    Uncheckable = FAZHI_VERDICT_UNCHECKABLE,
} }

coded! { NoteCode {
    NoReport = FAZHI_NOTE_NO_REPORT,
    CutOff = FAZHI_NOTE_CUT_OFF,
    NumberingGap = FAZHI_NOTE_NUMBERING_GAP,
    NumberingRepeat = FAZHI_NOTE_NUMBERING_REPEAT,
    NumberingOrder = FAZHI_NOTE_NUMBERING_ORDER,
    MarkerDamaged = FAZHI_NOTE_MARKER_DAMAGED,
    JoinedWrap = FAZHI_NOTE_JOINED_WRAP,
    TemplateBlank = FAZHI_NOTE_TEMPLATE_BLANK,
    LimitReached = FAZHI_NOTE_LIMIT_REACHED,
} }

#[cfg(feature = "rubric")]
coded! { Outcome {
    Met = FAZHI_OUTCOME_MET,
    Partly = FAZHI_OUTCOME_PARTLY,
    NotMet = FAZHI_OUTCOME_NOT_MET,
    NotAssessable = FAZHI_OUTCOME_NOT_ASSESSABLE,
} }

#[cfg(feature = "extract")]
coded! { BlockKind {
    Body = FAZHI_BLOCK_BODY,
    TableRow = FAZHI_BLOCK_TABLE_ROW,
    TextBox = FAZHI_BLOCK_TEXT_BOX,
    ListItem = FAZHI_BLOCK_LIST_ITEM,
} }

#[cfg(feature = "extract")]
coded! { WarningKind {
    NoTextLayer = FAZHI_WARNING_NO_TEXT_LAYER,
    RecognisedText = FAZHI_WARNING_RECOGNISED_TEXT,
    Replaced = FAZHI_WARNING_REPLACED,
    DroppedSymbols = FAZHI_WARNING_DROPPED_SYMBOLS,
    DroppedFurniture = FAZHI_WARNING_DROPPED_FURNITURE,
    Damaged = FAZHI_WARNING_DAMAGED,
    MainContent = FAZHI_WARNING_MAIN_CONTENT,
} }

/// The name of a code of a list.
pub(super) fn name_of(list: u16, code: u16) -> Result<&'static str, Failure> {
    let name = match list {
        FAZHI_CODES_MARKER => MarkerStyle::name_of(code),
        FAZHI_CODES_ROLE => Role::name_of(code),
        FAZHI_CODES_TOPIC => Topic::name_of(code),
        FAZHI_CODES_PASSAGE => PassageRole::name_of(code),
        FAZHI_CODES_QUANTITY => QuantityKind::name_of(code),
        FAZHI_CODES_BOUND => Bound::name_of(code),
        FAZHI_CODES_CITATION => CitationKind::name_of(code),
        FAZHI_CODES_LEVEL => Level::name_of(code),
        FAZHI_CODES_CHECK => CheckKind::name_of(code),
        FAZHI_CODES_VERDICT => Verdict::name_of(code),
        FAZHI_CODES_NOTE => NoteCode::name_of(code),
        #[cfg(feature = "rubric")]
        FAZHI_CODES_OUTCOME => Outcome::name_of(code),
        #[cfg(not(feature = "rubric"))]
        FAZHI_CODES_OUTCOME => return Err(Failure::not_built_in("rubric")),
        #[cfg(feature = "extract")]
        FAZHI_CODES_BLOCK => BlockKind::name_of(code),
        #[cfg(feature = "extract")]
        FAZHI_CODES_WARNING => WarningKind::name_of(code),
        #[cfg(not(feature = "extract"))]
        FAZHI_CODES_BLOCK | FAZHI_CODES_WARNING => return Err(Failure::not_built_in("extract")),
        _ => None,
    };
    name.ok_or_else(|| {
        let message = format!("列表 {list} 中没有代码 {code} (no code {code} in list {list})");
        Failure::new(FAZHI_ERR_INVALID_ARGUMENT, message)
    })
}
