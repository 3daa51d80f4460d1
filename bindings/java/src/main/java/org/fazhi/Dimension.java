package org.fazhi;

import java.math.BigDecimal;
import java.util.List;

/** A dimension's points. */
public final class Dimension extends Value {
    private final String id;
    private final String name;
    private final BigDecimal earned;
    private final BigDecimal assessable;
    private final BigDecimal weight;
    private final List<Criterion> criteria;

    Dimension(Row row, List<Criterion> criteria) {
        this.id = row.text(Layout.Dimension.ID);
        this.name = row.text(Layout.Dimension.NAME);
        this.earned = row.decimal(Layout.Dimension.EARNED);
        this.assessable = row.decimal(Layout.Dimension.ASSESSABLE);
        this.weight = row.decimal(Layout.Dimension.WEIGHT);
        this.criteria = own(row, criteria);
    }

    private static List<Criterion> own(Row row, List<Criterion> criteria) {
        int first = row.u32(Layout.Dimension.CRITERIA + Layout.List.FIRST);
        int count = row.u32(Layout.Dimension.CRITERIA + Layout.List.COUNT);
        return criteria.subList(first, first + count);
    }

    /** Its id in the rubric. */
    public String id() {
        return id;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Points earned. */
    public BigDecimal earned() {
        return earned;
    }

    /** Points that could be judged; the rest is unknown, not lost. */
    public BigDecimal assessable() {
        return assessable;
    }

    /** Points of the dimension. */
    public BigDecimal weight() {
        return weight;
    }

    /** Its criteria in the rubric's order. */
    public List<Criterion> criteria() {
        return criteria;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "id", id,
            "name", name,
            "earned", earned,
            "assessable", assessable,
            "weight", weight,
            "criteria", criteria,
        };
    }
}
