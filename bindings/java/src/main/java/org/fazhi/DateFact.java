package org.fazhi;

import java.util.Optional;

/** A calendar date or period as printed. */
public final class DateFact extends Value {
    private final Span span;
    private final String text;
    private final PartialDate date;
    private final PartialDate end;

    DateFact(Row row, String source) {
        this.span = row.span(Layout.Date.SPAN);
        this.text = span.of(source);
        this.date = row.day(Layout.Date.DATE);
        this.end = row.dayIfAny(Layout.Date.END);
    }

    /** Where it is printed. */
    public Span span() {
        return span;
    }

    /** The text of {@link #span}, layout included. */
    public String text() {
        return text;
    }

    /** The date, or the first day, month or year of a period. */
    public PartialDate date() {
        return date;
    }

    /** The last day, month or year of a period; empty for a single date. */
    public Optional<PartialDate> end() {
        return Optional.ofNullable(end);
    }

    @Override
    Object[] parts() {
        return new Object[] {"span", span, "text", text, "date", date, "end", end};
    }
}
