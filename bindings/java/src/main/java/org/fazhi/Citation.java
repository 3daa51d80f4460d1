package org.fazhi;

import java.util.List;
import java.util.Optional;

/** A title in 《》. */
public final class Citation extends Value {
    private final String title;
    private final CitationKind kind;
    private final Span span;
    private final Span titleSpan;
    private final Section section;

    Citation(Row row, List<Section> sections) {
        this.title = row.text(Layout.Citation.TITLE_TEXT);
        this.kind = row.code(CitationKind.VALUES, Layout.Citation.KIND);
        this.span = row.span(Layout.Citation.SPAN);
        this.titleSpan = row.span(Layout.Citation.TITLE);
        this.section = row.member(sections, Layout.Citation.SECTION);
    }

    /** What stands inside, without layout. */
    public String title() {
        return title;
    }

    /** The sort of document. */
    public CitationKind kind() {
        return kind;
    }

    /** From 《 to 》. */
    public Span span() {
        return span;
    }

    /** What stands inside. */
    public Span titleSpan() {
        return titleSpan;
    }

    /** The section it stands in. */
    public Optional<Section> section() {
        return Optional.ofNullable(section);
    }

    @Override
    Object[] parts() {
        return new Object[] {"title", title, "kind", kind, "span", span, "titleSpan", titleSpan, "section", section};
    }
}
