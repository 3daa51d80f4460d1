package org.fazhi;

/** Where a line stands on its page: edges from the page's upper left corner, in points of 1/72 inch. */
public final class Anchor extends Value {
    private final Span span;
    private final int page;
    private final float left;
    private final float top;
    private final float right;
    private final float bottom;

    Anchor(Row row) {
        this.span = row.span(Layout.Anchor.SPAN);
        this.page = row.u32(Layout.Anchor.PAGE);
        this.left = row.f32(Layout.Anchor.LEFT);
        this.top = row.f32(Layout.Anchor.TOP);
        this.right = row.f32(Layout.Anchor.RIGHT);
        this.bottom = row.f32(Layout.Anchor.BOTTOM);
    }

    /** Its place in the text. */
    public Span span() {
        return span;
    }

    /** The page, from 1. */
    public int page() {
        return page;
    }

    /** The left edge. */
    public float left() {
        return left;
    }

    /** The upper edge. */
    public float top() {
        return top;
    }

    /** The right edge. */
    public float right() {
        return right;
    }

    /** The lower edge. */
    public float bottom() {
        return bottom;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "span", span, "page", page, "left", left, "top", top, "right", right, "bottom", bottom,
        };
    }
}
