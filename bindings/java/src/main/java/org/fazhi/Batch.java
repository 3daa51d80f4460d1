package org.fazhi;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Many reports at once. */
final class Batch {
    private Batch() {}

    static List<ParseResult> parse(List<?> inputs, Options options, int threads) {
        if (threads < 0) {
            throw new IllegalArgumentException("there are no " + threads + " threads");
        }
        List<ParseResult> results = new ArrayList<>(inputs.size());
        List<Input> readable = new ArrayList<>(inputs.size());
        for (Object input : inputs) {
            try {
                readable.add(Input.of(input));
                results.add(null);
            } catch (IOException error) {
                results.add(new ParseResult(new UncheckedIOException(error)));
            } catch (FazhiException error) {
                results.add(new ParseResult(error));
            }
        }
        try (Call call = new Call()) {
            long settings = options.in(call);
            long texts = copy(readable, call);
            call.check(Library.fazhi_batch_parse(
                    texts, readable.size(), settings, threads, call.out(), call.error()));
            long batch = call.own(call.word(0), Library::fazhi_batch_free);
            int next = 0;
            for (int index = 0; index < results.size(); index++) {
                if (results.get(index) == null) {
                    results.set(index, take(batch, next, readable.get(next), call));
                    next++;
                }
            }
        }
        return Collections.unmodifiableList(results);
    }

    /** The inputs as an array of {@code fazhi_str} that lives as long as {@code call}. */
    private static long copy(List<Input> inputs, Call call) {
        long array = call.allocate((long) Layout.Str.SIZE * inputs.size());
        for (int index = 0; index < inputs.size(); index++) {
            byte[] utf8 = inputs.get(index).utf8();
            Pointer text = new Pointer(array + (long) Layout.Str.SIZE * index);
            text.setLong(Layout.Str.DATA, call.copy(utf8));
            text.setLong(Layout.Str.LEN, utf8.length);
        }
        return array;
    }

    private static ParseResult take(long batch, int index, Input input, Call call) {
        try {
            call.check(Library.fazhi_batch_take(batch, index, call.out(), call.error()));
            return new ParseResult(new Report(call.word(0), input.text()));
        } catch (FazhiException error) {
            return new ParseResult(input.placed(error));
        }
    }
}
