package org.fazhi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A date as printed, of which parts may be missing, and which may not exist (2月30日). */
public final class PartialDate extends Value {
    private final int year;
    private final int month;
    private final int day;

    /** 0 for each part that is not printed. */
    PartialDate(int year, int month, int day) {
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** The year, if it is printed. */
    public OptionalInt year() {
        return printed(year);
    }

    /** The month, 1 to 12, if it is printed. */
    public OptionalInt month() {
        return printed(month);
    }

    /** The day of the month as printed, 1 to 31, if it is; it may not exist in that month. */
    public OptionalInt day() {
        return printed(day);
    }

    private static OptionalInt printed(int part) {
        return part == 0 ? OptionalInt.empty() : OptionalInt.of(part);
    }

    /** The date; empty when a part is missing, and when there is no such day. */
    public Optional<LocalDate> toLocalDate() {
        if (year == 0 || month == 0 || day == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Year and month; empty when one of them is missing. */
    public Optional<YearMonth> toYearMonth() {
        return year == 0 || month == 0 ? Optional.empty() : Optional.of(YearMonth.of(year, month));
    }

    /** The year; empty when it is missing. */
    public Optional<Year> toYear() {
        return year == 0 ? Optional.empty() : Optional.of(Year.of(year));
    }

    /**
     * The date as far as it is known, a missing year as {@code --}: {@code 2024-01-08}, {@code 2024-01}, {@code 2024},
     * {@code --01-08}, {@code --01}, {@code ---08}, as the JSON documents have it.
     */
    public String toIsoString() {
        StringBuilder text = new StringBuilder();
        if (year != 0) {
            text.append(String.format(Locale.ROOT, "%04d", year));
        } else if (month != 0) {
            text.append('-');
        } else if (day != 0) {
            text.append("--");
        }
        if (month != 0) {
            text.append(String.format(Locale.ROOT, "-%02d", month));
        }
        if (day != 0 && (month != 0 || year == 0)) {
            text.append(String.format(Locale.ROOT, "-%02d", day));
        }
        return text.toString();
    }

    @Override
    Object[] parts() {
        return new Object[] {"year", year, "month", month, "day", day};
    }
}
