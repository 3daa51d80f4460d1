package org.fazhi;

import java.math.BigDecimal;
import java.util.List;

/** A figure that states an indicator of the report's own year and area. */
public final class Indicator extends Value {
    private final IndicatorDefinition definition;
    private final BigDecimal value;
    private final Quantity quantity;

    Indicator(Row row, List<IndicatorDefinition> catalogue, List<Quantity> quantities) {
        this.definition = catalogue.get(row.u32(Layout.Indicator.DEFINITION));
        this.value = row.decimal(Layout.Indicator.VALUE);
        this.quantity = quantities.get(row.u32(Layout.Indicator.QUANTITY));
    }

    /** Which indicator. */
    public IndicatorDefinition definition() {
        return definition;
    }

    /** The figure's value in its quantity's unit, negative for a decrease. */
    public BigDecimal value() {
        return value;
    }

    /** The quantity, which has unit, place and section. */
    public Quantity quantity() {
        return quantity;
    }

    @Override
    Object[] parts() {
        return new Object[] {"definition", definition, "value", value, "quantity", quantity};
    }
}
