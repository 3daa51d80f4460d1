package org.fazhi;

/** What a passage tells of. */
public enum PassageRole implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** Shortcomings. */
    PROBLEMS,
    /** Next steps. */
    PLAN,
    /** Both. */
    PROBLEMS_AND_PLAN;

    static final PassageRole[] VALUES = values();
}
