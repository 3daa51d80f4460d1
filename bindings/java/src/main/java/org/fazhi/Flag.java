package org.fazhi;

import java.util.Optional;

/** Something a reader should know that costs no points. */
public final class Flag extends Value {
    private final String code;
    private final Span span;
    private final String explanation;

    Flag(Row row) {
        this.code = row.text(Layout.Flag.CODE);
        this.span = row.spanIfAny(Layout.Flag.SPAN);
        this.explanation = row.text(Layout.Flag.EXPLANATION);
    }

    /** Its id in the rubric. */
    public String code() {
        return code;
    }

    /** Where; empty when it concerns the whole text. */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** In words, in Chinese. */
    public String explanation() {
        return explanation;
    }

    @Override
    Object[] parts() {
        return new Object[] {"code", code, "span", span, "explanation", explanation};
    }
}
