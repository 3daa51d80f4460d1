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
        // What can be parsed, null for the rest.
        List<Input> readable = new ArrayList<>(inputs.size());
        for (Object input : inputs) {
            try {
                readable.add(Input.of(input));
                results.add(null);
            } catch (IOException error) {
                readable.add(null);
                results.add(new ParseResult(new UncheckedIOException(error)));
            } catch (FazhiException error) {
                readable.add(null);
                results.add(new ParseResult(error));
            }
        }
        try (Call call = new Call()) {
            long settings = options.in(call);
            run(readable, true, Library::fazhi_batch_parse, settings, threads, call, results);
            run(readable, false, Library::fazhi_batch_extract, settings, threads, call, results);
        }
        return Collections.unmodifiableList(results);
    }

    /** A function that makes a batch. */
    private interface Maker {
        int make(long inputs, long count, long options, int threads, long batch, long err);
    }

    /** Has {@code maker} parse those of {@code inputs} that are texts, or those that are files. */
    private static void run(
            List<Input> inputs,
            boolean texts,
            Maker maker,
            long settings,
            int threads,
            Call call,
            List<ParseResult> results) {
        List<Input> given = new ArrayList<>(inputs.size());
        for (Input input : inputs) {
            if (input != null && input.isText() == texts) {
                given.add(input);
            }
        }
        if (given.isEmpty()) {
            return;
        }
        long array = copy(given, call);
        call.check(maker.make(array, given.size(), settings, threads, call.out(), call.error()));
        long batch = call.own(call.word(0), Library::fazhi_batch_free);
        int next = 0;
        for (int index = 0; index < inputs.size(); index++) {
            Input input = inputs.get(index);
            if (input != null && input.isText() == texts) {
                results.set(index, take(batch, next++, input, call));
            }
        }
    }

    /** The inputs as an array of {@code fazhi_str} that lives as long as {@code call}. */
    private static long copy(List<Input> inputs, Call call) {
        long array = call.allocate((long) Layout.Str.SIZE * inputs.size());
        for (int index = 0; index < inputs.size(); index++) {
            byte[] bytes = inputs.get(index).bytes();
            Pointer text = new Pointer(array + (long) Layout.Str.SIZE * index);
            text.setLong(Layout.Str.DATA, call.copy(bytes));
            text.setLong(Layout.Str.LEN, bytes.length);
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
