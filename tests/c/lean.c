/* A library with no feature but the C ABI: it says so, and does the rest. */
#include "check.h"
#include "sample.h"

int main(void)
{
    fazhi_report *report = parsed(TEXT(SAMPLE), NULL);
    fazhi_str input = {(const uint8_t *)SAMPLE, sizeof(SAMPLE) - 1}, text;
    fazhi_batch *batch;
    fazhi_rubric *rubric;
    fazhi_context *context;
    fazhi_score *score;
    fazhi_document *document;
    fazhi_options *options;
    fazhi_table table;
    fazhi_bytes json;
    CHECK(fazhi_features() == 0 && fazhi_abi_version() == FAZHI_ABI_VERSION);
    CHECK_OK(fazhi_report_checks(report, &table, &error));
    CHECK(table.count == 6);
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, json, fazhi_report_json(report, &json, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, batch, fazhi_batch_parse(&input, 1, NULL, 1, &batch, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, rubric, fazhi_rubric_from_toml(TEXT("id = 1"), &rubric, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, text, fazhi_rubric_built_in_toml(&text, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, context, fazhi_context_new(&context, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, score, fazhi_report_score(report, NULL, NULL, &score, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, text, fazhi_code_name(FAZHI_CODES_OUTCOME, 1, &text, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, document, fazhi_document_extract(TEXT(SAMPLE), NULL, &document, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, document, fazhi_report_document(report, &document, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, batch, fazhi_batch_extract(&input, 1, NULL, 1, &batch, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, text, fazhi_code_name(FAZHI_CODES_BLOCK, 1, &text, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_BUILT_IN, text, fazhi_code_name(FAZHI_CODES_WARNING, 1, &text, &error));
    CHECK_OK(fazhi_options_new(&options, &error));
    CHECK_OK(fazhi_options_set_max_file_bytes(options, 1, &error));
    fazhi_options_free(options);
    /* Pointers are looked at first. */
    CHECK_FAILS(FAZHI_ERR_NULL, json, fazhi_report_json(NULL, &json, &error));
    CHECK_FAILS(FAZHI_ERR_NULL, batch, fazhi_batch_parse(NULL, 1, NULL, 1, &batch, &error));
    CHECK_FAILS(FAZHI_ERR_NULL, score, fazhi_report_score(NULL, NULL, NULL, &score, &error));
    CHECK_FAILS(FAZHI_ERR_NULL, json, fazhi_score_json(NULL, &json, &error));
    CHECK_FAILS(FAZHI_ERR_NULL, table, fazhi_score_criteria(NULL, &table, &error));
    CHECK_FAILS(FAZHI_ERR_NULL, document, fazhi_document_extract(NULL, 1, NULL, &document, &error));
    CHECK_FAILS(FAZHI_ERR_NULL, table, fazhi_document_blocks(NULL, &table, &error));
    CHECK_STATUS(FAZHI_ERR_NULL, fazhi_context_set_published(NULL, 2025, 1, 1, &error));
    fazhi_rubric_free(NULL);
    fazhi_context_free(NULL);
    fazhi_score_free(NULL);
    fazhi_batch_free(NULL);
    fazhi_document_free(NULL);
    fazhi_report_free(report);
    return finish("lean");
}
