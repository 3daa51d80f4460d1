package org.fazhi;

/** The part a section plays in the report. */
public enum Role implements Coded {
    /** Not told, as in an outline alone; or a code this jar does not know. */
    UNKNOWN,
    /** What was done. */
    MEASURES,
    /** Shortcomings. */
    PROBLEMS,
    /** Next steps. */
    PLAN,
    /** How the principal leaders met their responsibility. */
    DUTIES,
    /** Shortcomings and next steps under one heading. */
    PROBLEMS_AND_PLAN,
    /** Anything else. */
    OTHER;

    static final Role[] VALUES = values();
}
