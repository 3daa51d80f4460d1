package org.fazhi;

import java.math.BigDecimal;
import java.util.List;

/** What the text of a report earned, never the government it tells of. */
public final class Score extends Value {
    private final String name;
    private final String notice;
    private final String rubricId;
    private final String rubricSha256;
    private final long rubricVersion;
    private final BigDecimal earned;
    private final BigDecimal assessable;
    private final BigDecimal total;
    private final List<Dimension> dimensions;
    private final List<Flag> flags;
    private final String json;

    /** A copy of the score at {@code address}. */
    Score(long address, Table.Positions positions) {
        try (Call call = new Call()) {
            call.check(Library.fazhi_score_strings(address, call.out(), call.error()));
            byte[] strings = call.bytes(0);
            call.check(Library.fazhi_score_totals(address, call.out(), call.error()));
            Row totals = call.record(Layout.Totals.SIZE, strings).row(0);
            name = totals.text(Layout.Totals.NAME);
            notice = totals.text(Layout.Totals.NOTICE);
            rubricId = totals.text(Layout.Totals.RUBRIC_ID);
            rubricSha256 = totals.text(Layout.Totals.RUBRIC_SHA256);
            rubricVersion = totals.wide(Layout.Totals.RUBRIC_VERSION);
            earned = totals.decimal(Layout.Totals.EARNED);
            assessable = totals.decimal(Layout.Totals.ASSESSABLE);
            total = totals.decimal(Layout.Totals.TOTAL);

            Table spans = Table.of(address, Library::fazhi_score_spans, Layout.Span.SIZE, strings)
                    .positions(positions, 0);
            List<Criterion> criteria = Table.of(
                            address, Library::fazhi_score_criteria, Layout.Criterion.SIZE, strings)
                    .read(row -> new Criterion(row, spans));
            dimensions = Table.of(address, Library::fazhi_score_dimensions, Layout.Dimension.SIZE, strings)
                    .read(row -> new Dimension(row, criteria));
            flags = Table.of(address, Library::fazhi_score_flags, Layout.Flag.SIZE, strings)
                    .positions(positions, Layout.Flag.SPAN)
                    .read(Flag::new);
            json = Fazhi.features().contains(Feature.JSON) ? json(address, call) : null;
        }
    }

    private static String json(long address, Call call) {
        call.check(Library.fazhi_score_json(address, call.out(), call.error()));
        return call.takeText();
    }

    /** What the score is called: 报告文本质量分. */
    public String name() {
        return name;
    }

    /** What it says and does not say. */
    public String notice() {
        return notice;
    }

    /** The rubric's name. */
    public String rubricId() {
        return rubricId;
    }

    /** SHA-256 of the rubric's text, in hexadecimal digits. */
    public String rubricSha256() {
        return rubricSha256;
    }

    /** The rubric's version. */
    public long rubricVersion() {
        return rubricVersion;
    }

    /** Points earned. */
    public BigDecimal earned() {
        return earned;
    }

    /** Points that could be judged; the rest is unknown, not lost. */
    public BigDecimal assessable() {
        return assessable;
    }

    /** Points of the whole rubric. */
    public BigDecimal total() {
        return total;
    }

    /** The dimensions in the rubric's order. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** What a reader should know beside the points. */
    public List<Flag> flags() {
        return flags;
    }

    /**
     * The score as the JSON document {@code fazhi.score/1} on one line. Positions in it are bytes of UTF-8.
     *
     * @throws FazhiException with {@link Status#NOT_BUILT_IN}, if the library was built without JSON
     */
    public String toJson() {
        if (json == null) {
            throw new FazhiException(Status.NOT_BUILT_IN, "此库未包含 JSON (built without JSON)", null, null);
        }
        return json;
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "name", name,
            "notice", notice,
            "rubricId", rubricId,
            "rubricSha256", rubricSha256,
            "rubricVersion", rubricVersion,
            "earned", earned,
            "assessable", assessable,
            "total", total,
            "dimensions", dimensions,
            "flags", flags,
        };
    }
}
