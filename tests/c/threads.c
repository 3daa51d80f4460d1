/* Many threads on one document, its report, one score and the listings, none of which has been asked for anything yet. */
#define _POSIX_C_SOURCE 200112L
#include <pthread.h>

#include "check.h"
#include "sample.h"

#define THREADS 8
#define ROUNDS 20

/* What one thread saw. */
struct seen {
    const fazhi_document *document;
    const fazhi_report *report;
    const fazhi_score *score;
    pthread_t thread;
    int faults;
    const void *rows[7];
    fazhi_place place;
    uint32_t offset;
    size_t json;
};

static pthread_barrier_t start;

static void *look(void *argument)
{
    struct seen *seen = argument;
    fazhi_error own;
    fazhi_table table;
    fazhi_str strings;
    fazhi_bytes json;
    fazhi_document *same;
    fazhi_report *other;
    uint32_t end = sizeof(SAMPLE) - 1;
    int faults = 0;
    pthread_barrier_wait(&start);
    faults += fazhi_report_quantities(seen->report, &table, &own) != FAZHI_OK || table.count != 7;
    seen->rows[0] = table.rows;
    faults += fazhi_report_strings(seen->report, &strings, &own) != FAZHI_OK;
    seen->rows[1] = strings.data;
    faults += fazhi_report_place(seen->report, end, &seen->place, &own) != FAZHI_OK;
    faults += fazhi_report_convert_offsets(seen->report, FAZHI_OFFSET_BYTES, FAZHI_OFFSET_UTF16, &end, 1, &seen->offset, &own)
        != FAZHI_OK;
    faults += fazhi_score_criteria(seen->score, &table, &own) != FAZHI_OK;
    seen->rows[2] = table.rows;
    faults += fazhi_catalogue(&table, &strings, &own) != FAZHI_OK;
    seen->rows[3] = table.rows;
    seen->rows[4] = strings.data;
    faults += fazhi_rules(&table, &strings, &own) != FAZHI_OK;
    seen->rows[5] = table.rows;
    faults += fazhi_document_blocks(seen->document, &table, &own) != FAZHI_OK || table.count != 13;
    seen->rows[6] = table.rows;
    faults += fazhi_document_parse(seen->document, NULL, &other, &own) != FAZHI_OK;
    faults += fazhi_report_document(other, &same, &own) != FAZHI_OK;
    fazhi_report_free(other);
    faults += fazhi_document_blocks(same, &table, &own) != FAZHI_OK || table.rows != seen->rows[6];
    fazhi_document_free(same);
    faults += fazhi_report_json(seen->report, &json, &own) != FAZHI_OK;
    seen->json = json.len;
    fazhi_bytes_free(&json);
    seen->faults = faults;
    return NULL;
}

int main(void)
{
    struct seen seen[THREADS];
    int round, i;
    CHECK(pthread_barrier_init(&start, NULL, THREADS) == 0);
    for (round = 0; round < ROUNDS; round++) {
        fazhi_document *document;
        fazhi_report *report;
        fazhi_score *score;
        CHECK_OK(fazhi_document_extract(TEXT(SAMPLE), NULL, &document, &error));
        CHECK_OK(fazhi_document_parse(document, NULL, &report, &error));
        CHECK_OK(fazhi_report_score(report, NULL, NULL, &score, &error));
        memset(seen, 0, sizeof seen);
        for (i = 0; i < THREADS; i++) {
            seen[i].document = document;
            seen[i].report = report;
            seen[i].score = score;
            CHECK(pthread_create(&seen[i].thread, NULL, look, &seen[i]) == 0);
        }
        for (i = 0; i < THREADS; i++) {
            CHECK(pthread_join(seen[i].thread, NULL) == 0);
            CHECK(seen[i].faults == 0 && seen[i].json > 0);
            CHECK(memcmp(seen[i].rows, seen[0].rows, sizeof seen[0].rows) == 0);
            CHECK(memcmp(&seen[i].place, &seen[0].place, sizeof(fazhi_place)) == 0 && seen[i].place.line == 15);
            CHECK(seen[i].offset == seen[0].offset && seen[i].json == seen[0].json);
        }
        fazhi_score_free(score);
        fazhi_report_free(report);
        fazhi_document_free(document);
    }
    pthread_barrier_destroy(&start);
    return finish("threads");
}
