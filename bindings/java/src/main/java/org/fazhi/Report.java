package org.fazhi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A parsed report. It is immutable, and any number of threads may use one at once. It holds native memory, several times
 * the text: close it, best in a {@code try} with resources. One that was forgotten is freed some time after the garbage
 * collector found it, when another report is parsed.
 *
 * <p>What it gives (values, lists, strings) is copied and stays good after it was closed; to ask a closed report for more
 * is an {@link IllegalStateException}. Closing while other threads read is safe: their calls end as if they had come
 * before, or with that exception.
 */
public final class Report implements AutoCloseable {
    private final Handle handle;
    private final Once<String> source;
    private final Once<byte[]> strings = new Once<>(this::readStrings);
    private final Once<Front> front = new Once<>(this::readFront);
    private final Once<List<Section>> sections = new Once<>(this::readSections);
    private final Once<List<Passage>> passages = new Once<>(this::readPassages);
    private final Once<List<Quantity>> quantities = new Once<>(this::readQuantities);
    private final Once<List<Citation>> citations = new Once<>(this::readCitations);
    private final Once<List<DocNumber>> docNumbers = new Once<>(this::readDocNumbers);
    private final Once<List<DateFact>> dates = new Once<>(this::readDates);
    private final Once<List<Indicator>> indicators = new Once<>(this::readIndicators);
    private final Once<List<Check>> checks = new Once<>(this::readChecks);
    private final Once<List<Note>> notes = new Once<>(this::readNotes);

    /** The file it was read from; null for a string. */
    private final Once<Document> document;

    /** The report at {@code address}, of {@code text}, or of a file if that is null. */
    Report(long address, String text) {
        handle = new Handle(this, "the report", address, Library::fazhi_report_free);
        source = new Once<>(text == null ? this::readSource : () -> text);
        document = text == null ? new Once<>(this::readDocument) : null;
    }

    /**
     * Parses a report. A damaged, odd or empty text is no error: it gives a report with what could be read, and notes.
     *
     * @throws FazhiException with {@link Status#INVALID_UTF8} for half a surrogate pair, {@link Status#TOO_LARGE}
     */
    public static Report parse(String text) {
        return parse(text, Options.defaults());
    }

    /**
     * Parses a report with settings.
     *
     * @throws FazhiException as {@link #parse(String)}
     */
    public static Report parse(String text, Options options) {
        return parse(Input.of(text), options);
    }

    /**
     * Parses a report in a file of any kind, as {@link Document#read(byte[])} reads it: plain text in any encoding, a web
     * page, .docx, .doc, PDF, OFD. Of a text file in UTF-8 the text is that of the file.
     *
     * @throws FazhiException as {@link Document#read(byte[])}
     */
    public static Report parse(byte[] file) {
        return parse(file, Options.defaults());
    }

    /**
     * Parses a report in a file of any kind with settings.
     *
     * @throws FazhiException as {@link #parse(byte[])}
     */
    public static Report parse(byte[] file, Options options) {
        return parse(Input.of(file), options);
    }

    /**
     * Parses a report in a file of any kind.
     *
     * @throws IOException if the file cannot be read
     * @throws FazhiException as {@link #parse(byte[])}
     */
    public static Report parse(Path file) throws IOException {
        return parse(file, Options.defaults());
    }

    /**
     * Parses a report in a file of any kind with settings.
     *
     * @throws IOException if the file cannot be read
     * @throws FazhiException as {@link #parse(byte[])}
     */
    public static Report parse(Path file, Options options) throws IOException {
        return parse(Input.of(file), options);
    }

    private static Report parse(Input input, Options options) {
        Objects.requireNonNull(options, "options");
        byte[] bytes = input.bytes();
        try (Call call = new Call()) {
            long settings = options.in(call);
            if (!input.isText()) {
                return Document.parse(bytes, settings, call);
            }
            long text = call.copy(bytes);
            call.check(Library.fazhi_report_parse(text, bytes.length, settings, call.out(), call.error()));
            return new Report(call.word(0), input.text());
        }
    }

    /**
     * Parses many reports on {@code threads} threads, 0 for one each core. See
     * {@link #parseMany(List, Options, int)}.
     *
     * @throws FazhiException as there
     */
    public static List<ParseResult> parseMany(List<?> inputs, int threads) {
        return parseMany(inputs, Options.defaults(), threads);
    }

    /**
     * Parses many reports on {@code threads} threads, 0 for one each core. An input is a {@link String}, the
     * {@code byte[]} of a file of any kind or its {@link Path}; one that cannot be parsed fails alone. The results have the
     * order of the inputs. All of them stay in memory until they are closed, so hand over large collections in parts.
     *
     * @throws FazhiException with {@link Status#SYSTEM} when no thread can be started, {@link Status#NOT_BUILT_IN}; not
     *     for what an input holds
     */
    public static List<ParseResult> parseMany(List<?> inputs, Options options, int threads) {
        return Batch.parse(inputs, options, threads);
    }

    /**
     * The file it was read from, which tells the page and the paragraph of a finding by {@link Document#blockAt}; empty for
     * the report of a string. It is closed with the report.
     */
    public Optional<Document> document() {
        return document == null ? Optional.empty() : Optional.of(get(document));
    }

    /** The parsed text, in which {@code char}s are counted. */
    public String source() {
        return get(source);
    }

    /**
     * The text of {@code span} as it stands in the source, layout included.
     *
     * @throws FazhiException with {@link Status#OUT_OF_RANGE}
     */
    public String text(Span span) {
        String text = source();
        if (span.end() > text.length()) {
            String message = span + " 在文本之外 (outside the text)";
            throw new FazhiException(Status.OUT_OF_RANGE, message, span, null);
        }
        return span.of(text);
    }

    /**
     * The text of {@code span} without layout: joined line breaks, and blanks beside digits and marks, are dropped.
     *
     * @throws FazhiException with {@link Status#OUT_OF_RANGE}, and {@link Status#NOT_ON_BOUNDARY} for a span that cuts a
     *     surrogate pair
     */
    public String cleanText(Span span) {
        return use(address -> {
            int[] bytes = {span.start(), span.end()};
            Positions.toBytes(bytes, converter(address));
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_clean_text(address, bytes[0], bytes[1], call.out(), call.error()));
                return call.takeText();
            }
        });
    }

    /**
     * The line and the column of the {@code char} at {@code index}.
     *
     * @throws FazhiException with {@link Status#OUT_OF_RANGE}, {@link Status#NOT_ON_BOUNDARY}
     */
    public Place place(int index) {
        return use(address -> {
            int[] bytes = {index};
            Positions.toBytes(bytes, converter(address));
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_place(address, bytes[0], call.out(), call.error()));
                return new Place(call.record(Layout.Place.SIZE, new byte[0]).row(0));
            }
        });
    }

    /** Head and tail of the document. */
    public Front front() {
        return get(front);
    }

    /** The sections in text order. */
    public List<Section> sections() {
        return get(sections);
    }

    /** Passages on problems or plans without a heading, in text order. */
    public List<Passage> passages() {
        return get(passages);
    }

    /** The quantities in text order. */
    public List<Quantity> quantities() {
        return get(quantities);
    }

    /** The citations in text order. */
    public List<Citation> citations() {
        return get(citations);
    }

    /** The document numbers in text order. */
    public List<DocNumber> docNumbers() {
        return get(docNumbers);
    }

    /** The dates in text order. */
    public List<DateFact> dates() {
        return get(dates);
    }

    /** The indicators in the order of their quantities. */
    public List<Indicator> indicators() {
        return get(indicators);
    }

    /** Every claim that was looked at, in the order of the stated figures. */
    public List<Check> checks() {
        return get(checks);
    }

    /** What a reader should know of the text itself, in text order. */
    public List<Note> notes() {
        return get(notes);
    }

    /**
     * Scores the text by the built-in rubric, with nothing known beside it.
     *
     * @throws FazhiException as {@link #score(Context)}
     */
    public Score score() {
        return score(Context.empty());
    }

    /**
     * Scores the text by the built-in rubric.
     *
     * @throws FazhiException with {@link Status#NOT_BUILT_IN}; with {@link Status#INVALID_UTF8} for half a surrogate pair
     *     in the text of the context
     */
    public Score score(Context context) {
        return use(address -> score(address, 0, context));
    }

    /**
     * Scores the text by {@code rubric}.
     *
     * @throws FazhiException as {@link #score(Context)}
     */
    public Score score(Rubric rubric, Context context) {
        return use(address -> rubric.handle().use(own -> score(address, own, context)));
    }

    private static Score score(long address, long rubric, Context context) {
        try (Call call = new Call()) {
            long known = context.in(call);
            call.check(Library.fazhi_report_score(address, rubric, known, call.out(), call.error()));
            return new Score(call.own(call.word(0), Library::fazhi_score_free), positions(address));
        }
    }

    /**
     * The report as the JSON document {@code fazhi.report/1} on one line. Positions in it are bytes of UTF-8.
     *
     * @throws FazhiException with {@link Status#NOT_BUILT_IN}
     */
    public String toJson() {
        return use(address -> {
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_json(address, call.out(), call.error()));
                return call.takeText();
            }
        });
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return handle.isClosed();
    }

    /** Frees the native memory, as soon as no other thread is reading it. Again, it does nothing. */
    @Override
    public void close() {
        handle.close();
        if (document != null) {
            document.made().ifPresent(Document::close);
        }
    }

    private <T> T use(LongFunction<T> read) {
        return handle.use(read);
    }

    private <T> T get(Once<T> part) {
        handle.requireOpen();
        return part.get();
    }

    private static Positions.Converter converter(long address) {
        return (fromUnit, toUnit, from, count, to, err) ->
                Library.fazhi_report_convert_offsets(address, fromUnit, toUnit, from, count, to, err);
    }

    private static Table.Positions positions(long address) {
        return offsets -> Positions.toChars(offsets, converter(address));
    }

    /** A table whose rows have spans at {@code spans}. */
    private Table table(Table.Source table, int rowSize, int... spans) {
        return use(address ->
                Table.of(address, table, rowSize, strings.get()).positions(positions(address), spans));
    }

    private String readSource() {
        return use(address -> {
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_source(address, call.out(), call.error()));
                return new String(call.bytes(0), StandardCharsets.UTF_8);
            }
        });
    }

    private Document readDocument() {
        return use(address -> {
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_document(address, call.out(), call.error()));
                return new Document(call.word(0));
            }
        });
    }

    private byte[] readStrings() {
        return use(address -> {
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_strings(address, call.out(), call.error()));
                return call.bytes(0);
            }
        });
    }

    private Front readFront() {
        Table names = table(Library::fazhi_report_names, Layout.Name.SIZE, Layout.Name.SPAN);
        return use(address -> {
            try (Call call = new Call()) {
                call.check(Library.fazhi_report_front(address, call.out(), call.error()));
                Table front = call.record(Layout.Front.SIZE, strings.get());
                return new Front(front.positions(positions(address), Front.spans()).row(0), names);
            }
        });
    }

    private List<Section> readSections() {
        return Section.readAll(table(Library::fazhi_report_sections, Layout.Section.SIZE, Section.spans()));
    }

    private List<Passage> readPassages() {
        List<Section> sections = sections();
        return table(Library::fazhi_report_passages, Layout.Passage.SIZE, Layout.Passage.SPAN)
                .read(row -> new Passage(row, sections));
    }

    private List<Quantity> readQuantities() {
        List<Section> sections = sections();
        String source = source();
        return table(Library::fazhi_report_quantities, Layout.Quantity.SIZE, Quantity.spans())
                .read(row -> new Quantity(row, source, sections));
    }

    private List<Citation> readCitations() {
        List<Section> sections = sections();
        int[] spans = {Layout.Citation.SPAN, Layout.Citation.TITLE};
        return table(Library::fazhi_report_citations, Layout.Citation.SIZE, spans)
                .read(row -> new Citation(row, sections));
    }

    private List<DocNumber> readDocNumbers() {
        String source = source();
        int[] spans = {Layout.DocNumber.SPAN, Layout.DocNumber.ISSUER};
        return table(Library::fazhi_report_doc_numbers, Layout.DocNumber.SIZE, spans)
                .read(row -> new DocNumber(row, source));
    }

    private List<DateFact> readDates() {
        String source = source();
        return table(Library::fazhi_report_dates, Layout.Date.SIZE, Layout.Date.SPAN)
                .read(row -> new DateFact(row, source));
    }

    private List<Indicator> readIndicators() {
        List<Quantity> quantities = quantities();
        return table(Library::fazhi_report_indicators, Layout.Indicator.SIZE)
                .read(row -> new Indicator(row, Fazhi.catalogue(), quantities));
    }

    private List<Check> readChecks() {
        Table spans = table(Library::fazhi_report_check_spans, Layout.Span.SIZE, 0);
        return table(Library::fazhi_report_checks, Layout.Check.SIZE).read(row -> new Check(row, spans));
    }

    private List<Note> readNotes() {
        return table(Library::fazhi_report_notes, Layout.Note.SIZE, Layout.Note.SPAN).read(Note::new);
    }
}
