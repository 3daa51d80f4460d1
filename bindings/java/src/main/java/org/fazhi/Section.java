package org.fazhi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A section: from its marker to the end of its last descendant. */
public final class Section extends Value {
    private final int index;
    private final int level;
    private final Marker style;
    private final int number;
    private final String title;
    private final Span span;
    private final Span heading;
    private final Span marker;
    private final Span titleSpan;
    private final Span body;
    private final Section parent;
    private final Role role;
    private final Topic topic;
    /** Filled while the table is read, before anyone else sees it. */
    private final List<Section> ownChildren = new ArrayList<>(0);
    private final List<Section> children = Collections.unmodifiableList(ownChildren);

    private Section(int index, Row row, List<Section> before) {
        this.index = index;
        this.level = row.u8(Layout.Section.LEVEL);
        this.style = row.code(Marker.VALUES, Layout.Section.STYLE);
        this.number = row.u16(Layout.Section.NUMBER);
        this.title = row.text(Layout.Section.TITLE_TEXT);
        this.span = row.span(Layout.Section.SPAN);
        this.heading = row.span(Layout.Section.HEADING);
        this.marker = row.span(Layout.Section.MARKER);
        this.titleSpan = row.span(Layout.Section.TITLE);
        this.body = row.span(Layout.Section.BODY);
        this.parent = row.member(before, Layout.Section.PARENT);
        this.role = row.code(Role.VALUES, Layout.Section.ROLE);
        this.topic = row.codeIfAny(Topic.VALUES, Layout.Section.TOPIC);
    }

    /** Where the spans of a row stand. */
    static int[] spans() {
        return new int[] {
            Layout.Section.SPAN,
            Layout.Section.HEADING,
            Layout.Section.MARKER,
            Layout.Section.TITLE,
            Layout.Section.BODY,
        };
    }

    /** The sections of a table, in which every parent stands before its children. */
    static List<Section> readAll(Table table) {
        List<Section> sections = new ArrayList<>(table.count());
        for (int index = 0; index < table.count(); index++) {
            Section section = new Section(index, table.row(index), sections);
            if (section.parent != null) {
                section.parent.ownChildren.add(section);
            }
            sections.add(section);
        }
        return Collections.unmodifiableList(sections);
    }

    /** Its index in {@link Report#sections} or {@link Outline#sections}. */
    public int index() {
        return index;
    }

    /** Nesting, 1 the outermost. */
    public int level() {
        return level;
    }

    /** The style of its marker. */
    public Marker style() {
        return style;
    }

    /** Its number as printed; where it was lost, the one that fits. */
    public int number() {
        return number;
    }

    /** The title without layout, marker and final punctuation; empty for an item without one. */
    public String title() {
        return title;
    }

    /** From the marker to the end of the last descendant. */
    public Span span() {
        return span;
    }

    /** Marker and title. */
    public Span heading() {
        return heading;
    }

    /** The marker and the blanks after it. */
    public Span marker() {
        return marker;
    }

    /** Where the title stands, layout included. */
    public Span titleSpan() {
        return titleSpan;
    }

    /** Its own text before its first child. */
    public Span body() {
        return body;
    }

    /** The section around it; empty at the outermost level. */
    public Optional<Section> parent() {
        return Optional.ofNullable(parent);
    }

    /** The sections right inside it, in text order. */
    public List<Section> children() {
        return children;
    }

    /** The part it plays in the report; {@link Role#UNKNOWN} in an outline alone. */
    public Role role() {
        return role;
    }

    /** What it is about; empty when that cannot be told, and in an outline alone. */
    public Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "index", index,
            "level", level,
            "style", style,
            "number", number,
            "title", title,
            "span", span,
            "heading", heading,
            "marker", marker,
            "titleSpan", titleSpan,
            "body", body,
            "parent", parent == null ? null : parent.index,
            "role", role,
            "topic", topic,
        };
    }
}
