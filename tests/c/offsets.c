/* Positions between bytes, UTF-16 units and code points. */
#include "check.h"

#define SOURCE "大𠮷3件\n"
#define BOUNDARIES 6

/* The boundaries of the characters of SOURCE, by unit. */
static const uint32_t boundaries[4][BOUNDARIES] = {
    {0, 0, 0, 0, 0, 0},
    {0, 3, 7, 8, 11, 12},
    {0, 1, 3, 4, 5, 6},
    {0, 1, 2, 3, 4, 5},
};

static const struct {
    uint16_t from_unit, to_unit;
    uint32_t bad;
    fazhi_status status;
} refused[] = {
    {FAZHI_OFFSET_BYTES, FAZHI_OFFSET_UTF16, 1, FAZHI_ERR_NOT_ON_BOUNDARY},
    {FAZHI_OFFSET_BYTES, FAZHI_OFFSET_BYTES, 6, FAZHI_ERR_NOT_ON_BOUNDARY},
    {FAZHI_OFFSET_UTF16, FAZHI_OFFSET_BYTES, 2, FAZHI_ERR_NOT_ON_BOUNDARY},
    {FAZHI_OFFSET_BYTES, FAZHI_OFFSET_UTF16, 13, FAZHI_ERR_OUT_OF_RANGE},
    {FAZHI_OFFSET_UTF16, FAZHI_OFFSET_CODE_POINTS, 7, FAZHI_ERR_OUT_OF_RANGE},
    {FAZHI_OFFSET_CODE_POINTS, FAZHI_OFFSET_BYTES, 6, FAZHI_ERR_OUT_OF_RANGE},
    {FAZHI_OFFSET_CODE_POINTS, FAZHI_OFFSET_BYTES, UINT32_MAX, FAZHI_ERR_OUT_OF_RANGE},
    {0, FAZHI_OFFSET_BYTES, 0, FAZHI_ERR_INVALID_ARGUMENT},
    {FAZHI_OFFSET_BYTES, 4, 0, FAZHI_ERR_INVALID_ARGUMENT},
    {UINT16_MAX, UINT16_MAX, 0, FAZHI_ERR_INVALID_ARGUMENT},
};

int main(void)
{
    fazhi_report *report = parsed(TEXT(SOURCE), NULL);
    uint32_t offsets[BOUNDARIES], converted[BOUNDARIES];
    uint16_t from_unit, to_unit;
    char *grown;
    size_t i;
    for (from_unit = 1; from_unit <= 3; from_unit++) {
        for (to_unit = 1; to_unit <= 3; to_unit++) {
            const uint32_t *from = boundaries[from_unit], *to = boundaries[to_unit];
            CHECK_OK(fazhi_report_convert_offsets(report, from_unit, to_unit, from, BOUNDARIES, converted, &error));
            CHECK(memcmp(converted, to, sizeof converted) == 0);
            CHECK_OK(fazhi_text_convert_offsets(TEXT(SOURCE), from_unit, to_unit, from, BOUNDARIES, converted, &error));
            CHECK(memcmp(converted, to, sizeof converted) == 0);
            /* In place. */
            memcpy(offsets, from, sizeof offsets);
            CHECK_OK(fazhi_report_convert_offsets(report, from_unit, to_unit, offsets, BOUNDARIES, offsets, &error));
            CHECK(memcmp(offsets, to, sizeof offsets) == 0);
        }
    }
    for (i = 0; i < sizeof refused / sizeof *refused; i++) {
        uint32_t mixed[3] = {0, 1, 0};
        mixed[1] = refused[i].bad;
        mixed[2] = UINT32_MAX;
        CHECK_FAILS(refused[i].status, converted, fazhi_report_convert_offsets(
            report, refused[i].from_unit, refused[i].to_unit, mixed, 3, converted, &error));
        if (refused[i].status != FAZHI_ERR_INVALID_ARGUMENT) {
            error.message[error.message_len < 255 ? error.message_len : 255] = 0;
            CHECK(strstr((const char *)error.message, "at index 1 ") != NULL);
        }
        CHECK_FAILS(refused[i].status, converted, fazhi_text_convert_offsets(
            TEXT(SOURCE), refused[i].from_unit, refused[i].to_unit, mixed, 3, converted, &error));
        /* In place as well. */
        memcpy(offsets, mixed, sizeof mixed);
        CHECK_STATUS(refused[i].status, fazhi_report_convert_offsets(
            report, refused[i].from_unit, refused[i].to_unit, offsets, 3, offsets, &error));
        CHECK(memcmp(offsets, mixed, sizeof mixed) == 0);
    }
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, converted, fazhi_report_convert_offsets(
        report, 1, 2, offsets, (size_t)PTRDIFF_MAX / sizeof *offsets + 1, converted, &error));
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, converted, fazhi_report_convert_offsets(
        report, 1, 2, offsets, SIZE_MAX, converted, &error));
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, converted, fazhi_text_convert_offsets(
        (const uint8_t *)SOURCE, SIZE_MAX, 1, 2, offsets, 1, converted, &error));
    fazhi_report_free(report);

    /* Far into a text, over many of the index's steps, and backwards. */
    grown = malloc(4000 * 4);
    for (i = 0; i < 4000; i++) {
        memcpy(grown + 4 * i, "𠮷", 4);
    }
    report = parsed((const uint8_t *)grown, 4000 * 4, NULL);
    free(grown);
    for (i = 4000; i > 0; i -= 250) {
        offsets[0] = (uint32_t)i;
        CHECK_OK(fazhi_report_convert_offsets(report, 3, 1, offsets, 1, converted, &error));
        CHECK(converted[0] == 4 * i);
        CHECK_OK(fazhi_report_convert_offsets(report, 3, 2, offsets, 1, converted, &error));
        CHECK(converted[0] == 2 * i);
    }
    fazhi_report_free(report);
    return finish("offsets");
}
