package org.fazhi;

/** A rule of the audit, for people to read. */
public final class Rule extends Value {
    private final CheckKind kind;
    private final String id;
    private final String name;
    private final String checks;
    private final String verdicts;
    private final String good;
    private final String bad;

    Rule(Row row) {
        this.kind = row.code(CheckKind.VALUES, Layout.Rule.KIND);
        this.id = row.text(Layout.Rule.ID);
        this.name = row.text(Layout.Rule.NAME);
        this.checks = row.text(Layout.Rule.CHECKS);
        this.verdicts = row.text(Layout.Rule.VERDICTS);
        this.good = row.text(Layout.Rule.GOOD);
        this.bad = row.text(Layout.Rule.BAD);
    }

    /** Which rule. */
    public CheckKind kind() {
        return kind;
    }

    /** Stable id, such as ratio. */
    public String id() {
        return id;
    }

    /** Name in Chinese. */
    public String name() {
        return name;
    }

    /** What it compares. */
    public String checks() {
        return checks;
    }

    /** When it says what. */
    public String verdicts() {
        return verdicts;
    }

    /** An example that holds. */
    public String good() {
        return good;
    }

    /** An example that does not hold, or is in doubt. */
    public String bad() {
        return bad;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "kind", kind,
            "id", id,
            "name", name,
            "checks", checks,
            "verdicts", verdicts,
            "good", good,
            "bad", bad,
        };
    }
}
