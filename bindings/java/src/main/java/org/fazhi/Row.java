package org.fazhi;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A row of a table, its fields told by their constants in {@link Layout}. */
final class Row {
    private final ByteBuffer buffer;
    private final int base;
    private final byte[] strings;

    Row(ByteBuffer buffer, int base, byte[] strings) {
        this.buffer = buffer;
        this.base = base;
        this.strings = strings;
    }

    int u8(int field) {
        return buffer.get(base + field) & 0xFF;
    }

    int u16(int field) {
        return buffer.getShort(base + field) & 0xFFFF;
    }

    int u32(int field) {
        return buffer.getInt(base + field);
    }

    float f32(int field) {
        return buffer.getFloat(base + field);
    }

    /** A number that may need all 32 bits. */
    long wide(int field) {
        return buffer.getInt(base + field) & 0xFFFF_FFFFL;
    }

    /** The member of {@code rows} at an index that may be {@link Layout#NONE}, or null. */
    <T> T member(List<T> rows, int field) {
        int index = u32(field);
        return index == Layout.NONE ? null : rows.get(index);
    }

    /** A text, or null when it is absent. */
    String text(int field) {
        int offset = u32(field + Layout.Text.OFFSET);
        int length = u32(field + Layout.Text.LENGTH);
        return offset == Layout.NONE ? null : new String(strings, offset, length, StandardCharsets.UTF_8);
    }

    Span span(int field) {
        return new Span(u32(field + Layout.Span.START), u32(field + Layout.Span.END));
    }

    /** A span, or null when it is empty. */
    Span spanIfAny(int field) {
        Span span = span(field);
        return span.isEmpty() ? null : span;
    }

    /** A name, or null when it is absent. */
    Name name(int field) {
        String text = text(field + Layout.Name.TEXT);
        return text == null ? null : new Name(text, span(field + Layout.Name.SPAN));
    }

    /** A number, or null when there is none. */
    BigDecimal decimal(int field) {
        long mantissa = buffer.getLong(base + field + Layout.Decimal.MANTISSA);
        return u8(field + Layout.Decimal.PRESENT) == 0
                ? null
                : BigDecimal.valueOf(mantissa, u8(field + Layout.Decimal.SCALE));
    }

    PartialDate day(int field) {
        return new PartialDate(
                u16(field + Layout.Day.YEAR), u8(field + Layout.Day.MONTH), u8(field + Layout.Day.DAY));
    }

    /** A date, or null when nothing of it is printed. */
    PartialDate dayIfAny(int field) {
        return u32(field) == 0 ? null : day(field);
    }

    /** The constant with the code; the first, which is unknown, for none and for one this jar does not know. */
    <E> E code(E[] constants, int field) {
        int code = u16(field);
        return code < constants.length ? constants[code] : constants[0];
    }

    /** As {@link #code}, but null for none. */
    <E> E codeIfAny(E[] constants, int field) {
        return u16(field) == 0 ? null : code(constants, field);
    }

    /** The values that {@code read} makes of the rows of {@code side} that a list names. */
    <T> List<T> list(int field, Table side, Function<Row, T> read) {
        return side.slice(u32(field + Layout.List.FIRST), u32(field + Layout.List.COUNT), read);
    }
}
