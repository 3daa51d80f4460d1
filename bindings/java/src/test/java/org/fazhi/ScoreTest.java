package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void theContextIsTaken() throws Exception {
        String text = Samples.text(Samples.QINGLAN);
        try (Report report = Report.parse(text)) {
            Score alone = report.score();
            assertEquals(alone, report.score(Context.empty()));
            assertEquals(new BigDecimal("84.4"), alone.earned());
            assertEquals(0, new BigDecimal("100").compareTo(alone.total()));
            Context inTime = Context.empty().withPublished(LocalDate.of(2025, 3, 20));
            Score published = report.score(inTime);
            assertTrue(published.assessable().compareTo(alone.assessable()) > 0);
            Score late = report.score(Context.empty().withPublished(LocalDate.of(2025, 12, 1)));
            assertTrue(late.earned().compareTo(published.earned()) < 0);
            // The report copied from itself: nothing in it is its own.
            Score copied = report.score(inTime.withLastYear(text));
            assertTrue(copied.assessable().compareTo(published.assessable()) > 0);
            assertEquals(published, report.score(inTime.withLastYear("")));
            ReportTest.assertStatus(
                    Status.INVALID_UTF8, () -> report.score(Context.empty().withLastYear("\uD840")));
        }
    }

    @Test
    void contexts() {
        Context context = Context.empty().withPublished(LocalDate.of(2025, 3, 20)).withLastYear("去年");
        assertEquals(Optional.of(LocalDate.of(2025, 3, 20)), context.published());
        assertEquals(Optional.of("去年"), context.lastYear());
        assertThrows(IllegalArgumentException.class, () -> context.withPublished(LocalDate.of(0, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> context.withPublished(LocalDate.of(70000, 1, 1)));
        // Years that need the sixteenth bit come through.
        try (Report report = Report.parse(Samples.QINGLAN)) {
            Score far = report.score(Context.empty().withPublished(LocalDate.of(40000, 1, 1)));
            Score farther = report.score(Context.empty().withPublished(LocalDate.of(65535, 1, 1)));
            assertEquals(far.earned(), farther.earned());
        } catch (java.io.IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }

    @Test
    void rubricsOfOnesOwn() throws Exception {
        String toml = Rubric.builtInToml();
        try (Report report = Report.parse(Samples.QINGLAN);
                Rubric same = Rubric.fromToml(toml);
                Rubric other = Rubric.fromToml("# 大\n" + toml)) {
            assertEquals(report.score(), report.score(same, Context.empty()));
            Score scored = report.score(other, Context.empty());
            assertEquals(report.score().earned(), scored.earned());
            assertNotEquals(report.score().rubricSha256(), scored.rubricSha256());
        }
        Rubric closed = Rubric.fromToml(toml);
        closed.close();
        closed.close();
        try (Report report = Report.parse("")) {
            IllegalStateException error =
                    assertThrows(IllegalStateException.class, () -> report.score(closed, Context.empty()));
            assertEquals("the rubric is closed", error.getMessage());
        }
    }

    @Test
    void faultyRubricsNameTheLine() {
        String head = "# 大\uD840\uDC0B\n";
        String line = "大 = ";
        FazhiException error = ReportTest.assertStatus(Status.INVALID_RUBRIC, () -> Rubric.fromToml(head + line));
        Span span = error.span().get();
        assertTrue(span.start() >= head.length() && span.end() <= head.length() + line.length(), span.toString());
        ReportTest.assertStatus(Status.INVALID_UTF8, () -> Rubric.fromToml("\uD840"));
    }

    @Test
    void evidenceStandsInTheText() throws Exception {
        String start = "大\uD840\uDC0B\n";
        try (Report report = Report.parse(start + Samples.text(Samples.QINGLAN))) {
            Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
            for (Dimension dimension : report.score().dimensions()) {
                for (Criterion criterion : dimension.criteria()) {
                    outcomes.merge(criterion.outcome(), 1, Integer::sum);
                    criterion.evidence().forEach(report::cleanText);
                    criterion.searched().forEach(report::cleanText);
                    assertEquals(criterion.earned().signum() > 0, !criterion.evidence().isEmpty());
                }
            }
            assertTrue(outcomes.get(Outcome.MET) > 5, outcomes.toString());
        }
    }
}
