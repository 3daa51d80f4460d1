package org.fazhi;

import java.util.Locale;

/**
 * A constant that stands for a code of the library. Every such enum begins with {@code UNKNOWN}, which is also what a code
 * becomes that a newer library has and this jar does not know.
 */
public interface Coded {
    /** The name of the constant, as {@link Enum#name()}. */
    String name();

    /** The name the JSON documents have: {@code measures}, {@code ratio}. */
    default String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
