package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void readsAReport() throws Exception {
        try (Report report = Report.parse(Samples.QINGLAN)) {
            Front front = report.front();
            assertEquals(Optional.of("青岚县"), front.region().map(Name::text));
            assertEquals(Optional.of(Level.COUNTY), front.level());
            assertEquals(Optional.of(Year.of(2024)), front.year());
            assertEquals(Arrays.asList("中共青岚县委", "青岚县人民政府"), texts(front.issuers()));
            Name region = front.region().get();
            assertEquals(region.text(), report.text(region.span()));
            Check slip = report.checks().stream()
                    .filter(check -> check.verdict() == Verdict.INCONSISTENT)
                    .findFirst()
                    .get();
            assertEquals(CheckKind.RATIO, slip.kind());
            assertEquals(Optional.of("99.5"), slip.stated());
            assertEquals(Optional.of("98.5"), slip.repair());
            assertEquals("99.5%", report.text(slip.spans().get(0)));
        }
    }

    private static List<String> texts(List<Name> names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.text()));
        return texts;
    }

    @Test
    void sectionsAreATree() throws Exception {
        try (Report report = Report.parse(Samples.QINGLAN)) {
            List<Section> sections = report.sections();
            int children = 0;
            for (Section section : sections) {
                assertSame(section, sections.get(section.index()));
                section.parent().ifPresent(parent -> assertTrue(parent.children().contains(section)));
                for (Section child : section.children()) {
                    assertSame(section, child.parent().get());
                    assertTrue(child.index() > section.index());
                    children++;
                }
            }
            long nested = sections.stream().filter(section -> section.parent().isPresent()).count();
            assertEquals(nested, children);
            assertTrue(children > 5);
            for (Quantity quantity : report.quantities()) {
                quantity.section().ifPresent(section -> assertSame(section, sections.get(section.index())));
            }
        }
    }

    @Test
    void positionsAreThoseOfTheString() {
        // 大 has three bytes and one char, the second four and two.
        String text = "大\uD840\uDC0B，全年受理行政复议案件25件，《行政复议法》实施，大府发〔2024〕3号。";
        try (Report report = Report.parse(text)) {
            Quantity quantity = report.quantities().get(0);
            assertEquals(new BigDecimal("25"), quantity.value());
            assertEquals("25件", quantity.text());
            assertEquals(text.indexOf("25件"), quantity.span().start());
            assertEquals(text.indexOf("25件") + 3, quantity.span().end());
            assertEquals("件", report.text(quantity.unitSpan().get()));
            Citation citation = report.citations().get(0);
            assertEquals("《行政复议法》", citation.span().of(text));
            assertEquals("行政复议法", citation.titleSpan().of(text));
            DocNumber number = report.docNumbers().get(0);
            assertEquals("大府发〔2024〕3号", number.text());
            assertEquals("大府发", report.text(number.issuerSpan()));
            assertEquals(Year.of(2024), number.year());
            assertEquals(3, number.serial());
        }
    }

    @Test
    void placesAreCountedInChars() {
        try (Report report = Report.parse("一行\n大\uD840\uDC0B尾")) {
            Place place = report.place(6);
            assertEquals(1, place.line());
            assertEquals(3, place.column());
            assertStatus(Status.NOT_ON_BOUNDARY, () -> report.place(5));
            assertStatus(Status.OUT_OF_RANGE, () -> report.place(8));
            assertStatus(Status.OUT_OF_RANGE, () -> report.place(-1));
        }
    }

    @Test
    void textsOfSpans() {
        String text = "全年受理案\n件２５ 件，\uD840\uDC0B。";
        try (Report report = Report.parse(text)) {
            assertEquals(text, report.source());
            assertEquals("案\n件２５ 件", report.text(new Span(4, 11)));
            assertEquals("案件２５件", report.cleanText(new Span(4, 11)));
            assertEquals("", report.text(new Span(0, 0)));
            assertStatus(Status.OUT_OF_RANGE, () -> report.text(new Span(0, text.length() + 1)));
            assertStatus(Status.OUT_OF_RANGE, () -> report.cleanText(new Span(0, text.length() + 1)));
            assertStatus(Status.NOT_ON_BOUNDARY, () -> report.cleanText(new Span(0, text.indexOf("\uDC0B"))));
        }
    }

    static FazhiException assertStatus(Status status, org.junit.jupiter.api.function.Executable call) {
        FazhiException error = assertThrows(FazhiException.class, call);
        assertEquals(status, error.status(), error.getMessage());
        assertFalse(error.getMessage().isEmpty());
        return error;
    }

    @Test
    void inputsThatAreNoText() {
        assertStatus(Status.UNDECODABLE, () -> Report.parse(new byte[] {'a', -1, 'b'}));
        for (String text : new String[] {"大\uD840", "大\uD840大", "大\uDC0B大", "大\uDC0B\uD840"}) {
            FazhiException half = assertStatus(Status.INVALID_UTF8, () -> Report.parse(text));
            assertEquals(Optional.of(new Span(1, 2)), half.span());
            assertEquals("第 1 个字符是半个代理对 (unpaired surrogate at index 1)", half.getMessage());
        }
        assertThrows(NullPointerException.class, () -> Report.parse((String) null));
        assertThrows(NullPointerException.class, () -> Report.parse("", null));
        assertThrows(
                java.nio.file.NoSuchFileException.class, () -> Report.parse(Samples.WORK.resolve("no-such-file.txt")));
    }

    @Test
    void oddTextsAreReports() {
        for (String text : new String[] {"", "\0", "\uFEFF", "一、", "\uD83D\uDE00", "大家好"}) {
            try (Report report = Report.parse(text)) {
                assertEquals(text, report.source());
                assertEquals(Optional.empty(), report.front().year());
                assertEquals(0, report.quantities().size());
                assertTrue(report.toJson().startsWith("{\"schema\":\"fazhi.report/1\""));
            }
        }
    }

    @Test
    void limits() throws Exception {
        String text = Samples.text(Samples.QINGLAN);
        Options options = Options.defaults();
        FazhiException error =
                assertStatus(Status.TOO_LARGE, () -> Report.parse(text, options.withMaxBytes(100)));
        assertEquals(Optional.empty(), error.span());
        try (Report report = Report.parse(text, options.withMaxSections(3).withMaxFacts(5))) {
            assertEquals(3, report.sections().size());
            assertEquals(5, report.quantities().size());
            assertTrue(report.notes().stream().anyMatch(note -> note.code() == NoteCode.LIMIT_REACHED));
        }
        try (Report report = Report.parse(text, options.withMaxDepth(1))) {
            assertTrue(report.sections().stream().allMatch(section -> section.level() == 1));
        }
        try (Report whole = Report.parse(text); Report report = Report.parse(text, options.withoutAudit())) {
            assertEquals(0, report.checks().size());
            assertEquals(whole.quantities(), report.quantities());
        }
        assertThrows(IllegalArgumentException.class, () -> options.withMaxBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> options.withMaxDepth(0));
        assertNotEquals(options, options.withMaxFacts(1));
    }

    @Test
    void datesThatAreNotThereAreNoErrors() {
        String text = "2024年1月8日开会，2024年2月30日公布，2024年3月至5月督察，3月2日通报。";
        try (Report report = Report.parse(text)) {
            List<DateFact> dates = report.dates();
            assertEquals(4, dates.size(), dates.toString());
            PartialDate whole = dates.get(0).date();
            assertEquals(Optional.of(LocalDate.of(2024, 1, 8)), whole.toLocalDate());
            assertEquals("2024-01-08", whole.toIsoString());
            PartialDate impossible = dates.get(1).date();
            assertEquals(Optional.empty(), impossible.toLocalDate());
            assertEquals(OptionalInt.of(30), impossible.day());
            assertEquals(Optional.of(YearMonth.of(2024, 2)), impossible.toYearMonth());
            assertEquals("2024-02-30", impossible.toIsoString());
            DateFact period = dates.get(2);
            assertEquals(Optional.empty(), period.date().toLocalDate());
            assertEquals(Optional.of(YearMonth.of(2024, 3)), period.date().toYearMonth());
            assertEquals(Optional.of(5), period.end().map(end -> end.month().getAsInt()));
            PartialDate yearless = dates.get(3).date();
            assertEquals(Optional.empty(), yearless.toYear());
            assertEquals("--03-02", yearless.toIsoString());
        }
    }

    @Test
    void partsOfDates() {
        assertEquals("2024-01", new PartialDate(2024, 1, 0).toIsoString());
        assertEquals("0987", new PartialDate(987, 0, 3).toIsoString());
        assertEquals("--12", new PartialDate(0, 12, 0).toIsoString());
        assertEquals("---08", new PartialDate(0, 0, 8).toIsoString());
        assertEquals("", new PartialDate(0, 0, 0).toIsoString());
        assertEquals(Optional.of(Year.of(2024)), new PartialDate(2024, 0, 0).toYear());
    }

    @Test
    void valuesAreEqualByTheirPartsAndOutliveTheReport() throws Exception {
        Report first = Report.parse(Samples.QINGLAN);
        Report second = Report.parse(Samples.QINGLAN);
        List<Object> ones = everything(first);
        List<Object> others = everything(second);
        String printed = ones.toString();
        first.close();
        second.close();
        assertEquals(ones, others);
        assertEquals(ones.hashCode(), others.hashCode());
        assertEquals(printed, others.toString());
        assertNotEquals(new Span(1, 2), new Span(1, 3));
        assertNotEquals(new Span(1, 2), null);
        assertEquals("Span[start=1, end=2]", new Span(1, 2).toString());
        assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Span(-1, 1));
    }

    static List<Object> everything(Report report) {
        return new ArrayList<>(Arrays.asList(
                report.source(), report.front(), report.sections(), report.passages(), report.quantities(),
                report.citations(), report.docNumbers(), report.dates(), report.indicators(), report.checks(),
                report.notes(), report.score(), report.toJson()));
    }

    @Test
    void listsCannotBeChanged() throws Exception {
        try (Report report = Report.parse(Samples.QINGLAN)) {
            Score score = report.score();
            List<List<?>> lists = Arrays.asList(
                    report.sections(), report.sections().get(0).children(), report.passages(), report.quantities(),
                    report.citations(), report.docNumbers(), report.dates(), report.indicators(), report.checks(),
                    report.checks().get(0).spans(), report.notes(), report.front().issuers(), score.dimensions(),
                    score.dimensions().get(0).criteria(), score.flags(), Fazhi.catalogue(), Fazhi.rules());
            for (List<?> list : lists) {
                assertThrows(UnsupportedOperationException.class, () -> list.add(null), list.toString());
            }
        }
    }

    /** Whether a part was read before makes no difference. */
    @Test
    void closedReportsSayNothingMore() throws Exception {
        List<Consumer<Report>> calls = Arrays.asList(
                Report::source, Report::front, Report::sections, Report::passages, Report::quantities,
                Report::citations, Report::docNumbers, Report::dates, Report::indicators, Report::checks,
                Report::notes, Report::score, Report::toJson, report -> report.score(Context.empty()),
                report -> report.text(new Span(0, 0)), report -> report.cleanText(new Span(0, 0)),
                report -> report.place(0));
        Report unread = Report.parse(Samples.QINGLAN);
        Report read = Report.parse(Samples.QINGLAN);
        everything(read);
        for (Report report : Arrays.asList(unread, read)) {
            assertFalse(report.isClosed());
            report.close();
            report.close();
            assertTrue(report.isClosed());
            for (Consumer<Report> call : calls) {
                IllegalStateException error =
                        assertThrows(IllegalStateException.class, () -> call.accept(report));
                assertEquals("the report is closed", error.getMessage());
            }
        }
    }
}
