package org.fazhi;

/** A sort of {@link Block}. */
public enum BlockKind implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** A paragraph of running text. */
    BODY,
    /** A row of a table, its cells separated by tabs. */
    TABLE_ROW,
    /** A paragraph in a text box: often the letterhead. */
    TEXT_BOX,
    /** A paragraph with a bullet or number made by the file. */
    LIST_ITEM;

    static final BlockKind[] VALUES = values();
}
