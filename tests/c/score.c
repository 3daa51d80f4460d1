/* Scores, with what is known beside the text, and rubrics that cannot be used. */
#include "check.h"
#include "sample.h"

/* A decimal in hundredths. */
static int64_t hundredths(fazhi_decimal decimal)
{
    int64_t value = decimal.mantissa * 100;
    unsigned scale;
    CHECK(decimal.present == 1 && decimal.scale <= 2);
    for (scale = 0; scale < decimal.scale; scale++) {
        value /= 10;
    }
    return value;
}

static fazhi_score *scored(const fazhi_rubric *rubric, const fazhi_context *context)
{
    fazhi_report *report = parsed(TEXT(SAMPLE), NULL);
    fazhi_score *score = NULL;
    CHECK_OK(fazhi_report_score(report, rubric, context, &score, &error));
    /* A score needs its report no more. */
    fazhi_report_free(report);
    return score;
}

/* The row of a criterion by its id. */
static const fazhi_criterion *criterion(const fazhi_score *score, const char *id)
{
    fazhi_table criteria;
    fazhi_str strings;
    size_t i;
    CHECK_OK(fazhi_score_strings(score, &strings, &error));
    CHECK_OK(fazhi_score_criteria(score, &criteria, &error));
    for (i = 0; i < criteria.count; i++) {
        const fazhi_criterion *row = ROW(fazhi_criterion, criteria, i);
        if (row->id.length == strlen(id) && memcmp(strings.data + row->id.offset, id, row->id.length) == 0) {
            return row;
        }
    }
    CHECK(!"a criterion of this id");
    exit(1);
}

static void tables(void)
{
    fazhi_score *score = scored(NULL, NULL);
    fazhi_totals totals;
    fazhi_table dimensions, criteria, spans, flags;
    fazhi_str strings;
    fazhi_bytes json;
    int64_t earned = 0, weight = 0;
    size_t i, listed = 0, used = 0;
    CHECK_OK(fazhi_score_totals(score, &totals, &error));
    CHECK_OK(fazhi_score_strings(score, &strings, &error));
    CHECK_OK(fazhi_score_dimensions(score, &dimensions, &error));
    CHECK_OK(fazhi_score_criteria(score, &criteria, &error));
    CHECK_OK(fazhi_score_spans(score, &spans, &error));
    CHECK_OK(fazhi_score_flags(score, &flags, &error));
    CHECK(flags.rows != NULL && flags.stride >= sizeof(fazhi_flag));
    CHECK(reads(strings, totals.name, "报告文本质量分") && reads(strings, totals.rubric_id, "fazhi-text-quality"));
    CHECK(totals.rubric_sha256.length == 64 && totals.notice.length > 0 && totals.rubric_version == 1);
    CHECK(hundredths(totals.total) == 10000);
    for (i = 0; i < dimensions.count; i++) {
        const fazhi_dimension *row = ROW(fazhi_dimension, dimensions, i);
        CHECK(row->criteria.first == listed && row->criteria.count > 0 && row->name.length > 0);
        listed += row->criteria.count;
        earned += hundredths(row->earned);
        weight += hundredths(row->weight);
    }
    CHECK(listed == criteria.count && earned == hundredths(totals.earned) && weight == hundredths(totals.total));
    for (i = 0; i < criteria.count; i++) {
        const fazhi_criterion *row = ROW(fazhi_criterion, criteria, i);
        CHECK(row->dimension < dimensions.count && row->outcome >= FAZHI_OUTCOME_MET);
        CHECK(row->evidence.first == used && row->searched.first == used + row->evidence.count);
        CHECK(hundredths(row->earned) == 0 || row->evidence.count > 0);
        used += row->evidence.count + row->searched.count;
    }
    CHECK(used == spans.count && spans.stride >= sizeof(fazhi_span));
    CHECK_OK(fazhi_score_json(score, &json, &error));
    CHECK(has_bytes(json, "\"schema\":\"fazhi.score/1\""));
    fazhi_bytes_free(&json);
    fazhi_score_free(score);
}

/* The criteria that only a context lets one judge: B2, published in time, and G1, new since last year. */
static void contexts(void)
{
    static const struct {
        uint16_t year;
        uint8_t month, day;
        uint16_t outcome;
    } published[] = {{2025, 3, 20, FAZHI_OUTCOME_MET}, {2026, 3, 20, FAZHI_OUTCOME_NOT_MET}};
    static const struct {
        uint16_t year;
        uint8_t month, day;
    } impossible[] = {{2025, 2, 29}, {2025, 13, 1}, {2025, 0, 1}, {2025, 4, 31}, {2025, 1, 0}, {2025, 255, 255}};
    static const uint8_t bad[] = {0xFF};
    fazhi_context *context;
    fazhi_score *score = scored(NULL, NULL);
    size_t i;
    CHECK(criterion(score, "B2")->outcome == FAZHI_OUTCOME_NOT_ASSESSABLE);
    CHECK(criterion(score, "G1")->outcome == FAZHI_OUTCOME_NOT_ASSESSABLE);
    fazhi_score_free(score);
    CHECK_OK(fazhi_context_new(&context, &error));
    for (i = 0; i < sizeof published / sizeof *published; i++) {
        CHECK_OK(fazhi_context_set_published(context, published[i].year, published[i].month, published[i].day, &error));
        score = scored(NULL, context);
        CHECK(criterion(score, "B2")->outcome == published[i].outcome);
        fazhi_score_free(score);
    }
    for (i = 0; i < sizeof impossible / sizeof *impossible; i++) {
        CHECK_STATUS(FAZHI_ERR_INVALID_ARGUMENT, fazhi_context_set_published(
            context, impossible[i].year, impossible[i].month, impossible[i].day, &error));
    }
    /* What was told before still holds. */
    score = scored(NULL, context);
    CHECK(criterion(score, "B2")->outcome == FAZHI_OUTCOME_NOT_MET);
    fazhi_score_free(score);
    CHECK_OK(fazhi_context_set_last_year(context, TEXT(SAMPLE), &error));
    CHECK_STATUS(FAZHI_ERR_INVALID_UTF8, fazhi_context_set_last_year(context, bad, 1, &error));
    CHECK_STATUS(FAZHI_ERR_OUT_OF_RANGE, fazhi_context_set_last_year(context, bad, SIZE_MAX, &error));
    score = scored(NULL, context);
    CHECK(criterion(score, "G1")->outcome == FAZHI_OUTCOME_NOT_MET);
    fazhi_score_free(score);
    CHECK_OK(fazhi_context_set_last_year(context, bad, 0, &error));
    score = scored(NULL, context);
    CHECK(criterion(score, "G1")->outcome == FAZHI_OUTCOME_NOT_ASSESSABLE);
    fazhi_score_free(score);
    fazhi_context_free(context);
}

/* A line of the built-in rubric, changed. */
static void faulty(fazhi_str built_in, const char *line, const char *fault)
{
    char *toml = malloc(built_in.len + strlen(fault) + 1), *at;
    fazhi_rubric *rubric;
    size_t before, after;
    memcpy(toml, built_in.data, built_in.len);
    toml[built_in.len] = 0;
    at = strstr(toml, line);
    CHECK(at != NULL && at[-1] == '\n' && at[strlen(line)] == '\n');
    before = (size_t)(at - toml);
    after = built_in.len - before - strlen(line);
    memcpy(at, fault, strlen(fault));
    memcpy(at + strlen(fault), built_in.data + before + strlen(line), after);
    CHECK_FAILS(FAZHI_ERR_INVALID_RUBRIC, rubric, fazhi_rubric_from_toml(
        (const uint8_t *)toml, before + strlen(fault) + after, &rubric, &error));
    CHECK(error.span.start == before && error.span.end == before + strlen(fault));
    free(toml);
}

static void rubrics(void)
{
    fazhi_str built_in;
    fazhi_rubric *rubric;
    fazhi_score *mine, *usual;
    fazhi_bytes a, b;
    char *nested;
    CHECK_OK(fazhi_rubric_built_in_toml(&built_in, &error));
    faulty(built_in, "version = 1", "version = \"one\"");
    faulty(built_in, "version = 1", "version = ");
    faulty(built_in, "decimals = 1", "县 = 1");
    CHECK_FAILS(FAZHI_ERR_INVALID_RUBRIC, rubric, fazhi_rubric_from_toml(NULL, 0, &rubric, &error));
    CHECK(error.span.start == 0 && error.span.end == 0);
    CHECK_FAILS(FAZHI_ERR_OUT_OF_RANGE, rubric, fazhi_rubric_from_toml(built_in.data, SIZE_MAX, &rubric, &error));
    /* Arrays in arrays, deeper than any stack. */
    nested = malloc(100000);
    memset(nested, '[', 100000);
    memcpy(nested, "a=", 2);
    CHECK_FAILS(FAZHI_ERR_INVALID_RUBRIC, rubric,
                fazhi_rubric_from_toml((const uint8_t *)nested, 100000, &rubric, &error));
    free(nested);
    /* The built-in rubric, read again, scores the same, and longer than the rubric lives. */
    CHECK_OK(fazhi_rubric_from_toml(built_in.data, built_in.len, &rubric, &error));
    mine = scored(rubric, NULL);
    fazhi_rubric_free(rubric);
    usual = scored(NULL, NULL);
    CHECK_OK(fazhi_score_json(mine, &a, &error));
    CHECK_OK(fazhi_score_json(usual, &b, &error));
    CHECK(a.len == b.len && memcmp(a.data, b.data, a.len) == 0);
    fazhi_bytes_free(&a);
    fazhi_bytes_free(&b);
    fazhi_score_free(mine);
    fazhi_score_free(usual);
}

int main(void)
{
    tables();
    contexts();
    rubrics();
    return finish("score");
}
