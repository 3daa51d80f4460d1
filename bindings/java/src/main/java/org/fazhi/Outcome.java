package org.fazhi;

/** How a criterion of the score came out. */
public enum Outcome implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** Every point. */
    MET,
    /** Some points. */
    PARTLY,
    /** No point. */
    NOT_MET,
    /** It cannot be judged from what is there. */
    NOT_ASSESSABLE;

    static final Outcome[] VALUES = values();
}
