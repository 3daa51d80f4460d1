package org.fazhi;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * A native object and how many calls are using it. It is freed when it was closed and the last of them is through, so that
 * no call ever sees freed memory. When its owner was forgotten instead of closed, the next handle that is made frees it.
 */
final class Handle extends PhantomReference<Object> {
    private static final ReferenceQueue<Object> FORGOTTEN = new ReferenceQueue<>();
    /** Keeps the handles of forgotten owners until they are freed. */
    private static final Set<Handle> LIVE = ConcurrentHashMap.newKeySet();
    /** The bit that marks a closed handle; the others count its users. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final String what;
    private final long address;
    private final LongConsumer free;
    private final AtomicInteger users = new AtomicInteger();

    /** The object at {@code address}, to be freed by {@code free}; {@code what} it is called in exceptions. */
    Handle(Object owner, String what, long address, LongConsumer free) {
        super(owner, FORGOTTEN);
        this.what = what;
        this.address = address;
        this.free = free;
        LIVE.add(this);
        freeForgotten();
    }

    private static void freeForgotten() {
        for (Reference<?> handle = FORGOTTEN.poll(); handle != null; handle = FORGOTTEN.poll()) {
            ((Handle) handle).close();
        }
    }

    /** What {@code read} makes of the object, which is not freed meanwhile. */
    <T> T use(LongFunction<T> read) {
        acquire();
        try {
            return read.apply(address);
        } finally {
            if (users.decrementAndGet() == CLOSED) {
                free.accept(address);
            }
        }
    }

    private void acquire() {
        int seen;
        do {
            seen = users.get();
            if (seen < 0) {
                throw new IllegalStateException(what + " is closed");
            }
        } while (!users.compareAndSet(seen, seen + 1));
    }

    boolean isClosed() {
        return users.get() < 0;
    }

    void requireOpen() {
        if (isClosed()) {
            throw new IllegalStateException(what + " is closed");
        }
    }

    /** Lets no call begin any more, and frees the object now or after the last call. Again, it does nothing. */
    void close() {
        int seen;
        do {
            seen = users.get();
            if (seen < 0) {
                return;
            }
        } while (!users.compareAndSet(seen, seen | CLOSED));
        clear();
        LIVE.remove(this);
        if (seen == 0) {
            free.accept(address);
        }
    }
}
