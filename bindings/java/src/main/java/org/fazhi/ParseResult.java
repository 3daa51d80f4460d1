package org.fazhi;

import java.util.Optional;

/** What became of one input of {@link Report#parseMany(java.util.List, int)}: a report, or why there is none. */
public final class ParseResult {
    private final Report report;
    private final RuntimeException exception;

    ParseResult(Report report) {
        this.report = report;
        this.exception = null;
    }

    ParseResult(RuntimeException exception) {
        this.report = null;
        this.exception = exception;
    }

    /** The report, which is the caller's to close; where there is none, {@link #exception} is thrown. */
    public Report report() {
        if (exception != null) {
            throw exception;
        }
        return report;
    }

    /**
     * Why there is no report; empty when there is one. It is what parsing this input alone throws, an {@code IOException}
     * as {@link java.io.UncheckedIOException}.
     */
    public Optional<RuntimeException> exception() {
        return Optional.ofNullable(exception);
    }
}
