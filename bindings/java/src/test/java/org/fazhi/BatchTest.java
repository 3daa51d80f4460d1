package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void reportsAreThoseOfSingleParses() throws Exception {
        List<Path> files = Samples.reports();
        for (int threads : new int[] {0, 1, 3}) {
            List<ParseResult> results = Report.parseMany(files, threads);
            assertEquals(files.size(), results.size());
            for (int index = 0; index < files.size(); index++) {
                try (Report report = results.get(index).report(); Report single = Report.parse(files.get(index))) {
                    assertFalse(results.get(index).exception().isPresent());
                    assertEquals(ReportTest.everything(single), ReportTest.everything(report));
                }
            }
        }
    }

    @Test
    void inputsFailAlone() throws Exception {
        byte[] invalid = {'a', -1};
        Path missing = Samples.WORK.resolve("no-such-file.txt");
        String text = "大\uD840\uDC0B受理案件25件";
        List<Object> inputs = new ArrayList<>();
        Collections.addAll(inputs, text, invalid, missing, "\uD840", Samples.QINGLAN, "", text.getBytes("UTF-8"));
        List<ParseResult> results = Report.parseMany(inputs, 2);
        assertEquals(text, results.get(0).report().source());
        assertEquals("25件", results.get(0).report().quantities().get(0).text());
        FazhiException bad = (FazhiException) results.get(1).exception().get();
        assertEquals(Status.UNDECODABLE, bad.status());
        assertSame(bad, assertThrows(FazhiException.class, () -> results.get(1).report()));
        assertThrows(UncheckedIOException.class, () -> results.get(2).report());
        assertEquals(Status.INVALID_UTF8, ((FazhiException) results.get(3).exception().get()).status());
        try (Report qinglan = Report.parse(Samples.QINGLAN)) {
            assertEquals(qinglan.toJson(), results.get(4).report().toJson());
        }
        assertEquals("", results.get(5).report().source());
        assertEquals("25件", results.get(6).report().quantities().get(0).text());
        assertEquals("text", results.get(6).report().document().get().format());
        assertFalse(results.get(0).report().document().isPresent());
        for (ParseResult result : results) {
            if (!result.exception().isPresent()) {
                result.report().close();
            }
        }
    }

    @Test
    void settingsHoldForAll() {
        Options options = Options.defaults().withMaxBytes(6);
        List<ParseResult> results = Report.parseMany(Arrays.asList("大家", "大家好"), options, 1);
        try (Report report = results.get(0).report()) {
            assertEquals("大家", report.source());
        }
        FazhiException error = (FazhiException) results.get(1).exception().get();
        assertEquals(Status.TOO_LARGE, error.status());
    }

    @Test
    void misuse() {
        assertEquals(0, Report.parseMany(Collections.emptyList(), 0).size());
        assertThrows(IllegalArgumentException.class, () -> Report.parseMany(Arrays.asList("", 7), 1));
        assertThrows(IllegalArgumentException.class, () -> Report.parseMany(Collections.singletonList(null), 1));
        assertThrows(IllegalArgumentException.class, () -> Report.parseMany(Arrays.asList(""), -1));
    }
}
