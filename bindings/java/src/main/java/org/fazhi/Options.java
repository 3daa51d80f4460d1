package org.fazhi;

/** Settings of a parse: limits, and whether claims are checked. */
public final class Options extends Value {
    private static final Options DEFAULTS = new Options(null, null, null, null, null, true);

    private final Integer maxBytes;
    private final Long maxFileBytes;
    private final Integer maxSections;
    private final Integer maxFacts;
    private final Integer maxDepth;
    private final boolean audit;

    private Options(
            Integer maxBytes,
            Long maxFileBytes,
            Integer maxSections,
            Integer maxFacts,
            Integer maxDepth,
            boolean audit) {
        this.maxBytes = maxBytes;
        this.maxFileBytes = maxFileBytes;
        this.maxSections = maxSections;
        this.maxFacts = maxFacts;
        this.maxDepth = maxDepth;
        this.audit = audit;
    }

    /**
     * The library's own: 64 MiB of text, 256 MiB of a file, 100,000 sections, 1,000,000 facts of each kind, 16 heading
     * levels, claims checked.
     */
    public static Options defaults() {
        return DEFAULTS;
    }

    /** With this longest text in bytes of UTF-8, also of a file's; a longer one is {@link Status#TOO_LARGE}. */
    public Options withMaxBytes(int bytes) {
        return new Options(atLeast(0, bytes), maxFileBytes, maxSections, maxFacts, maxDepth, audit);
    }

    /** With this largest file in bytes; a larger one is {@link Status#TOO_LARGE}. */
    public Options withMaxFileBytes(long bytes) {
        return new Options(maxBytes, atLeast(0, bytes), maxSections, maxFacts, maxDepth, audit);
    }

    /** With this most sections; more give a smaller report with the note {@link NoteCode#LIMIT_REACHED}. */
    public Options withMaxSections(int sections) {
        return new Options(maxBytes, maxFileBytes, atLeast(0, sections), maxFacts, maxDepth, audit);
    }

    /** With this most facts of each kind; more give a smaller report with the note {@link NoteCode#LIMIT_REACHED}. */
    public Options withMaxFacts(int facts) {
        return new Options(maxBytes, maxFileBytes, maxSections, atLeast(0, facts), maxDepth, audit);
    }

    /** With this deepest heading level, at least 1: deeper markers become siblings at this level. */
    public Options withMaxDepth(int depth) {
        return new Options(maxBytes, maxFileBytes, maxSections, maxFacts, atLeast(1, depth), audit);
    }

    /** Without checks, in about half the time. */
    public Options withoutAudit() {
        return new Options(maxBytes, maxFileBytes, maxSections, maxFacts, maxDepth, false);
    }

    private static int atLeast(int least, int number) {
        return (int) atLeast(least, (long) number);
    }

    private static long atLeast(int least, long number) {
        if (number < least) {
            throw new IllegalArgumentException("a limit of " + number + " is below " + least);
        }
        return number;
    }

    /** These settings as a native object that lives as long as {@code call}, or 0 for the defaults. */
    long in(Call call) {
        if (equals(DEFAULTS)) {
            return 0;
        }
        call.check(Library.fazhi_options_new(call.out(), call.error()));
        long options = call.own(call.word(0), Library::fazhi_options_free);
        if (maxBytes != null) {
            call.check(Library.fazhi_options_set_max_bytes(options, maxBytes, call.error()));
        }
        if (maxFileBytes != null) {
            call.check(Library.fazhi_options_set_max_file_bytes(options, maxFileBytes, call.error()));
        }
        if (maxSections != null) {
            call.check(Library.fazhi_options_set_max_sections(options, maxSections, call.error()));
        }
        if (maxFacts != null) {
            call.check(Library.fazhi_options_set_max_facts(options, maxFacts, call.error()));
        }
        if (maxDepth != null) {
            call.check(Library.fazhi_options_set_max_depth(options, maxDepth, call.error()));
        }
        call.check(Library.fazhi_options_set_audit(options, audit ? 1 : 0, call.error()));
        return options;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "maxBytes", maxBytes,
            "maxFileBytes", maxFileBytes,
            "maxSections", maxSections,
            "maxFacts", maxFacts,
            "maxDepth", maxDepth,
            "audit", audit,
        };
    }
}
