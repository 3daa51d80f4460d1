package org.fazhi;

import java.nio.charset.StandardCharsets;

/**
 * What is scored, for how many points, by which rule and on what legal ground. It holds native memory: close it when it is
 * no longer needed. Any number of threads may use it at once.
 */
public final class Rubric implements AutoCloseable {
    private final Handle handle;

    private Rubric(long address) {
        handle = new Handle(this, "the rubric", address, Library::fazhi_rubric_free);
    }

    /**
     * Reads a rubric in TOML; {@link #builtInToml} is an example.
     *
     * @throws FazhiException with {@link Status#INVALID_RUBRIC}, line and key in its message
     */
    public static Rubric fromToml(String toml) {
        Input input = Input.of(toml);
        byte[] utf8 = input.bytes();
        try (Call call = new Call()) {
            call.check(Library.fazhi_rubric_from_toml(call.copy(utf8), utf8.length, call.out(), call.error()));
            return new Rubric(call.word(0));
        } catch (FazhiException error) {
            throw input.placed(error);
        }
    }

    /** The rubric that scores use when none is given, in TOML. */
    public static String builtInToml() {
        try (Call call = new Call()) {
            call.check(Library.fazhi_rubric_built_in_toml(call.out(), call.error()));
            return new String(call.bytes(0), StandardCharsets.UTF_8);
        }
    }

    Handle handle() {
        return handle;
    }

    /** Frees the native memory, once no score is being made with it. Again, it does nothing. */
    @Override
    public void close() {
        handle.close();
    }
}
