package org.fazhi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of a file of any kind, and what the file knows of it. It is immutable, and any number of threads may use one at
 * once. It holds native memory: close it as a {@link Report}, from which it differs in no other way. Reports that were
 * parsed from it do not need it any more.
 */
public final class Document implements AutoCloseable {
    private final Handle handle;
    private final Once<byte[]> utf8 = new Once<>(() -> string(Library::fazhi_document_text));
    private final Once<String> text = new Once<>(() -> new String(utf8(), StandardCharsets.UTF_8));
    private final Once<byte[]> strings = new Once<>(() -> string(Library::fazhi_document_strings));
    private final Once<List<Block>> blocks = new Once<>(this::readBlocks);
    private final Once<List<Anchor>> anchors = new Once<>(this::readAnchors);
    private final Once<List<Footnote>> footnotes = new Once<>(this::readFootnotes);
    private final Once<List<Warning>> warnings = new Once<>(this::readWarnings);
    private final Once<Metadata> metadata = new Once<>(this::readMetadata);

    Document(long address) {
        handle = new Handle(this, "the document", address, Library::fazhi_document_free);
    }

    /**
     * Reads a file of any kind: plain text in any encoding, a web page, .docx, .doc, PDF, OFD. What it is goes by what it holds.
     * One that is damaged in part gives what could be read, and warnings.
     *
     * @throws FazhiException with {@link Status#ENCRYPTED}, {@link Status#NO_TEXT_LAYER}, {@link Status#UNDECODABLE},
     *     {@link Status#DAMAGED}, {@link Status#NO_ARTICLE}, {@link Status#WRONG_FORMAT},
     *     {@link Status#UNSUPPORTED_FORMAT}, {@link Status#TOO_LARGE}, {@link Status#NOT_BUILT_IN}
     */
    public static Document read(byte[] file) {
        return read(file, Options.defaults());
    }

    /**
     * Reads a file of any kind with settings, of which the largest file and the longest text count.
     *
     * @throws FazhiException as {@link #read(byte[])}
     */
    public static Document read(byte[] file, Options options) {
        return read(Input.of(file), options);
    }

    /**
     * Reads a file of any kind.
     *
     * @throws IOException if the file cannot be read
     * @throws FazhiException as {@link #read(byte[])}
     */
    public static Document read(Path file) throws IOException {
        return read(file, Options.defaults());
    }

    /**
     * Reads a file of any kind with settings.
     *
     * @throws IOException if the file cannot be read
     * @throws FazhiException as {@link #read(byte[])}
     */
    public static Document read(Path file, Options options) throws IOException {
        return read(Input.of(file), options);
    }

    private static Document read(Input file, Options options) {
        Objects.requireNonNull(options, "options");
        try (Call call = new Call()) {
            return new Document(extract(file.bytes(), options.in(call), call));
        }
    }

    /** The native document of a file, which is the caller's. */
    static long extract(byte[] file, long settings, Call call) {
        long bytes = call.copy(file);
        call.check(Library.fazhi_document_extract(bytes, file.length, settings, call.out(), call.error()));
        return call.word(0);
    }

    /** The text of a file in UTF-8. */
    static byte[] textOf(byte[] file, long settings, Call call) {
        long document = call.own(extract(file, settings, call), Library::fazhi_document_free);
        call.check(Library.fazhi_document_text(document, call.out(), call.error()));
        return call.bytes(0);
    }

    /** The report that a file holds. */
    static Report parse(byte[] file, long settings, Call call) {
        return parse(call.own(extract(file, settings, call), Library::fazhi_document_free), settings, call);
    }

    /**
     * Parses the report that the text holds, with positions in it.
     *
     * @throws FazhiException with {@link Status#TOO_LARGE}
     */
    public Report parse() {
        return parse(Options.defaults());
    }

    /**
     * Parses the report that the text holds, with settings.
     *
     * @throws FazhiException as {@link #parse()}
     */
    public Report parse(Options options) {
        Objects.requireNonNull(options, "options");
        return handle.use(address -> {
            try (Call call = new Call()) {
                return parse(address, options.in(call), call);
            }
        });
    }

    private static Report parse(long document, long settings, Call call) {
        call.check(Library.fazhi_document_parse(document, settings, call.out(), call.error()));
        return new Report(call.word(0), null);
    }

    /** The text: paragraphs joined by line feeds; of a text file in UTF-8 that of the file. */
    public String text() {
        return get(text);
    }

    /** What it is: text, docx, doc, rtf, pdf, html, ofd, or what a later version adds. */
    public String format() {
        return name(Library::fazhi_document_format);
    }

    /** The encoding of a text file or web page, as the WHATWG names it (UTF-8, gb18030); UTF-8 for every other format. */
    public String encoding() {
        return name(Library::fazhi_document_encoding);
    }

    /** The paragraphs in text order, without overlap. Page numbers and controls of a text file belong to none. */
    public List<Block> blocks() {
        return get(blocks);
    }

    /** The paragraph around the {@code char} at {@code index}; empty where there is none, as between two paragraphs. */
    public Optional<Block> blockAt(int index) {
        List<Block> blocks = blocks();
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).span().end() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < blocks.size() && blocks.get(low).span().start() <= index
                ? Optional.of(blocks.get(low))
                : Optional.empty();
    }

    /** Where each line stands on its page, in text order; none where there are no pages (all but PDF and OFD). */
    public List<Anchor> anchors() {
        return get(anchors);
    }

    /** Footnotes and endnotes, which are no part of the text. */
    public List<Footnote> footnotes() {
        return get(footnotes);
    }

    /** What a reader should know of how the file was read. */
    public List<Warning> warnings() {
        return get(warnings);
    }

    /** What the file says of itself. */
    public Metadata metadata() {
        return get(metadata);
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return handle.isClosed();
    }

    /** Frees the native memory, as soon as no other thread is reading it. Again, it does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    private <T> T get(Once<T> part) {
        handle.requireOpen();
        return part.get();
    }

    private byte[] utf8() {
        return utf8.get();
    }

    private byte[] string(Table.Source ask) {
        return handle.use(address -> {
            try (Call call = new Call()) {
                call.check(ask.table(address, call.out(), call.error()));
                return call.bytes(0);
            }
        });
    }

    private String name(Table.Source ask) {
        return new String(string(ask), StandardCharsets.UTF_8);
    }

    private void toChars(int[] offsets) {
        byte[] utf8 = utf8();
        try (Call call = new Call()) {
            long text = call.copy(utf8);
            Positions.toChars(
                    offsets,
                    (fromUnit, toUnit, from, count, to, err) -> Library.fazhi_text_convert_offsets(
                            text, utf8.length, fromUnit, toUnit, from, count, to, err));
        }
    }

    private Table table(Table.Source table, int rowSize) {
        return handle.use(address -> Table.of(address, table, rowSize, strings.get()));
    }

    private List<Block> readBlocks() {
        return table(Library::fazhi_document_blocks, Layout.Block.SIZE)
                .positions(this::toChars, Layout.Block.SPAN, Layout.Block.LABEL)
                .read(Block::new);
    }

    private List<Anchor> readAnchors() {
        return table(Library::fazhi_document_anchors, Layout.Anchor.SIZE)
                .positions(this::toChars, Layout.Anchor.SPAN)
                .read(Anchor::new);
    }

    private List<Footnote> readFootnotes() {
        Table table = table(Library::fazhi_document_footnotes, Layout.Footnote.SIZE);
        int[] places = new int[table.count()];
        for (int index = 0; index < places.length; index++) {
            int at = table.row(index).u32(Layout.Footnote.AT);
            places[index] = at == Layout.NONE ? 0 : at;
        }
        toChars(places);
        List<Footnote> footnotes = new ArrayList<>(places.length);
        for (int index = 0; index < places.length; index++) {
            footnotes.add(new Footnote(table.row(index), places[index]));
        }
        return Collections.unmodifiableList(footnotes);
    }

    private List<Warning> readWarnings() {
        return table(Library::fazhi_document_warnings, Layout.Warning.SIZE).read(Warning::new);
    }

    private Metadata readMetadata() {
        return handle.use(address -> {
            try (Call call = new Call()) {
                call.check(Library.fazhi_document_metadata(address, call.out(), call.error()));
                return new Metadata(call.record(Layout.Metadata.SIZE, strings.get()).row(0));
            }
        });
    }
}
