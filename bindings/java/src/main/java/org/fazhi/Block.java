package org.fazhi;

import java.util.Optional;
import java.util.OptionalInt;

/** A paragraph of a file, or a row of a table in it. */
public final class Block extends Value {
    private final BlockKind kind;
    private final String text;
    private final Span span;
    private final Span label;
    private final int outlineLevel;
    private final int firstPage;
    private final int lastPage;
    private final int paragraph;

    Block(Row row) {
        this.kind = row.code(BlockKind.VALUES, Layout.Block.KIND);
        this.text = row.text(Layout.Block.TEXT);
        this.span = row.span(Layout.Block.SPAN);
        this.label = row.spanIfAny(Layout.Block.LABEL);
        this.outlineLevel = row.u8(Layout.Block.OUTLINE_LEVEL);
        this.firstPage = row.u32(Layout.Block.FIRST_PAGE);
        this.lastPage = row.u32(Layout.Block.LAST_PAGE);
        this.paragraph = row.u32(Layout.Block.PARAGRAPH);
    }

    private static OptionalInt unless(int none, int number) {
        return number == none ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** What it is. */
    public BlockKind kind() {
        return kind;
    }

    /** What it says, without the line ends and page numbers of a text that was wrapped by hand. */
    public String text() {
        return text;
    }

    /** Its place in the text. */
    public Span span() {
        return span;
    }

    /** The number that the file's automatic numbering made (一、), blanks behind it included; empty for a typed one. */
    public Optional<Span> label() {
        return Optional.ofNullable(label);
    }

    /** The outline level of its style, from 1; empty for body text. */
    public OptionalInt outlineLevel() {
        return unless(0, outlineLevel);
    }

    /** The page it begins on, from 1; empty where there are no pages (all but PDF and OFD). */
    public OptionalInt firstPage() {
        return unless(0, firstPage);
    }

    /** The page it ends on; empty where there are no pages. */
    public OptionalInt lastPage() {
        return unless(0, lastPage);
    }

    /** Its number among the paragraphs of the file, from 0 (Word, web pages); else empty. */
    public OptionalInt paragraph() {
        return unless(Layout.NONE, paragraph);
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "kind", kind,
            "text", text,
            "span", span,
            "label", label,
            "outlineLevel", outlineLevel,
            "firstPage", firstPage,
            "lastPage", lastPage,
            "paragraph", paragraph,
        };
    }
}
