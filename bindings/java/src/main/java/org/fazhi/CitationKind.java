package org.fazhi;

/** The sort of a cited document. */
public enum CitationKind implements Coded {
    /** A code this jar does not know. */
    UNKNOWN,
    /** Laws, administrative regulations, local regulations. */
    LAW,
    /** Rules, Party regulations, provisions, measures. */
    RULE,
    /** Outlines, plans, schemes. */
    PLAN,
    /** Notices, opinions, lists, drafts and other documents. */
    DOCUMENT,
    /** Books, programmes, columns. */
    MEDIA;

    static final CitationKind[] VALUES = values();
}
