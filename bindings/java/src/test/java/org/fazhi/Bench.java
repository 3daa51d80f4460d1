package org.fazhi;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What Java adds to the library: to a call, and to each row. Run it on the class path of the tests with the path of a
 * report. Each figure is the least time of many single runs, since a shared machine only ever adds.
 */
public final class Bench {
    private static final int RUNS = 3000;

    private Bench() {}

    /** Runs something, and gives the nanoseconds of the part that counts. */
    private interface Job {
        long run();
    }

    /** Microseconds. */
    private static double least(Job job) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            least = Math.min(least, job.run());
        }
        return least / 1e3;
    }

    private static long timed(Runnable body) {
        long start = System.nanoTime();
        body.run();
        return System.nanoTime() - start;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Paths.get(arguments[0]);
        byte[] utf8 = Files.readAllBytes(file);
        calls("a short text", new byte[] {'1'});
        calls(file.getFileName().toString(), utf8);
        print("all tables, made by the library at the first question: %.1f µs", least(() -> {
            try (Report report = Report.parse(utf8)) {
                return timed(report::notes);
            }
        }));
        rows(utf8, "sections", Report::sections, report -> report.place(0));
        rows(utf8, "quantities", Report::quantities, Report::sections);
        rows(utf8, "citations", Report::citations, Report::sections);
        rows(utf8, "dates", Report::dates, Report::sections);
        rows(utf8, "indicators", Report::indicators, Report::quantities);
        rows(utf8, "checks", Report::checks, Report::sections);
    }

    private static void calls(String name, byte[] utf8) {
        double alone;
        try (Call call = new Call()) {
            long text = call.copy(utf8);
            alone = least(() -> timed(() -> {
                call.check(Library.fazhi_report_parse(text, utf8.length, 0, call.out(), call.error()));
                Library.fazhi_report_free(call.word(0));
            }));
        }
        double bytes = least(() -> timed(() -> Report.parse(utf8).close()));
        String text = new String(utf8, StandardCharsets.UTF_8);
        double encoding = least(() -> timed(() -> Input.of(text)));
        print("parse and free %s: library alone %.1f µs; of bytes %.1f µs, which adds %.1f µs; to encode a string %.1f µs",
                name, alone, bytes, bytes - alone, encoding);
    }

    /** A table of a new report each time, when all it rests on has been read. */
    private static void rows(
            byte[] utf8, String name, Function<Report, List<?>> table, Consumer<Report> rest) {
        int[] count = {0};
        double took = least(() -> {
            try (Report report = Report.parse(utf8)) {
                report.source();
                report.notes();
                rest.accept(report);
                return timed(() -> count[0] = table.apply(report).size());
            }
        });
        print("read %d rows of %s: %.1f µs, %.2f a row", count[0], name, took, took / count[0]);
    }
}
