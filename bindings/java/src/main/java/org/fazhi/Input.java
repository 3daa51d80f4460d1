package org.fazhi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What is to be read: a text, or a file of any kind. */
final class Input {
    private final byte[] bytes;
    private final String text;

    private Input(byte[] bytes, String text) {
        this.bytes = bytes;
        this.text = text;
    }

    static Input of(byte[] file) {
        return new Input(Objects.requireNonNull(file, "file"), null);
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

    /** A text, the bytes of a file, or its path. */
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

    /** The text in UTF-8, or the file. */
    byte[] bytes() {
        return bytes;
    }

    boolean isText() {
        return text != null;
    }

    /** The string that was handed over, or null where it was a file. */
    String text() {
        return text;
    }

    /** {@code error} with its place in units of what was handed over. */
    FazhiException placed(FazhiException error) {
        return text == null ? error : error.inChars(bytes);
    }

    /** How many {@code char}s the first {@code bytes} bytes are. */
    static int chars(byte[] utf8, int bytes) {
        return new String(utf8, 0, bytes, StandardCharsets.UTF_8).length();
    }
}
