package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files of every kind, made here, about a county that does not exist. */
class FileTest {
    private static final String TEXT = "青岚县2024年法治政府建设年度报告\n一、主要工作\n（一）化解矛盾。受理案件40件，办结36件。\n";

    static final String PAGE = "<html><head><meta name=ArticleTitle content='青岚县报告'>"
            + "<meta name=PubDate content='2025-01-21'><meta name=ContentSource content='县司法局'></head><body><div id=zoom>"
            + "<p>2024年，青岚县坚持依法行政，健全制度，规范执法，加强监督，法治政府建设取得新进展。现将有关情况报告如下：</p>"
            + "<p>全年办理行政复议案件25件，审结24件，纠错2件；行政机关负责人出庭应诉18次，出庭率为100%，没有败诉案件。</p>"
            + "</div></body></html>";

    private static final String RTF = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0"
            + "\\pard\\plain\\outlinelevel0 {\\listtext\\pard\\plain \\'d2\\'bb\\'a1\\'a2\\tab}\\'d6\\'f7\\'d2\\'aa\\par"
            + "\\pard\\plain \\'ca\\'dc\\'c0\\'ed25\\'bc\\'fe"
            + "{\\super\\chftn{\\footnote\\pard {\\super\\chftn} \\'ba\\'ac\\par}}\\'a1\\'a3\\par"
            + "\\trowd\\cellx1\\cellx2\\pard\\intbl\\'c4\\'ea\\cell \\'bc\\'fe\\cell\\row}";

    /** A .docx file with these paragraphs, or with pictures for null. */
    private static byte[] docx(String... paragraphs) throws Exception {
        String body = Arrays.stream(paragraphs)
                .map(text -> text == null ? "<w:drawing><a:blip/></w:drawing>" : "<w:t>" + text + "</w:t>")
                .map(run -> "<w:p><w:r>" + run + "</w:r></w:p>")
                .collect(Collectors.joining());
        return zip("word/document.xml", "<?xml version='1.0'?><w:document><w:body>" + body + "</w:body></w:document>");
    }

    private static byte[] zip(String name, String part) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(file)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(part.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    /** A PDF file with these lines, the first of them larger, each on a page of its own. */
    private static byte[] pdf(String... lines) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        file.append("2 0 obj\n<</Type/Pages/Count ").append(lines.length).append("/MediaBox[0 0 595 842]/Kids[");
        for (int page = 0; page < lines.length; page++) {
            file.append(5 + 2 * page).append(" 0 R ");
        }
        file.append("]>>\nendobj\n3 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H")
                .append("/DescendantFonts[4 0 R]>>\nendobj\n")
                .append("4 0 obj\n<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo")
                .append("<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]>>\nendobj\n");
        for (int page = 0; page < lines.length; page++) {
            String codes = lines[page].chars().mapToObj(unit -> String.format("%04X", unit)).collect(Collectors.joining());
            String content = "BT /F1 " + (page == 0 ? 22 : 16) + " Tf 100 700 Td <" + codes + "> Tj ET\n";
            file.append(5 + 2 * page).append(" 0 obj\n<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents ")
                    .append(6 + 2 * page).append(" 0 R>>\nendobj\n")
                    .append(6 + 2 * page).append(" 0 obj\n<</Length ").append(content.length()).append(">>\nstream\n")
                    .append(content).append("endstream\nendobj\n");
        }
        // Without a table of its objects, which readers then find by themselves.
        return file.append("trailer\n<</Root 1 0 R>>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void textInAnyEncoding() throws Exception {
        for (String encoding : new String[] {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"}) {
            try (Document document = Document.read(TEXT.getBytes(encoding)); Report report = document.parse()) {
                assertEquals(TEXT, document.text(), encoding);
                assertEquals("text", document.format());
                String name = encoding.startsWith("GB") ? "gb18030" : encoding.equals("UTF-16") ? "UTF-16BE" : encoding;
                assertEquals(name, document.encoding());
                assertEquals(TEXT, report.source());
                assertEquals("40件", report.quantities().get(0).text());
                assertTrue(report.toJson().contains("\"format\":\"text\",\"encoding\":\"" + name + "\""), report.toJson());
                assertEquals(3, document.blocks().size());
                assertEquals(BlockKind.BODY, document.blocks().get(1).kind());
                assertEquals("一、主要工作", document.blocks().get(1).span().of(TEXT));
            }
        }
    }

    @Test
    void richText() {
        try (Document document = Document.read(RTF.getBytes(StandardCharsets.US_ASCII))) {
            assertEquals("rtf", document.format());
            assertEquals("一、主要\n受理25件。\n年\t件", document.text());
            Block heading = document.blocks().get(0);
            assertEquals(BlockKind.LIST_ITEM, heading.kind());
            assertEquals("一、主要", heading.text());
            assertEquals("一、", heading.label().get().of(document.text()));
            assertEquals(OptionalInt.of(1), heading.outlineLevel());
            assertTrue(heading.paragraph().isPresent());
            assertFalse(heading.firstPage().isPresent());
            assertEquals(BlockKind.TABLE_ROW, document.blocks().get(2).kind());
            assertEquals(Optional.empty(), document.blocks().get(1).label());
            Footnote note = document.footnotes().get(0);
            assertEquals("含", note.text());
            assertEquals(document.text().indexOf("。"), note.at().getAsInt());
            assertEquals("受理25件。", document.blockAt(note.at().getAsInt()).get().text());
            assertEquals(Optional.empty(), document.blockAt(heading.span().end()));
            assertEquals(Optional.empty(), document.blockAt(-1));
            assertEquals(Optional.empty(), document.blockAt(document.text().length()));
        }
    }

    @Test
    void webPages() throws Exception {
        for (String encoding : new String[] {"UTF-8", "GBK"}) {
            try (Document document = Document.read(PAGE.getBytes(encoding))) {
                assertEquals("html", document.format());
                assertEquals(Optional.of("青岚县报告"), document.metadata().title());
                assertEquals(Optional.of("2025-01-21"), document.metadata().published());
                assertEquals(Optional.of("县司法局"), document.metadata().source());
                Warning warning = document.warnings().get(0);
                assertEquals(WarningKind.MAIN_CONTENT, warning.kind());
                assertFalse(warning.page().isPresent() || warning.message().isEmpty());
                assertEquals(OptionalInt.of(1), document.blocks().get(1).paragraph());
            }
        }
    }

    /** From a figure to its page. */
    @Test
    void pages() {
        byte[] file = pdf("青岚县2024年报告", "受理案件25件。");
        try (Report report = Report.parse(file)) {
            Document document = report.document().get();
            assertEquals("pdf", document.format());
            assertEquals(report.source(), document.text());
            Block block = document.blockAt(report.quantities().get(0).span().start()).get();
            assertEquals(OptionalInt.of(2), block.firstPage());
            assertEquals(OptionalInt.of(2), block.lastPage());
            Anchor line = document.anchors().get(1);
            assertEquals(block.span(), line.span());
            assertEquals(2, line.page());
            assertEquals(100, line.left(), 1);
            assertTrue(line.top() < line.bottom() && line.left() < line.right(), line.toString());
        }
    }

    @Test
    void reportAndDocumentAreClosedApart() throws Exception {
        byte[] file = docx("一、主要工作", "𠮷村受理案件25件。");
        Document own;
        Report report;
        try (Document document = Document.read(file)) {
            report = document.parse(Options.defaults().withoutAudit());
            own = report.document().get();
            assertNotSame(document, own);
            assertSame(own, report.document().get());
        }
        assertEquals("docx", own.format());
        Span figure = report.quantities().get(0).span();
        assertEquals("𠮷村受理案件25件。", own.blockAt(figure.start()).get().span().of(report.source()));
        assertEquals("25件", report.quantities().get(0).text());
        report.close();
        assertTrue(own.isClosed());
        assertThrows(IllegalStateException.class, own::format);
        assertThrows(IllegalStateException.class, report::document);
        own.close();
        try (Report plain = Report.parse(TEXT)) {
            assertEquals(Optional.empty(), plain.document());
        }
    }

    @Test
    void pathsToo() throws Exception {
        Path file = Files.createDirectories(Samples.WORK).resolve("named-as-it-is-not.txt");
        Files.write(file, docx("一、主要工作", "受理案件25件。"));
        try (Document document = Document.read(file); Report report = Report.parse(file)) {
            assertEquals("docx", document.format());
            assertEquals(document.text(), report.source());
        }
        assertThrows(NoSuchFileException.class, () -> Document.read(Samples.WORK.resolve("no-such-file.pdf")));
        assertThrows(NullPointerException.class, () -> Document.read((byte[]) null));
    }

    @Test
    void filesWithoutAText() throws Exception {
        byte[] encrypted = new byte[1024];
        byte[] start = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(start, 0, encrypted, 0, start.length);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 640, name.length);
        encrypted[704] = 34;
        encrypted[706] = 2;
        refuses(Status.ENCRYPTED, encrypted);
        refuses(Status.NO_TEXT_LAYER, docx((String) null));
        refuses(Status.UNDECODABLE, new byte[] {'a', -1});
        refuses(Status.DAMAGED, "PK\3\4 and nothing else".getBytes("US-ASCII"));
        FazhiException error = refuses(
                Status.NO_ARTICLE,
                "<html><body><div><a href='/files/report.doc'>青岚县报告.doc</a></div></body></html>".getBytes("UTF-8"));
        assertTrue(error.getMessage().contains("青岚县报告.doc /files/report.doc"), error.getMessage());
        refuses(Status.WRONG_FORMAT, zip("xl/workbook.xml", "<workbook/>"));
        refuses(Status.UNSUPPORTED_FORMAT, "MIME-Version: 1.0\n".getBytes("US-ASCII"));
    }

    private static FazhiException refuses(Status status, byte[] file) {
        assertEquals(status, ((FazhiException) Report.parseMany(Arrays.asList(file, ""), 2)
                        .get(0)
                        .exception()
                        .get())
                .status());
        ReportTest.assertStatus(status, () -> Report.parse(file));
        ReportTest.assertStatus(status, () -> Outline.parse(file));
        return ReportTest.assertStatus(status, () -> Document.read(file));
    }

    @Test
    void limits() throws Exception {
        byte[] file = TEXT.getBytes("GBK");
        Options options = Options.defaults();
        ReportTest.assertStatus(Status.TOO_LARGE, () -> Document.read(file, options.withMaxFileBytes(file.length - 1)));
        ReportTest.assertStatus(Status.TOO_LARGE, () -> Report.parse(file, options.withMaxFileBytes(file.length - 1)));
        Document.read(file, options.withMaxFileBytes(file.length)).close();
        int length = TEXT.getBytes(StandardCharsets.UTF_8).length;
        ReportTest.assertStatus(Status.TOO_LARGE, () -> Document.read(file, options.withMaxBytes(length - 1)));
        try (Document document = Document.read(file, options.withMaxBytes(length))) {
            ReportTest.assertStatus(Status.TOO_LARGE, () -> document.parse(options.withMaxBytes(length - 1)));
        }
        assertThrows(IllegalArgumentException.class, () -> options.withMaxFileBytes(-1));
    }
}
