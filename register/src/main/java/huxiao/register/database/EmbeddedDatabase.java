package huxiao.register.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder, started with this process and stopped by {@link #close()}. What was committed is on disk: a
 * killed process, or a killed server, loses nothing.
 *
 * <p>It listens on the loopback address alone, on a free port, and asks for a password that is kept in the folder, so that other
 * users of the machine stay out. The folder holds {@code cluster} (PostgreSQL's data), {@code password} and {@code lock}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
    private static final Object ONE_AT_A_TIME = new Object();
    private static final Duration STARTUP = Duration.ofMinutes(2);
    private static final String USER = "postgres";
    private static final String DATABASE = "huxiao";

    private final FileChannel lock;
    private final Path cluster;
    private final EmbeddedPostgres server;
    private final DatabaseSettings settings;

    private EmbeddedDatabase(FileChannel lock, Path cluster, EmbeddedPostgres server, DatabaseSettings settings) {
        this.lock = lock;
        this.cluster = cluster;
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts the server of a folder, creating it at first. A server that a killed process left running there is stopped; a
     * creation that was interrupted is begun anew.
     *
     * @throws IllegalStateException when a living process has the folder
     * @throws UncheckedIOException when the folder cannot be written or the server does not come up
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        try {
            Path home = Files.createDirectories(dataDirectory).toRealPath();
            // Opening and closing the lock's file again would give up the lock of the first start (POSIX), so ask
            // before.
            if (!HELD.add(home)) {
                throw new IllegalStateException(home + " is held by this process already");
            }
            try {
                return locked(home);
            } catch (IOException | RuntimeException e) {
                HELD.remove(home);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + dataDirectory, e);
        }
    }

    /** How to reach it. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Stops the server; whoever is still connected is cut off, and what they did not commit is rolled back. */
    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        try (lock) {
            server.close();
            Optional<Postmaster> left = Postmaster.of(cluster);
            if (left.isPresent()) {
                left.get().stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL in " + cluster, e);
        } finally {
            HELD.remove(cluster.getParent());
        }
    }

    private static EmbeddedDatabase locked(Path home) throws IOException {
        FileChannel lock = lock(home);
        try {
            return start(home, lock);
        } catch (IOException | RuntimeException e) {
            Optional<Postmaster> left = Postmaster.of(home.resolve("cluster"));
            if (left.isPresent()) {
                left.get().stop();
            }
            lock.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(Path home, FileChannel lock) throws IOException {
        Path cluster = home.resolve("cluster");
        Path unfinished = home.resolve("unfinished");
        Optional<Postmaster> orphan = Postmaster.of(cluster);
        if (orphan.isPresent()) {
            LOG.info(
                    "stopping PostgreSQL process {}, left running in {}",
                    orphan.get().pid(),
                    cluster);
            orphan.get().stop();
        }
        if (Files.exists(unfinished)) {
            Folders.delete(cluster);
        }
        if (!Files.exists(cluster)) {
            Files.write(unfinished, new byte[0]);
            createPassword(home);
        }
        String password = Files.readString(home.resolve("password")).strip();
        EmbeddedPostgres server = server(home, cluster, password);
        createDatabase(server);
        Files.deleteIfExists(unfinished);
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
        return new EmbeddedDatabase(
                lock, cluster, server, new DatabaseSettings(url, USER, password, DatabaseSettings.DEFAULT_POOL_SIZE));
    }

    private static EmbeddedPostgres server(Path home, Path cluster, String password) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            try (Binaries binaries = Binaries.lock(home.resolve("binaries"))) {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(binaries.folder().toFile())
                        .setDataDirectory(cluster)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(STARTUP)
                        // Options of initdb: sorting by bytes, and a password instead of trust in everybody on this
                        // machine.
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("auth-host", "scram-sha-256")
                        .setLocaleConfig("auth-local", "scram-sha-256")
                        .setLocaleConfig("pwfile", home.resolve("password").toString())
                        .setConnectConfig("password", password)
                        // The builder's own defaults would lose what was acknowledged.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("unix_socket_directories", "")
                        .start();
            }
        }
    }

    private static void createPassword(Path home) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path file = home.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
    }

    private static void createDatabase(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IOException("cannot create the database " + DATABASE, e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(home + " is held by another process");
        }
        return channel;
    }
}
