/* What the sample says, row by row, and that the JSON document has as many rows. */
#include "check.h"
#include "sample.h"

static fazhi_report *report;
static fazhi_str strings;

/* How many objects the array `name` of a JSON document holds. */
static size_t json_rows(fazhi_bytes json, const char *name)
{
    char key[64];
    size_t length, at, rows = 0;
    int depth = 0, quoted = 0;
    length = (size_t)sprintf(key, "\"%s\":[", name);
    for (at = 0; at + length <= json.len && memcmp(json.data + at, key, length) != 0; at++) {
    }
    for (at += length; at < json.len && (depth > 0 || json.data[at] != ']'); at++) {
        switch (json.data[at]) {
        case '\\': at++; break;
        case '"': quoted = !quoted; break;
        case '{': rows += !quoted && depth == 0; depth += !quoted; break;
        case '}': depth -= !quoted; break;
        default: break;
        }
    }
    return rows;
}

static int span_reads(fazhi_span span, const char *expected)
{
    fazhi_str text;
    CHECK_OK(fazhi_report_text(report, span.start, span.end, &text, &error));
    return is_text(text.data, text.len, expected);
}

static int is_decimal(fazhi_decimal decimal, int64_t mantissa, unsigned scale)
{
    return decimal.present == 1 && decimal.mantissa == mantissa && decimal.scale == scale;
}

static fazhi_table table_of(fazhi_status (*ask)(const fazhi_report *, fazhi_table *, fazhi_error *), size_t stride)
{
    fazhi_table table, again;
    CHECK_OK(ask(report, &table, &error));
    CHECK_OK(ask(report, &again, &error));
    CHECK(table.rows != NULL && table.rows == again.rows && table.stride >= stride);
    return table;
}

static void front(void)
{
    fazhi_front front;
    fazhi_table names = table_of(fazhi_report_names, sizeof(fazhi_name));
    CHECK_OK(fazhi_report_front(report, &front, &error));
    CHECK(reads(strings, front.title.text, SAMPLE_TITLE) && span_reads(front.title.span, SAMPLE_TITLE));
    CHECK(reads(strings, front.region.text, "青岚县"));
    CHECK(reads(strings, front.doc_number.text, "青政发〔2025〕6号"));
    CHECK(reads(strings, front.print_office.text, NULL) && front.print_office.span.end == 0);
    CHECK(front.issuers.count == 1 && front.signers.count == 0 && front.recipients.count == 1 && front.cc.count == 0);
    CHECK(names.count == 2);
    CHECK(reads(strings, ROW(fazhi_name, names, front.issuers.first)->text, "青岚县人民政府"));
    CHECK(reads(strings, ROW(fazhi_name, names, front.recipients.first)->text, "云汀市人民政府"));
    CHECK(front.year == 2024 && span_reads(front.year_span, "2024"));
    CHECK(front.date.year == 2025 && front.date.month == 1 && front.date.day == 20);
    CHECK(span_reads(front.date_span, "2025年1月20日"));
    CHECK(front.level == FAZHI_LEVEL_COUNTY);
}

static void sections(void)
{
    static const struct {
        const char *title, *marker;
        uint32_t parent;
        uint16_t number, style, role, topic;
        uint8_t level;
    } expected[] = {
        {"主要工作及成效", "一、", FAZHI_NONE, 1, FAZHI_MARKER_CHINESE, FAZHI_ROLE_MEASURES, FAZHI_TOPIC_DISPUTES, 1},
        {"化解矛盾纠纷", "（一）", 0, 1, FAZHI_MARKER_CHINESE_PARENTHESISED, FAZHI_ROLE_MEASURES, FAZHI_TOPIC_DISPUTES, 2},
        {"规范行政执法", "（二）", 0, 2, FAZHI_MARKER_CHINESE_PARENTHESISED, FAZHI_ROLE_MEASURES, FAZHI_TOPIC_ENFORCEMENT, 2},
        {"存在的主要问题", "二、", FAZHI_NONE, 2, FAZHI_MARKER_CHINESE, FAZHI_ROLE_PROBLEMS, FAZHI_TOPIC_ENFORCEMENT, 1},
        {"下一步工作安排", "三、", FAZHI_NONE, 3, FAZHI_MARKER_CHINESE, FAZHI_ROLE_PLAN, FAZHI_TOPIC_LEADERSHIP, 1},
    };
    fazhi_table table = table_of(fazhi_report_sections, sizeof(fazhi_section));
    size_t i;
    CHECK(table.count == sizeof expected / sizeof *expected);
    for (i = 0; i < table.count; i++) {
        const fazhi_section *row = ROW(fazhi_section, table, i);
        CHECK(reads(strings, row->title_text, expected[i].title) && span_reads(row->title, expected[i].title));
        CHECK(span_reads(row->marker, expected[i].marker));
        CHECK(row->heading.start == row->span.start && row->heading.end <= row->body.start && row->body.end <= row->span.end);
        CHECK(row->parent == expected[i].parent && row->number == expected[i].number && row->level == expected[i].level);
        CHECK(row->style == expected[i].style && row->role == expected[i].role && row->topic == expected[i].topic);
    }
}

static void quantities(void)
{
    static const struct {
        const char *text, *unit;
        int64_t value;
        uint32_t section;
        uint16_t kind, bound;
    } expected[] = {
        {"200件", "件", 200, 1, FAZHI_QUANTITY_COUNT, FAZHI_BOUND_EXACT},
        {"196件", "件", 196, 1, FAZHI_QUANTITY_COUNT, FAZHI_BOUND_EXACT},
        {"90%", "%", 90, 1, FAZHI_QUANTITY_PERCENT, FAZHI_BOUND_EXACT},
        {"3—5天", "天", 3, 1, FAZHI_QUANTITY_DURATION, FAZHI_BOUND_EXACT},
        {"12期", "期", 12, 2, FAZHI_QUANTITY_COUNT, FAZHI_BOUND_EXACT},
        {"860人次", "人次", 860, 2, FAZHI_QUANTITY_COUNT, FAZHI_BOUND_ABOUT},
        {"8.2万元", "元", 82000, 2, FAZHI_QUANTITY_MONEY, FAZHI_BOUND_EXACT},
    };
    fazhi_table table = table_of(fazhi_report_quantities, sizeof(fazhi_quantity));
    size_t i;
    CHECK(table.count == sizeof expected / sizeof *expected);
    for (i = 0; i < table.count; i++) {
        const fazhi_quantity *row = ROW(fazhi_quantity, table, i);
        CHECK(span_reads(row->span, expected[i].text) && reads(strings, row->unit, expected[i].unit));
        CHECK(is_decimal(row->value, expected[i].value, 0));
        CHECK(i == 3 ? is_decimal(row->high, 5, 0) : row->high.present == 0 && row->high.mantissa == 0);
        CHECK(row->section == expected[i].section && row->kind == expected[i].kind && row->bound == expected[i].bound);
        CHECK(row->sentence.start < row->span.start && row->span.end < row->sentence.end);
        CHECK(row->kind == FAZHI_QUANTITY_PERCENT ? row->unit_span.end == 0 : span_reads(row->unit_span, expected[i].unit));
    }
}

static void other_facts(void)
{
    fazhi_table citations = table_of(fazhi_report_citations, sizeof(fazhi_citation));
    fazhi_table numbers = table_of(fazhi_report_doc_numbers, sizeof(fazhi_doc_number));
    fazhi_table dates = table_of(fazhi_report_dates, sizeof(fazhi_date));
    const fazhi_citation *citation = ROW(fazhi_citation, citations, 0);
    const fazhi_doc_number *number = ROW(fazhi_doc_number, numbers, 0);
    const fazhi_date *date = ROW(fazhi_date, dates, 3);
    CHECK(citations.count == 1 && numbers.count == 1 && dates.count == 4);
    CHECK(reads(strings, citation->title_text, "法治政府建设实施纲要（2021－2025年）"));
    CHECK(span_reads(citation->span, "《法治政府建设实施纲要（2021－2025年）》"));
    CHECK(citation->kind == FAZHI_CITATION_PLAN && citation->section == FAZHI_NONE);
    CHECK(span_reads(number->span, "青政发〔2025〕6号") && reads(strings, number->issuer_text, "青政发"));
    CHECK(number->year == 2025 && number->serial == 6);
    CHECK(span_reads(date->span, "2025年1月20日") && date->end.year == 0);
    CHECK(date->date.year == 2025 && date->date.month == 1 && date->date.day == 20);
    CHECK(ROW(fazhi_date, dates, 0)->date.year == 2024 && ROW(fazhi_date, dates, 0)->date.month == 0);
}

static void indicators(void)
{
    static const char *const expected[] = {"services.hotline_accepted", "services.hotline_resolved",
        "services.hotline_ontime_rate", "study.training_classes", "enforcement.trainees", "enforcement.fines"};
    fazhi_table catalogue, table = table_of(fazhi_report_indicators, sizeof(fazhi_indicator));
    fazhi_table quantities = table_of(fazhi_report_quantities, sizeof(fazhi_quantity));
    fazhi_str texts;
    size_t i;
    CHECK_OK(fazhi_catalogue(&catalogue, &texts, &error));
    CHECK(catalogue.count > 50 && catalogue.stride >= sizeof(fazhi_indicator_definition));
    CHECK(table.count == sizeof expected / sizeof *expected);
    for (i = 0; i < table.count; i++) {
        const fazhi_indicator *row = ROW(fazhi_indicator, table, i);
        const fazhi_quantity *quantity = ROW(fazhi_quantity, quantities, row->quantity);
        const fazhi_indicator_definition *definition = ROW(fazhi_indicator_definition, catalogue, row->definition);
        CHECK(row->quantity < quantities.count && row->definition < catalogue.count);
        CHECK(reads(texts, definition->id, expected[i]));
        CHECK(is_decimal(row->value, quantity->value.mantissa, quantity->value.scale));
    }
    CHECK(reads(texts, ROW(fazhi_indicator_definition, catalogue, ROW(fazhi_indicator, table, 5)->definition)->name, "罚没金额"));
}

static void checks(void)
{
    fazhi_table table = table_of(fazhi_report_checks, sizeof(fazhi_check));
    fazhi_table spans = table_of(fazhi_report_check_spans, sizeof(fazhi_span));
    fazhi_table rules;
    fazhi_str texts;
    size_t i, wrong = 0, used = 0;
    CHECK_OK(fazhi_rules(&rules, &texts, &error));
    CHECK(rules.count == 11 && rules.stride >= sizeof(fazhi_rule));
    CHECK(reads(texts, ROW(fazhi_rule, rules, 0)->id, "ratio") && ROW(fazhi_rule, rules, 0)->kind == FAZHI_CHECK_RATIO);
    CHECK(table.count == 6);
    for (i = 0; i < table.count; i++) {
        const fazhi_check *row = ROW(fazhi_check, table, i);
        CHECK(row->spans.first == used && row->explanation.length > 0);
        used += row->spans.count;
        if (row->verdict == FAZHI_VERDICT_INCONSISTENT) {
            wrong++;
            CHECK(row->kind == FAZHI_CHECK_RATIO && row->spans.count == 3);
            CHECK(reads(strings, row->stated, "90") && reads(strings, row->computed, "98"));
            CHECK(reads(strings, row->formula, "196 / 200") && reads(strings, row->repair, "98"));
            CHECK(span_reads(*ROW(fazhi_span, spans, row->spans.first), "90%"));
        }
    }
    CHECK(wrong == 1 && used == spans.count);
}

static void documents(void)
{
    static const struct {
        const char *name;
        fazhi_status (*ask)(const fazhi_report *, fazhi_table *, fazhi_error *);
    } tables[] = {
        {"notes", fazhi_report_notes}, {"sections", fazhi_report_sections}, {"passages", fazhi_report_passages},
        {"quantities", fazhi_report_quantities}, {"citations", fazhi_report_citations},
        {"doc_numbers", fazhi_report_doc_numbers}, {"dates", fazhi_report_dates},
        {"indicators", fazhi_report_indicators}, {"checks", fazhi_report_checks},
    };
    fazhi_bytes json;
    fazhi_str source;
    size_t i;
    CHECK_OK(fazhi_report_json(report, &json, &error));
    CHECK(has_bytes(json, "\"schema\":\"fazhi.report/1\"") && has_bytes(json, SAMPLE_TITLE));
    for (i = 0; i < sizeof tables / sizeof *tables; i++) {
        fazhi_table table;
        CHECK_OK(tables[i].ask(report, &table, &error));
        CHECK(json_rows(json, tables[i].name) == table.count);
    }
    fazhi_bytes_free(&json);
    CHECK(json.data == NULL && json.len == 0);
    fazhi_bytes_free(&json);
    CHECK_OK(fazhi_report_source(report, &source, &error));
    CHECK(is_text(source.data, source.len, SAMPLE));
}

static void places(void)
{
    fazhi_place place;
    fazhi_bytes clean;
    fazhi_str text;
    fazhi_front front;
    CHECK_OK(fazhi_report_front(report, &front, &error));
    CHECK_OK(fazhi_report_place(report, front.date_span.end, &place, &error));
    CHECK(place.line == 14 && place.byte_column == 16 && place.utf16_column == 10 && place.code_point_column == 10);
    CHECK_OK(fazhi_report_place(report, sizeof(SAMPLE) - 1, &place, &error));
    CHECK(place.line == 15 && place.byte_column == 0);
    CHECK_OK(fazhi_report_clean_text(report, 0, front.title.span.end, &clean, &error));
    CHECK(is_text(clean.data, clean.len, SAMPLE_TITLE));
    fazhi_bytes_free(&clean);
    CHECK_OK(fazhi_report_clean_text(report, 3, 3, &clean, &error));
    CHECK(clean.data != NULL && clean.len == 0);
    fazhi_bytes_free(&clean);
    CHECK_OK(fazhi_report_text(report, sizeof(SAMPLE) - 1, sizeof(SAMPLE) - 1, &text, &error));
    CHECK(text.data != NULL && text.len == 0);
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, text, fazhi_report_text(report, 0, sizeof(SAMPLE), &text, &error));
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, text, fazhi_report_text(report, 6, 3, &text, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_ON_BOUNDARY, text, fazhi_report_text(report, 1, 3, &text, &error));
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, clean, fazhi_report_clean_text(report, 0, UINT32_MAX, &clean, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_ON_BOUNDARY, clean, fazhi_report_clean_text(report, 0, 2, &clean, &error));
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, place, fazhi_report_place(report, sizeof(SAMPLE), &place, &error));
    CHECK_FAILS(FAZHI_ERR_NOT_ON_BOUNDARY, place, fazhi_report_place(report, 1, &place, &error));
}

static void library(void)
{
    fazhi_str version, name;
    char expected[32];
    uint16_t list, code;
    uint32_t formats;
    CHECK(fazhi_abi_version() == FAZHI_ABI_VERSION);
    /* Kinds of files that have a reader. */
    formats = FAZHI_FEATURE_TXT | FAZHI_FEATURE_DOCX | FAZHI_FEATURE_HTML | FAZHI_FEATURE_DOC | FAZHI_FEATURE_PDF |
              FAZHI_FEATURE_OFD;
    CHECK(fazhi_features() == (FAZHI_FEATURE_JSON | FAZHI_FEATURE_RUBRIC | FAZHI_FEATURE_PARALLEL | formats));
    fazhi_version(&version);
    sprintf(expected, "%d.%d.%d", FAZHI_VERSION_MAJOR, FAZHI_VERSION_MINOR, FAZHI_VERSION_PATCH);
    CHECK(is_text(version.data, version.len, expected));
    CHECK_OK(fazhi_code_name(FAZHI_CODES_TOPIC, FAZHI_TOPIC_LEGAL_SERVICES, &name, &error));
    CHECK(is_text(name.data, name.len, "legal_services"));
    CHECK_OK(fazhi_code_name(FAZHI_CODES_OUTCOME, FAZHI_OUTCOME_NOT_MET, &name, &error));
    CHECK(is_text(name.data, name.len, "not_met"));
    for (list = FAZHI_CODES_MARKER; list <= FAZHI_CODES_WARNING; list++) {
        CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, name, fazhi_code_name(list, 0, &name, &error));
        for (code = 1; fazhi_code_name(list, code, &name, NULL) == FAZHI_OK; code++) {
            CHECK(name.len > 0);
        }
        CHECK(code > 3);
    }
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, name, fazhi_code_name(0, 1, &name, &error));
    CHECK_FAILS(FAZHI_ERR_INVALID_ARGUMENT, name, fazhi_code_name(UINT16_MAX, 1, &name, &error));
}

int main(void)
{
    report = parsed(TEXT(SAMPLE), NULL);
    CHECK_OK(fazhi_report_strings(report, &strings, &error));
    front();
    sections();
    quantities();
    other_facts();
    indicators();
    checks();
    documents();
    places();
    library();
    fazhi_report_free(report);
    return finish("values");
}
