package org.fazhi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The headings of a report alone, which are read much faster than the whole. It holds no native memory. */
public final class Outline extends Value {
    private final List<Section> sections;
    private final List<Passage> passages;
    private final List<Note> notes;

    /** A copy of the outline at {@code address}, of the text of {@code length} bytes at {@code text}. */
    private Outline(long address, long text, long length) {
        byte[] strings;
        try (Call call = new Call()) {
            call.check(Library.fazhi_outline_strings(address, call.out(), call.error()));
            strings = call.bytes(0);
        }
        Table.Positions positions = offsets -> Positions.toChars(
                offsets,
                (fromUnit, toUnit, from, count, to, err) ->
                        Library.fazhi_text_convert_offsets(text, length, fromUnit, toUnit, from, count, to, err));
        sections = Section.readAll(Table.of(address, Library::fazhi_outline_sections, Layout.Section.SIZE, strings)
                .positions(positions, Section.spans()));
        passages = Table.of(address, Library::fazhi_outline_passages, Layout.Passage.SIZE, strings)
                .positions(positions, Layout.Passage.SPAN)
                .read(row -> new Passage(row, sections));
        notes = Table.of(address, Library::fazhi_outline_notes, Layout.Note.SIZE, strings)
                .positions(positions, Layout.Note.SPAN)
                .read(Note::new);
    }

    /**
     * Segments a report.
     *
     * @throws FazhiException as {@link Report#parse(String)}
     */
    public static Outline parse(String text) {
        return parse(text, Options.defaults());
    }

    /**
     * Segments a report.
     *
     * @throws FazhiException as {@link Report#parse(String)}
     */
    public static Outline parse(String text, Options options) {
        return parse(Input.of(text), options);
    }

    /**
     * Segments a report in a file of any kind.
     *
     * @throws FazhiException as {@link Report#parse(byte[])}
     */
    public static Outline parse(byte[] file) {
        return parse(file, Options.defaults());
    }

    /**
     * Segments a report in a file of any kind.
     *
     * @throws FazhiException as {@link Report#parse(byte[])}
     */
    public static Outline parse(byte[] file, Options options) {
        return parse(Input.of(file), options);
    }

    /**
     * Segments a report in a file of any kind.
     *
     * @throws IOException if the file cannot be read
     * @throws FazhiException as {@link Report#parse(byte[])}
     */
    public static Outline parse(Path file) throws IOException {
        return parse(file, Options.defaults());
    }

    /**
     * Segments a report in a file of any kind.
     *
     * @throws IOException if the file cannot be read
     * @throws FazhiException as {@link Report#parse(byte[])}
     */
    public static Outline parse(Path file, Options options) throws IOException {
        return parse(Input.of(file), options);
    }

    private static Outline parse(Input input, Options options) {
        Objects.requireNonNull(options, "options");
        try (Call call = new Call()) {
            long settings = options.in(call);
            byte[] utf8 = input.isText() ? input.bytes() : Document.textOf(input.bytes(), settings, call);
            long text = call.copy(utf8);
            call.check(Library.fazhi_outline_parse(text, utf8.length, settings, call.out(), call.error()));
            return new Outline(call.own(call.word(0), Library::fazhi_outline_free), text, utf8.length);
        }
    }

    /** The sections in text order. */
    public List<Section> sections() {
        return sections;
    }

    /** Passages on problems or plans without a heading, in text order. */
    public List<Passage> passages() {
        return passages;
    }

    /** Faults of the numbering. */
    public List<Note> notes() {
        return notes;
    }

    @Override
    Object[] parts() {
        return new Object[] {"sections", sections, "passages", passages, "notes", notes};
    }
}
