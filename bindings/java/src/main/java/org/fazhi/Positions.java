package org.fazhi;

import com.sun.jna.Pointer;

/** Converts positions between bytes of UTF-8, which the library counts, and {@code char}s of a Java string. */
final class Positions {
    /** {@code fazhi_report_convert_offsets} or {@code fazhi_text_convert_offsets} with a text. */
    interface Converter {
        int convert(int fromUnit, int toUnit, long from, long count, long to, long err);
    }

    private Positions() {}

    static void toChars(int[] offsets, Converter converter) {
        convert(offsets, Library.OFFSET_BYTES, Library.OFFSET_UTF16, converter);
    }

    static void toBytes(int[] offsets, Converter converter) {
        convert(offsets, Library.OFFSET_UTF16, Library.OFFSET_BYTES, converter);
    }

    private static void convert(int[] offsets, int fromUnit, int toUnit, Converter converter) {
        try (Call call = new Call()) {
            long block = call.allocate((long) Integer.BYTES * offsets.length);
            Pointer pointer = new Pointer(block);
            pointer.write(0, offsets, 0, offsets.length);
            call.check(converter.convert(fromUnit, toUnit, block, offsets.length, block, call.error()));
            pointer.read(0, offsets, 0, offsets.length);
        }
    }
}
