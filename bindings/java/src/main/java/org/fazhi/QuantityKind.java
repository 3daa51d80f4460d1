package org.fazhi;

/** The sort of a quantity. */
public enum QuantityKind implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** Things counted (件, 人次, 场). */
    COUNT,
    /** Percent and percentage points. */
    PERCENT,
    /** Money, in the unit written (元). */
    MONEY,
    /** A length of time (天, 个工作日, 小时, 年). */
    DURATION,
    /** A rank (第1名). */
    RANK,
    /** A multiple (3倍). */
    MULTIPLE;

    static final QuantityKind[] VALUES = values();
}
