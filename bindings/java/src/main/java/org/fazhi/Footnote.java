package org.fazhi;

import java.util.OptionalInt;

/** A footnote or endnote, which is no part of the text. */
public final class Footnote extends Value {
    private final String text;
    private final int at;

    /** What {@code row} says; if it knows of a place, that is {@code at} in the string. */
    Footnote(Row row, int at) {
        this.text = row.text(Layout.Footnote.TEXT);
        this.at = row.u32(Layout.Footnote.AT) == Layout.NONE ? Layout.NONE : at;
    }

    /** What it says. */
    public String text() {
        return text;
    }

    /** The position in the text behind which its mark stood; empty when that is not known. */
    public OptionalInt at() {
        return at == Layout.NONE ? OptionalInt.empty() : OptionalInt.of(at);
    }

    @Override
    Object[] parts() {
        return new Object[] {"text", text, "at", at};
    }
}
