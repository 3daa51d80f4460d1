package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory stays flat, whatever is done. The heap of this Java is small and touched from the start: what grows is native. */
class LeakTest {
    private static final String TEXT = "云汀县2024年法治政府建设年度报告\n一、主要工作\n受理行政复议案件25件，审结24件，审结率96%。\n";
    private static final Path STATUS = Paths.get("/proc/self/status");
    /** What the collector's and compiler's own tables may grow by. */
    private static final long NOISE = 24 << 10;

    /** Resident memory in KiB. */
    private static long resident() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS in " + STATUS);
    }

    /** Fails if memory grows while {@code body} runs {@code times} times, after a tenth to warm up. */
    private static void assertFlat(String what, int times, long noise, Runnable body) throws IOException {
        assumeTrue(Files.exists(STATUS));
        for (int time = 0; time < times / 10; time++) {
            body.run();
        }
        long before = resident();
        for (int time = 0; time < times; time++) {
            body.run();
        }
        long grown = resident() - before;
        System.out.println(what + ": " + times + " times, grown by " + grown + " KiB from " + before);
        assertTrue(grown < noise, what + " grew by " + grown + " KiB");
    }

    @Test
    void parses() throws Exception {
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
        assertFlat("parses", 100_000, NOISE, () -> Report.parse(utf8).close());
    }

    @Test
    void everythingThatCanBeAsked() throws Exception {
        Context context = Context.empty().withPublished(LocalDate.of(2025, 3, 20)).withLastYear(TEXT);
        Options options = Options.defaults().withMaxDepth(4);
        assertFlat("everything", 3_000, NOISE, () -> {
            try (Report report = Report.parse(TEXT, options)) {
                ReportTest.everything(report);
                report.score(context);
                report.cleanText(new Span(0, 4));
            }
            Outline.parse(TEXT);
        });
    }

    @Test
    void files() throws Exception {
        byte[] page = FileTest.PAGE.getBytes(StandardCharsets.UTF_8);
        assertFlat("files", 5_000, NOISE, () -> {
            try (Document document = Document.read(page); Report report = document.parse()) {
                document.blocks();
                document.warnings();
                report.document().get().metadata();
            }
        });
    }

    @Test
    void errors() throws Exception {
        byte[] invalid = {'a', -1};
        Options tight = Options.defaults().withMaxBytes(1);
        assertFlat("errors", 20_000, NOISE, () -> {
            ReportTest.assertStatus(Status.UNDECODABLE, () -> Report.parse(invalid));
            ReportTest.assertStatus(Status.TOO_LARGE, () -> Report.parse(TEXT, tight));
            ReportTest.assertStatus(Status.INVALID_RUBRIC, () -> Rubric.fromToml("?"));
        });
    }

    @Test
    void batches() throws Exception {
        List<?> inputs = Arrays.asList(TEXT, new byte[] {-1}, TEXT);
        List<?> many = Collections.nCopies(20, inputs).stream()
                .flatMap(List::stream)
                .collect(java.util.stream.Collectors.toList());
        assertFlat("batches", 500, NOISE, () -> {
            for (ParseResult result : Report.parseMany(many, 2)) {
                if (!result.exception().isPresent()) {
                    result.report().close();
                }
            }
        });
    }

    @Test
    void rubrics() throws Exception {
        String toml = Rubric.builtInToml();
        assertFlat("rubrics", 1_000, NOISE, () -> Rubric.fromToml(toml).close());
    }

    /** Nobody closes them: they are freed as the collector finds them. */
    @Test
    void forgottenReports() throws Exception {
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
        int[] count = {0};
        assertFlat("forgotten", 100_000, 3 * NOISE, () -> {
            Report.parse(utf8);
            if (++count[0] % 2_000 == 0) {
                System.gc();
            }
        });
    }
}
