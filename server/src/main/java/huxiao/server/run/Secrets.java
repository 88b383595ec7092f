package huxiao.server.run;

import huxiao.model.AuthorKeys;
import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * Secrets from the environment; one that is not set there is made once at random and kept in the data folder, readable by its
 * owner alone, so that a first start needs nothing and a second start finds the same.
 */
public final class Secrets {
    /** Name of the secret under which authors' handles are keyed. */
    public static final String AUTHOR_KEY = "HUXIAO_AUTHOR_KEY";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final Object ONE_WRITER = new Object();

    private final Path file;
    private final Map<String, String> environment;

    /** Secrets kept in {@code file}, which need not exist. */
    public Secrets(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The secret of a name: the environment's, else the kept one, else a new one of 32 characters. What others added to the file
     * since stays there.
     */
    public String get(String name) {
        String given = environment.get(name);
        if (given != null && !given.isBlank()) {
            return given;
        }
        synchronized (ONE_WRITER) {
            Properties kept = read();
            String known = kept.getProperty(name);
            if (known != null) {
                return known;
            }
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            kept.setProperty(name, made);
            save(kept);
            return made;
        }
    }

    /**
     * The secret under which authors are keyed.
     *
     * @throws ConfigException when the environment's is too short
     */
    public String authorKey() {
        String key = get(AUTHOR_KEY);
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        if (length < AuthorKeys.SHORTEST_SECRET) {
            throw new ConfigException("environment: " + AUTHOR_KEY + ": found " + length + " bytes, allowed: at least "
                    + AuthorKeys.SHORTEST_SECRET);
        }
        return key;
    }

    private Properties read() {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigException(file + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return kept;
    }

    /** Written beside and moved into place, so that a process killed meanwhile leaves the old file whole. */
    private void save(Properties kept) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(written);
            Files.createFile(written);
            if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            }
            StringWriter text = new StringWriter();
            kept.store(text, "Made at the first start. Keep them private; deleting one makes a new one.");
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
