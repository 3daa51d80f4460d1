/* Tables as Arrow arrays: as many rows as the records, columns that fit, release by the caller, also after the report. */
#include "check.h"
#include "sample.h"

static void check_columns(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t rows)
{
    int64_t i;
    CHECK(strcmp(schema->format, "+s") == 0);
    CHECK(array->length == rows && array->null_count == 0 && array->offset == 0);
    CHECK(schema->n_children > 0 && schema->n_children == array->n_children);
    for (i = 0; i < schema->n_children; i++) {
        const struct ArrowSchema *column = schema->children[i];
        const struct ArrowArray *cells = array->children[i];
        CHECK(column->name != NULL && column->name[0] != '\0');
        CHECK(cells->length == rows && cells->null_count >= 0 && cells->null_count <= rows);
        CHECK(cells->null_count == 0 || (column->flags & ARROW_FLAG_NULLABLE) != 0);
    }
}

static void tables(void)
{
    static const struct {
        uint16_t code;
        fazhi_status (*rows)(const fazhi_report *, fazhi_table *, fazhi_error *);
    } all[] = {
        {FAZHI_TABLE_SECTIONS, fazhi_report_sections},       {FAZHI_TABLE_PASSAGES, fazhi_report_passages},
        {FAZHI_TABLE_QUANTITIES, fazhi_report_quantities},   {FAZHI_TABLE_CITATIONS, fazhi_report_citations},
        {FAZHI_TABLE_DOC_NUMBERS, fazhi_report_doc_numbers}, {FAZHI_TABLE_DATES, fazhi_report_dates},
        {FAZHI_TABLE_INDICATORS, fazhi_report_indicators},   {FAZHI_TABLE_CHECKS, fazhi_report_checks},
        {FAZHI_TABLE_NOTES, fazhi_report_notes},
    };
    size_t i;
    for (i = 0; i < sizeof all / sizeof all[0]; i++) {
        fazhi_report *report = parsed(TEXT(SAMPLE), NULL);
        struct ArrowSchema schema;
        struct ArrowArray array;
        fazhi_table table;
        CHECK_OK(all[i].rows(report, &table, &error));
        CHECK_OK(fazhi_report_arrow(report, all[i].code, FAZHI_OFFSET_UTF16, &schema, &array, &error));
        fazhi_report_free(report);
        check_columns(&schema, &array, (int64_t)table.count);
        schema.release(&schema);
        array.release(&array);
        CHECK(schema.release == NULL && array.release == NULL);
    }
}

/* A column that is moved out of its table outlives it. */
static void moved_column(void)
{
    fazhi_report *report = parsed(TEXT(SAMPLE), NULL);
    struct ArrowSchema schema;
    struct ArrowArray array, column;
    const uint32_t *starts;
    CHECK_OK(fazhi_report_arrow(report, FAZHI_TABLE_QUANTITIES, FAZHI_OFFSET_BYTES, &schema, &array, &error));
    CHECK(strcmp(schema.children[0]->name, "start") == 0 && strcmp(schema.children[0]->format, "I") == 0);
    schema.release(&schema);
    column = *array.children[0];
    array.children[0]->release = NULL;
    array.release(&array);
    starts = (const uint32_t *)column.buffers[1];
    if (column.length > 1) {
        fazhi_table table;
        CHECK_OK(fazhi_report_quantities(report, &table, &error));
        CHECK(starts[0] == ROW(fazhi_quantity, table, 0)->span.start);
        CHECK(starts[1] == ROW(fazhi_quantity, table, 1)->span.start);
    }
    CHECK(column.length > 1);
    column.release(&column);
    fazhi_report_free(report);
}

static void misuse(void)
{
    fazhi_report *report = parsed(TEXT(SAMPLE), NULL);
    struct ArrowSchema schema;
    struct ArrowArray array;
    memset(&array, 0xA5, sizeof array);
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, schema, fazhi_report_arrow(report, 0, 1, &schema, &array, &error));
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, schema, fazhi_report_arrow(report, 99, 1, &schema, &array, &error));
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, schema, fazhi_report_arrow(report, 1, 0, &schema, &array, &error));
    CHECK(untouched(&array, sizeof array));
    fazhi_report_free(report);
}

int main(void)
{
    tables();
    moved_column();
    misuse();
    return finish("arrow");
}
