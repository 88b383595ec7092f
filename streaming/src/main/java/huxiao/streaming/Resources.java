package huxiao.streaming;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one registry of open resources of this JVM: models, index and connection pool, each opened once under a key such as an
 * absolute path, shared by operators and server, counted by reference and closed with its last lease. Thread safe.
 */
public final class Resources {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);
    private static final Map<String, Shared> OPEN = new HashMap<>();

    private Resources() {}

    /** Opens or shares the resource of a key; the caller closes the lease when done. */
    public static <T> Lease<T> lease(String key, Class<T> type, Supplier<T> opener) {
        synchronized (OPEN) {
            Shared shared = OPEN.get(key);
            if (shared == null) {
                shared = new Shared(opener.get());
                OPEN.put(key, shared);
            }
            T resource = type.cast(shared.resource);
            shared.leases++;
            return new Lease<>(key, resource);
        }
    }

    private static void release(String key) {
        synchronized (OPEN) {
            Shared shared = OPEN.get(key);
            if (--shared.leases == 0) {
                OPEN.remove(key);
                // Closed under the lock: whoever opens the same key next must find its files released.
                if (shared.resource instanceof AutoCloseable closeable) {
                    close(key, closeable);
                }
            }
        }
    }

    private static void close(String key, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.error("{} could not be closed; what was committed is kept", key, e);
        }
    }

    private static final class Shared {
        private final Object resource;
        private int leases;

        private Shared(Object resource) {
            this.resource = resource;
        }
    }

    /** A share in an open resource. */
    public static final class Lease<T> implements AutoCloseable {
        private final String key;
        private final T resource;
        private boolean closed;

        private Lease(String key, T resource) {
            this.key = key;
            this.resource = resource;
        }

        /** The resource; must not be closed by the caller. */
        public T get() {
            return resource;
        }

        /** Gives the share back; a second call does nothing. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                release(key);
            }
        }
    }
}
