package org.fazhi;

import java.time.Year;
import java.util.List;
import java.util.Optional;

/** Head and tail of the document. */
public final class Front extends Value {
    private final Name title;
    private final List<Name> issuers;
    private final Name region;
    private final Level level;
    private final Year year;
    private final Span yearSpan;
    private final Name docNumber;
    private final List<Name> signers;
    private final List<Name> recipients;
    private final List<Name> cc;
    private final PartialDate date;
    private final Span dateSpan;
    private final Name printOffice;

    Front(Row row, Table names) {
        this.title = row.name(Layout.Front.TITLE);
        this.issuers = names(row, Layout.Front.ISSUERS, names);
        this.region = row.name(Layout.Front.REGION);
        this.level = row.codeIfAny(Level.VALUES, Layout.Front.LEVEL);
        this.year = row.u16(Layout.Front.YEAR) == 0 ? null : Year.of(row.u16(Layout.Front.YEAR));
        this.yearSpan = row.spanIfAny(Layout.Front.YEAR_SPAN);
        this.docNumber = row.name(Layout.Front.DOC_NUMBER);
        this.signers = names(row, Layout.Front.SIGNERS, names);
        this.recipients = names(row, Layout.Front.RECIPIENTS, names);
        this.cc = names(row, Layout.Front.CC, names);
        this.date = row.dayIfAny(Layout.Front.DATE);
        this.dateSpan = row.spanIfAny(Layout.Front.DATE_SPAN);
        this.printOffice = row.name(Layout.Front.PRINT_OFFICE);
    }

    private static List<Name> names(Row row, int field, Table names) {
        return row.list(field, names, name -> name.name(0));
    }

    /** Where the spans of a row stand. */
    static int[] spans() {
        return new int[] {
            Layout.Front.TITLE + Layout.Name.SPAN,
            Layout.Front.REGION + Layout.Name.SPAN,
            Layout.Front.DOC_NUMBER + Layout.Name.SPAN,
            Layout.Front.PRINT_OFFICE + Layout.Name.SPAN,
            Layout.Front.YEAR_SPAN,
            Layout.Front.DATE_SPAN,
        };
    }

    /** The title on one line. */
    public Optional<Name> title() {
        return Optional.ofNullable(title);
    }

    /** Who reports, in order. */
    public List<Name> issuers() {
        return issuers;
    }

    /** The administrative division reported on. */
    public Optional<Name> region() {
        return Optional.ofNullable(region);
    }

    /** The level of the reporting body; empty when the text leaves it open. */
    public Optional<Level> level() {
        return Optional.ofNullable(level);
    }

    /** The reporting year. */
    public Optional<Year> year() {
        return Optional.ofNullable(year);
    }

    /** Where the reporting year stands. */
    public Optional<Span> yearSpan() {
        return Optional.ofNullable(yearSpan);
    }

    /** The document's own number. */
    public Optional<Name> docNumber() {
        return Optional.ofNullable(docNumber);
    }

    /** 签发人 */
    public List<Name> signers() {
        return signers;
    }

    /** 主送机关 */
    public List<Name> recipients() {
        return recipients;
    }

    /** 抄送机关 */
    public List<Name> cc() {
        return cc;
    }

    /** The date of issue as printed. */
    public Optional<PartialDate> date() {
        return Optional.ofNullable(date);
    }

    /** Where the date of issue stands. */
    public Optional<Span> dateSpan() {
        return Optional.ofNullable(dateSpan);
    }

    /** 印发机关 */
    public Optional<Name> printOffice() {
        return Optional.ofNullable(printOffice);
    }

    @Override
    Object[] parts() {
        return new Object[] {
            "title", title,
            "issuers", issuers,
            "region", region,
            "level", level,
            "year", year,
            "yearSpan", yearSpan,
            "docNumber", docNumber,
            "signers", signers,
            "recipients", recipients,
            "cc", cc,
            "date", date,
            "dateSpan", dateSpan,
            "printOffice", printOffice,
        };
    }
}
