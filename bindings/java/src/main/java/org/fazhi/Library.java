package org.fazhi;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;

/**
 * The functions of {@code fazhi.h}, mapped directly. Pointers and {@code size_t} are {@code long}, which they are on every
 * 64-bit platform. {@code uint8_t} and {@code uint16_t} arguments are {@code int}: a register holds them widened with zeros,
 * and {@code short} would be widened with its sign.
 */
final class Library {
    /** The ABI number this jar was written for: {@code FAZHI_ABI_VERSION}. */
    static final int ABI = 1;

    static final int OFFSET_BYTES = 1;
    static final int OFFSET_UTF16 = 2;

    /** The system property with the path of a library to be used instead of the one in the jar. */
    static final String PROPERTY = "fazhi.library";

    private static final FazhiException FAILURE = load();

    private Library() {}

    /** Fails if there is no library to call. */
    static void require() {
        if (FAILURE != null) {
            throw new FazhiException(FAILURE.status(), FAILURE.getMessage(), null, FAILURE);
        }
    }

    private static FazhiException load() {
        String path = System.getProperty(PROPERTY);
        String name = path != null ? path : "/" + Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName("fazhi");
        try {
            if (Native.POINTER_SIZE != Long.BYTES) {
                return failure("fazhi needs a 64-bit Java, and this one is not", null);
            }
            NativeLibrary library = path != null ? open(new File(path).getAbsolutePath()) : openFromJar(name);
            int abi = library.getFunction("fazhi_abi_version").invokeInt(new Object[0]);
            if (abi != ABI) {
                return failure(library.getFile() + " has the ABI number " + abi + ", and this jar needs " + ABI, null);
            }
            Native.register(Library.class, library);
            return null;
        } catch (IOException | LinkageError | RuntimeException error) {
            String place = path != null ? "the library that -D" + PROPERTY + " names, " + name : name + " in the jar";
            String help = path != null ? "" : "; -D" + PROPERTY + "=PATH names an installed library";
            String reason = String.valueOf(error.getMessage()).trim().replaceAll("\\s*\n\\s*", "; ");
            return failure("cannot load " + place + ": " + reason + help, error);
        }
    }

    private static FazhiException failure(String message, Throwable cause) {
        return new FazhiException(Status.NOT_LOADED, message, null, cause);
    }

    private static NativeLibrary open(String path) {
        return NativeLibrary.getInstance(path, Library.class.getClassLoader());
    }

    /** Opens the library at {@code resource}, which JNA unpacks into its directory for temporary files. */
    private static NativeLibrary openFromJar(String resource) throws IOException {
        File file = Native.extractFromResourcePath(resource, Library.class.getClassLoader());
        boolean unpacked = !"file".equals(Library.class.getResource(resource).getProtocol());
        try {
            return open(file.getAbsolutePath());
        } finally {
            // An open library needs its name no more, save on Windows.
            if (unpacked && !file.delete()) {
                file.deleteOnExit();
            }
        }
    }

    static native void fazhi_version(long version);

    static native int fazhi_features();

    static native void fazhi_bytes_free(long bytes);

    static native int fazhi_code_name(int list, int code, long name, long err);

    static native int fazhi_options_new(long options, long err);

    static native void fazhi_options_free(long options);

    static native int fazhi_options_set_max_bytes(long options, int bytes, long err);

    static native int fazhi_options_set_max_file_bytes(long options, long bytes, long err);

    static native int fazhi_options_set_max_sections(long options, int sections, long err);

    static native int fazhi_options_set_max_facts(long options, int facts, long err);

    static native int fazhi_options_set_max_depth(long options, int depth, long err);

    static native int fazhi_options_set_audit(long options, int audit, long err);

    static native int fazhi_report_parse(long text, long len, long options, long report, long err);

    static native void fazhi_report_free(long report);

    static native int fazhi_report_source(long report, long source, long err);

    static native int fazhi_report_clean_text(long report, int start, int end, long text, long err);

    static native int fazhi_report_place(long report, int offset, long place, long err);

    static native int fazhi_report_convert_offsets(
            long report, int fromUnit, int toUnit, long from, long count, long to, long err);

    static native int fazhi_report_json(long report, long json, long err);

    static native int fazhi_report_front(long report, long front, long err);

    static native int fazhi_report_strings(long report, long strings, long err);

    static native int fazhi_report_sections(long report, long table, long err);

    static native int fazhi_report_passages(long report, long table, long err);

    static native int fazhi_report_quantities(long report, long table, long err);

    static native int fazhi_report_citations(long report, long table, long err);

    static native int fazhi_report_doc_numbers(long report, long table, long err);

    static native int fazhi_report_dates(long report, long table, long err);

    static native int fazhi_report_indicators(long report, long table, long err);

    static native int fazhi_report_checks(long report, long table, long err);

    static native int fazhi_report_check_spans(long report, long table, long err);

    static native int fazhi_report_notes(long report, long table, long err);

    static native int fazhi_report_names(long report, long table, long err);

    static native int fazhi_document_extract(long bytes, long len, long options, long document, long err);

    static native void fazhi_document_free(long document);

    static native int fazhi_document_parse(long document, long options, long report, long err);

    static native int fazhi_report_document(long report, long document, long err);

    static native int fazhi_document_text(long document, long text, long err);

    static native int fazhi_document_format(long document, long format, long err);

    static native int fazhi_document_encoding(long document, long encoding, long err);

    static native int fazhi_document_metadata(long document, long metadata, long err);

    static native int fazhi_document_strings(long document, long strings, long err);

    static native int fazhi_document_blocks(long document, long table, long err);

    static native int fazhi_document_anchors(long document, long table, long err);

    static native int fazhi_document_footnotes(long document, long table, long err);

    static native int fazhi_document_warnings(long document, long table, long err);

    static native int fazhi_text_convert_offsets(
            long text, long len, int fromUnit, int toUnit, long from, long count, long to, long err);

    static native int fazhi_batch_parse(long inputs, long count, long options, int threads, long batch, long err);

    static native int fazhi_batch_extract(long inputs, long count, long options, int threads, long batch, long err);

    static native void fazhi_batch_free(long batch);

    static native int fazhi_batch_take(long batch, long index, long report, long err);

    static native int fazhi_outline_parse(long text, long len, long options, long outline, long err);

    static native void fazhi_outline_free(long outline);

    static native int fazhi_outline_sections(long outline, long table, long err);

    static native int fazhi_outline_passages(long outline, long table, long err);

    static native int fazhi_outline_notes(long outline, long table, long err);

    static native int fazhi_outline_strings(long outline, long strings, long err);

    static native int fazhi_rubric_from_toml(long toml, long len, long rubric, long err);

    static native int fazhi_rubric_built_in_toml(long toml, long err);

    static native void fazhi_rubric_free(long rubric);

    static native int fazhi_context_new(long context, long err);

    static native void fazhi_context_free(long context);

    static native int fazhi_context_set_published(long context, int year, int month, int day, long err);

    static native int fazhi_context_set_last_year(long context, long text, long len, long err);

    static native int fazhi_report_score(long report, long rubric, long context, long score, long err);

    static native void fazhi_score_free(long score);

    static native int fazhi_score_json(long score, long json, long err);

    static native int fazhi_score_totals(long score, long totals, long err);

    static native int fazhi_score_strings(long score, long strings, long err);

    static native int fazhi_score_dimensions(long score, long table, long err);

    static native int fazhi_score_criteria(long score, long table, long err);

    static native int fazhi_score_flags(long score, long table, long err);

    static native int fazhi_score_spans(long score, long table, long err);

    static native int fazhi_catalogue(long table, long strings, long err);

    static native int fazhi_rules(long table, long strings, long err);
}
