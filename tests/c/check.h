/* The checks of the C tests: each failure is told and counted, and the program ends with 1. */
#ifndef CHECK_H
#define CHECK_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fazhi.h"

static unsigned long checks_made;
static unsigned long checks_failed;

static void check(int holds, const char *file, int line, const char *what)
{
    checks_made++;
    if (!holds) {
        checks_failed++;
        fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    }
}

#define CHECK(condition) check((condition) != 0, __FILE__, __LINE__, #condition)

/* The error of the call that was checked last. */
static fazhi_error error;

static void check_status(fazhi_status status, fazhi_status expected, const char *file, int line, const char *call)
{
    int as_told = error.status == status && error.message_len <= FAZHI_ERROR_MESSAGE_SIZE
        && (error.message_len == 0) == (status == FAZHI_OK);
    check(status == expected && as_told, file, line, call);
    if (status != expected) {
        fprintf(stderr, "    status %u instead of %u: %.*s\n", (unsigned)status, (unsigned)expected,
                (int)error.message_len, (const char *)error.message);
    }
}

/* A call with `&error` gives `expected`, in the record as well. */
#define CHECK_STATUS(expected, call) \
    do { \
        memset(&error, 0xA5, sizeof error); \
        check_status((call), (expected), __FILE__, __LINE__, #call); \
    } while (0)

#define CHECK_OK(call) CHECK_STATUS(FAZHI_OK, call)

static int untouched(const void *output, size_t size)
{
    size_t i;
    for (i = 0; i < size; i++) {
        if (((const unsigned char *)output)[i] != 0xA5) {
            return 0;
        }
    }
    return 1;
}

/* A call fails and leaves `output`, an lvalue, as it was. */
#define CHECK_FAILS(expected, output, call) \
    do { \
        memset(&(output), 0xA5, sizeof(output)); \
        CHECK_STATUS(expected, call); \
        CHECK(untouched(&(output), sizeof(output))); \
    } while (0)

/* Row `i` of `table` as a record of this type. */
#define ROW(type, table, i) ((const type *)((const uint8_t *)(table).rows + (size_t)(i) * (table).stride))

/* A string literal as the two arguments text and length. */
#define TEXT(literal) (const uint8_t *)(literal), sizeof(literal) - 1

static int is_text(const void *data, size_t length, const char *expected)
{
    int same = length == strlen(expected) && memcmp(data, expected, length) == 0;
    if (!same) {
        fprintf(stderr, "    \"%.*s\" instead of \"%s\"\n", (int)length, (const char *)data, expected);
    }
    return same;
}

/* Whether a text of a table of strings is as expected; NULL expects an absent one. */
static int reads(fazhi_str strings, fazhi_text text, const char *expected)
{
    if (text.offset == FAZHI_NONE || expected == NULL) {
        return text.offset == FAZHI_NONE && expected == NULL && text.length == 0;
    }
    return (size_t)text.offset + text.length <= strings.len
        && is_text(strings.data + text.offset, text.length, expected);
}

static int has_bytes(fazhi_bytes bytes, const char *part)
{
    size_t length = strlen(part), at;
    for (at = 0; at + length <= bytes.len; at++) {
        if (memcmp(bytes.data + at, part, length) == 0) {
            return 1;
        }
    }
    return 0;
}

static fazhi_report *parsed(const uint8_t *text, size_t length, const fazhi_options *options)
{
    fazhi_report *report = NULL;
    CHECK_OK(fazhi_report_parse(text, length, options, &report, &error));
    if (report == NULL) {
        exit(1);
    }
    return report;
}

/* How a test ends. */
static int finish(const char *name)
{
    /* Not every test uses every helper. */
    (void)untouched;
    (void)has_bytes;
    (void)reads;
    (void)parsed;
    printf("%-8s %5lu checks, %lu failed\n", name, checks_made, checks_failed);
    return checks_failed != 0 || checks_made == 0;
}

#endif
