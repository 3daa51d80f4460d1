package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void hasTheHeadingsOfTheReport() throws Exception {
        for (Path file : Samples.reports()) {
            Outline outline = Outline.parse(file);
            String text = Samples.text(file);
            assertEquals(outline, Outline.parse(text));
            assertEquals(outline, Outline.parse(text.getBytes(StandardCharsets.UTF_8)));
            try (Report report = Report.parse(text)) {
                assertEquals(report.sections().size(), outline.sections().size(), file.toString());
                for (Section section : outline.sections()) {
                    Section whole = report.sections().get(section.index());
                    assertEquals(whole.span(), section.span());
                    assertEquals(whole.title(), section.title());
                    assertEquals(whole.children().size(), section.children().size());
                    assertEquals(Role.UNKNOWN, section.role());
                    assertEquals(Optional.empty(), section.topic());
                }
                assertEquals(report.passages().size(), outline.passages().size());
                for (int index = 0; index < outline.passages().size(); index++) {
                    assertEquals(report.passages().get(index).span(), outline.passages().get(index).span());
                }
                assertTrue(report.notes().containsAll(outline.notes()), file.toString());
            }
        }
    }

    @Test
    void positionsAreThoseOfTheString() {
        String text = "大\uD840\uDC0B\n一、主要工作\n（一）大事\n三、打算\n";
        Outline outline = Outline.parse(text);
        assertEquals(3, outline.sections().size());
        assertEquals("（一）大事", outline.sections().get(1).heading().of(text));
        assertEquals("大事", outline.sections().get(1).titleSpan().of(text));
        assertEquals(NoteCode.NUMBERING_GAP, outline.notes().get(0).code());
        assertEquals("三、", outline.notes().get(0).span().get().of(text));
    }

    @Test
    void filesOfAnyKind() throws Exception {
        String text = "一、主要工作\n（一）大事\n";
        assertEquals(Outline.parse(text), Outline.parse(text.getBytes("GBK")));
        assertEquals(2, Outline.parse(text.getBytes("UTF-16")).sections().size());
    }

    @Test
    void errorsAreThoseOfReports() {
        ReportTest.assertStatus(Status.UNDECODABLE, () -> Outline.parse(new byte[] {-1}));
        ReportTest.assertStatus(Status.INVALID_UTF8, () -> Outline.parse("\uD840"));
        ReportTest.assertStatus(
                Status.TOO_LARGE, () -> Outline.parse("一、工作", Options.defaults().withMaxBytes(3)));
        assertEquals(0, Outline.parse("").sections().size());
    }
}
