package huxiao.server.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path file;
    private final Map<String, String> environment;
    private final Properties kept = new Properties();

    /** Secrets kept in {@code file}, which need not exist. */
    public Secrets(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** The secret of a name: the environment's, else the kept one, else a new one of 32 characters. */
    public synchronized String get(String name) {
        String given = environment.get(name);
        if (given != null && !given.isBlank()) {
            return given;
        }
        String known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.setProperty(name, made);
        save();
        return made;
    }

    private void save() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            try (var writer =
                    Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING)) {
                kept.store(writer, "Made at the first start. Keep them private; deleting one makes a new one.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
