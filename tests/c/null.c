/* NULL in the place of every pointer: tests/abi.rs reads this file and misses none. */
#include "check.h"
#include "sample.h"

static fazhi_report *report;
static fazhi_score *score;
static fazhi_outline *outline;
static fazhi_parser *parser;
static fazhi_batch *batch;
static fazhi_document *document;
static fazhi_options *options;
static fazhi_context *context;
static fazhi_rubric *rubric;

static fazhi_table table;
static fazhi_str text;
static fazhi_bytes bytes;
static uint32_t offsets[2] = {0, 3};

static const fazhi_str inputs[] = {{(const uint8_t *)SAMPLE, sizeof(SAMPLE) - 1}, {NULL, 0}, {NULL, 5}};

#define CHECK_NULL(output, call) CHECK_FAILS(FAZHI_ERR_NULL, output, call)

static void making(void)
{
    fazhi_report *made;
    fazhi_outline *lines;
    fazhi_batch *together;
    fazhi_document *read;
    fazhi_rubric *rules;
    fazhi_score *points;
    CHECK_NULL(made, fazhi_report_parse(NULL, 1, NULL, &made, &error));
    CHECK_NULL(made, fazhi_report_parse(NULL, SIZE_MAX, NULL, &made, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_parse(TEXT(SAMPLE), NULL, NULL, &error));
    CHECK_NULL(made, fazhi_report_parse_borrowed(NULL, 1, NULL, &made, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_parse_borrowed(TEXT(SAMPLE), NULL, NULL, &error));
    CHECK_NULL(lines, fazhi_outline_parse(NULL, 1, NULL, &lines, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_outline_parse(TEXT(SAMPLE), NULL, NULL, &error));
    CHECK_NULL(made, fazhi_parser_parse(NULL, TEXT(SAMPLE), &made, &error));
    CHECK_NULL(made, fazhi_parser_parse(parser, NULL, 1, &made, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_parser_parse(parser, TEXT(SAMPLE), NULL, &error));
    CHECK_NULL(made, fazhi_parser_parse_borrowed(NULL, TEXT(SAMPLE), &made, &error));
    CHECK_NULL(made, fazhi_parser_parse_borrowed(parser, NULL, 1, &made, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_parser_parse_borrowed(parser, TEXT(SAMPLE), NULL, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_parser_recycle(NULL, report, &error));
    CHECK_OK(fazhi_parser_recycle(parser, NULL, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_new(NULL, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_parser_new(NULL, NULL, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_context_new(NULL, &error));
    CHECK_NULL(together, fazhi_batch_parse(NULL, 1, NULL, 1, &together, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_batch_parse(inputs, 1, NULL, 1, NULL, &error));
    CHECK_NULL(together, fazhi_batch_extract(NULL, 1, NULL, 1, &together, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_batch_extract(inputs, 1, NULL, 1, NULL, &error));
    CHECK_NULL(read, fazhi_document_extract(NULL, 1, NULL, &read, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_document_extract(TEXT(SAMPLE), NULL, NULL, &error));
    CHECK_NULL(made, fazhi_document_parse(NULL, NULL, &made, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_document_parse(document, NULL, NULL, &error));
    CHECK_NULL(rules, fazhi_rubric_from_toml(NULL, 1, &rules, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_rubric_from_toml(TEXT("id = 1"), NULL, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_rubric_built_in_toml(NULL, &error));
    CHECK_NULL(points, fazhi_report_score(NULL, rubric, context, &points, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_score(report, NULL, NULL, NULL, &error));
}

static void settings(void)
{
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_set_max_bytes(NULL, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_set_max_file_bytes(NULL, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_set_max_sections(NULL, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_set_max_facts(NULL, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_set_max_depth(NULL, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_options_set_audit(NULL, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_context_set_published(NULL, 2025, 1, 1, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_context_set_last_year(NULL, TEXT(SAMPLE), &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_context_set_last_year(context, NULL, 1, &error));
    CHECK_OK(fazhi_context_set_last_year(context, NULL, 0, &error));
}

static void listings(void)
{
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_code_name(FAZHI_CODES_ROLE, 1, NULL, &error));
    CHECK_NULL(text, fazhi_catalogue(NULL, &text, &error));
    CHECK_NULL(table, fazhi_catalogue(&table, NULL, &error));
    CHECK_NULL(text, fazhi_rules(NULL, &text, &error));
    CHECK_NULL(table, fazhi_rules(&table, NULL, &error));
}

/* An object that is NULL, then an output that is. */
#define CHECK_READER(object, output, ask) \
    do { \
        CHECK_NULL(output, ask(NULL, &(output), &error)); \
        CHECK_STATUS(FAZHI_ERR_NULL, ask(object, NULL, &error)); \
    } while (0)

static void readers(void)
{
    fazhi_front front;
    fazhi_totals totals;
    fazhi_document *same;
    fazhi_metadata metadata;
    size_t count;
    CHECK_READER(report, text, fazhi_report_source);
    CHECK_READER(report, text, fazhi_report_strings);
    CHECK_READER(report, bytes, fazhi_report_json);
    CHECK_READER(report, front, fazhi_report_front);
    CHECK_READER(report, table, fazhi_report_sections);
    CHECK_READER(report, table, fazhi_report_passages);
    CHECK_READER(report, table, fazhi_report_quantities);
    CHECK_READER(report, table, fazhi_report_citations);
    CHECK_READER(report, table, fazhi_report_doc_numbers);
    CHECK_READER(report, table, fazhi_report_dates);
    CHECK_READER(report, table, fazhi_report_indicators);
    CHECK_READER(report, table, fazhi_report_checks);
    CHECK_READER(report, table, fazhi_report_check_spans);
    CHECK_READER(report, table, fazhi_report_notes);
    CHECK_READER(report, table, fazhi_report_names);
    CHECK_READER(report, same, fazhi_report_document);
    CHECK_READER(document, text, fazhi_document_text);
    CHECK_READER(document, text, fazhi_document_format);
    CHECK_READER(document, text, fazhi_document_encoding);
    CHECK_READER(document, text, fazhi_document_strings);
    CHECK_READER(document, metadata, fazhi_document_metadata);
    CHECK_READER(document, table, fazhi_document_blocks);
    CHECK_READER(document, table, fazhi_document_anchors);
    CHECK_READER(document, table, fazhi_document_footnotes);
    CHECK_READER(document, table, fazhi_document_warnings);
    CHECK_READER(outline, table, fazhi_outline_sections);
    CHECK_READER(outline, table, fazhi_outline_passages);
    CHECK_READER(outline, table, fazhi_outline_notes);
    CHECK_READER(outline, text, fazhi_outline_strings);
    CHECK_READER(score, bytes, fazhi_score_json);
    CHECK_READER(score, totals, fazhi_score_totals);
    CHECK_READER(score, text, fazhi_score_strings);
    CHECK_READER(score, table, fazhi_score_dimensions);
    CHECK_READER(score, table, fazhi_score_criteria);
    CHECK_READER(score, table, fazhi_score_flags);
    CHECK_READER(score, table, fazhi_score_spans);
    CHECK_READER(batch, count, fazhi_batch_count);
}

static void pieces(void)
{
    fazhi_place place;
    struct ArrowSchema schema;
    struct ArrowArray array;
    const fazhi_report *kept;
    fazhi_report *taken;
    uint32_t row;
    CHECK_NULL(row, fazhi_document_block_at(NULL, 0, &row, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_document_block_at(document, 0, NULL, &error));
    CHECK_NULL(text, fazhi_report_text(NULL, 0, 3, &text, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_text(report, 0, 3, NULL, &error));
    CHECK_NULL(bytes, fazhi_report_clean_text(NULL, 0, 3, &bytes, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_clean_text(report, 0, 3, NULL, &error));
    CHECK_NULL(place, fazhi_report_place(NULL, 0, &place, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_place(report, 0, NULL, &error));
    CHECK_NULL(schema, fazhi_report_arrow(NULL, 1, 1, &schema, &array, &error));
    CHECK_NULL(array, fazhi_report_arrow(report, 1, 1, NULL, &array, &error));
    CHECK_NULL(schema, fazhi_report_arrow(report, 1, 1, &schema, NULL, &error));
    CHECK_NULL(kept, fazhi_batch_report(NULL, 0, &kept, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_batch_report(batch, 0, NULL, &error));
    CHECK_NULL(taken, fazhi_batch_take(NULL, 0, &taken, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_batch_take(batch, 0, NULL, &error));
    CHECK_NULL(kept, fazhi_batch_report(batch, 2, &kept, &error));
}

static void conversions(void)
{
    uint32_t to[2];
    CHECK_NULL(to, fazhi_report_convert_offsets(NULL, 1, 2, offsets, 2, to, &error));
    CHECK_NULL(to, fazhi_report_convert_offsets(report, 1, 2, NULL, 2, to, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_report_convert_offsets(report, 1, 2, offsets, 2, NULL, &error));
    CHECK_OK(fazhi_report_convert_offsets(report, 1, 2, NULL, 0, NULL, &error));
    CHECK_NULL(to, fazhi_text_convert_offsets(NULL, 1, 1, 2, offsets, 2, to, &error));
    CHECK_NULL(to, fazhi_text_convert_offsets(TEXT(SAMPLE), 1, 2, NULL, 2, to, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_text_convert_offsets(TEXT(SAMPLE), 1, 2, offsets, 2, NULL, &error));
    CHECK_OK(fazhi_text_convert_offsets(NULL, 0, 1, 2, offsets, 1, to, &error));
    CHECK(to[0] == 0);
}

/* Without a place for the error the status alone tells. */
static void no_error(void)
{
    CHECK(fazhi_report_source(NULL, &text, NULL) == FAZHI_ERR_NULL);
    CHECK(fazhi_report_source(report, &text, NULL) == FAZHI_OK);
    CHECK(fazhi_code_name(FAZHI_CODES_ROLE, 99, &text, NULL) == FAZHI_ERR_INVALID_ARGUMENT);
}

static void freeing(void)
{
    fazhi_version(NULL);
    fazhi_bytes_free(NULL);
    fazhi_options_free(NULL);
    fazhi_report_free(NULL);
    fazhi_parser_free(NULL);
    fazhi_batch_free(NULL);
    fazhi_document_free(NULL);
    fazhi_outline_free(NULL);
    fazhi_rubric_free(NULL);
    fazhi_context_free(NULL);
    fazhi_score_free(NULL);
}

int main(void)
{
    fazhi_str toml;
    report = parsed(TEXT(SAMPLE), NULL);
    CHECK_OK(fazhi_options_new(&options, &error));
    CHECK_OK(fazhi_parser_new(options, &parser, &error));
    CHECK_OK(fazhi_outline_parse(TEXT(SAMPLE), NULL, &outline, &error));
    CHECK_OK(fazhi_batch_parse(inputs, 3, NULL, 1, &batch, &error));
    CHECK_OK(fazhi_document_extract(TEXT(SAMPLE), NULL, &document, &error));
    CHECK_OK(fazhi_context_new(&context, &error));
    CHECK_OK(fazhi_rubric_built_in_toml(&toml, &error));
    CHECK_OK(fazhi_rubric_from_toml(toml.data, toml.len, &rubric, &error));
    CHECK_OK(fazhi_report_score(report, rubric, context, &score, &error));
    making();
    settings();
    listings();
    readers();
    pieces();
    conversions();
    no_error();
    freeing();
    fazhi_score_free(score);
    fazhi_rubric_free(rubric);
    fazhi_context_free(context);
    fazhi_document_free(document);
    fazhi_batch_free(batch);
    fazhi_outline_free(outline);
    fazhi_parser_free(parser);
    fazhi_options_free(options);
    fazhi_report_free(report);
    return finish("null");
}
