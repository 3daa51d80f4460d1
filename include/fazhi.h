// fazhi: reads the annual reports on rule-of-law government (法治政府建设年度报告) of Chinese governments and
// their departments into typed reports: outline, front matter, figures, citations, indicators, checked claims, score.
//
// This header is made from the library's sources; it is also its manual. It is C99 and C++.
//
//     fazhi_report *report;
//     fazhi_error error;
//     if (fazhi_report_parse(text, length, NULL, &report, &error) != FAZHI_OK) {
//         fprintf(stderr, "%.*s\n", (int)error.message_len, (const char *)error.message);
//         return 1;
//     }
//     fazhi_table table;
//     fazhi_report_sections(report, &table, NULL);
//     for (size_t i = 0; i < table.count; i++) {
//         const fazhi_section *section =
//             (const fazhi_section *)((const uint8_t *)table.rows + i * table.stride);
//         ...
//     }
//     fazhi_report_free(report);
//
// A file of another kind or encoding (.docx, PDF, a web page, text in GBK) is read by fazhi_document_extract first, and
// its text parsed by fazhi_document_parse.
//
// How every function works, unless it says otherwise:
//
// Calls     fazhi_status f(object, inputs, outputs, fazhi_error *err). Outputs are written only when FAZHI_OK is returned.
//           err may be NULL; it is written by every call, also by those that succeed.
// Pointers  An object or output that is NULL gives FAZHI_ERR_NULL. Texts come in as pointer and length in bytes, UTF-8,
//           without a NUL at the end: (NULL, 0) is the empty text, (NULL, n) gives FAZHI_ERR_NULL. A length of more than
//           PTRDIFF_MAX bytes gives FAZHI_ERR_OUT_OF_RANGE. Other pointers must be valid and aligned; using an object after
//           it was freed, or freeing it twice, is undefined.
// Owning    What a function named _new, _parse, _extract, _document, _from_toml, _score, _take or _json gives belongs to the
//           caller and is freed by the function named in its comment. Everything else (tables, strings, texts) belongs to
//           the object it was asked of, lives as long as that, and never changes.
// Threads   Reports, documents, outlines, scores and rubrics are immutable: any number of threads may use one at once. Options,
//           parsers, contexts and errors: one thread at a time. The library keeps no state of a thread.
// Positions are byte offsets into the parsed text, in UTF-8, always on character boundaries. fazhi_report_convert_offsets
//           turns them into UTF-16 units or code points.
// Tables    Row i of a fazhi_table stands at (const uint8_t *)table.rows + i * table.stride. Texts that rows point to stand
//           in the table of strings of the same object, others in the parsed text.
// Errors    A damaged, odd or empty text is no error: it gives a smaller report, and notes. Only misuse, limits, texts that
//           are not UTF-8 and files of which nothing can be read are. No input makes the library abort; a defect gives
//           FAZHI_ERR_PANIC, and its message on standard error.
// Memory    Where the system has no more of it, the process ends, as Rust programs do.


#ifndef FAZHI_H
#define FAZHI_H

#include <stddef.h>
#include <stdint.h>

// The Arrow C Data Interface: the type of an array, and its values. Other headers may have declared both already.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    // The type, as a short code; the name; key-value pairs, or NULL.
    const char *format;
    const char *name;
    const char *metadata;
    // ARROW_FLAG_ bits.
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    // Frees what the record points to, and sets itself to NULL. NULL: freed already, or moved.
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    // Rows; nulls among them; rows to skip at the start of the buffers.
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    // As above.
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif  // ARROW_C_DATA_INTERFACE

// The number of the ABI: programs that were compiled against a header with another number must not use the library.
// Within a number, functions and constants are only added, and rows grow only at their end.
#define FAZHI_ABI_VERSION 1

// The version of the library this header belongs to: major.
#define FAZHI_VERSION_MAJOR 0

// The version of the library this header belongs to: minor.
#define FAZHI_VERSION_MINOR 1

// The version of the library this header belongs to: patch.
#define FAZHI_VERSION_PATCH 0

// A bit of fazhi_features: fazhi_report_json and fazhi_score_json.
#define FAZHI_FEATURE_JSON 1

// A bit of fazhi_features: rubrics and scores (JSON of a score needs both bits).
#define FAZHI_FEATURE_RUBRIC 2

// A bit of fazhi_features: fazhi_batch_parse, and fazhi_batch_extract with a kind of file.
#define FAZHI_FEATURE_PARALLEL 4

// A bit of fazhi_features: fazhi_document_extract reads plain text in any encoding.
#define FAZHI_FEATURE_TXT 8

// A bit of fazhi_features: fazhi_document_extract reads .docx.
#define FAZHI_FEATURE_DOCX 16

// A bit of fazhi_features: fazhi_document_extract reads web pages.
#define FAZHI_FEATURE_HTML 32

// A bit of fazhi_features: fazhi_document_extract reads what circulates as .doc.
#define FAZHI_FEATURE_DOC 64

// A bit of fazhi_features: fazhi_document_extract reads PDF.
#define FAZHI_FEATURE_PDF 128

// A bit of fazhi_features: fazhi_document_extract reads OFD.
#define FAZHI_FEATURE_OFD 256

// Done; the outputs are written.
#define FAZHI_OK 0

// A pointer that must not be NULL is NULL.
#define FAZHI_ERR_NULL 1

// The text is not valid UTF-8; the error's span starts at the first bad byte.
#define FAZHI_ERR_INVALID_UTF8 2

// The text is longer than the limit, or a file larger, or it unpacks to more than limits allow.
#define FAZHI_ERR_TOO_LARGE 3

// A position, span or index lies outside, or ends before it starts.
#define FAZHI_ERR_OUT_OF_RANGE 4

// A position lies inside a character.
#define FAZHI_ERR_NOT_ON_BOUNDARY 5

// An argument is none of the constants it must be, or no day of the calendar.
#define FAZHI_ERR_INVALID_ARGUMENT 6

// The rubric cannot be used; the error's span is the faulty line of its TOML.
#define FAZHI_ERR_INVALID_RUBRIC 7

// This library was built without what the call needs; see fazhi_features.
#define FAZHI_ERR_NOT_BUILT_IN 8

// The system refused something, such as memory for a copy of the text.
#define FAZHI_ERR_SYSTEM 9

// A defect of the library; the call had no effect. Please report it.
#define FAZHI_ERR_PANIC 10

// The file can only be opened with a password.
#define FAZHI_ERR_ENCRYPTED 11

// The file's pages are pictures, which need text recognition first.
#define FAZHI_ERR_NO_TEXT_LAYER 12

// The file has text, but not what its characters mean; or bytes that are text in no encoding.
#define FAZHI_ERR_UNDECODABLE 13

// The file is broken in a place without which nothing can be read.
#define FAZHI_ERR_DAMAGED 14

// A web page without an article of its own; the message names what it links to.
#define FAZHI_ERR_NO_ARTICLE 15

// The file is no document but something else of that kind, such as a spreadsheet; the message says what.
#define FAZHI_ERR_WRONG_FORMAT 16

// The file is of a kind that this library does not read, or was built without (see fazhi_features); the message says
// which.
#define FAZHI_ERR_UNSUPPORTED_FORMAT 17

// Bytes of an error's message.
#define FAZHI_ERROR_MESSAGE_SIZE 256

// No row: an index that points nowhere. Also the offset of a text that is absent.
#define FAZHI_NONE 4294967295

// The list of styles of the markers of headings and items: FAZHI_MARKER_.
#define FAZHI_CODES_MARKER 1

// The list of parts a section plays in the report: FAZHI_ROLE_.
#define FAZHI_CODES_ROLE 2

// The list of topics: FAZHI_TOPIC_.
#define FAZHI_CODES_TOPIC 3

// The list of what passages tell of: FAZHI_PASSAGE_.
#define FAZHI_CODES_PASSAGE 4

// The list of sorts of quantities: FAZHI_QUANTITY_.
#define FAZHI_CODES_QUANTITY 5

// The list of how a figure bounds the amount: FAZHI_BOUND_.
#define FAZHI_CODES_BOUND 6

// The list of sorts of cited documents: FAZHI_CITATION_.
#define FAZHI_CODES_CITATION 7

// The list of levels of the reporting body: FAZHI_LEVEL_.
#define FAZHI_CODES_LEVEL 8

// The list of rules of the audit: FAZHI_CHECK_.
#define FAZHI_CODES_CHECK 9

// The list of what a rule of the audit found: FAZHI_VERDICT_.
#define FAZHI_CODES_VERDICT 10

// The list of what notes observe: FAZHI_NOTE_.
#define FAZHI_CODES_NOTE 11

// The list of how a criterion of the score came out: FAZHI_OUTCOME_.
#define FAZHI_CODES_OUTCOME 12

// The list of sorts of blocks of a document: FAZHI_BLOCK_.
#define FAZHI_CODES_BLOCK 13

// The list of what warnings of a document tell: FAZHI_WARNING_.
#define FAZHI_CODES_WARNING 14

// 一、
#define FAZHI_MARKER_CHINESE 1

// （一）
#define FAZHI_MARKER_CHINESE_PARENTHESISED 2

// 1.
#define FAZHI_MARKER_ARABIC 3

// （1）
#define FAZHI_MARKER_ARABIC_PARENTHESISED 4

// ①
#define FAZHI_MARKER_CIRCLED 5

// 一是, 一要, 第一，
#define FAZHI_MARKER_ITEM 6

// What was done.
#define FAZHI_ROLE_MEASURES 1

// Shortcomings.
#define FAZHI_ROLE_PROBLEMS 2

// Next steps.
#define FAZHI_ROLE_PLAN 3

// How the principal leaders met their responsibility.
#define FAZHI_ROLE_DUTIES 4

// Shortcomings and next steps under one heading.
#define FAZHI_ROLE_PROBLEMS_AND_PLAN 5

// Anything else.
#define FAZHI_ROLE_OTHER 6

// 组织领导, 第一责任人, 法治督察
#define FAZHI_TOPIC_LEADERSHIP 1

// 政府职能, 放管服, 营商环境
#define FAZHI_TOPIC_FUNCTIONS 2

// 规范性文件, 合法性审核, 立法
#define FAZHI_TOPIC_RULEMAKING 3

// 重大行政决策, 法律顾问
#define FAZHI_TOPIC_DECISIONS 4

// 行政执法
#define FAZHI_TOPIC_ENFORCEMENT 5

// 权力监督, 政务公开, 建议提案
#define FAZHI_TOPIC_SUPERVISION 6

// 行政复议, 应诉, 调解, 信访
#define FAZHI_TOPIC_DISPUTES 7

// 突发事件, 应急
#define FAZHI_TOPIC_EMERGENCY 8

// 法治思维, 学法, 培训
#define FAZHI_TOPIC_CAPACITY 9

// 普法
#define FAZHI_TOPIC_PUBLICITY 10

// 公共法律服务, 法律援助
#define FAZHI_TOPIC_LEGAL_SERVICES 11

// 数字法治政府, 信息化
#define FAZHI_TOPIC_DIGITAL 12

// Shortcomings.
#define FAZHI_PASSAGE_PROBLEMS 1

// Next steps.
#define FAZHI_PASSAGE_PLAN 2

// Both.
#define FAZHI_PASSAGE_PROBLEMS_AND_PLAN 3

// Things counted (件, 人次, 场).
#define FAZHI_QUANTITY_COUNT 1

// Percent and percentage points.
#define FAZHI_QUANTITY_PERCENT 2

// Money, in the unit written (元).
#define FAZHI_QUANTITY_MONEY 3

// A length of time (天, 个工作日, 小时, 年).
#define FAZHI_QUANTITY_DURATION 4

// A rank (第1名).
#define FAZHI_QUANTITY_RANK 5

// A multiple (3倍).
#define FAZHI_QUANTITY_MULTIPLE 6

// As it stands.
#define FAZHI_BOUND_EXACT 1

// At least so much (余, 多, 以上, 超).
#define FAZHI_BOUND_OVER 2

// Nearly or roughly so much (约, 近, 左右).
#define FAZHI_BOUND_ABOUT 3

// At most so much (以下, 不足).
#define FAZHI_BOUND_UNDER 4

// Laws, administrative regulations, local regulations.
#define FAZHI_CITATION_LAW 1

// Rules, Party regulations, provisions, measures.
#define FAZHI_CITATION_RULE 2

// Outlines, plans, schemes.
#define FAZHI_CITATION_PLAN 3

// Notices, opinions, lists, drafts and other documents.
#define FAZHI_CITATION_DOCUMENT 4

// Books, programmes, columns.
#define FAZHI_CITATION_MEDIA 5

// 省, 自治区, 直辖市
#define FAZHI_LEVEL_PROVINCE 1

// 地级市, 地区, 自治州, 盟
#define FAZHI_LEVEL_CITY 2

// 县, 县级市, 市辖区, 旗
#define FAZHI_LEVEL_COUNTY 3

// 乡, 镇, 街道
#define FAZHI_LEVEL_TOWNSHIP 4

// A department of any level.
#define FAZHI_LEVEL_DEPARTMENT 5

// A rate against its counts.
#define FAZHI_CHECK_RATIO 1

// A total against its parts.
#define FAZHI_CHECK_SUM 2

// A change against the years it compares.
#define FAZHI_CHECK_YOY 3

// A result against its target.
#define FAZHI_CHECK_TARGET 4

// A part not above its whole, a later stage not above an earlier one.
#define FAZHI_CHECK_ORDER 5

// The same indicator told twice with different values.
#define FAZHI_CHECK_CONFLICT 6

// A range that runs backwards, or a rate that cannot be.
#define FAZHI_CHECK_RANGE 7

// A date that does not exist, years that do not agree.
#define FAZHI_CHECK_DATE 8

// Signed or printed after the day it was due.
#define FAZHI_CHECK_DEADLINE 9

// A number of things announced, another listed.
#define FAZHI_CHECK_ENUMERATION 10

// The name of another place, or an old year, where this report's own must stand.
#define FAZHI_CHECK_LEFTOVER 11

// It holds.
#define FAZHI_VERDICT_CONSISTENT 1

// No usual reading makes it hold.
#define FAZHI_VERDICT_INCONSISTENT 2

// It holds under one usual definition and not under another.
#define FAZHI_VERDICT_AMBIGUOUS 3

// The report does not print what it would take to judge.
#define FAZHI_VERDICT_UNCHECKABLE 4

// The text is no report.
#define FAZHI_NOTE_NO_REPORT 1

// The text ends in the middle of a sentence.
#define FAZHI_NOTE_CUT_OFF 2

// A number is missing in a row of headings.
#define FAZHI_NOTE_NUMBERING_GAP 3

// A number occurs twice in a row of headings.
#define FAZHI_NOTE_NUMBERING_REPEAT 4

// Numbers of headings run backwards.
#define FAZHI_NOTE_NUMBERING_ORDER 5

// A marker lost its number or a bracket.
#define FAZHI_NOTE_MARKER_DAMAGED 6

// Lines of one sentence were joined.
#define FAZHI_NOTE_JOINED_WRAP 7

// Blanks of a template were never filled in.
#define FAZHI_NOTE_TEMPLATE_BLANK 8

// A limit was reached; the report is incomplete.
#define FAZHI_NOTE_LIMIT_REACHED 9

// Every point.
#define FAZHI_OUTCOME_MET 1

// Some points.
#define FAZHI_OUTCOME_PARTLY 2

// No point.
#define FAZHI_OUTCOME_NOT_MET 3

// It cannot be judged from what is there.
#define FAZHI_OUTCOME_NOT_ASSESSABLE 4

// A paragraph of running text.
#define FAZHI_BLOCK_BODY 1

// A row of a table, its cells separated by tabs.
#define FAZHI_BLOCK_TABLE_ROW 2

// A paragraph in a text box: often the letterhead.
#define FAZHI_BLOCK_TEXT_BOX 3

// A paragraph with a bullet or number made by the file.
#define FAZHI_BLOCK_LIST_ITEM 4

// A page is a picture.
#define FAZHI_WARNING_NO_TEXT_LAYER 1

// The text of a page comes from text recognition.
#define FAZHI_WARNING_RECOGNISED_TEXT 2

// Bytes or characters without a meaning were replaced by U+FFFD.
#define FAZHI_WARNING_REPLACED 3

// Symbols of private fonts were left out.
#define FAZHI_WARNING_DROPPED_SYMBOLS 4

// Page numbers and running heads were left out.
#define FAZHI_WARNING_DROPPED_FURNITURE 5

// The file is damaged, and what could be read is here.
#define FAZHI_WARNING_DAMAGED 6

// How the article was found in a web page.
#define FAZHI_WARNING_MAIN_CONTENT 7

// Bytes of UTF-8: what every position of this library counts.
#define FAZHI_OFFSET_BYTES 1

// UTF-16 code units: what strings of Java, JavaScript and C# count.
#define FAZHI_OFFSET_UTF16 2

// Code points: what strings of Python count.
#define FAZHI_OFFSET_CODE_POINTS 3

// For fazhi_report_arrow: the sections.
#define FAZHI_TABLE_SECTIONS 1

// For fazhi_report_arrow: passages on problems or plans without a heading.
#define FAZHI_TABLE_PASSAGES 2

// For fazhi_report_arrow: the quantities.
#define FAZHI_TABLE_QUANTITIES 3

// For fazhi_report_arrow: the citations.
#define FAZHI_TABLE_CITATIONS 4

// For fazhi_report_arrow: the document numbers.
#define FAZHI_TABLE_DOC_NUMBERS 5

// For fazhi_report_arrow: the dates.
#define FAZHI_TABLE_DATES 6

// For fazhi_report_arrow: the indicators.
#define FAZHI_TABLE_INDICATORS 7

// For fazhi_report_arrow: every claim that was looked at.
#define FAZHI_TABLE_CHECKS 8

// For fazhi_report_arrow: what a reader should know of the text itself.
#define FAZHI_TABLE_NOTES 9

// Reports that were parsed together. Threads: any number at once, but fazhi_batch_take and fazhi_batch_free alone.
typedef struct fazhi_batch fazhi_batch;

// What is known beside the report's own text. Threads: one at a time while it is changed, any number while it is not.
typedef struct fazhi_context fazhi_context;

// The text of a file, and what the file knows of it. It is immutable: any number of threads may read it at once. What is
// asked of it (text, tables, strings) belongs to it and lives as long. Reports that were parsed from it do not need it any
// more.
typedef struct fazhi_document fazhi_document;

// Settings of a parse: limits, and whether claims are checked. Threads: one at a time; what was made with them does not
// look at them again.
typedef struct fazhi_options fazhi_options;

// The outline of a report, without facts, roles and topics. It is immutable: any number of threads may read it at once.
// What is asked of it belongs to it and lives as long. It keeps no copy of the text.
typedef struct fazhi_outline fazhi_outline;

// A parser for many reports, one at a time: it keeps its memory, and that of reports handed back to it. Threads: one at
// a time. Its reports do not depend on it.
typedef struct fazhi_parser fazhi_parser;

// A parsed report. It is immutable: any number of threads may read it at once. What is asked of it (tables, strings)
// belongs to it and lives as long.
typedef struct fazhi_report fazhi_report;

// What is scored, for how many points, by which rule and on what legal ground. It is immutable: any number of threads may use it at once.
typedef struct fazhi_rubric fazhi_rubric;

// What a report earned. It is immutable: any number of threads may read it at once. What is asked of it belongs to it
// and lives as long; it needs neither report nor rubric any more.
typedef struct fazhi_score fazhi_score;

// A borrowed piece of UTF-8, not NUL-terminated. It lives as long as the object it was asked of; never free it.
typedef struct fazhi_str {
    // The first byte; never NULL in a string that the library gives.
    const uint8_t *data;
    // Length in bytes.
    size_t len;
} fazhi_str;

// Bytes that the caller owns, in UTF-8, not NUL-terminated: to be freed by fazhi_bytes_free.
typedef struct fazhi_bytes {
    // The first byte; NULL after fazhi_bytes_free.
    uint8_t *data;
    // Length in bytes.
    size_t len;
} fazhi_bytes;

// How a call went: FAZHI_OK or one of the FAZHI_ERR_ constants. Numbers are never given another meaning; a later
// version may add some, so treat an unknown one as an error.
typedef uint32_t fazhi_status;

// A half-open range of byte offsets into the parsed text, always on character boundaries.
typedef struct fazhi_span {
    // Offset of the first byte.
    uint32_t start;
    // Offset behind the last byte, never below start.
    uint32_t end;
} fazhi_span;

// An error for people to read. It belongs to the caller, needs no initialisation, and is written by every call it is
// handed to, also on success. It never grows.
typedef struct fazhi_error {
    // How the call went, as the call also returned it.
    fazhi_status status;
    // Where in the input, in bytes; empty when the error has no place.
    struct fazhi_span span;
    // Length of the message in bytes; 0 on success.
    uint32_t message_len;
    // The message in UTF-8, Chinese then English, cut at a character where it is too long; not NUL-terminated.
    uint8_t message[FAZHI_ERROR_MESSAGE_SIZE];
} fazhi_error;

// A place in the text as people and editors count it.
typedef struct fazhi_place {
    // Line, from 0.
    uint32_t line;
    // Column in bytes of UTF-8, from 0.
    uint32_t byte_column;
    // Column in UTF-16 code units, from 0.
    uint32_t utf16_column;
    // Column in code points, from 0.
    uint32_t code_point_column;
} fazhi_place;

// A text in the table of strings that the same object gives (fazhi_report_strings for a report).
typedef struct fazhi_text {
    // Offset of the first byte in the table of strings; FAZHI_NONE when there is no such text.
    uint32_t offset;
    // Length in bytes.
    uint32_t length;
} fazhi_text;

// A name in the front matter, and where it stands.
typedef struct fazhi_name {
    // The name without layout; absent when there is no name.
    struct fazhi_text text;
    // Where it stands.
    struct fazhi_span span;
} fazhi_name;

// Some rows of a side table, one behind the other.
typedef struct fazhi_list {
    // Index of the first row.
    uint32_t first;
    // How many rows there are.
    uint32_t count;
} fazhi_list;

// A date of which parts may be unknown: 0 for each part that is not printed.
typedef struct fazhi_day {
    // Year.
    uint16_t year;
    // Month, 1 to 12.
    uint8_t month;
    // Day as printed, 1 to 31; it may not exist in that month.
    uint8_t day;
} fazhi_day;

// Head and tail of the document.
typedef struct fazhi_front {
    // The title on one line.
    struct fazhi_name title;
    // The administrative division reported on.
    struct fazhi_name region;
    // The document's own number.
    struct fazhi_name doc_number;
    // 印发机关
    struct fazhi_name print_office;
    // Who reports, in order: rows of fazhi_report_names.
    struct fazhi_list issuers;
    // 签发人: rows of fazhi_report_names.
    struct fazhi_list signers;
    // 主送机关: rows of fazhi_report_names.
    struct fazhi_list recipients;
    // 抄送机关: rows of fazhi_report_names.
    struct fazhi_list cc;
    // Where the reporting year stands; empty when it was not found.
    struct fazhi_span year_span;
    // Where the date of issue stands; empty when it was not found.
    struct fazhi_span date_span;
    // Date of issue as printed; all 0 when it was not found.
    struct fazhi_day date;
    // The reporting year; 0 when it was not found.
    uint16_t year;
    // FAZHI_LEVEL_ of the reporting body; 0 when the text leaves it open.
    uint16_t level;
} fazhi_front;

// A table: row i stands at rows + i * stride. A later version may make rows longer at their end, so step by the
// stride. The table belongs to the object it was asked of and lives as long.
typedef struct fazhi_table {
    // The first row, aligned as its record; never NULL in a table that the library gives.
    const void *rows;
    // How many rows there are.
    size_t count;
    // Bytes from one row to the next.
    size_t stride;
} fazhi_table;

// What a file says of itself; absent texts for what it does not. They stand in fazhi_document_strings.
typedef struct fazhi_metadata {
    // The title.
    struct fazhi_text title;
    // When it was published, as written.
    struct fazhi_text published;
    // Who published it.
    struct fazhi_text source;
} fazhi_metadata;

// An exact decimal number, mantissa / 10^scale. The scale is kept as printed: 98.00 is 9800 with scale 2.
typedef struct fazhi_decimal {
    // The digits without the decimal point.
    int64_t mantissa;
    // How many digits stand behind the decimal point, at most 18.
    uint8_t scale;
    // 1 when there is a number, 0 when there is none.
    uint8_t present;
    // Always 0.
    uint8_t reserved[6];
} fazhi_decimal;

// What a report earned as a whole. Texts stand in fazhi_score_strings.
typedef struct fazhi_totals {
    // Points earned.
    struct fazhi_decimal earned;
    // Points that could be judged; the rest is unknown, not lost.
    struct fazhi_decimal assessable;
    // Points of the whole rubric.
    struct fazhi_decimal total;
    // What the score is called: 报告文本质量分.
    struct fazhi_text name;
    // What it says and does not say.
    struct fazhi_text notice;
    // The rubric's name.
    struct fazhi_text rubric_id;
    // SHA-256 of the rubric's text, in hexadecimal digits.
    struct fazhi_text rubric_sha256;
    // The rubric's version.
    uint32_t rubric_version;
    // Always 0.
    uint8_t reserved[4];
} fazhi_totals;

// A section: from its marker to the end of its last descendant.
typedef struct fazhi_section {
    // From the marker to the end of the last descendant.
    struct fazhi_span span;
    // Marker and title.
    struct fazhi_span heading;
    // The marker and the blanks after it.
    struct fazhi_span marker;
    // The title without marker and final punctuation, as it stands in the text; empty for an item without one.
    struct fazhi_span title;
    // Its own text before its first child.
    struct fazhi_span body;
    // The title without layout.
    struct fazhi_text title_text;
    // Index of the section around it; FAZHI_NONE at the outermost level.
    uint32_t parent;
    // Its number as printed; where it was lost, the one that fits.
    uint16_t number;
    // FAZHI_MARKER_ style of its marker.
    uint16_t style;
    // FAZHI_ROLE_ it plays in the report; 0 in an outline alone.
    uint16_t role;
    // FAZHI_TOPIC_ it is about; 0 when none can be told, and in an outline alone.
    uint16_t topic;
    // Nesting, 1 the outermost.
    uint8_t level;
    // Always 0.
    uint8_t reserved[3];
} fazhi_section;

// A passage on problems or plans that has no heading of its own.
typedef struct fazhi_passage {
    // Its text.
    struct fazhi_span span;
    // Index of the section it follows; FAZHI_NONE for none.
    uint32_t section;
    // FAZHI_PASSAGE_ role: what it tells of.
    uint16_t role;
    // Always 0.
    uint8_t reserved[2];
} fazhi_passage;

// An amount with its unit.
typedef struct fazhi_quantity {
    // The exact value in the base unit: 8.2万元 is 82000, 99.97% is 99.97, 六成 is 60.
    struct fazhi_decimal value;
    // The upper end of a range (80—530元); not present for a single figure.
    struct fazhi_decimal high;
    // The figure as printed, with its unit and a bound word behind it.
    struct fazhi_span span;
    // The sentence it stands in.
    struct fazhi_span sentence;
    // Where the measure word stands; empty when there is none, and for percent.
    struct fazhi_span unit_span;
    // The measure word without layout: empty for none, "%" for every way to write percent.
    struct fazhi_text unit;
    // Index of the section it stands in; FAZHI_NONE for none.
    uint32_t section;
    // FAZHI_QUANTITY_ kind.
    uint16_t kind;
    // FAZHI_BOUND_: whether the figure is exact.
    uint16_t bound;
} fazhi_quantity;

// A title in 《》.
typedef struct fazhi_citation {
    // From 《 to 》.
    struct fazhi_span span;
    // What stands inside.
    struct fazhi_span title;
    // What stands inside, without layout.
    struct fazhi_text title_text;
    // Index of the section it stands in; FAZHI_NONE for none.
    uint32_t section;
    // FAZHI_CITATION_ kind: the sort of document.
    uint16_t kind;
    // Always 0.
    uint8_t reserved[2];
} fazhi_citation;

// A document number such as 青政办发〔2023〕79号.
typedef struct fazhi_doc_number {
    // The whole number.
    struct fazhi_span span;
    // The agency's code (青政办发).
    struct fazhi_span issuer;
    // The agency's code without layout.
    struct fazhi_text issuer_text;
    // The serial number.
    uint32_t serial;
    // The year in the brackets.
    uint16_t year;
    // Always 0.
    uint8_t reserved[2];
} fazhi_doc_number;

// A calendar date or period as printed.
typedef struct fazhi_date {
    // As printed.
    struct fazhi_span span;
    // The date, or the first day, month or year of a period.
    struct fazhi_day date;
    // The last day, month or year of a period; all 0 for a single date.
    struct fazhi_day end;
} fazhi_date;

// A figure that states an indicator of the report's own year and area.
typedef struct fazhi_indicator {
    // The figure's value, negative for a decrease.
    struct fazhi_decimal value;
    // Index of the quantity, which has unit, place and section.
    uint32_t quantity;
    // Row of fazhi_catalogue: which indicator. Rows keep their place only within one version of the library; the id is what stays.
    uint32_t definition;
} fazhi_indicator;

// A claim that was looked at.
typedef struct fazhi_check {
    // The figures the check rests on, the stated one first: rows of fazhi_report_check_spans.
    struct fazhi_list spans;
    // The figure as stated, in its unit (percent without the sign); may be absent.
    struct fazhi_text stated;
    // The figure as it follows from the others, at the stated precision; may be absent.
    struct fazhi_text computed;
    // The working: 9542 / 9737.
    struct fazhi_text formula;
    // The definition that was used or that would make the claim hold, in Chinese; may be absent.
    struct fazhi_text reading;
    // The simplest value that would mend it; may be absent.
    struct fazhi_text repair;
    // In words, in Chinese.
    struct fazhi_text explanation;
    // FAZHI_CHECK_ kind: the rule that looked.
    uint16_t kind;
    // FAZHI_VERDICT_: what it found.
    uint16_t verdict;
} fazhi_check;

// What a reader should know of the text itself.
typedef struct fazhi_note {
    // Where; empty when it concerns the whole text.
    struct fazhi_span span;
    // In words, in Chinese.
    struct fazhi_text message;
    // FAZHI_NOTE_ code: what was observed.
    uint16_t code;
    // Always 0.
    uint8_t reserved[2];
} fazhi_note;

// A dimension's points. Texts stand in fazhi_score_strings.
typedef struct fazhi_dimension {
    // Points earned.
    struct fazhi_decimal earned;
    // Points that could be judged.
    struct fazhi_decimal assessable;
    // Points of the dimension.
    struct fazhi_decimal weight;
    // Its id in the rubric.
    struct fazhi_text id;
    // Its name.
    struct fazhi_text name;
    // Its criteria: rows of fazhi_score_criteria.
    struct fazhi_list criteria;
} fazhi_dimension;

// A criterion's points, with what they rest on. Texts stand in fazhi_score_strings.
typedef struct fazhi_criterion {
    // Points earned.
    struct fazhi_decimal earned;
    // Points that could be judged.
    struct fazhi_decimal assessable;
    // Points of the criterion.
    struct fazhi_decimal points;
    // Its id in the rubric.
    struct fazhi_text id;
    // Its name.
    struct fazhi_text name;
    // The rubric's name for how it is judged.
    struct fazhi_text rule;
    // The legal ground, and whether its words were seen or are recalled.
    struct fazhi_text basis;
    // In words, in Chinese.
    struct fazhi_text explanation;
    // What the points rest on: rows of fazhi_score_spans; never empty for points earned.
    struct fazhi_list evidence;
    // Where something was looked for and not found: rows of fazhi_score_spans.
    struct fazhi_list searched;
    // Row of fazhi_score_dimensions it belongs to.
    uint32_t dimension;
    // FAZHI_OUTCOME_: how it came out.
    uint16_t outcome;
    // Always 0.
    uint8_t reserved[2];
} fazhi_criterion;

// Something a reader should know that costs no points. Texts stand in fazhi_score_strings.
typedef struct fazhi_flag {
    // Where; empty when it concerns the whole text.
    struct fazhi_span span;
    // Its id in the rubric.
    struct fazhi_text code;
    // In words, in Chinese.
    struct fazhi_text explanation;
} fazhi_flag;

// An indicator of the catalogue. Texts stand in the strings that fazhi_catalogue gives.
typedef struct fazhi_indicator_definition {
    // Stable id, such as reconsideration.accepted.
    struct fazhi_text id;
    // Name in Chinese.
    struct fazhi_text name;
    // The usual unit.
    struct fazhi_text unit;
    // What counts, in Chinese.
    struct fazhi_text definition;
    // FAZHI_TOPIC_ it belongs to.
    uint16_t topic;
    // Always 0.
    uint8_t reserved[2];
} fazhi_indicator_definition;

// A rule of the audit, for people to read. Texts stand in the strings that fazhi_rules gives.
typedef struct fazhi_rule {
    // Stable id, such as ratio.
    struct fazhi_text id;
    // Name in Chinese.
    struct fazhi_text name;
    // What it compares.
    struct fazhi_text checks;
    // When it says what.
    struct fazhi_text verdicts;
    // An example that holds.
    struct fazhi_text good;
    // An example that does not hold, or is in doubt.
    struct fazhi_text bad;
    // FAZHI_CHECK_ kind.
    uint16_t kind;
    // Always 0.
    uint8_t reserved[2];
} fazhi_rule;

// A paragraph of a file, or a row of a table in it. Texts stand in fazhi_document_strings.
typedef struct fazhi_block {
    // Its place in the document's text.
    struct fazhi_span span;
    // The number that the file's automatic numbering made (一、), blanks behind it included; empty for a typed one.
    struct fazhi_span label;
    // What it says: its text without the line ends and page numbers of a text that was wrapped by hand.
    struct fazhi_text text;
    // The page it begins on, from 1; 0 where there are no pages (all but PDF and OFD).
    uint32_t first_page;
    // The page it ends on; 0 where there are no pages.
    uint32_t last_page;
    // Its number among the paragraphs of the file, from 0 (Word, web pages); else FAZHI_NONE.
    uint32_t paragraph;
    // FAZHI_BLOCK_ kind.
    uint16_t kind;
    // The outline level of its style, from 1; 0 for body text.
    uint8_t outline_level;
    // Always 0.
    uint8_t reserved;
} fazhi_block;

// Where a line stands on its page (PDF, OFD): edges from the upper left corner of the page, in points of 1/72 inch.
typedef struct fazhi_anchor {
    // Its place in the document's text.
    struct fazhi_span span;
    // The page, from 1.
    uint32_t page;
    // The left edge.
    float left;
    // The upper edge.
    float top;
    // The right edge.
    float right;
    // The lower edge.
    float bottom;
} fazhi_anchor;

// A footnote or endnote, which is no part of the document's text. Its own stands in fazhi_document_strings.
typedef struct fazhi_footnote {
    // What it says.
    struct fazhi_text text;
    // The byte of the document's text behind which its mark stood; FAZHI_NONE when that is not known.
    uint32_t at;
} fazhi_footnote;

// Something a reader should know of how a file was read. Texts stand in fazhi_document_strings.
typedef struct fazhi_warning {
    // In words, in Chinese.
    struct fazhi_text message;
    // The page it concerns, from 1; 0 for none.
    uint32_t page;
    // FAZHI_WARNING_ kind.
    uint16_t kind;
    // Always 0.
    uint8_t reserved[2];
} fazhi_warning;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The ABI number of the loaded library: compare it with FAZHI_ABI_VERSION.
uint32_t fazhi_abi_version(void);

// Gives the version of the loaded library, such as "0.1.0", which lives for ever. NULL does nothing.
void fazhi_version(struct fazhi_str *version);

// The parts the loaded library was built with: FAZHI_FEATURE_ bits.
uint32_t fazhi_features(void);

// Frees bytes and sets the record to (NULL, 0), so that freeing the same record twice does nothing. NULL does nothing.
// A copy of the record must not be used afterwards.
void fazhi_bytes_free(struct fazhi_bytes *bytes);

// Gives the name of a code as the JSON documents have it ("measures", "ratio"): of the list `list` (FAZHI_CODES_) the
// value `code`. The name lives for ever.
//
// Errors: FAZHI_ERR_INVALID_ARGUMENT for a list or code there is not; FAZHI_ERR_NOT_BUILT_IN for FAZHI_CODES_OUTCOME in a
// library without rubrics, and for FAZHI_CODES_BLOCK and FAZHI_CODES_WARNING in one that reads no files.
fazhi_status fazhi_code_name(uint16_t list,
                             uint16_t code,
                             struct fazhi_str *name,
                             struct fazhi_error *err);

// Makes settings with the defaults: 64 MiB of text, 256 MiB of a file, 100,000 sections, 1,000,000 facts of each kind, 16
// heading levels, claims checked. Free them with fazhi_options_free.
fazhi_status fazhi_options_new(struct fazhi_options **options,
                               struct fazhi_error *err);

// Frees settings. NULL does nothing.
void fazhi_options_free(struct fazhi_options *options);

// Sets the longest text in bytes of UTF-8, also of a file's; a longer one is FAZHI_ERR_TOO_LARGE. 4,294,967,295 counts
// as one less.
fazhi_status fazhi_options_set_max_bytes(struct fazhi_options *options,
                                         uint32_t bytes,
                                         struct fazhi_error *err);

// Sets the largest file in bytes; a larger one is FAZHI_ERR_TOO_LARGE.
fazhi_status fazhi_options_set_max_file_bytes(struct fazhi_options *options,
                                              size_t bytes,
                                              struct fazhi_error *err);

// Sets the most sections of a report. A text with more gives a smaller report with the note FAZHI_NOTE_LIMIT_REACHED.
fazhi_status fazhi_options_set_max_sections(struct fazhi_options *options,
                                            uint32_t sections,
                                            struct fazhi_error *err);

// Sets the most facts of each kind (quantities, citations, dates, document numbers). A text with more gives a smaller
// report with the note FAZHI_NOTE_LIMIT_REACHED.
fazhi_status fazhi_options_set_max_facts(struct fazhi_options *options,
                                         uint32_t facts,
                                         struct fazhi_error *err);

// Sets the deepest heading level: deeper markers become siblings at this level. 0 counts as 1.
fazhi_status fazhi_options_set_max_depth(struct fazhi_options *options,
                                         uint32_t depth,
                                         struct fazhi_error *err);

// Sets whether claims are checked: 1, or 0 for a report without checks in about half the time.
//
// Errors: FAZHI_ERR_INVALID_ARGUMENT for another number.
fazhi_status fazhi_options_set_audit(struct fazhi_options *options,
                                     uint8_t audit,
                                     struct fazhi_error *err);

// Parses a report in UTF-8, of which it keeps a copy: the caller's bytes are not used after the call. `options` may be NULL
// for the defaults. A damaged, odd or empty text is no error: it gives a report with what could be read, and notes.
// Free the report with fazhi_report_free.
//
// Errors: FAZHI_ERR_INVALID_UTF8, FAZHI_ERR_TOO_LARGE; FAZHI_ERR_SYSTEM when there is no memory for the copy.
fazhi_status fazhi_report_parse(const uint8_t *text,
                                size_t len,
                                const struct fazhi_options *options,
                                struct fazhi_report **report,
                                struct fazhi_error *err);

// Parses a report in UTF-8 in place, without a copy: the caller's bytes must stay alive and unchanged until
// fazhi_report_free. All else as fazhi_report_parse.
fazhi_status fazhi_report_parse_borrowed(const uint8_t *text,
                                         size_t len,
                                         const struct fazhi_options *options,
                                         struct fazhi_report **report,
                                         struct fazhi_error *err);

// Frees a report and everything that was asked of it. NULL does nothing.
void fazhi_report_free(struct fazhi_report *report);

// Gives the parsed text, byte for byte the input.
fazhi_status fazhi_report_source(const struct fazhi_report *report,
                                 struct fazhi_str *source,
                                 struct fazhi_error *err);

// Gives the text from byte `start` to byte `end` as it stands in the source, layout included.
//
// Errors: FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_NOT_ON_BOUNDARY.
fazhi_status fazhi_report_text(const struct fazhi_report *report,
                               uint32_t start,
                               uint32_t end,
                               struct fazhi_str *text,
                               struct fazhi_error *err);

// Gives the text from byte `start` to byte `end` without layout: joined line breaks, and blanks beside digits and marks,
// are dropped. Free it with fazhi_bytes_free.
//
// Errors: FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_NOT_ON_BOUNDARY.
fazhi_status fazhi_report_clean_text(const struct fazhi_report *report,
                                     uint32_t start,
                                     uint32_t end,
                                     struct fazhi_bytes *text,
                                     struct fazhi_error *err);

// Gives the line and the columns of byte `offset`.
//
// Errors: FAZHI_ERR_OUT_OF_RANGE, FAZHI_ERR_NOT_ON_BOUNDARY.
fazhi_status fazhi_report_place(const struct fazhi_report *report,
                                uint32_t offset,
                                struct fazhi_place *place,
                                struct fazhi_error *err);

// Converts `count` positions in the text from one FAZHI_OFFSET_ unit to another, in any order. `to` may be the same
// array as `from`.
//
// Errors, with the index of the first bad position in the message and nothing written: FAZHI_ERR_OUT_OF_RANGE,
// FAZHI_ERR_NOT_ON_BOUNDARY; FAZHI_ERR_INVALID_ARGUMENT for an unknown unit.
fazhi_status fazhi_report_convert_offsets(const struct fazhi_report *report,
                                          uint16_t from_unit,
                                          uint16_t to_unit,
                                          const uint32_t *from,
                                          size_t count,
                                          uint32_t *to,
                                          struct fazhi_error *err);

// Gives the report as the JSON document fazhi.report/1 on one line. Free it with fazhi_bytes_free.
//
// Errors: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_report_json(const struct fazhi_report *report,
                               struct fazhi_bytes *json,
                               struct fazhi_error *err);

// Gives head and tail of the document; the record is copied to the caller's.
fazhi_status fazhi_report_front(const struct fazhi_report *report,
                                struct fazhi_front *front,
                                struct fazhi_error *err);

// Gives the table of strings that every fazhi_text of the report's rows points into.
fazhi_status fazhi_report_strings(const struct fazhi_report *report,
                                  struct fazhi_str *strings,
                                  struct fazhi_error *err);

// Gives the sections in text order: rows of fazhi_section.
fazhi_status fazhi_report_sections(const struct fazhi_report *report,
                                   struct fazhi_table *table,
                                   struct fazhi_error *err);

// Gives passages on problems or plans without a heading, in text order: rows of fazhi_passage.
fazhi_status fazhi_report_passages(const struct fazhi_report *report,
                                   struct fazhi_table *table,
                                   struct fazhi_error *err);

// Gives the quantities in text order: rows of fazhi_quantity.
fazhi_status fazhi_report_quantities(const struct fazhi_report *report,
                                     struct fazhi_table *table,
                                     struct fazhi_error *err);

// Gives the citations in text order: rows of fazhi_citation.
fazhi_status fazhi_report_citations(const struct fazhi_report *report,
                                    struct fazhi_table *table,
                                    struct fazhi_error *err);

// Gives the document numbers in text order: rows of fazhi_doc_number.
fazhi_status fazhi_report_doc_numbers(const struct fazhi_report *report,
                                      struct fazhi_table *table,
                                      struct fazhi_error *err);

// Gives the dates in text order: rows of fazhi_date.
fazhi_status fazhi_report_dates(const struct fazhi_report *report,
                                struct fazhi_table *table,
                                struct fazhi_error *err);

// Gives the indicators in the order of their quantities: rows of fazhi_indicator.
fazhi_status fazhi_report_indicators(const struct fazhi_report *report,
                                     struct fazhi_table *table,
                                     struct fazhi_error *err);

// Gives every claim that was looked at, in the order of the stated figures: rows of fazhi_check.
fazhi_status fazhi_report_checks(const struct fazhi_report *report,
                                 struct fazhi_table *table,
                                 struct fazhi_error *err);

// Gives the figures that checks rest on, to which fazhi_check points: rows of fazhi_span.
fazhi_status fazhi_report_check_spans(const struct fazhi_report *report,
                                      struct fazhi_table *table,
                                      struct fazhi_error *err);

// Gives what a reader should know of the text itself, in text order: rows of fazhi_note.
fazhi_status fazhi_report_notes(const struct fazhi_report *report,
                                struct fazhi_table *table,
                                struct fazhi_error *err);

// Gives the names in the front matter, to which fazhi_front points: rows of fazhi_name.
fazhi_status fazhi_report_names(const struct fazhi_report *report,
                                struct fazhi_table *table,
                                struct fazhi_error *err);

// Reads a file of any kind: plain text in any encoding, a web page, .docx, .doc, PDF, OFD, as far as the library was built with
// them (fazhi_features). What it is goes by its bytes, which are not used after the call; names are not asked for. A file
// that is damaged in part gives what could be read, and warnings. `options` may be NULL for the defaults; of them count
// max_file_bytes and max_bytes. Free the document with fazhi_document_free.
//
// Errors, with details in the message: FAZHI_ERR_ENCRYPTED, FAZHI_ERR_NO_TEXT_LAYER, FAZHI_ERR_UNDECODABLE,
// FAZHI_ERR_DAMAGED, FAZHI_ERR_NO_ARTICLE, FAZHI_ERR_WRONG_FORMAT, FAZHI_ERR_UNSUPPORTED_FORMAT, FAZHI_ERR_TOO_LARGE;
// FAZHI_ERR_NOT_BUILT_IN in a library that reads no files at all.
fazhi_status fazhi_document_extract(const uint8_t *bytes,
                                    size_t len,
                                    const struct fazhi_options *options,
                                    struct fazhi_document **document,
                                    struct fazhi_error *err);

// Frees a document and everything that was asked of it, but not the reports that were parsed from it. NULL does nothing.
void fazhi_document_free(struct fazhi_document *document);

// Parses the report that a document holds. Its positions are bytes of the document's text, which it shares without a copy
// and keeps alive by itself: report and document may be freed in any order. Its JSON document names the file's format and
// encoding. `options` may be NULL for the defaults. Free the report with fazhi_report_free.
//
// Errors: FAZHI_ERR_TOO_LARGE.
fazhi_status fazhi_document_parse(const struct fazhi_document *document,
                                  const struct fazhi_options *options,
                                  struct fazhi_report **report,
                                  struct fazhi_error *err);

// Gives the document that a report was parsed from by fazhi_document_parse or fazhi_batch_extract: another handle of the
// same one, to be freed with fazhi_document_free.
//
// Errors: FAZHI_ERR_INVALID_ARGUMENT for a report of a text that was handed over; FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_report_document(const struct fazhi_report *report,
                                   struct fazhi_document **document,
                                   struct fazhi_error *err);

// Gives the text: paragraphs joined by line feeds; of a text file in UTF-8 the very bytes of the file.
fazhi_status fazhi_document_text(const struct fazhi_document *document,
                                 struct fazhi_str *text,
                                 struct fazhi_error *err);

// Gives what the file is, as the JSON document of its report says: "text", "docx", "doc", "rtf", "pdf", "html", "ofd", or
// what a later version adds. It lives for ever.
fazhi_status fazhi_document_format(const struct fazhi_document *document,
                                   struct fazhi_str *format,
                                   struct fazhi_error *err);

// Gives the encoding of a text file or web page as the WHATWG names it ("UTF-8", "gb18030", "UTF-16LE"); "UTF-8" for every
// other format. It lives for ever.
fazhi_status fazhi_document_encoding(const struct fazhi_document *document,
                                     struct fazhi_str *encoding,
                                     struct fazhi_error *err);

// Gives the row of fazhi_document_blocks around byte `offset` of the text: where a figure stands in the file. FAZHI_NONE
// where there is none, as between two paragraphs.
//
// Errors: FAZHI_ERR_OUT_OF_RANGE.
fazhi_status fazhi_document_block_at(const struct fazhi_document *document,
                                     uint32_t offset,
                                     uint32_t *row,
                                     struct fazhi_error *err);

// Gives what the file says of itself; the record is copied to the caller's.
fazhi_status fazhi_document_metadata(const struct fazhi_document *document,
                                     struct fazhi_metadata *metadata,
                                     struct fazhi_error *err);

// Gives the table of strings that every fazhi_text of the document's rows points into.
fazhi_status fazhi_document_strings(const struct fazhi_document *document,
                                    struct fazhi_str *strings,
                                    struct fazhi_error *err);

// Gives the paragraphs in text order, without overlap: rows of fazhi_block. Page numbers and controls of a text file
// belong to none.
fazhi_status fazhi_document_blocks(const struct fazhi_document *document,
                                   struct fazhi_table *table,
                                   struct fazhi_error *err);

// Gives where each line stands on its page, in text order: rows of fazhi_anchor; none where there are no pages (all but
// PDF and OFD).
fazhi_status fazhi_document_anchors(const struct fazhi_document *document,
                                    struct fazhi_table *table,
                                    struct fazhi_error *err);

// Gives footnotes and endnotes: rows of fazhi_footnote.
fazhi_status fazhi_document_footnotes(const struct fazhi_document *document,
                                      struct fazhi_table *table,
                                      struct fazhi_error *err);

// Gives what a reader should know of how the file was read: rows of fazhi_warning.
fazhi_status fazhi_document_warnings(const struct fazhi_document *document,
                                     struct fazhi_table *table,
                                     struct fazhi_error *err);

// Converts positions in any text, such as one of which only the outline was asked; see fazhi_report_convert_offsets,
// which is faster for a report that is at hand.
//
// Errors: as there, and FAZHI_ERR_INVALID_UTF8.
fazhi_status fazhi_text_convert_offsets(const uint8_t *text,
                                        size_t len,
                                        uint16_t from_unit,
                                        uint16_t to_unit,
                                        const uint32_t *from,
                                        size_t count,
                                        uint32_t *to,
                                        struct fazhi_error *err);

// Gives a table (FAZHI_TABLE_) as rows in an array of the Arrow C Data Interface, which pyarrow, pandas, Polars, DuckDB
// and others read. What the call writes to `schema` and `array` belongs to the caller, who frees it by the `release` of
// each, on any thread; it does not depend on the report. Positions are counted in `offset_unit` (FAZHI_OFFSET_).
//
// The columns are the same for every report, so that tables of many fit together; ? marks those that may have nulls.
// Positions and the numbers of rows (parent and section of SECTIONS, quantity of QUANTITIES, from 0) are uint32; texts
// and the names of codes (as fazhi_code_name gives them) utf8; decimals decimal128(38, 18), which holds each exactly; a
// _scale, uint8, is how many decimals the value has as printed (98.00 has 2):
//
// - SECTIONS: level (uint8), style, number (uint16), title, start, end, heading_start, heading_end, body_start, body_end,
//   parent?, role, topic?
// - PASSAGES: role, start, end, section?
// - QUANTITIES: start, end, text (as printed), value (decimal), value_scale, high? (decimal: the end of a range),
//   high_scale?, unit ("" for none), kind, bound, section?, sentence_start, sentence_end
// - CITATIONS: start, end, title, kind, section?
// - DOC_NUMBERS: start, end, text, issuer, year (uint16), serial (uint32)
// - DATES: start, end, text, date? (date32; null unless year, month and day are printed and exist), year? (uint16),
//   month?, day? (uint8); of the end of a period end_date?, end_year?, end_month?, end_day?
// - INDICATORS: id, name, topic, value (decimal, negative for a decrease), value_scale, unit (as written), bound,
//   quantity, section?, start, end
// - CHECKS: kind, verdict, stated?, computed?, formula, reading?, repair?, explanation, start, end (of the stated
//   figure), spans (list of structs of start and end: the figures it rests on, the stated one first)
// - NOTES: code, start, end, message
//
// Errors: FAZHI_ERR_INVALID_ARGUMENT for an unknown table or unit; FAZHI_ERR_TOO_LARGE when the texts of a column are
// longer than 2 GiB.
fazhi_status fazhi_report_arrow(const struct fazhi_report *report,
                                uint16_t table,
                                uint16_t offset_unit,
                                struct ArrowSchema *schema,
                                struct ArrowArray *array,
                                struct fazhi_error *err);

// Makes a parser with settings, or the defaults for NULL. Free it with fazhi_parser_free.
fazhi_status fazhi_parser_new(const struct fazhi_options *options,
                              struct fazhi_parser **parser,
                              struct fazhi_error *err);

// Frees a parser. NULL does nothing.
void fazhi_parser_free(struct fazhi_parser *parser);

// Parses a report in UTF-8, of which it keeps a copy. Free the report with fazhi_report_free, or hand it back with
// fazhi_parser_recycle.
//
// Errors: FAZHI_ERR_INVALID_UTF8, FAZHI_ERR_TOO_LARGE; the parser can be used again. After FAZHI_ERR_PANIC free it.
fazhi_status fazhi_parser_parse(struct fazhi_parser *parser,
                                const uint8_t *text,
                                size_t len,
                                struct fazhi_report **report,
                                struct fazhi_error *err);

// Parses a report in UTF-8 in place. The bytes must stay alive and unchanged until the report is freed or handed back.
//
// Errors: as fazhi_parser_parse.
fazhi_status fazhi_parser_parse_borrowed(struct fazhi_parser *parser,
                                         const uint8_t *text,
                                         size_t len,
                                         struct fazhi_report **report,
                                         struct fazhi_error *err);

// Hands a report back, of whatever parser: it is freed as by fazhi_report_free, and its memory serves the next parse.
// A NULL report does nothing.
fazhi_status fazhi_parser_recycle(struct fazhi_parser *parser,
                                  struct fazhi_report *report,
                                  struct fazhi_error *err);

// Parses `count` inputs in UTF-8 on `threads` threads, the caller's and others that end with the call (0: one for each
// core; never more than inputs), each as fazhi_report_parse does. An input that cannot be parsed fails alone: the batch
// has its status. The caller's bytes are not used after the call. `options` may be NULL for the defaults. All reports
// stay in memory until they are freed, so hand over large collections in parts. Free the batch with fazhi_batch_free.
//
// Errors, none of them for what an input holds: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_batch_parse(const struct fazhi_str *inputs,
                               size_t count,
                               const struct fazhi_options *options,
                               uint32_t threads,
                               struct fazhi_batch **batch,
                               struct fazhi_error *err);

// Reads `count` files, each as fazhi_document_extract does, and parses them, all else as fazhi_batch_parse; of a record of
// `inputs` the bytes are any. A report's document is had by fazhi_report_document.
//
// Errors, none of them for what a file holds: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_batch_extract(const struct fazhi_str *inputs,
                                 size_t count,
                                 const struct fazhi_options *options,
                                 uint32_t threads,
                                 struct fazhi_batch **batch,
                                 struct fazhi_error *err);

// Frees a batch with all reports that were not taken. NULL does nothing.
void fazhi_batch_free(struct fazhi_batch *batch);

// Gives the number of inputs.
fazhi_status fazhi_batch_count(const struct fazhi_batch *batch,
                               size_t *count,
                               struct fazhi_error *err);

// Gives the report of input `index`, which still belongs to the batch: do not free it.
//
// Errors: those of fazhi_report_parse for this input; FAZHI_ERR_OUT_OF_RANGE for an index there is not;
// FAZHI_ERR_INVALID_ARGUMENT for a report that was taken.
fazhi_status fazhi_batch_report(const struct fazhi_batch *batch,
                                size_t index,
                                const struct fazhi_report **report,
                                struct fazhi_error *err);

// Takes the report of input `index` out of the batch: it is the caller's, outlives the batch, and is freed with
// fazhi_report_free.
//
// Errors: as fazhi_batch_report.
fazhi_status fazhi_batch_take(struct fazhi_batch *batch,
                              size_t index,
                              struct fazhi_report **report,
                              struct fazhi_error *err);

// Segments a report in UTF-8; the caller's bytes are not used after the call. `options` may be NULL for the defaults.
// Free the outline with fazhi_outline_free.
//
// Errors: FAZHI_ERR_INVALID_UTF8, FAZHI_ERR_TOO_LARGE.
fazhi_status fazhi_outline_parse(const uint8_t *text,
                                 size_t len,
                                 const struct fazhi_options *options,
                                 struct fazhi_outline **outline,
                                 struct fazhi_error *err);

// Frees an outline and everything that was asked of it. NULL does nothing.
void fazhi_outline_free(struct fazhi_outline *outline);

// Gives the sections in text order: rows of fazhi_section with role and topic 0.
fazhi_status fazhi_outline_sections(const struct fazhi_outline *outline,
                                    struct fazhi_table *table,
                                    struct fazhi_error *err);

// Gives passages on problems or plans without a heading, in text order: rows of fazhi_passage.
fazhi_status fazhi_outline_passages(const struct fazhi_outline *outline,
                                    struct fazhi_table *table,
                                    struct fazhi_error *err);

// Gives faults of the numbering: rows of fazhi_note.
fazhi_status fazhi_outline_notes(const struct fazhi_outline *outline,
                                 struct fazhi_table *table,
                                 struct fazhi_error *err);

// Gives the table of strings that every fazhi_text of the outline's rows points into.
fazhi_status fazhi_outline_strings(const struct fazhi_outline *outline,
                                   struct fazhi_str *strings,
                                   struct fazhi_error *err);

// Reads a rubric in TOML; fazhi_rubric_built_in_toml gives an example. Free it with fazhi_rubric_free.
//
// Errors: FAZHI_ERR_INVALID_UTF8; FAZHI_ERR_INVALID_RUBRIC, with line and key in the message and the line as its span;
// FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_rubric_from_toml(const uint8_t *toml,
                                    size_t len,
                                    struct fazhi_rubric **rubric,
                                    struct fazhi_error *err);

// Gives the text of the built-in rubric in TOML, which lives for ever.
//
// Errors: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_rubric_built_in_toml(struct fazhi_str *toml, struct fazhi_error *err);

// Frees a rubric. NULL does nothing.
void fazhi_rubric_free(struct fazhi_rubric *rubric);

// Makes a context that knows nothing. Free it with fazhi_context_free.
//
// Errors: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_context_new(struct fazhi_context **context, struct fazhi_error *err);

// Frees a context. NULL does nothing.
void fazhi_context_free(struct fazhi_context *context);

// Tells the day on which the report was published.
//
// Errors: FAZHI_ERR_INVALID_ARGUMENT when there is no such day.
fazhi_status fazhi_context_set_published(struct fazhi_context *context,
                                         uint16_t year,
                                         uint8_t month,
                                         uint8_t day,
                                         struct fazhi_error *err);

// Tells the text of the same issuer's report on the year before, in UTF-8, of which the context keeps a copy. An empty
// text, also (NULL, 0), takes it back.
//
// Errors: FAZHI_ERR_INVALID_UTF8.
fazhi_status fazhi_context_set_last_year(struct fazhi_context *context,
                                         const uint8_t *text,
                                         size_t len,
                                         struct fazhi_error *err);

// Scores the report's text (never the government it tells of) by `rubric`, or the built-in one for NULL, with what
// `context` knows beside the text, or nothing for NULL. Free the score with fazhi_score_free.
//
// Errors: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_report_score(const struct fazhi_report *report,
                                const struct fazhi_rubric *rubric,
                                const struct fazhi_context *context,
                                struct fazhi_score **score,
                                struct fazhi_error *err);

// Frees a score and everything that was asked of it. NULL does nothing.
void fazhi_score_free(struct fazhi_score *score);

// Gives the score as the JSON document fazhi.score/1 on one line. Free it with fazhi_bytes_free.
//
// Errors: FAZHI_ERR_NOT_BUILT_IN.
fazhi_status fazhi_score_json(const struct fazhi_score *score,
                              struct fazhi_bytes *json,
                              struct fazhi_error *err);

// Gives what the report earned as a whole; the record is copied to the caller's.
fazhi_status fazhi_score_totals(const struct fazhi_score *score,
                                struct fazhi_totals *totals,
                                struct fazhi_error *err);

// Gives the table of strings that every fazhi_text of the score's rows points into.
fazhi_status fazhi_score_strings(const struct fazhi_score *score,
                                 struct fazhi_str *strings,
                                 struct fazhi_error *err);

// Gives the dimensions in the rubric's order: rows of fazhi_dimension.
fazhi_status fazhi_score_dimensions(const struct fazhi_score *score,
                                    struct fazhi_table *table,
                                    struct fazhi_error *err);

// Gives the criteria of all dimensions in the rubric's order: rows of fazhi_criterion.
fazhi_status fazhi_score_criteria(const struct fazhi_score *score,
                                  struct fazhi_table *table,
                                  struct fazhi_error *err);

// Gives what a reader should know beside the points: rows of fazhi_flag.
fazhi_status fazhi_score_flags(const struct fazhi_score *score,
                               struct fazhi_table *table,
                               struct fazhi_error *err);

// Gives the spans that criteria rest on, to which fazhi_criterion points: rows of fazhi_span.
fazhi_status fazhi_score_spans(const struct fazhi_score *score,
                               struct fazhi_table *table,
                               struct fazhi_error *err);

// Gives the catalogue of indicators, rows of fazhi_indicator_definition, and the strings its texts point into. Both
// live for ever.
fazhi_status fazhi_catalogue(struct fazhi_table *table,
                             struct fazhi_str *strings,
                             struct fazhi_error *err);

// Gives the rules of the audit, rows of fazhi_rule, and the strings their texts point into. Both live for ever.
fazhi_status fazhi_rules(struct fazhi_table *table,
                         struct fazhi_str *strings,
                         struct fazhi_error *err);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* FAZHI_H */
