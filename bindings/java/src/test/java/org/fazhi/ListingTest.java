package org.fazhi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ListingTest {
    @Test
    void theCatalogue() {
        Set<String> ids = new HashSet<>();
        for (IndicatorDefinition definition : Fazhi.catalogue()) {
            assertTrue(ids.add(definition.id()), definition.toString());
            assertTrue(!definition.name().isEmpty() && !definition.definition().isEmpty(), definition.toString());
            assertTrue(definition.topic() != Topic.UNKNOWN, definition.toString());
        }
        assertTrue(ids.contains("reconsideration.received") && ids.size() > 50);
        assertSame(Fazhi.catalogue(), Fazhi.catalogue());
    }

    @Test
    void theRules() {
        Set<CheckKind> kinds = new HashSet<>();
        for (Rule rule : Fazhi.rules()) {
            assertTrue(kinds.add(rule.kind()));
            assertEquals(rule.kind().jsonName(), rule.id());
            assertTrue(!rule.name().isEmpty() && !rule.checks().isEmpty() && !rule.verdicts().isEmpty());
            assertTrue(!rule.good().isEmpty() && !rule.bad().isEmpty());
        }
        assertEquals(CheckKind.values().length - 1, kinds.size());
    }

    @Test
    void namesAreThoseOfTheLibrary() throws Exception {
        Coded[][] lists = {
            Marker.values(), Role.values(), Topic.values(), PassageRole.values(), QuantityKind.values(),
            Bound.values(), CitationKind.values(), Level.values(), CheckKind.values(), Verdict.values(),
            NoteCode.values(), Outcome.values(), BlockKind.values(), WarningKind.values(),
        };
        Matcher last = Pattern.compile("#define FAZHI_CODES_\\w+ (\\d+)").matcher(Samples.header());
        int count = 0;
        while (last.find()) {
            count = Integer.parseInt(last.group(1));
        }
        assertEquals(lists.length, count);
        for (int list = 1; list <= lists.length; list++) {
            assertEquals("unknown", lists[list - 1][0].jsonName());
            for (int code = 1; code < lists[list - 1].length; code++) {
                try (Call call = new Call()) {
                    call.check(Library.fazhi_code_name(list, code, call.out(), call.error()));
                    String name = new String(call.bytes(0), StandardCharsets.UTF_8);
                    assertEquals(name, lists[list - 1][code].jsonName());
                }
            }
            int beyond = lists[list - 1].length;
            int ofList = list;
            ReportTest.assertStatus(Status.INVALID_ARGUMENT, () -> {
                try (Call call = new Call()) {
                    call.check(Library.fazhi_code_name(ofList, beyond, call.out(), call.error()));
                }
            });
        }
    }

    /** What a newer library may send. */
    @Test
    void codesAndRowsOfANewerLibrary() {
        byte[] record = new byte[4];
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(record).order(java.nio.ByteOrder.nativeOrder());
        buffer.putShort(0, (short) 60000);
        buffer.putShort(2, (short) 2);
        Row row = new Table(buffer, new byte[0]).row(0);
        assertSame(Topic.UNKNOWN, row.code(Topic.VALUES, 0));
        assertSame(Topic.UNKNOWN, row.codeIfAny(Topic.VALUES, 0));
        assertSame(Topic.FUNCTIONS, row.code(Topic.VALUES, 2));
    }

    /** Rows may grow at their end, and never shrink. */
    @Test
    void rowsAreSteppedByTheStride() {
        int[] grown = {1, 4, -7, 5, 9, -7};
        try (Call call = new Call()) {
            long rows = call.allocate(24);
            new Pointer(rows).write(0, grown, 0, grown.length);
            Pointer table = new Pointer(call.out());
            table.setLong(Layout.Table.ROWS, rows);
            table.setLong(Layout.Table.COUNT, 2);
            table.setLong(Layout.Table.STRIDE, 12);
            Table spans = new Table(call, Layout.Span.SIZE, new byte[0]);
            spans.positions(offsets -> Arrays.setAll(offsets, at -> offsets[at] * 2), 0);
            assertEquals(Arrays.asList(new Span(2, 8), new Span(10, 18)), spans.read(row -> row.span(0)));
            table.setLong(Layout.Table.STRIDE, 4);
            ReportTest.assertStatus(Status.UNKNOWN, () -> new Table(call, Layout.Span.SIZE, new byte[0]));
        }
    }
}
