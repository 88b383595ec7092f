package huxiao.register.database;

import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How to reach a PostgreSQL server, version 14 or newer.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
 * @param user role to log in as; it must own the database or be allowed to create tables in it
 * @param password its password; empty for a server that asks for none
 * @param poolSize connections held at most, at least 2
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) implements Serializable {
    /** Connections held at most when nothing else is said. */
    public static final int DEFAULT_POOL_SIZE = 10;

    /** The environment variable that holds the password, which never stands in a file. */
    public static final String PASSWORD_VARIABLE = "HUXIAO_DATABASE_PASSWORD";

    private static final String PREFIX = "jdbc:postgresql:";

    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "url: found '" + url + "', allowed: a JDBC URL that begins with " + PREFIX);
        }
        if (poolSize < 2) {
            throw new IllegalArgumentException("poolSize: found " + poolSize + ", allowed: 2 or more");
        }
    }

    /**
     * Reads {@code url}, {@code user} and {@code pool}; empty when no URL is given, which means the embedded database.
     *
     * @param environment where the password is looked up under {@link #PASSWORD_VARIABLE}
     * @throws huxiao.model.config.ConfigException naming file, line and key of what is wrong
     */
    public static Optional<DatabaseSettings> from(ConfigNode node, Map<String, String> environment) {
        String url = node.string("url", "");
        String user = node.string("user", "huxiao");
        int poolSize = node.integer("pool", DEFAULT_POOL_SIZE, 2, 200);
        node.rejectUnknownKeys();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith(PREFIX)) {
            throw node.fault("url", url, "a JDBC URL that begins with " + PREFIX);
        }
        return Optional.of(new DatabaseSettings(url, user, environment.getOrDefault(PASSWORD_VARIABLE, ""), poolSize));
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
    }
}
