package org.fazhi;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The rows of a table, copied out of the library in one piece. */
final class Table {
    /** A function that gives a table of an object. */
    interface Source {
        int table(long object, long table, long err);
    }

    /** Turns byte offsets into string indices, in place. */
    interface Positions {
        void convert(int[] offsets);
    }

    private final ByteBuffer buffer;
    private final int count;
    private final int stride;
    private final byte[] strings;

    /** The rows that are written into the first outputs of {@code call}, with the strings their texts point into. */
    Table(Call call, int rowSize, byte[] strings) {
        long rows = call.word(Layout.Table.ROWS);
        stride = Math.toIntExact(call.word(Layout.Table.STRIDE));
        count = Math.toIntExact(call.word(Layout.Table.COUNT));
        if (stride < rowSize) {
            throw new FazhiException(Status.UNKNOWN, "rows of " + stride + " bytes, not " + rowSize, null, null);
        }
        byte[] copy = new Pointer(rows).getByteArray(0, Math.multiplyExact(count, stride));
        buffer = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        this.strings = strings;
    }

    /** A record by itself. */
    Table(ByteBuffer record, byte[] strings) {
        buffer = record;
        count = 1;
        stride = record.capacity();
        this.strings = strings;
    }

    /** Asks {@code source} for a table of the object at {@code address}. */
    static Table of(long address, Source source, int rowSize, byte[] strings) {
        try (Call call = new Call()) {
            call.check(source.table(address, call.out(), call.error()));
            return new Table(call, rowSize, strings);
        }
    }

    /** Turns the spans at {@code fields} of every row into those of the Java string. */
    Table positions(Positions positions, int... fields) {
        int[] offsets = new int[count * fields.length * 2];
        int at = 0;
        for (int base = 0; base < count * stride; base += stride) {
            for (int field : fields) {
                offsets[at++] = buffer.getInt(base + field + Layout.Span.START);
                offsets[at++] = buffer.getInt(base + field + Layout.Span.END);
            }
        }
        positions.convert(offsets);
        at = 0;
        for (int base = 0; base < count * stride; base += stride) {
            for (int field : fields) {
                buffer.putInt(base + field + Layout.Span.START, offsets[at++]);
                buffer.putInt(base + field + Layout.Span.END, offsets[at++]);
            }
        }
        return this;
    }

    int count() {
        return count;
    }

    Row row(int index) {
        return new Row(buffer, index * stride, strings);
    }

    /** The values that {@code read} makes of the rows. */
    <T> List<T> read(Function<Row, T> read) {
        return slice(0, count, read);
    }

    /** The values that {@code read} makes of {@code count} rows from {@code first}. */
    <T> List<T> slice(int first, int count, Function<Row, T> read) {
        List<T> values = new ArrayList<>(count);
        for (int index = first; index < first + count; index++) {
            values.add(read.apply(row(index)));
        }
        return Collections.unmodifiableList(values);
    }
}
