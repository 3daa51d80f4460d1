package org.fazhi;

import java.math.BigDecimal;
import java.util.List;

/** A criterion's points, with what they rest on. */
public final class Criterion extends Value {
    private final String id;
    private final String name;
    private final String rule;
    private final Outcome outcome;
    private final BigDecimal earned;
    private final BigDecimal assessable;
    private final BigDecimal points;
    private final List<Span> evidence;
    private final List<Span> searched;
    private final String basis;
    private final String explanation;

    Criterion(Row row, Table spans) {
        this.id = row.text(Layout.Criterion.ID);
        this.name = row.text(Layout.Criterion.NAME);
        this.rule = row.text(Layout.Criterion.RULE);
        this.outcome = row.code(Outcome.VALUES, Layout.Criterion.OUTCOME);
        this.earned = row.decimal(Layout.Criterion.EARNED);
        this.assessable = row.decimal(Layout.Criterion.ASSESSABLE);
        this.points = row.decimal(Layout.Criterion.POINTS);
        this.evidence = row.list(Layout.Criterion.EVIDENCE, spans, side -> side.span(0));
        this.searched = row.list(Layout.Criterion.SEARCHED, spans, side -> side.span(0));
        this.basis = row.text(Layout.Criterion.BASIS);
        this.explanation = row.text(Layout.Criterion.EXPLANATION);
    }

    /** Its id in the rubric. */
    public String id() {
        return id;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The rubric's name for how it is judged. */
    public String rule() {
        return rule;
    }

    /** How it came out. */
    public Outcome outcome() {
        return outcome;
    }

    /** Points earned. */
    public BigDecimal earned() {
        return earned;
    }

    /** Points that could be judged. */
    public BigDecimal assessable() {
        return assessable;
    }

    /** Points of the criterion. */
    public BigDecimal points() {
        return points;
    }

    /** What the points rest on; never empty for points earned. */
    public List<Span> evidence() {
        return evidence;
    }

    /** Where something was looked for and not found. */
    public List<Span> searched() {
        return searched;
    }

    /** The legal ground, and whether its words were seen or are recalled. */
    public String basis() {
        return basis;
    }

    /** In words, in Chinese. */
    public String explanation() {
        return explanation;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "id", id,
            "name", name,
            "rule", rule,
            "outcome", outcome,
            "earned", earned,
            "assessable", assessable,
            "points", points,
            "evidence", evidence,
            "searched", searched,
            "basis", basis,
            "explanation", explanation,
        };
    }
}
