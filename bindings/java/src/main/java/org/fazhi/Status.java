package org.fazhi;

/** Why a call failed. */
public enum Status {
    /** A status this jar does not know. */
    UNKNOWN,
    /** A pointer that must not be NULL is NULL; a defect of this jar. */
    NULL,
    /** The text is not valid UTF-8, or a string has half a surrogate pair; the span starts there. */
    INVALID_UTF8,
    /** The text is longer than the limit. */
    TOO_LARGE,
    /** A position or span lies outside. */
    OUT_OF_RANGE,
    /** A position lies inside a character. */
    NOT_ON_BOUNDARY,
    /** An argument is not one of those allowed. */
    INVALID_ARGUMENT,
    /** The rubric cannot be used; the span is the faulty line of its TOML. */
    INVALID_RUBRIC,
    /** The library was built without what the call needs; see {@link Fazhi#features}. */
    NOT_BUILT_IN,
    /** The system refused something, such as a thread. */
    SYSTEM,
    /** A defect of the library; the call had no effect. Please report it. */
    PANIC,
    /** There is no native library for this platform, or it cannot be used. */
    NOT_LOADED;

    private static final Status[] VALUES = values();

    /** The constant of a {@code fazhi_status}. */
    static Status of(int code) {
        return code > 0 && code < NOT_LOADED.ordinal() ? VALUES[code] : UNKNOWN;
    }
}
