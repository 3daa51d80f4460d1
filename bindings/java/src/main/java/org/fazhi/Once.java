package org.fazhi;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, by one thread. */
final class Once<T> {
    private final Supplier<T> maker;
    private volatile T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T seen = value;
        return seen != null ? seen : make();
    }

    /** The value, if it was asked for. */
    Optional<T> made() {
        return Optional.ofNullable(value);
    }

    private synchronized T make() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
