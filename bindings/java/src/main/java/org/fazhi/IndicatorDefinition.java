package org.fazhi;

/** An indicator of the catalogue. */
public final class IndicatorDefinition extends Value {
    private final String id;
    private final String name;
    private final String unit;
    private final String definition;
    private final Topic topic;

    IndicatorDefinition(Row row) {
        this.id = row.text(Layout.IndicatorDefinition.ID);
        this.name = row.text(Layout.IndicatorDefinition.NAME);
        this.unit = row.text(Layout.IndicatorDefinition.UNIT);
        this.definition = row.text(Layout.IndicatorDefinition.DEFINITION);
        this.topic = row.code(Topic.VALUES, Layout.IndicatorDefinition.TOPIC);
    }

    /** Stable id, such as reconsideration.accepted. */
    public String id() {
        return id;
    }

    /** Name in Chinese. */
    public String name() {
        return name;
    }

    /** The usual unit. */
    public String unit() {
        return unit;
    }

    /** What counts, in Chinese. */
    public String definition() {
        return definition;
    }

    /** What it belongs to. */
    public Topic topic() {
        return topic;
    }

    @Override
    Object[] parts() {
        return new Object[] {"id", id, "name", name, "unit", unit, "definition", definition, "topic", topic};
    }
}
