package org.fazhi;

/** A half-open range of {@code char} indices into the Java string of the parsed text. */
public final class Span extends Value {
    private final int start;
    private final int end;

    /**
     * The range from {@code start} to before {@code end}.
     *
     * @throws IllegalArgumentException if {@code start} is negative or behind {@code end}
     */
    public Span(int start, int end) {
        if (start < 0 || start > end) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
        this.start = start;
        this.end = end;
    }

    /** The index of the first {@code char}. */
    public int start() {
        return start;
    }

    /** The index behind the last {@code char}, never below {@link #start}. */
    public int end() {
        return end;
    }

    /** How many {@code char}s there are. */
    public int length() {
        return end - start;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return start == end;
    }

    /**
     * The part of {@code text} that stands here.
     *
     * @throws IndexOutOfBoundsException if it reaches behind the end of {@code text}
     */
    public String of(String text) {
        return text.substring(start, end);
    }

    @Override
    Object[] parts() {
        return new Object[] {"start", start, "end", end};
    }
}
