package org.fazhi;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The library as a whole. The native library comes out of the jar, unless the system property {@code fazhi.library} has the
 * path of another. It is loaded by the first call; one that cannot be used fails each call with
 * {@link Status#NOT_LOADED}.
 */
public final class Fazhi {
    private static final Once<List<IndicatorDefinition>> CATALOGUE = new Once<>(
            () -> listing(Library::fazhi_catalogue, Layout.IndicatorDefinition.SIZE, IndicatorDefinition::new));
    private static final Once<List<Rule>> RULES =
            new Once<>(() -> listing(Library::fazhi_rules, Layout.Rule.SIZE, Rule::new));

    private Fazhi() {}

    /** The version of the native library, such as 0.1.0. */
    public static String version() {
        try (Call call = new Call()) {
            Library.fazhi_version(call.out());
            return new String(call.bytes(0), StandardCharsets.UTF_8);
        }
    }

    /** The ABI number of the native library, which is also the one this jar was written for. */
    public static int abiVersion() {
        Library.require();
        return Library.ABI;
    }

    /** The parts the native library was built with. */
    public static Set<Feature> features() {
        Library.require();
        int bits = Library.fazhi_features();
        Set<Feature> features = EnumSet.allOf(Feature.class);
        features.removeIf(feature -> (bits & feature.bit()) == 0);
        return Collections.unmodifiableSet(features);
    }

    /** The catalogue of indicators. */
    public static List<IndicatorDefinition> catalogue() {
        return CATALOGUE.get();
    }

    /** The rules of the audit. */
    public static List<Rule> rules() {
        return RULES.get();
    }

    /** A function that gives a table and its strings. */
    private interface Listing {
        int list(long table, long strings, long err);
    }

    private static <T> List<T> listing(Listing listing, int rowSize, Function<Row, T> read) {
        try (Call call = new Call()) {
            int strings = Layout.Table.SIZE;
            call.check(listing.list(call.out(), call.out(strings), call.error()));
            return new Table(call, rowSize, call.bytes(strings)).read(read);
        }
    }
}
