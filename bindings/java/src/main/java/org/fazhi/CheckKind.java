package org.fazhi;

/** The rule of the audit that looked at a claim. */
public enum CheckKind implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** A rate against its counts. */
    RATIO,
    /** A total against its parts. */
    SUM,
    /** A change against the years it compares. */
    YOY,
    /** A result against its target. */
    TARGET,
    /** A part not above its whole, a later stage not above an earlier one. */
    ORDER,
    /** The same indicator told twice with different values. */
    CONFLICT,
    /** A range that runs backwards, or a rate that cannot be. */
    RANGE,
    /** A date that does not exist, years that do not agree. */
    DATE,
    /** Signed or printed after the day it was due. */
    DEADLINE,
    /** A number of things announced, another listed. */
    ENUMERATION,
    /** The name of another place, or an old year, where this report's own must stand. */
    LEFTOVER;

    static final CheckKind[] VALUES = values();
}
