package org.fazhi;

import java.util.Optional;

/**
 * Misuse, a limit, a text that is not UTF-8, a file of which nothing can be read, or no library. What a report says is
 * never one.
 */
public final class FazhiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Status status;
    private final transient Span span;

    FazhiException(Status status, String message, Span span, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.span = span;
    }

    /** Why the call failed. */
    public Status status() {
        return status;
    }

    /**
     * Where in the input, if the error has a place: in {@code char}s of an input that was a string, else in bytes. It is
     * not serialised.
     */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** The same error told in {@code char}s of the string whose bytes are {@code utf8}. */
    FazhiException inChars(byte[] utf8) {
        if (span == null) {
            return this;
        }
        Span chars = new Span(Input.chars(utf8, span.start()), Input.chars(utf8, span.end()));
        return new FazhiException(status, getMessage(), chars, this);
    }
}
