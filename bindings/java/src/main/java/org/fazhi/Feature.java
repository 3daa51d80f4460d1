package org.fazhi;

/** A part that a library may be built without; the one in the jar has them all. */
public enum Feature {
    /** {@link Report#toJson} and {@link Score#toJson}. */
    JSON,
    /** Rubrics and scores. */
    RUBRIC,
    /** {@link Report#parseMany(java.util.List, int)}. */
    PARALLEL,
    /** Plain text files in any encoding. */
    TXT,
    /** Files of .docx. */
    DOCX,
    /** Web pages. */
    HTML,
    /** What circulates as .doc. */
    DOC,
    /** PDF files. */
    PDF,
    /** OFD files (GB/T 33190). */
    OFD;

    /** Its bit in {@code fazhi_features}. */
    int bit() {
        return 1 << ordinal();
    }
}
