/* How calls fail: texts that are no UTF-8, limits, arguments that cannot be; and what is no failure. */
#include "check.h"
#include "sample.h"

static size_t rows_of(const fazhi_report *report, fazhi_status (*ask)(const fazhi_report *, fazhi_table *, fazhi_error *))
{
    fazhi_table table;
    CHECK_OK(ask(report, &table, &error));
    return table.count;
}

static int has_note(const fazhi_report *report, uint16_t code)
{
    fazhi_table notes;
    size_t i;
    CHECK_OK(fazhi_report_notes(report, &notes, &error));
    for (i = 0; i < notes.count; i++) {
        if (ROW(fazhi_note, notes, i)->code == code) {
            return 1;
        }
    }
    return 0;
}

static void no_text(void)
{
    fazhi_report *report = parsed(NULL, 0, NULL);
    fazhi_str source;
    fazhi_front front;
    fazhi_table table;
    CHECK(has_note(report, FAZHI_NOTE_NO_REPORT));
    CHECK_OK(fazhi_report_source(report, &source, &error));
    CHECK(source.data != NULL && source.len == 0);
    CHECK_OK(fazhi_report_front(report, &front, &error));
    CHECK(front.title.text.offset == FAZHI_NONE && front.year == 0 && front.level == 0 && front.date.year == 0);
    CHECK_OK(fazhi_report_sections(report, &table, &error));
    CHECK(table.rows != NULL && table.count == 0 && table.stride >= sizeof(fazhi_section));
    fazhi_report_free(report);
    report = parsed(TEXT("\0\xEF\xBB\xBF\r\n"), NULL);
    CHECK(rows_of(report, fazhi_report_sections) == 0);
    fazhi_report_free(report);
}

/* The caller's bytes are kept where they are, or not at all. */
static void copied_and_borrowed(void)
{
    uint8_t *text = malloc(sizeof(SAMPLE) - 1);
    fazhi_report *copied, *borrowed;
    fazhi_str source;
    memcpy(text, SAMPLE, sizeof(SAMPLE) - 1);
    copied = parsed(text, sizeof(SAMPLE) - 1, NULL);
    CHECK_OK(fazhi_report_parse_borrowed(text, sizeof(SAMPLE) - 1, NULL, &borrowed, &error));
    CHECK_OK(fazhi_report_source(borrowed, &source, &error));
    CHECK(source.data == text && source.len == sizeof(SAMPLE) - 1);
    CHECK(rows_of(borrowed, fazhi_report_quantities) == 7);
    fazhi_report_free(borrowed);
    free(text);
    CHECK_OK(fazhi_report_source(copied, &source, &error));
    CHECK(is_text(source.data, source.len, SAMPLE));
    CHECK(rows_of(copied, fazhi_report_quantities) == 7);
    fazhi_report_free(copied);
    CHECK_OK(fazhi_report_parse_borrowed(NULL, 0, NULL, &borrowed, &error));
    CHECK_OK(fazhi_report_source(borrowed, &source, &error));
    CHECK(source.data != NULL && source.len == 0);
    fazhi_report_free(borrowed);
}

static void invalid_utf8(void)
{
    static const struct {
        const char *text;
        size_t length;
        uint32_t start;
    } cases[] = {
        {"\xFF", 1, 0}, {"abc\xE5\xA4", 5, 3}, {"\xE5\xA4\xA7\x80", 4, 3}, {"a\xED\xA0\x80", 4, 1}, {"\xC0\x80", 2, 0},
    };
    fazhi_report *report;
    fazhi_outline *outline;
    fazhi_rubric *rubric;
    uint32_t from = 0, to;
    size_t i;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const uint8_t *text = (const uint8_t *)cases[i].text;
        size_t length = cases[i].length;
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, report, fazhi_report_parse(text, length, NULL, &report, &error));
        CHECK(error.span.start == cases[i].start && error.span.end > error.span.start && error.span.end <= length);
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, report, fazhi_report_parse_borrowed(text, length, NULL, &report, &error));
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, outline, fazhi_outline_parse(text, length, NULL, &outline, &error));
        CHECK(error.span.start == cases[i].start);
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, rubric, fazhi_rubric_from_toml(text, length, &rubric, &error));
        CHECK(error.span.start == cases[i].start && error.span.end > error.span.start && error.span.end <= length);
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, to, fazhi_text_convert_offsets(text, length, 1, 2, &from, 1, &to, &error));
    }
}

/* A text that is too long is not even looked at, so a length that is none does no harm either. */
static void too_large(const fazhi_options *options)
{
    static const uint8_t text[10] = "0123456789";
    static const struct {
        size_t length;
        fazhi_status status;
    } cases[] = {
        {10, FAZHI_OK}, {11, FAZHI_ERR_TOO_LARGE}, {PTRDIFF_MAX, FAZHI_ERR_TOO_LARGE},
        {(size_t)PTRDIFF_MAX + 1, FAZHI_ERR_OUT_OF_RANGE}, {SIZE_MAX, FAZHI_ERR_OUT_OF_RANGE},
    };
    fazhi_report *report;
    fazhi_outline *outline;
    fazhi_parser *parser;
    size_t i;
    CHECK_OK(fazhi_parser_new(options, &parser, &error));
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = cases[i].length;
        fazhi_status status = cases[i].status;
        if (status == FAZHI_OK) {
            fazhi_report_free(parsed(text, length, options));
            CHECK_OK(fazhi_outline_parse(text, length, options, &outline, &error));
            fazhi_outline_free(outline);
            continue;
        }
        CHECK_FAILS(status, report, fazhi_report_parse(text, length, options, &report, &error));
        CHECK_FAILS(status, report, fazhi_report_parse_borrowed(text, length, options, &report, &error));
        CHECK_FAILS(status, outline, fazhi_outline_parse(text, length, options, &outline, &error));
        CHECK_FAILS(status, report, fazhi_parser_parse(parser, text, length, &report, &error));
        CHECK_FAILS(status, report, fazhi_parser_parse_borrowed(parser, text, length, &report, &error));
    }
    CHECK_FAILS(FAZHI_ERR_TOO_LARGE, report, fazhi_report_parse(text, (64u << 20) + 1, NULL, &report, &error));
    fazhi_parser_free(parser);
}

static void limits(void)
{
    static const struct {
        fazhi_status (*set)(fazhi_options *, uint32_t, fazhi_error *);
        uint32_t limit, back;
        size_t sections, quantities;
        int noted;
    } cases[] = {
        {fazhi_options_set_max_sections, 2, 100000, 2, 7, 1},
        {fazhi_options_set_max_sections, 0, 100000, 0, 7, 1},
        {fazhi_options_set_max_facts, 3, 1000000, 5, 3, 1},
        {fazhi_options_set_max_facts, 0, 1000000, 5, 0, 1},
        {fazhi_options_set_max_depth, 1, 16, 5, 7, 0},
        {fazhi_options_set_max_depth, 0, 16, 5, 7, 0},
        {fazhi_options_set_max_bytes, sizeof(SAMPLE) - 1, UINT32_MAX, 5, 7, 0},
    };
    fazhi_options *options;
    fazhi_report *report;
    fazhi_table sections;
    size_t i, j;
    CHECK_OK(fazhi_options_new(&options, &error));
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_OK(cases[i].set(options, cases[i].limit, &error));
        report = parsed(TEXT(SAMPLE), options);
        CHECK_OK(fazhi_report_sections(report, &sections, &error));
        CHECK(sections.count == cases[i].sections && rows_of(report, fazhi_report_quantities) == cases[i].quantities);
        CHECK(has_note(report, FAZHI_NOTE_LIMIT_REACHED) == cases[i].noted);
        for (j = 0; cases[i].set == fazhi_options_set_max_depth && j < sections.count; j++) {
            CHECK(ROW(fazhi_section, sections, j)->level == 1);
        }
        fazhi_report_free(report);
        CHECK_OK(cases[i].set(options, cases[i].back, &error));
    }
    CHECK_OK(fazhi_options_set_audit(options, 0, &error));
    CHECK_STATUS(FAZHI_ERR_INVALID_ARGUMENT, fazhi_options_set_audit(options, 2, &error));
    report = parsed(TEXT(SAMPLE), options);
    CHECK(rows_of(report, fazhi_report_checks) == 0 && rows_of(report, fazhi_report_indicators) == 6);
    fazhi_report_free(report);
    CHECK_OK(fazhi_options_set_audit(options, 1, &error));
    report = parsed(TEXT(SAMPLE), options);
    CHECK(rows_of(report, fazhi_report_checks) == 6);
    fazhi_report_free(report);
    CHECK_OK(fazhi_options_set_max_bytes(options, 10, &error));
    too_large(options);
    fazhi_options_free(options);
}

/* A message that is too long ends with a whole character, whatever stands before it. */
static void cut_messages(void)
{
    fazhi_str built_in;
    fazhi_rubric *rubric;
    fazhi_error told;
    uint32_t counted;
    char *toml;
    int shift, i, length;
    CHECK_OK(fazhi_rubric_built_in_toml(&built_in, &error));
    toml = malloc(built_in.len + 600);
    for (shift = 0; shift < 4; shift++) {
        /* A key that no rubric has. */
        length = sprintf(toml, "\"%.*s", shift, "aaa");
        for (i = 0; i < 150; i++) {
            length += sprintf(toml + length, "县");
        }
        length += sprintf(toml + length, "\" = 1\n");
        memcpy(toml + length, built_in.data, built_in.len);
        CHECK_FAILS(FAZHI_ERR_INVALID_RUBRIC, rubric,
                    fazhi_rubric_from_toml((const uint8_t *)toml, (size_t)length + built_in.len, &rubric, &error));
        CHECK(error.span.start == 0 && error.span.end == (uint32_t)length - 1);
        told = error;
        CHECK(told.message_len > FAZHI_ERROR_MESSAGE_SIZE - 3 && told.message_len <= FAZHI_ERROR_MESSAGE_SIZE);
        CHECK_OK(fazhi_text_convert_offsets(told.message, told.message_len, FAZHI_OFFSET_BYTES, FAZHI_OFFSET_CODE_POINTS,
                                            &told.message_len, 1, &counted, &error));
        CHECK(counted < told.message_len);
    }
    free(toml);
}

static void outlines(void)
{
    fazhi_outline *outline;
    fazhi_table sections, table;
    fazhi_str strings;
    static const char gap[] = "一、主要工作\n内容。\n三、工作安排\n内容。\n";
    CHECK_OK(fazhi_outline_parse(TEXT(SAMPLE), NULL, &outline, &error));
    CHECK_OK(fazhi_outline_sections(outline, &sections, &error));
    CHECK_OK(fazhi_outline_strings(outline, &strings, &error));
    CHECK(sections.count == 5 && ROW(fazhi_section, sections, 1)->parent == 0);
    CHECK(ROW(fazhi_section, sections, 1)->role == 0 && ROW(fazhi_section, sections, 1)->topic == 0);
    CHECK(reads(strings, ROW(fazhi_section, sections, 1)->title_text, "化解矛盾纠纷"));
    CHECK_OK(fazhi_outline_passages(outline, &table, &error));
    CHECK(table.rows != NULL && table.count == 0 && table.stride >= sizeof(fazhi_passage));
    fazhi_outline_free(outline);
    CHECK_OK(fazhi_outline_parse(TEXT(gap), NULL, &outline, &error));
    CHECK_OK(fazhi_outline_notes(outline, &table, &error));
    CHECK(table.count == 1 && ROW(fazhi_note, table, 0)->code == FAZHI_NOTE_NUMBERING_GAP);
    CHECK_OK(fazhi_outline_strings(outline, &strings, &error));
    CHECK(ROW(fazhi_note, table, 0)->message.length > 0
          && ROW(fazhi_note, table, 0)->message.offset + ROW(fazhi_note, table, 0)->message.length <= strings.len);
    fazhi_outline_free(outline);
    CHECK_OK(fazhi_outline_parse(NULL, 0, NULL, &outline, &error));
    fazhi_outline_free(outline);
}

int main(void)
{
    no_text();
    copied_and_borrowed();
    invalid_utf8();
    limits();
    cut_messages();
    outlines();
    return finish("status");
}
