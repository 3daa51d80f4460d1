package org.fazhi;

/** What a {@link Warning} tells. */
public enum WarningKind implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** A page is a picture. */
    NO_TEXT_LAYER,
    /** The text of a page comes from text recognition. */
    RECOGNISED_TEXT,
    /** Bytes or characters without a meaning were replaced by U+FFFD. */
    REPLACED,
    /** Symbols of private fonts were left out. */
    DROPPED_SYMBOLS,
    /** Page numbers and running heads were left out. */
    DROPPED_FURNITURE,
    /** The file is damaged, and what could be read is here. */
    DAMAGED,
    /** How the article was found in a web page. */
    MAIN_CONTENT;

    static final WarningKind[] VALUES = values();
}
