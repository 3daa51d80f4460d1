/* Many reports: batches on several threads, and parsers that are used again. */
#include "check.h"
#include "sample.h"

#define GOOD {(const uint8_t *)SAMPLE, sizeof(SAMPLE) - 1}

static const uint8_t bad_text[] = {'a', 0xFF};

static const fazhi_str inputs[] = {GOOD, {bad_text, 2}, {NULL, 0}, {NULL, 3}, GOOD, {bad_text, SIZE_MAX}, GOOD};
static const fazhi_status statuses[] = {FAZHI_OK, FAZHI_ERR_INVALID_UTF8, FAZHI_OK, FAZHI_ERR_NULL, FAZHI_OK,
    FAZHI_ERR_OUT_OF_RANGE, FAZHI_OK};
#define INPUTS (sizeof inputs / sizeof *inputs)

static size_t quantities(const fazhi_report *report)
{
    fazhi_table table;
    CHECK_OK(fazhi_report_quantities(report, &table, &error));
    return table.count;
}

static void batch_of(uint32_t threads)
{
    fazhi_batch *batch;
    const fazhi_report *kept;
    fazhi_report *taken;
    size_t count, i;
    CHECK_OK(fazhi_batch_parse(inputs, INPUTS, NULL, threads, &batch, &error));
    CHECK_OK(fazhi_batch_count(batch, &count, &error));
    CHECK(count == INPUTS);
    for (i = 0; i < count; i++) {
        if (statuses[i] == FAZHI_OK) {
            CHECK_OK(fazhi_batch_report(batch, i, &kept, &error));
            CHECK(quantities(kept) == (inputs[i].len == 0 ? 0u : 7u));
        } else {
            CHECK_FAILS(statuses[i], kept, fazhi_batch_report(batch, i, &kept, &error));
            CHECK_FAILS(statuses[i], taken, fazhi_batch_take(batch, i, &taken, &error));
        }
    }
    CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, kept, fazhi_batch_report(batch, 1, &kept, &error));
    CHECK(error.span.start == 1 && error.span.end == 2);
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, kept, fazhi_batch_report(batch, INPUTS, &kept, &error));
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, taken, fazhi_batch_take(batch, SIZE_MAX, &taken, &error));
    CHECK_OK(fazhi_batch_take(batch, 4, &taken, &error));
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, kept, fazhi_batch_report(batch, 4, &kept, &error));
    fazhi_batch_free(batch);
    CHECK(quantities(taken) == 7);
    fazhi_report_free(taken);
}

static void taken_twice(void)
{
    fazhi_batch *batch;
    fazhi_report *taken, *again;
    CHECK_OK(fazhi_batch_parse(inputs, 1, NULL, 1, &batch, &error));
    CHECK_OK(fazhi_batch_take(batch, 0, &taken, &error));
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, again, fazhi_batch_take(batch, 0, &again, &error));
    fazhi_report_free(taken);
    fazhi_batch_free(batch);
}

static void batches(void)
{
    static const uint32_t threads[] = {0, 1, 2, 5, 1000, UINT32_MAX};
    fazhi_batch *batch;
    fazhi_options *options;
    const fazhi_report *kept;
    size_t count, i;
    for (i = 0; i < sizeof threads / sizeof *threads; i++) {
        batch_of(threads[i]);
    }
    taken_twice();
    CHECK_OK(fazhi_batch_parse(NULL, 0, NULL, 0, &batch, &error));
    CHECK_OK(fazhi_batch_count(batch, &count, &error));
    CHECK(count == 0);
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, kept, fazhi_batch_report(batch, 0, &kept, &error));
    fazhi_batch_free(batch);
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, batch, fazhi_batch_parse(inputs, SIZE_MAX, NULL, 1, &batch, &error));
    CHECK_OK(fazhi_options_new(&options, &error));
    CHECK_OK(fazhi_options_set_max_bytes(options, 100, &error));
    CHECK_OK(fazhi_batch_parse(inputs, INPUTS, options, 2, &batch, &error));
    fazhi_options_free(options);
    CHECK_FAILS(FAZHI_ERR_TOO_LARGE, kept, fazhi_batch_report(batch, 0, &kept, &error));
    CHECK_OK(fazhi_batch_report(batch, 2, &kept, &error));
    fazhi_batch_free(batch);
}

static int says_the_same(const fazhi_report *one, const fazhi_report *other)
{
    fazhi_bytes a, b;
    int same;
    CHECK_OK(fazhi_report_json(one, &a, &error));
    CHECK_OK(fazhi_report_json(other, &b, &error));
    same = a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
    fazhi_bytes_free(&a);
    fazhi_bytes_free(&b);
    return same;
}

static void parsers(void)
{
    fazhi_parser *parser;
    fazhi_options *options;
    fazhi_report *reference = parsed(TEXT(SAMPLE), NULL);
    fazhi_report *report, *other;
    fazhi_table table;
    int round;
    CHECK_OK(fazhi_options_new(&options, &error));
    CHECK_OK(fazhi_parser_new(options, &parser, &error));
    fazhi_options_free(options);
    for (round = 0; round < 4; round++) {
        CHECK_OK(fazhi_parser_parse(parser, TEXT(SAMPLE), &report, &error));
        CHECK(says_the_same(report, reference));
        CHECK_OK(fazhi_report_sections(report, &table, &error));
        /* Another one while the first is alive, and faults between. */
        CHECK_OK(fazhi_parser_parse_borrowed(parser, TEXT(SAMPLE), &other, &error));
        CHECK_OK(fazhi_parser_recycle(parser, report, &error));
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, report, fazhi_parser_parse(parser, bad_text, 2, &report, &error));
        CHECK_FAILS(FAZHI_ERR_INVALID_UTF8, report, fazhi_parser_parse_borrowed(parser, bad_text, 2, &report, &error));
        CHECK_OK(fazhi_parser_parse(parser, NULL, 0, &report, &error));
        CHECK(quantities(report) == 0);
        fazhi_report_free(report);
        CHECK(says_the_same(other, reference));
        CHECK_OK(fazhi_parser_recycle(parser, other, &error));
        /* One of no parser. */
        CHECK_OK(fazhi_parser_recycle(parser, parsed(TEXT(SAMPLE), NULL), &error));
    }
    CHECK_OK(fazhi_parser_parse(parser, TEXT(SAMPLE), &report, &error));
    fazhi_parser_free(parser);
    CHECK(says_the_same(report, reference));
    fazhi_report_free(report);
    fazhi_report_free(reference);
}

int main(void)
{
    batches();
    parsers();
    return finish("many");
}
