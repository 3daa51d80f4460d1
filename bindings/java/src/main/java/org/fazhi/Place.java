package org.fazhi;

/** A place in the text as people and editors count it. */
public final class Place extends Value {
    private final int line;
    private final int column;

    Place(Row row) {
        this.line = row.u32(Layout.Place.LINE);
        this.column = row.u32(Layout.Place.UTF16_COLUMN);
    }

    /** Line, from 0. */
    public int line() {
        return line;
    }

    /** Column in {@code char} units of the Java string, from 0. */
    public int column() {
        return column;
    }

    @Override
    Object[] parts() {
        return new Object[] {"line", line, "column", column};
    }
}
