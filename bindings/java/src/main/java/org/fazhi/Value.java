package org.fazhi;

import java.util.Arrays;

/** A plain value: equal, hashed and printed by its parts. */
abstract class Value {
    /** Names and values of what it is made of, in turn. */
    abstract Object[] parts();

    /** Whether {@code other} is of the same class and has equal parts. */
    @Override
    public final boolean equals(Object other) {
        return this == other
                || other != null
                        && getClass() == other.getClass()
                        && Arrays.equals(parts(), ((Value) other).parts());
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(parts());
    }

    /** The class and its parts, for logs. */
    @Override
    public final String toString() {
        Object[] parts = parts();
        StringBuilder text = new StringBuilder(getClass().getSimpleName()).append('[');
        for (int at = 0; at < parts.length; at += 2) {
            text.append(at == 0 ? "" : ", ").append(parts[at]).append('=').append(parts[at + 1]);
        }
        return text.append(']').toString();
    }
}
