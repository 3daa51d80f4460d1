package org.fazhi;

/** Why a call failed. */
public enum Status {
    /** A status this jar does not know. */
    UNKNOWN,
    /** A pointer that must not be NULL is NULL; a defect of this jar. */
    NULL,
    /** A text is not valid UTF-8, or a string has half a surrogate pair; the span starts there. */
    INVALID_UTF8,
    /** The text is longer than the limit, or a file larger, or it unpacks to more than limits allow. */
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
    /** The file can only be opened with a password. */
    ENCRYPTED,
    /** The file's pages are pictures, which need text recognition first. */
    NO_TEXT_LAYER,
    /** The file has text, but not what its characters mean; or bytes that are text in no encoding. */
    UNDECODABLE,
    /** The file is broken in a place without which nothing can be read. */
    DAMAGED,
    /** A web page without an article of its own; the message names what it links to. */
    NO_ARTICLE,
    /** The file is no document but something else of that kind, such as a spreadsheet; the message says what. */
    WRONG_FORMAT,
    /** The file is of a kind that the library does not read, or was built without; the message says which. */
    UNSUPPORTED_FORMAT,
    /** There is no native library for this platform, or it cannot be used. */
    NOT_LOADED;

    private static final Status[] VALUES = values();

    /** The constant of a {@code fazhi_status}. */
    static Status of(int code) {
        return code > 0 && code < NOT_LOADED.ordinal() ? VALUES[code] : UNKNOWN;
    }
}
