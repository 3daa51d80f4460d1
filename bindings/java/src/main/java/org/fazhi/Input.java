package org.fazhi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text to be read, in UTF-8. */
final class Input {
    private final byte[] utf8;
    private final String text;

    private Input(byte[] utf8, String text) {
        this.utf8 = utf8;
        this.text = text;
    }

    static Input of(byte[] utf8) {
        return new Input(utf8, null);
    }

    static Input of(Path path) throws IOException {
        return new Input(Files.readAllBytes(path), null);
    }

    static Input of(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (!isPair(text, index)) {
                    String message = "第 " + index + " 个字符是半个代理对 (unpaired surrogate at index " + index + ")";
                    throw new FazhiException(Status.INVALID_UTF8, message, new Span(index, index + 1), null);
                }
                index++;
            }
        }
        return new Input(text.getBytes(StandardCharsets.UTF_8), text);
    }

    private static boolean isPair(String text, int index) {
        return index + 1 < text.length() && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
    }

    /** A text, its bytes, or the file they are in. */
    static Input of(Object input) throws IOException {
        if (input instanceof String) {
            return of((String) input);
        }
        if (input instanceof byte[]) {
            return of((byte[]) input);
        }
        if (input instanceof Path) {
            return of((Path) input);
        }
        throw new IllegalArgumentException(
                "an input is a String, byte[] or Path, not " + (input == null ? "null" : input.getClass().getName()));
    }

    byte[] utf8() {
        return utf8;
    }

    /** The string that was handed over, or null where it was bytes. */
    String text() {
        return text;
    }

    /** {@code error} with its place in units of what was handed over. */
    FazhiException placed(FazhiException error) {
        return text == null ? error : error.inChars(utf8);
    }

    /** How many {@code char}s the first {@code bytes} bytes are. */
    static int chars(byte[] utf8, int bytes) {
        return new String(utf8, 0, bytes, StandardCharsets.UTF_8).length();
    }
}
