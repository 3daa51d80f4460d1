package org.fazhi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An amount with its unit. */
public final class Quantity extends Value {
    private final BigDecimal value;
    private final BigDecimal high;
    private final String unit;
    private final QuantityKind kind;
    private final Bound bound;
    private final Span span;
    private final String text;
    private final Span sentence;
    private final Span unitSpan;
    private final Section section;

    Quantity(Row row, String source, List<Section> sections) {
        this.value = row.decimal(Layout.Quantity.VALUE);
        this.high = row.decimal(Layout.Quantity.HIGH);
        this.unit = row.text(Layout.Quantity.UNIT);
        this.kind = row.code(QuantityKind.VALUES, Layout.Quantity.KIND);
        this.bound = row.code(Bound.VALUES, Layout.Quantity.BOUND);
        this.span = row.span(Layout.Quantity.SPAN);
        this.text = span.of(source);
        this.sentence = row.span(Layout.Quantity.SENTENCE);
        this.unitSpan = row.spanIfAny(Layout.Quantity.UNIT_SPAN);
        this.section = row.member(sections, Layout.Quantity.SECTION);
    }

    /** Where the spans of a row stand. */
    static int[] spans() {
        return new int[] {
            Layout.Quantity.SPAN,
            Layout.Quantity.SENTENCE,
            Layout.Quantity.UNIT_SPAN,
        };
    }

    /** The exact value in the base unit: 8.2万元 is 82000, 99.97% is 99.97, 六成 is 60. The scale is kept as printed. */
    public BigDecimal value() {
        return value;
    }

    /** The upper end of a range (80—530元); empty for a single figure. */
    public Optional<BigDecimal> high() {
        return Optional.ofNullable(high);
    }

    /** The measure word without layout: empty for none, {@code %} for every way to write percent. */
    public String unit() {
        return unit;
    }

    /** The sort of amount. */
    public QuantityKind kind() {
        return kind;
    }

    /** Whether the figure is exact. */
    public Bound bound() {
        return bound;
    }

    /** The figure as printed, with its unit and a bound word behind it. */
    public Span span() {
        return span;
    }

    /** The text of {@link #span}, layout included. */
    public String text() {
        return text;
    }

    /** The sentence it stands in. */
    public Span sentence() {
        return sentence;
    }

    /** Where the measure word stands; empty when there is none, and for percent. */
    public Optional<Span> unitSpan() {
        return Optional.ofNullable(unitSpan);
    }

    /** The section it stands in. */
    public Optional<Section> section() {
        return Optional.ofNullable(section);
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "value", value,
            "high", high,
            "unit", unit,
            "kind", kind,
            "bound", bound,
            "span", span,
            "text", text,
            "sentence", sentence,
            "unitSpan", unitSpan,
            "section", section,
        };
    }
}
