/* Median µs for a parse of each file and its free; tests/c/bench.rs does the same in Rust, .ci/c bench compares. */
#define _POSIX_C_SOURCE 200112L
#include <fazhi.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 501

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

int main(int count, char **arguments)
{
    static uint8_t text[1 << 20];
    static double times[ROUNDS];
    int file, round;
    for (file = 1; file < count; file++) {
        FILE *input = fopen(arguments[file], "rb");
        size_t length = input == NULL ? 0 : fread(text, 1, sizeof text, input);
        if (length == 0 || fclose(input) != 0) {
            return 2;
        }
        for (round = 0; round < ROUNDS; round++) {
            fazhi_report *report;
            double start = now();
            if (fazhi_report_parse(text, length, NULL, &report, NULL) != FAZHI_OK) {
                return 1;
            }
            fazhi_report_free(report);
            times[round] = now() - start;
        }
        qsort(times, ROUNDS, sizeof *times, by_value);
        printf("%.2f\n", times[ROUNDS / 2]);
    }
    return 0;
}
