package org.fazhi;

/** How a figure bounds the amount. */
public enum Bound implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** As it stands. */
    EXACT,
    /** At least so much (余, 多, 以上, 超). */
    OVER,
    /** Nearly or roughly so much (约, 近, 左右). */
    ABOUT,
    /** At most so much (以下, 不足). */
    UNDER;

    static final Bound[] VALUES = values();
}
