package org.fazhi;

import java.util.OptionalInt;

/** Something a reader should know of how a file was read. */
public final class Warning extends Value {
    private final WarningKind kind;
    private final int page;
    private final String message;

    Warning(Row row) {
        this.kind = row.code(WarningKind.VALUES, Layout.Warning.KIND);
        this.page = row.u32(Layout.Warning.PAGE);
        this.message = row.text(Layout.Warning.MESSAGE);
    }

    /** What it is. */
    public WarningKind kind() {
        return kind;
    }

    /** The page it concerns, from 1; empty for none. */
    public OptionalInt page() {
        return page == 0 ? OptionalInt.empty() : OptionalInt.of(page);
    }

    /** In words, in Chinese. */
    public String message() {
        return message;
    }

    @Override
    Object[] parts() {
        return new Object[] {"kind", kind, "page", page, "message", message};
    }
}
