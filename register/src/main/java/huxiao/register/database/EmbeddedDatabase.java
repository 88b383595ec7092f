package huxiao.register.database;

import java.nio.file.Path;

/** A real PostgreSQL in a folder. */
@SuppressWarnings("DoNotCallSuggester")
public final class EmbeddedDatabase implements AutoCloseable {
    private EmbeddedDatabase() {}

    /** Starts it. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        throw new UnsupportedOperationException("not yet: " + dataDirectory);
    }

    /** How to reach it. */
    public DatabaseSettings settings() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
