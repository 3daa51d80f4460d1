package org.fazhi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** The native memory that calls need beside their objects: inputs, outputs, the error. Closing frees it. */
final class Call implements AutoCloseable {
    /** Bytes for outputs, of which the longest is a {@code fazhi_front}; the error stands behind them. */
    private static final int OUTPUTS = 128;

    private long[] owned = new long[4];
    private LongConsumer[] frees = new LongConsumer[4];
    private int count;
    private final Pointer scratch;
    private final long out;
    private final long error;

    Call() {
        Library.require();
        out = allocate(OUTPUTS + Layout.Error.SIZE);
        error = out + OUTPUTS;
        scratch = new Pointer(out);
    }

    /** Where a function writes its first output. */
    long out() {
        return out;
    }

    /** Where a function writes an output {@code offset} bytes behind the first. */
    long out(int offset) {
        return out + offset;
    }

    /** The {@code err} of a function. */
    long error() {
        return error;
    }

    /** The pointer or size that was written {@code offset} bytes behind the first output. */
    long word(int offset) {
        return scratch.getLong(offset);
    }

    /** Throws what a function that returned {@code status} wrote into its {@code err}. */
    void check(int status) {
        if (status != 0) {
            Pointer record = scratch.share(OUTPUTS);
            byte[] message = record.getByteArray(Layout.Error.MESSAGE, record.getInt(Layout.Error.MESSAGE_LEN));
            int start = record.getInt(Layout.Error.SPAN + Layout.Span.START);
            int end = record.getInt(Layout.Error.SPAN + Layout.Span.END);
            throw new FazhiException(
                    Status.of(status),
                    new String(message, StandardCharsets.UTF_8),
                    start == end ? null : new Span(start, end),
                    null);
        }
    }

    /** Has {@code free} free an object when this call is closed. */
    long own(long object, LongConsumer free) {
        if (count == owned.length) {
            owned = Arrays.copyOf(owned, 2 * count);
            frees = Arrays.copyOf(frees, 2 * count);
        }
        owned[count] = object;
        frees[count++] = free;
        return object;
    }

    /** {@code size} bytes of native memory, as long as this call. */
    long allocate(long size) {
        long block = Native.malloc(Math.max(size, 1));
        if (block == 0) {
            throw new OutOfMemoryError("no native memory for " + size + " bytes");
        }
        return own(block, Native::free);
    }

    /** A copy of {@code bytes} in native memory, as long as this call. */
    long copy(byte[] bytes) {
        long block = allocate(bytes.length);
        new Pointer(block).write(0, bytes, 0, bytes.length);
        return block;
    }

    /** The bytes of the {@code fazhi_str} or {@code fazhi_bytes} among the outputs, {@code offset} behind the first. */
    byte[] bytes(int offset) {
        int length = Math.toIntExact(word(offset + Layout.Str.LEN));
        return new Pointer(word(offset + Layout.Str.DATA)).getByteArray(0, length);
    }

    /** The text of the {@code fazhi_bytes} that is the first output, which is freed. */
    String takeText() {
        try {
            return new String(bytes(0), StandardCharsets.UTF_8);
        } finally {
            Library.fazhi_bytes_free(out);
        }
    }

    /** The record that is the first output, as a table of one row. */
    Table record(int size, byte[] strings) {
        return new Table(ByteBuffer.wrap(scratch.getByteArray(0, size)).order(ByteOrder.nativeOrder()), strings);
    }

    @Override
    public void close() {
        while (count > 0) {
            count--;
            frees[count].accept(owned[count]);
        }
    }
}
