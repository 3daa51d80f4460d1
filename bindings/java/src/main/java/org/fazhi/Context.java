package org.fazhi;

import java.time.LocalDate;
import java.util.Optional;

/** What is known beside the report's own text, for its score. */
public final class Context extends Value {
    private static final Context EMPTY = new Context(null, null);
    /** The years that a record of the library can hold. */
    private static final int LAST_YEAR = 0xFFFF;

    private final LocalDate published;
    private final String lastYear;

    private Context(LocalDate published, String lastYear) {
        this.published = published;
        this.lastYear = lastYear;
    }

    /** Nothing. */
    public static Context empty() {
        return EMPTY;
    }

    /**
     * With the day on which the report was published.
     *
     * @throws IllegalArgumentException if its year is not 1 to 65535
     */
    public Context withPublished(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no report was published in the year " + day.getYear());
        }
        return new Context(day, lastYear);
    }

    /** With the text of the same issuer's report on the year before. */
    public Context withLastYear(String text) {
        return new Context(published, text.isEmpty() ? null : text);
    }

    /** The day on which the report was published, if it is known. */
    public Optional<LocalDate> published() {
        return Optional.ofNullable(published);
    }

    /** The text of the report on the year before, if it is known. */
    public Optional<String> lastYear() {
        return Optional.ofNullable(lastYear);
    }

    /** This as a native object that lives as long as {@code call}, or 0 for nothing. */
    long in(Call call) {
        if (equals(EMPTY)) {
            return 0;
        }
        call.check(Library.fazhi_context_new(call.out(), call.error()));
        long context = call.own(call.word(0), Library::fazhi_context_free);
        if (published != null) {
            int year = published.getYear();
            int month = published.getMonthValue();
            int day = published.getDayOfMonth();
            call.check(Library.fazhi_context_set_published(context, year, month, day, call.error()));
        }
        if (lastYear != null) {
            byte[] text = Input.of(lastYear).bytes();
            call.check(Library.fazhi_context_set_last_year(context, call.copy(text), text.length, call.error()));
        }
        return context;
    }

    @Override
    Object[] parts() {
        return new Object[] {"published", published, "lastYear", lastYear};
    }
}
