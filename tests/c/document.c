/* Files of every kind: their text, what they know of it, the reports in them, and files of which nothing can be read. */
#include "check.h"
#include "files.h"
#include "sample.h"

static fazhi_document *document;
static fazhi_str strings;

static void extract(const void *bytes, size_t length)
{
    document = NULL;
    CHECK_OK(fazhi_document_extract(bytes, length, NULL, &document, &error));
    if (document == NULL) {
        exit(1);
    }
    CHECK_OK(fazhi_document_strings(document, &strings, &error));
}

static int is(fazhi_status (*ask)(const fazhi_document *, fazhi_str *, fazhi_error *), const char *expected)
{
    fazhi_str string;
    CHECK_OK(ask(document, &string, &error));
    return is_text(string.data, string.len, expected);
}

static fazhi_table rows(fazhi_status (*ask)(const fazhi_document *, fazhi_table *, fazhi_error *), size_t count, size_t stride)
{
    fazhi_table table;
    CHECK_OK(ask(document, &table, &error));
    CHECK(table.rows != NULL && table.count == count && table.stride >= stride);
    if (table.count != count) {
        exit(1);
    }
    return table;
}

static const fazhi_block *block(size_t i, size_t count)
{
    fazhi_table blocks = rows(fazhi_document_blocks, count, sizeof(fazhi_block));
    return ROW(fazhi_block, blocks, i);
}

/* The piece of the text at `span`. */
static int stands_at(fazhi_span span, const char *expected)
{
    fazhi_str text;
    CHECK_OK(fazhi_document_text(document, &text, &error));
    return span.end <= text.len && is_text(text.data + span.start, span.end - span.start, expected);
}

static uint32_t block_at(uint32_t offset)
{
    uint32_t row;
    CHECK_OK(fazhi_document_block_at(document, offset, &row, &error));
    return row;
}

static fazhi_metadata metadata(void)
{
    fazhi_metadata told;
    CHECK_OK(fazhi_document_metadata(document, &told, &error));
    return told;
}

static void text_in_gbk(void)
{
    uint8_t *bytes = malloc(sizeof(GBK) - 1);
    fazhi_metadata told;
    uint32_t row;
    memcpy(bytes, GBK, sizeof(GBK) - 1);
    extract(bytes, sizeof(GBK) - 1);
    memset(bytes, 0, sizeof(GBK) - 1);
    free(bytes);
    CHECK(is(fazhi_document_format, "text") && is(fazhi_document_encoding, "gb18030"));
    CHECK(is(fazhi_document_text, GBK_TEXT));
    CHECK(stands_at(block(1, 3)->span, "一、主要工作") && reads(strings, block(1, 3)->text, "一、主要工作"));
    CHECK(block(1, 3)->kind == FAZHI_BLOCK_BODY && block(1, 3)->outline_level == 0 && block(1, 3)->reserved == 0);
    CHECK(block(1, 3)->first_page == 0 && block(1, 3)->last_page == 0 && block(1, 3)->paragraph == FAZHI_NONE);
    CHECK(block(1, 3)->label.start == block(1, 3)->label.end);
    CHECK(block_at(0) == 0 && block_at(block(1, 3)->span.start) == 1 && block_at(block(1, 3)->span.end) == FAZHI_NONE);
    CHECK(block_at(sizeof(GBK_TEXT) - 1) == FAZHI_NONE);
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, row, fazhi_document_block_at(document, sizeof(GBK_TEXT), &row, &error));
    rows(fazhi_document_anchors, 0, sizeof(fazhi_anchor));
    rows(fazhi_document_footnotes, 0, sizeof(fazhi_footnote));
    rows(fazhi_document_warnings, 0, sizeof(fazhi_warning));
    told = metadata();
    CHECK(reads(strings, told.title, NULL) && reads(strings, told.published, NULL) && reads(strings, told.source, NULL));
    fazhi_document_free(document);
}

/* What is UTF-8 keeps every byte, its mark too. */
static void text_in_utf8(void)
{
    static const char marked[] = "\xEF\xBB\xBF一、主要工作\r\n";
    extract(marked, sizeof marked - 1);
    CHECK(is(fazhi_document_encoding, "UTF-8") && is(fazhi_document_text, marked));
    fazhi_document_free(document);
    extract(SAMPLE, sizeof(SAMPLE) - 1);
    CHECK(is(fazhi_document_text, SAMPLE));
    fazhi_document_free(document);
    extract(NULL, 0);
    CHECK(is(fazhi_document_text, "") && is(fazhi_document_format, "text"));
    rows(fazhi_document_blocks, 0, sizeof(fazhi_block));
    fazhi_document_free(document);
    extract("\xE5\xA4\xA7\xFF" "aaaaaaaa", 12);
    CHECK(ROW(fazhi_warning, rows(fazhi_document_warnings, 1, sizeof(fazhi_warning)), 0)->kind == FAZHI_WARNING_REPLACED);
    fazhi_document_free(document);
}

static void rich_text(void)
{
    const fazhi_footnote *note;
    const fazhi_block *heading;
    extract(RTF, sizeof(RTF) - 1);
    CHECK(is(fazhi_document_format, "rtf") && is(fazhi_document_encoding, "UTF-8") && is(fazhi_document_text, RTF_TEXT));
    CHECK(block(0, 4)->kind == FAZHI_BLOCK_TEXT_BOX && reads(strings, block(0, 4)->text, "青岚县文件"));
    heading = block(1, 4);
    CHECK(heading->kind == FAZHI_BLOCK_LIST_ITEM && heading->outline_level == 1 && heading->paragraph != FAZHI_NONE);
    CHECK(stands_at(heading->label, "一、") && stands_at(heading->span, "一、主要工作"));
    CHECK(reads(strings, heading->text, "一、主要工作"));
    CHECK(block(3, 4)->kind == FAZHI_BLOCK_TABLE_ROW && stands_at(block(3, 4)->span, "年度\t件数"));
    note = ROW(fazhi_footnote, rows(fazhi_document_footnotes, 1, sizeof(fazhi_footnote)), 0);
    CHECK(reads(strings, note->text, "含重办") && note->at == block(2, 4)->span.end - strlen("。"));
    CHECK(block_at(note->at) == 2);
    CHECK(reads(strings, metadata().title, "青岚县报告"));
    fazhi_document_free(document);
}

static void web_page(void)
{
    fazhi_metadata told;
    const fazhi_warning *warning;
    extract(HTML, sizeof(HTML) - 1);
    CHECK(is(fazhi_document_format, "html") && is(fazhi_document_encoding, "UTF-8"));
    told = metadata();
    CHECK(reads(strings, told.title, "青岚县报告") && reads(strings, told.published, "2025-01-21"));
    CHECK(reads(strings, told.source, "县司法局"));
    warning = ROW(fazhi_warning, rows(fazhi_document_warnings, 1, sizeof(fazhi_warning)), 0);
    CHECK(warning->kind == FAZHI_WARNING_MAIN_CONTENT && warning->page == 0 && warning->message.length > 0);
    CHECK(block(0, 2)->paragraph == 0 && block(1, 2)->paragraph == 1);
    fazhi_document_free(document);
}

static void pages(void)
{
    file made = PDF;
    fazhi_table anchors;
    const fazhi_anchor *line;
    extract(made.bytes, made.length);
    CHECK(is(fazhi_document_format, "pdf") && is(fazhi_document_text, "受理案件25件。\n二、下一步打算"));
    CHECK(block(0, 2)->first_page == 1 && block(0, 2)->last_page == 1 && block(1, 2)->first_page == 2);
    anchors = rows(fazhi_document_anchors, 2, sizeof(fazhi_anchor));
    line = ROW(fazhi_anchor, anchors, 1);
    CHECK(line->page == 2 && stands_at(line->span, "二、下一步打算"));
    CHECK(line->left > 99 && line->left < 101 && line->right > 205 && line->right < 220);
    CHECK(line->top < line->bottom && line->top > 120 && line->bottom < 150);
    fazhi_document_free(document);
}

static size_t quantities(const fazhi_report *report)
{
    fazhi_table table;
    CHECK_OK(fazhi_report_quantities(report, &table, &error));
    return table.count;
}

/* Report and document live on without each other. */
static void reports(void)
{
    file made = docx("<w:p><w:r><w:t>一、主要工作</w:t></w:r></w:p><w:p><w:r><w:t>受理案件25件。</w:t></w:r></w:p>");
    fazhi_report *report, *again, *plain = parsed(TEXT(SAMPLE), NULL);
    fazhi_document *same;
    fazhi_options *options;
    fazhi_parser *parser;
    fazhi_bytes json;
    fazhi_str text, source;
    extract(made.bytes, made.length);
    CHECK(is(fazhi_document_format, "docx"));
    CHECK_OK(fazhi_document_parse(document, NULL, &report, &error));
    CHECK_OK(fazhi_document_parse(document, NULL, &again, &error));
    CHECK_OK(fazhi_document_text(document, &text, &error));
    CHECK_OK(fazhi_report_source(report, &source, &error));
    CHECK(text.data == source.data && text.len == source.len);
    CHECK_OK(fazhi_options_new(&options, &error));
    CHECK_OK(fazhi_options_set_max_bytes(options, (uint32_t)text.len - 1, &error));
    CHECK_FAILS(FAZHI_ERR_TOO_LARGE, same, fazhi_document_parse(document, options, (fazhi_report **)&same, &error));
    fazhi_options_free(options);
    fazhi_document_free(document);
    CHECK(quantities(report) == 1);
    CHECK_OK(fazhi_report_json(report, &json, &error));
    CHECK(has_bytes(json, "\"format\":\"docx\",\"encoding\":\"UTF-8\""));
    fazhi_bytes_free(&json);
    CHECK_OK(fazhi_report_document(report, &same, &error));
    fazhi_report_free(report);
    document = same;
    CHECK(is(fazhi_document_text, "一、主要工作\n受理案件25件。"));
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, same, fazhi_report_document(plain, &same, &error));
    /* Its memory serves a parser too. */
    CHECK_OK(fazhi_parser_new(NULL, &parser, &error));
    CHECK_OK(fazhi_parser_recycle(parser, again, &error));
    CHECK_OK(fazhi_parser_parse(parser, TEXT(SAMPLE), &again, &error));
    CHECK(quantities(again) == quantities(plain));
    fazhi_report_free(again);
    fazhi_parser_free(parser);
    fazhi_document_free(document);
    fazhi_report_free(plain);
}

static void fails(fazhi_status expected, const char *told, const void *bytes, size_t length)
{
    fazhi_document *none;
    CHECK_FAILS(expected, none, fazhi_document_extract(bytes, length, NULL, &none, &error));
    CHECK(error.message_len >= strlen(told) && strstr((const char *)error.message, told) != NULL);
}

static void what_cannot_be_read(void)
{
    static const char attachment[] =
        "<html><body><div><a href='/files/report.doc'>青岚县报告.doc</a></div></body></html>";
    file made = encrypted();
    fails(FAZHI_ERR_ENCRYPTED, "encrypted", made.bytes, made.length);
    made = docx("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>");
    fails(FAZHI_ERR_NO_TEXT_LAYER, "1 with images", made.bytes, made.length);
    fails(FAZHI_ERR_UNDECODABLE, "1 of 2", TEXT("a\xFF"));
    fails(FAZHI_ERR_DAMAGED, "damaged", TEXT("PK\3\4 and nothing else"));
    fails(FAZHI_ERR_NO_ARTICLE, "青岚县报告.doc /files/report.doc", TEXT(attachment));
    made = zip("xl/workbook.xml", "<workbook/>");
    fails(FAZHI_ERR_WRONG_FORMAT, "xlsx", made.bytes, made.length);
    fails(FAZHI_ERR_UNSUPPORTED_FORMAT, "MHT", TEXT("MIME-Version: 1.0\n"));
}

static void limits(void)
{
    fazhi_options *options;
    fazhi_document *none;
    CHECK_OK(fazhi_options_new(&options, &error));
    CHECK_OK(fazhi_options_set_max_file_bytes(options, sizeof(GBK) - 2, &error));
    CHECK_FAILS(FAZHI_ERR_TOO_LARGE, none, fazhi_document_extract(TEXT(GBK), options, &none, &error));
    CHECK_OK(fazhi_options_set_max_file_bytes(options, sizeof(GBK) - 1, &error));
    CHECK_OK(fazhi_document_extract(TEXT(GBK), options, &none, &error));
    fazhi_document_free(none);
    CHECK_OK(fazhi_options_set_max_bytes(options, sizeof(GBK_TEXT) - 2, &error));
    CHECK_FAILS(FAZHI_ERR_TOO_LARGE, none, fazhi_document_extract(TEXT(GBK), options, &none, &error));
    fazhi_options_free(options);
}

static void batches(void)
{
    file made = PDF;
    fazhi_str inputs[5] = {{(const uint8_t *)GBK, sizeof(GBK) - 1}, {(const uint8_t *)"a\xFF", 2}, {NULL, 3}, {NULL, 0}, {NULL, 0}};
    fazhi_batch *batch;
    const fazhi_report *kept;
    fazhi_report *taken;
    uint32_t threads;
    inputs[4].data = made.bytes;
    inputs[4].len = made.length;
    for (threads = 0; threads < 4; threads++) {
        CHECK_OK(fazhi_batch_extract(inputs, 5, NULL, threads, &batch, &error));
        CHECK_OK(fazhi_batch_report(batch, 0, &kept, &error));
        CHECK(quantities(kept) == 2);
        CHECK_FAILS(FAZHI_ERR_UNDECODABLE, kept, fazhi_batch_report(batch, 1, &kept, &error));
        CHECK_FAILS(FAZHI_ERR_NULL, kept, fazhi_batch_report(batch, 2, &kept, &error));
        CHECK_OK(fazhi_batch_report(batch, 3, &kept, &error));
        CHECK_OK(fazhi_batch_take(batch, 4, &taken, &error));
        fazhi_batch_free(batch);
        CHECK(quantities(taken) == 1);
        CHECK_OK(fazhi_report_document(taken, &document, &error));
        fazhi_report_free(taken);
        CHECK(is(fazhi_document_format, "pdf"));
        rows(fazhi_document_anchors, 2, sizeof(fazhi_anchor));
        fazhi_document_free(document);
    }
}

static void names(void)
{
    static const struct {
        uint16_t list, code;
        const char *name;
    } expected[] = {
        {FAZHI_CODES_BLOCK, FAZHI_BLOCK_BODY, "body"},
        {FAZHI_CODES_BLOCK, FAZHI_BLOCK_LIST_ITEM, "list_item"},
        {FAZHI_CODES_WARNING, FAZHI_WARNING_NO_TEXT_LAYER, "no_text_layer"},
        {FAZHI_CODES_WARNING, FAZHI_WARNING_MAIN_CONTENT, "main_content"},
    };
    fazhi_str name;
    size_t i;
    for (i = 0; i < sizeof expected / sizeof *expected; i++) {
        CHECK_OK(fazhi_code_name(expected[i].list, expected[i].code, &name, &error));
        CHECK(is_text(name.data, name.len, expected[i].name));
    }
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, name, fazhi_code_name(FAZHI_CODES_BLOCK, 99, &name, &error));
}

int main(void)
{
    text_in_gbk();
    text_in_utf8();
    rich_text();
    web_page();
    pages();
    reports();
    what_cannot_be_read();
    limits();
    batches();
    names();
    return finish("document");
}
