package org.fazhi;

import java.time.Year;

/** A document number such as 青政办发〔2023〕79号. */
public final class DocNumber extends Value {
    private final Span span;
    private final String text;
    private final String issuer;
    private final Span issuerSpan;
    private final Year year;
    private final long serial;

    DocNumber(Row row, String source) {
        this.span = row.span(Layout.DocNumber.SPAN);
        this.text = span.of(source);
        this.issuer = row.text(Layout.DocNumber.ISSUER_TEXT);
        this.issuerSpan = row.span(Layout.DocNumber.ISSUER);
        this.year = Year.of(row.u16(Layout.DocNumber.YEAR));
        this.serial = row.wide(Layout.DocNumber.SERIAL);
    }

    /** The whole number. */
    public Span span() {
        return span;
    }

    /** The text of {@link #span}, layout included. */
    public String text() {
        return text;
    }

    /** The agency's code (青政办发), without layout. */
    public String issuer() {
        return issuer;
    }

    /** Where the agency's code stands. */
    public Span issuerSpan() {
        return issuerSpan;
    }

    /** The year in the brackets. */
    public Year year() {
        return year;
    }

    /** The serial number. */
    public long serial() {
        return serial;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "span", span,
            "text", text,
            "issuer", issuer,
            "issuerSpan", issuerSpan,
            "year", year,
            "serial", serial,
        };
    }
}
