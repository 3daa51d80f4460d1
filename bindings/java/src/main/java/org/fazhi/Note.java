package org.fazhi;

import java.util.Optional;

/** What a reader should know of the text itself. */
public final class Note extends Value {
    private final NoteCode code;
    private final Span span;
    private final String message;

    Note(Row row) {
        this.code = row.code(NoteCode.VALUES, Layout.Note.CODE);
        this.span = row.spanIfAny(Layout.Note.SPAN);
        this.message = row.text(Layout.Note.MESSAGE);
    }

    /** What was observed. */
    public NoteCode code() {
        return code;
    }

    /** Where; empty when it concerns the whole text. */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** In words, in Chinese. */
    public String message() {
        return message;
    }

    @Override
    Object[] parts() {
        return new Object[] {"code", code, "span", span, "message", message};
    }
}
