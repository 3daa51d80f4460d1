package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadTest {
    private static final int THREADS = 8;

    /** Runs {@code body} on many threads that begin at once, while this one runs {@code beside}. */
    private static <T> List<T> together(Callable<T> body, Runnable beside) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return body.call();
                }));
            }
            ready.await();
            beside.run();
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyThreadsReadOneReport() throws Exception {
        List<Object> expected;
        try (Report report = Report.parse(Samples.QINGLAN)) {
            expected = ReportTest.everything(report);
        }
        for (int round = 0; round < 20; round++) {
            try (Report report = Report.parse(Samples.QINGLAN)) {
                for (List<Object> read : together(() -> ReportTest.everything(report), () -> {})) {
                    assertEquals(expected, read);
                }
            }
        }
    }

    /** Reads without an end, until the report is closed under its hands. */
    private static int readUntilClosed(Report report, String json) {
        Span span = new Span(0, 10);
        for (int calls = 0; ; calls++) {
            try {
                assertEquals(json, report.toJson());
                report.cleanText(span);
                report.place(5);
                report.quantities();
                report.checks();
            } catch (IllegalStateException closed) {
                return calls;
            }
        }
    }

    @Test
    void closingWhileOthersReadIsSafe() throws Exception {
        String text = Samples.text(Samples.QINGLAN);
        String json;
        try (Report report = Report.parse(text)) {
            json = report.toJson();
        }
        AtomicInteger calls = new AtomicInteger();
        for (int round = 0; round < 150; round++) {
            Report report = Report.parse(text);
            int wait = round % 15;
            List<Integer> counts = together(() -> readUntilClosed(report, json), () -> {
                for (long end = System.nanoTime() + wait * 200_000L; System.nanoTime() < end; ) {
                    Thread.yield();
                }
                report.close();
            });
            counts.forEach(calls::addAndGet);
            assertTrue(report.isClosed());
        }
        assertTrue(calls.get() > 100, "closed before anything was read: " + calls);
    }

    /** A report that only a running call still uses is not freed by the collector meanwhile. */
    @Test
    void forgottenReportsStayAsLongAsACallReadsThem() throws Exception {
        String text = Samples.text(Samples.QINGLAN);
        for (int round = 0; round < 50; round++) {
            together(() -> Report.parse(text).score().toJson(), () -> {
                System.gc();
                Report.parse("").close();
            });
        }
    }
}
