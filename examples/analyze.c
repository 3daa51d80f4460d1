/*
 * What a report says, and whether its figures hold: the same program stands beside this one in Rust, Python and Java,
 * and all print the same.
 *
 *     cc -std=c99 analyze.c $(pkg-config --cflags --libs fazhi) -o analyze && ./analyze data/yunting-2025.txt
 */
#include <fazhi.h>
#include <stdio.h>
#include <stdlib.h>

/* Row `i` of a table. */
#define ROW(type, table, i) ((const type *)((const uint8_t *)(table).rows + (size_t)(i) * (table).stride))

/* Every call here is right and so succeeds; a program that takes its arguments from elsewhere looks at the error. */
static void must(fazhi_status status)
{
    if (status != FAZHI_OK) {
        fprintf(stderr, "fazhi: status %u\n", (unsigned)status);
        exit(1);
    }
}

static void print(fazhi_str text)
{
    fwrite(text.data, 1, text.len, stdout);
}

/* A text of a table of strings; `-` for none. */
static void print_text(fazhi_str strings, fazhi_text text)
{
    fazhi_str found = {(const uint8_t *)"-", 1};
    if (text.offset != FAZHI_NONE) {
        found.data = strings.data + text.offset;
        found.len = text.length;
    }
    print(found);
}

/* The text as it stands in the report. */
static void print_span(const fazhi_report *report, fazhi_span span)
{
    fazhi_str text;
    must(fazhi_report_text(report, span.start, span.end, &text, NULL));
    print(text);
}

/* The name of a code; `-` for none. */
static void print_code(uint16_t list, uint16_t code)
{
    fazhi_str name = {(const uint8_t *)"-", 1};
    if (code != 0) {
        must(fazhi_code_name(list, code, &name, NULL));
    }
    print(name);
}

/* Mantissa and scale as digits: (820, 2) is 8.20. */
static void print_decimal(fazhi_decimal decimal)
{
    /* Without a sign, so that the smallest number has a place too. */
    uint64_t digits = decimal.mantissa < 0 ? 0 - (uint64_t)decimal.mantissa : (uint64_t)decimal.mantissa;
    uint64_t unit = 1;
    int i;
    for (i = 0; i < decimal.scale; i++) {
        unit *= 10;
    }
    printf("%s%llu", decimal.mantissa < 0 ? "-" : "", (unsigned long long)(digits / unit));
    if (decimal.scale > 0) {
        printf(".%0*llu", decimal.scale, (unsigned long long)(digits % unit));
    }
}

static void print_front(const fazhi_report *report, fazhi_str strings)
{
    fazhi_front front;
    fazhi_table names;
    uint32_t i;
    must(fazhi_report_front(report, &front, NULL));
    must(fazhi_report_names(report, &names, NULL));
    printf("title: ");
    print_text(strings, front.title.text);
    printf("\nissuers: ");
    for (i = 0; i < front.issuers.count; i++) {
        printf(i == 0 ? "" : "; ");
        print_text(strings, ROW(fazhi_name, names, front.issuers.first + i)->text);
    }
    printf("\nregion: ");
    print_text(strings, front.region.text);
    if (front.year != 0) {
        printf("\nyear: %u\n", (unsigned)front.year);
    } else {
        printf("\nyear: -\n");
    }
}

static void print_sections(const fazhi_report *report, fazhi_str strings)
{
    fazhi_table sections;
    size_t i;
    must(fazhi_report_sections(report, &sections, NULL));
    printf("sections: %zu\n", sections.count);
    for (i = 0; i < sections.count; i++) {
        const fazhi_section *section = ROW(fazhi_section, sections, i);
        if (section->level == 1) {
            printf("  %u [", (unsigned)section->number);
            print_code(FAZHI_CODES_ROLE, section->role);
            printf(", ");
            print_code(FAZHI_CODES_TOPIC, section->topic);
            printf("] ");
            print_text(strings, section->title_text);
            printf("\n");
        }
    }
}

static void print_figures(const fazhi_report *report, fazhi_str strings)
{
    fazhi_table quantities, citations, indicators, catalogue;
    fazhi_str names;
    size_t i;
    must(fazhi_report_quantities(report, &quantities, NULL));
    must(fazhi_report_citations(report, &citations, NULL));
    must(fazhi_report_indicators(report, &indicators, NULL));
    must(fazhi_catalogue(&catalogue, &names, NULL));
    printf("quantities: %zu\ncitations: %zu\nindicators: %zu\n", quantities.count, citations.count, indicators.count);
    for (i = 0; i < indicators.count; i++) {
        const fazhi_indicator *indicator = ROW(fazhi_indicator, indicators, i);
        const fazhi_quantity *quantity = ROW(fazhi_quantity, quantities, indicator->quantity);
        const fazhi_indicator_definition *definition = ROW(fazhi_indicator_definition, catalogue, indicator->definition);
        printf("  ");
        print_text(names, definition->id);
        printf(" ");
        print_text(names, definition->name);
        printf(": ");
        print_decimal(indicator->value);
        print_text(strings, quantity->unit);
        printf("\n");
    }
}

static void print_checks(const fazhi_report *report, fazhi_str strings)
{
    fazhi_table checks, spans;
    size_t i;
    must(fazhi_report_checks(report, &checks, NULL));
    must(fazhi_report_check_spans(report, &spans, NULL));
    printf("checks: %zu\n", checks.count);
    for (i = 0; i < checks.count; i++) {
        const fazhi_check *check = ROW(fazhi_check, checks, i);
        if (check->verdict == FAZHI_VERDICT_INCONSISTENT) {
            printf("  ");
            print_code(FAZHI_CODES_CHECK, check->kind);
            printf(" at ");
            if (check->spans.count > 0) {
                print_span(report, *ROW(fazhi_span, spans, check->spans.first));
            }
            printf(": ");
            print_text(strings, check->explanation);
            printf("\n");
        }
    }
}

static void print_score(const fazhi_report *report)
{
    fazhi_score *score;
    fazhi_totals totals;
    fazhi_table dimensions;
    fazhi_str strings;
    size_t i;
    must(fazhi_report_score(report, NULL, NULL, &score, NULL));
    must(fazhi_score_totals(score, &totals, NULL));
    must(fazhi_score_dimensions(score, &dimensions, NULL));
    must(fazhi_score_strings(score, &strings, NULL));
    printf("score: ");
    print_decimal(totals.earned);
    printf(" of ");
    print_decimal(totals.assessable);
    printf(" (of ");
    print_decimal(totals.total);
    printf(")\n");
    for (i = 0; i < dimensions.count; i++) {
        const fazhi_dimension *dimension = ROW(fazhi_dimension, dimensions, i);
        printf("  ");
        print_text(strings, dimension->id);
        printf(" ");
        print_text(strings, dimension->name);
        printf(": ");
        print_decimal(dimension->earned);
        printf(" of ");
        print_decimal(dimension->assessable);
        printf("\n");
    }
    fazhi_score_free(score);
}

/* The whole file, to be freed; NULL when it cannot be read. */
static uint8_t *read_file(const char *path, size_t *length)
{
    size_t room = 0, got;
    uint8_t *bytes = NULL, *grown;
    FILE *file = fopen(path, "rb");
    *length = 0;
    if (file == NULL) {
        return NULL;
    }
    do {
        room = 2 * room + 65536;
        grown = realloc(bytes, room);
        if (grown == NULL) {
            break;
        }
        bytes = grown;
        got = fread(bytes + *length, 1, room - *length, file);
        *length += got;
    } while (*length == room);
    if (grown == NULL || ferror(file)) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    return bytes;
}

int main(int count, char **arguments)
{
    uint8_t *bytes;
    size_t length;
    fazhi_report *report;
    fazhi_error error;
    fazhi_str strings;
    if (count != 2) {
        fprintf(stderr, "usage: analyze FILE\n");
        return 2;
    }
    bytes = read_file(arguments[1], &length);
    if (bytes == NULL) {
        perror(arguments[1]);
        return 2;
    }
    if (fazhi_report_parse(bytes, length, NULL, &report, &error) != FAZHI_OK) {
        fprintf(stderr, "%s: %.*s\n", arguments[1], (int)error.message_len, (const char *)error.message);
        free(bytes);
        return 2;
    }
    /* The report has a copy. */
    free(bytes);
    must(fazhi_report_strings(report, &strings, NULL));
    print_front(report, strings);
    print_sections(report, strings);
    print_figures(report, strings);
    print_checks(report, strings);
    print_score(report);
    fazhi_report_free(report);
    return fflush(stdout) == 0 ? 0 : 1;
}
