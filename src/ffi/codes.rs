//! Codes: a number for each value of each closed list, by hand, never given another meaning. 0 means none, not known or
//! not found. A list may grow; a reader that meets an unknown code treats it as "something else".

use super::coded::name_of;
use super::fence::fence;
use super::input::Output;
use super::memory::fazhi_str;
use super::status::{fazhi_error, fazhi_status};

/// The list of styles of the markers of headings and items: FAZHI_MARKER_.
pub const FAZHI_CODES_MARKER: u16 = 1;
/// The list of parts a section plays in the report: FAZHI_ROLE_.
pub const FAZHI_CODES_ROLE: u16 = 2;
/// The list of topics: FAZHI_TOPIC_.
pub const FAZHI_CODES_TOPIC: u16 = 3;
/// The list of what passages tell of: FAZHI_PASSAGE_.
pub const FAZHI_CODES_PASSAGE: u16 = 4;
/// The list of sorts of quantities: FAZHI_QUANTITY_.
pub const FAZHI_CODES_QUANTITY: u16 = 5;
/// The list of how a figure bounds the amount: FAZHI_BOUND_.
pub const FAZHI_CODES_BOUND: u16 = 6;
/// The list of sorts of cited documents: FAZHI_CITATION_.
pub const FAZHI_CODES_CITATION: u16 = 7;
/// The list of levels of the reporting body: FAZHI_LEVEL_.
pub const FAZHI_CODES_LEVEL: u16 = 8;
/// The list of rules of the audit: FAZHI_CHECK_.
pub const FAZHI_CODES_CHECK: u16 = 9;
/// The list of what a rule of the audit found: FAZHI_VERDICT_.
pub const FAZHI_CODES_VERDICT: u16 = 10;
/// The list of what notes observe: FAZHI_NOTE_.
pub const FAZHI_CODES_NOTE: u16 = 11;
/// The list of how a criterion of the score came out: FAZHI_OUTCOME_.
pub const FAZHI_CODES_OUTCOME: u16 = 12;
/// The list of sorts of blocks of a document: FAZHI_BLOCK_.
pub const FAZHI_CODES_BLOCK: u16 = 13;
/// The list of what warnings of a document tell: FAZHI_WARNING_.
pub const FAZHI_CODES_WARNING: u16 = 14;

/// 一、
pub const FAZHI_MARKER_CHINESE: u16 = 1;
/// （一）
pub const FAZHI_MARKER_CHINESE_PARENTHESISED: u16 = 2;
/// 1.
pub const FAZHI_MARKER_ARABIC: u16 = 3;
/// （1）
pub const FAZHI_MARKER_ARABIC_PARENTHESISED: u16 = 4;
/// ①
pub const FAZHI_MARKER_CIRCLED: u16 = 5;
/// 一是, 一要, 第一，
pub const FAZHI_MARKER_ITEM: u16 = 6;

/// What was done.
pub const FAZHI_ROLE_MEASURES: u16 = 1;
/// Shortcomings.
pub const FAZHI_ROLE_PROBLEMS: u16 = 2;
/// Next steps.
pub const FAZHI_ROLE_PLAN: u16 = 3;
/// How the principal leaders met their responsibility.
pub const FAZHI_ROLE_DUTIES: u16 = 4;
/// Shortcomings and next steps under one heading.
pub const FAZHI_ROLE_PROBLEMS_AND_PLAN: u16 = 5;
/// Anything else.
pub const FAZHI_ROLE_OTHER: u16 = 6;

/// 组织领导, 第一责任人, 法治督察
pub const FAZHI_TOPIC_LEADERSHIP: u16 = 1;
/// 政府职能, 放管服, 营商环境
pub const FAZHI_TOPIC_FUNCTIONS: u16 = 2;
/// 规范性文件, 合法性审核, 立法
pub const FAZHI_TOPIC_RULEMAKING: u16 = 3;
/// 重大行政决策, 法律顾问
pub const FAZHI_TOPIC_DECISIONS: u16 = 4;
/// 行政执法
pub const FAZHI_TOPIC_ENFORCEMENT: u16 = 5;
/// 权力监督, 政务公开, 建议提案
pub const FAZHI_TOPIC_SUPERVISION: u16 = 6;
/// 行政复议, 应诉, 调解, 信访
pub const FAZHI_TOPIC_DISPUTES: u16 = 7;
/// 突发事件, 应急
pub const FAZHI_TOPIC_EMERGENCY: u16 = 8;
/// 法治思维, 学法, 培训
pub const FAZHI_TOPIC_CAPACITY: u16 = 9;
/// 普法
pub const FAZHI_TOPIC_PUBLICITY: u16 = 10;
/// 公共法律服务, 法律援助
pub const FAZHI_TOPIC_LEGAL_SERVICES: u16 = 11;
/// 数字法治政府, 信息化
pub const FAZHI_TOPIC_DIGITAL: u16 = 12;

/// Shortcomings.
pub const FAZHI_PASSAGE_PROBLEMS: u16 = 1;
/// Next steps.
pub const FAZHI_PASSAGE_PLAN: u16 = 2;
/// Both.
pub const FAZHI_PASSAGE_PROBLEMS_AND_PLAN: u16 = 3;

/// Things counted (件, 人次, 场).
pub const FAZHI_QUANTITY_COUNT: u16 = 1;
/// Percent and percentage points.
pub const FAZHI_QUANTITY_PERCENT: u16 = 2;
/// Money, in the unit written (元).
pub const FAZHI_QUANTITY_MONEY: u16 = 3;
/// A length of time (天, 个工作日, 小时, 年).
pub const FAZHI_QUANTITY_DURATION: u16 = 4;
/// A rank (第1名).
pub const FAZHI_QUANTITY_RANK: u16 = 5;
/// A multiple (3倍).
pub const FAZHI_QUANTITY_MULTIPLE: u16 = 6;

/// As it stands.
pub const FAZHI_BOUND_EXACT: u16 = 1;
/// At least so much (余, 多, 以上, 超).
pub const FAZHI_BOUND_OVER: u16 = 2;
/// Nearly or roughly so much (约, 近, 左右).
pub const FAZHI_BOUND_ABOUT: u16 = 3;
/// At most so much (以下, 不足).
pub const FAZHI_BOUND_UNDER: u16 = 4;

/// Laws, administrative regulations, local regulations.
pub const FAZHI_CITATION_LAW: u16 = 1;
/// Rules, Party regulations, provisions, measures.
pub const FAZHI_CITATION_RULE: u16 = 2;
/// Outlines, plans, schemes.
pub const FAZHI_CITATION_PLAN: u16 = 3;
/// Notices, opinions, lists, drafts and other documents.
pub const FAZHI_CITATION_DOCUMENT: u16 = 4;
/// Books, programmes, columns.
pub const FAZHI_CITATION_MEDIA: u16 = 5;

/// 省, 自治区, 直辖市
pub const FAZHI_LEVEL_PROVINCE: u16 = 1;
/// 地级市, 地区, 自治州, 盟
pub const FAZHI_LEVEL_CITY: u16 = 2;
/// 县, 县级市, 市辖区, 旗
pub const FAZHI_LEVEL_COUNTY: u16 = 3;
/// 乡, 镇, 街道
pub const FAZHI_LEVEL_TOWNSHIP: u16 = 4;
/// A department of any level.
pub const FAZHI_LEVEL_DEPARTMENT: u16 = 5;

/// A rate against its counts.
pub const FAZHI_CHECK_RATIO: u16 = 1;
/// A total against its parts.
pub const FAZHI_CHECK_SUM: u16 = 2;
/// A change against the years it compares.
pub const FAZHI_CHECK_YOY: u16 = 3;
/// A result against its target.
pub const FAZHI_CHECK_TARGET: u16 = 4;
/// A part not above its whole, a later stage not above an earlier one.
pub const FAZHI_CHECK_ORDER: u16 = 5;
/// The same indicator told twice with different values.
pub const FAZHI_CHECK_CONFLICT: u16 = 6;
/// A range that runs backwards, or a rate that cannot be.
pub const FAZHI_CHECK_RANGE: u16 = 7;
/// A date that does not exist, years that do not agree.
pub const FAZHI_CHECK_DATE: u16 = 8;
/// Signed or printed after the day it was due.
pub const FAZHI_CHECK_DEADLINE: u16 = 9;
/// A number of things announced, another listed.
pub const FAZHI_CHECK_ENUMERATION: u16 = 10;
/// The name of another place, or an old year, where this report's own must stand.
pub const FAZHI_CHECK_LEFTOVER: u16 = 11;

/// It holds.
pub const FAZHI_VERDICT_CONSISTENT: u16 = 1;
/// No usual reading makes it hold.
pub const FAZHI_VERDICT_INCONSISTENT: u16 = 2;
/// It holds under one usual definition and not under another.
pub const FAZHI_VERDICT_AMBIGUOUS: u16 = 3;
/// The report does not print what it would take to judge.
pub const FAZHI_VERDICT_UNCHECKABLE: u16 = 4;

/// The text is no report.
pub const FAZHI_NOTE_NO_REPORT: u16 = 1;
/// The text ends in the middle of a sentence.
pub const FAZHI_NOTE_CUT_OFF: u16 = 2;
/// A number is missing in a row of headings.
pub const FAZHI_NOTE_NUMBERING_GAP: u16 = 3;
/// A number occurs twice in a row of headings.
pub const FAZHI_NOTE_NUMBERING_REPEAT: u16 = 4;
/// Numbers of headings run backwards.
pub const FAZHI_NOTE_NUMBERING_ORDER: u16 = 5;
/// A marker lost its number or a bracket.
pub const FAZHI_NOTE_MARKER_DAMAGED: u16 = 6;
/// Lines of one sentence were joined.
pub const FAZHI_NOTE_JOINED_WRAP: u16 = 7;
/// Blanks of a template were never filled in.
pub const FAZHI_NOTE_TEMPLATE_BLANK: u16 = 8;
/// A limit was reached; the report is incomplete.
pub const FAZHI_NOTE_LIMIT_REACHED: u16 = 9;

/// Every point.
pub const FAZHI_OUTCOME_MET: u16 = 1;
/// Some points.
pub const FAZHI_OUTCOME_PARTLY: u16 = 2;
/// No point.
pub const FAZHI_OUTCOME_NOT_MET: u16 = 3;
/// It cannot be judged from what is there.
pub const FAZHI_OUTCOME_NOT_ASSESSABLE: u16 = 4;

/// A paragraph of running text.
pub const FAZHI_BLOCK_BODY: u16 = 1;
/// A row of a table, its cells separated by tabs.
pub const FAZHI_BLOCK_TABLE_ROW: u16 = 2;
/// A paragraph in a text box: often the letterhead.
pub const FAZHI_BLOCK_TEXT_BOX: u16 = 3;
/// A paragraph with a bullet or number made by the file.
pub const FAZHI_BLOCK_LIST_ITEM: u16 = 4;

/// A page is a picture.
pub const FAZHI_WARNING_NO_TEXT_LAYER: u16 = 1;
/// The text of a page comes from text recognition.
pub const FAZHI_WARNING_RECOGNISED_TEXT: u16 = 2;
/// Bytes or characters without a meaning were replaced by U+FFFD.
pub const FAZHI_WARNING_REPLACED: u16 = 3;
/// Symbols of private fonts were left out.
pub const FAZHI_WARNING_DROPPED_SYMBOLS: u16 = 4;
/// Page numbers and running heads were left out.
pub const FAZHI_WARNING_DROPPED_FURNITURE: u16 = 5;
/// The file is damaged, and what could be read is here.
pub const FAZHI_WARNING_DAMAGED: u16 = 6;
/// How the article was found in a web page.
pub const FAZHI_WARNING_MAIN_CONTENT: u16 = 7;

/// Gives the name of a code as the JSON documents have it ("measures", "ratio"): of the list `list` (FAZHI_CODES_) the
/// value `code`. The name lives for ever.
///
/// Errors: FAZHI_ERR_INVALID_ARGUMENT for a list or code there is not; FAZHI_ERR_NOT_BUILT_IN for FAZHI_CODES_OUTCOME in a
/// library without rubrics, and for FAZHI_CODES_BLOCK and FAZHI_CODES_WARNING in one that reads no files.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_code_name(
    list: u16,
    code: u16,
    name: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let output = Output::new(name, "name")?;
            output.write(fazhi_str::of(name_of(list, code)?));
            Ok(())
        })
    }
}
