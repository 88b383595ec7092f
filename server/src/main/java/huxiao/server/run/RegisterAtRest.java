package huxiao.server.run;

import huxiao.model.config.ConfigException;
import huxiao.register.Register;
import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The register of a data folder that no server runs over, opened for one command. It tells nobody of alerts. */
public final class RegisterAtRest implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final DataFolder data;
    private final Register register;
    private final Secrets secrets;

    private RegisterAtRest(
            Configuration configuration, Path folder, String command, Map<String, String> environment, Clock clock) {
        if (!isThere(configuration, folder)) {
            throw new ConfigException(folder + ": no register there; huxiao up, demo or replay makes one");
        }
        try {
            data = DataFolder.hold(folder, command);
            open.push(data);
            secrets = new Secrets(data.resolve(Service.SECRETS), environment);
            register = Register.open(database(configuration), List.of(), clock);
            open.push(register);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Whether there is one to open. */
    public static boolean isThere(Configuration configuration, Path folder) {
        return configuration.database().isPresent() || Files.isDirectory(folder.resolve("postgres"));
    }

    /**
     * Opens it.
     *
     * @throws DataHeldException when another process holds the folder
     * @throws ConfigException when there is none
     */
    public static RegisterAtRest open(
            Configuration configuration, Path folder, String command, Map<String, String> environment, Clock clock) {
        return new RegisterAtRest(configuration, folder, command, environment, clock);
    }

    private DatabaseSettings database(Configuration configuration) {
        return configuration.database().orElseGet(() -> {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(data.resolve("postgres"));
            open.push(embedded);
            return embedded.settings();
        });
    }

    /** The folder that is held. */
    DataFolder data() {
        return data;
    }

    /** The register. */
    public Register register() {
        return register;
    }

    /** The secret under which ids are keyed. */
    public String secret() {
        return secrets.authorKey();
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
