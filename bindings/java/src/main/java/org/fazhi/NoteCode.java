package org.fazhi;

/** What a note observes. */
public enum NoteCode implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** The text is no report. */
    NO_REPORT,
    /** The text ends in the middle of a sentence. */
    CUT_OFF,
    /** A number is missing in a row of headings. */
    NUMBERING_GAP,
    /** A number occurs twice in a row of headings. */
    NUMBERING_REPEAT,
    /** Numbers of headings run backwards. */
    NUMBERING_ORDER,
    /** A marker lost its number or a bracket. */
    MARKER_DAMAGED,
    /** Lines of one sentence were joined. */
    JOINED_WRAP,
    /** Blanks of a template were never filled in. */
    TEMPLATE_BLANK,
    /** A limit was reached; the report is incomplete. */
    LIMIT_REACHED;

    static final NoteCode[] VALUES = values();
}
