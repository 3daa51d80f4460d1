package org.fazhi;

/** A name in the front matter, and where it stands. */
public final class Name extends Value {
    private final String text;
    private final Span span;

    Name(String text, Span span) {
        this.text = text;
        this.span = span;
    }

    /** The name without layout. */
    public String text() {
        return text;
    }

    /** Where it stands. */
    public Span span() {
        return span;
    }

    @Override
    Object[] parts() {
        return new Object[] {"text", text, "span", span};
    }
}
