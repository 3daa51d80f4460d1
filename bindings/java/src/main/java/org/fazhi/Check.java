package org.fazhi;

import java.util.List;
import java.util.Optional;

/** A claim that was looked at. */
public final class Check extends Value {
    private final CheckKind kind;
    private final Verdict verdict;
    private final List<Span> spans;
    private final String stated;
    private final String computed;
    private final String formula;
    private final String reading;
    private final String repair;
    private final String explanation;

    Check(Row row, Table checkSpans) {
        this.kind = row.code(CheckKind.VALUES, Layout.Check.KIND);
        this.verdict = row.code(Verdict.VALUES, Layout.Check.VERDICT);
        this.spans = row.list(Layout.Check.SPANS, checkSpans, side -> side.span(0));
        this.stated = row.text(Layout.Check.STATED);
        this.computed = row.text(Layout.Check.COMPUTED);
        this.formula = row.text(Layout.Check.FORMULA);
        this.reading = row.text(Layout.Check.READING);
        this.repair = row.text(Layout.Check.REPAIR);
        this.explanation = row.text(Layout.Check.EXPLANATION);
    }

    /** The rule that looked. */
    public CheckKind kind() {
        return kind;
    }

    /** What it found. */
    public Verdict verdict() {
        return verdict;
    }

    /** The figures the check rests on, the stated one first. */
    public List<Span> spans() {
        return spans;
    }

    /** The figure as stated, in its unit (percent without the sign). */
    public Optional<String> stated() {
        return Optional.ofNullable(stated);
    }

    /** The figure as it follows from the others, at the stated precision. */
    public Optional<String> computed() {
        return Optional.ofNullable(computed);
    }

    /** The working: 9542 / 9737. */
    public String formula() {
        return formula;
    }

    /** The definition that was used or that would make the claim hold, in Chinese. */
    public Optional<String> reading() {
        return Optional.ofNullable(reading);
    }

    /** The simplest value that would mend it. */
    public Optional<String> repair() {
        return Optional.ofNullable(repair);
    }

    /** In words, in Chinese. */
    public String explanation() {
        return explanation;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "kind", kind,
            "verdict", verdict,
            "spans", spans,
            "stated", stated,
            "computed", computed,
            "formula", formula,
            "reading", reading,
            "repair", repair,
            "explanation", explanation,
        };
    }
}
