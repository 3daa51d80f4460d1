package org.fazhi;

import java.util.List;
import java.util.Optional;

/** A passage on problems or plans that has no heading of its own. */
public final class Passage extends Value {
    private final PassageRole role;
    private final Span span;
    private final Section section;

    Passage(Row row, List<Section> sections) {
        this.role = row.code(PassageRole.VALUES, Layout.Passage.ROLE);
        this.span = row.span(Layout.Passage.SPAN);
        this.section = row.member(sections, Layout.Passage.SECTION);
    }

    /** What it tells of. */
    public PassageRole role() {
        return role;
    }

    /** Its text. */
    public Span span() {
        return span;
    }

    /** The section it follows. */
    public Optional<Section> section() {
        return Optional.ofNullable(section);
    }

    @Override
    Object[] parts() {
        return new Object[] {"role", role, "span", span, "section", section};
    }
}
