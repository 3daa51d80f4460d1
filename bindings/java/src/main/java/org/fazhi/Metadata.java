package org.fazhi;

import java.util.Optional;

/** What a file says of itself. */
public final class Metadata extends Value {
    private final String title;
    private final String published;
    private final String source;

    Metadata(Row row) {
        this.title = row.text(Layout.Metadata.TITLE);
        this.published = row.text(Layout.Metadata.PUBLISHED);
        this.source = row.text(Layout.Metadata.SOURCE);
    }

    /** The title. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** When it was published, as written. */
    public Optional<String> published() {
        return Optional.ofNullable(published);
    }

    /** Who published it. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    @Override
    Object[] parts() {
        return new Object[] {"title", title, "published", published, "source", source};
    }
}
