package org.fazhi;

/** What a rule of the audit found. */
public enum Verdict implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** It holds. */
    CONSISTENT,
    /** No usual reading makes it hold. */
    INCONSISTENT,
    /** It holds under one usual definition and not under another. */
    AMBIGUOUS,
    /** The report does not print what it would take to judge. */
    UNCHECKABLE;

    static final Verdict[] VALUES = values();
}
