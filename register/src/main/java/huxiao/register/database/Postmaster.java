package huxiao.register.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server process of a cluster's folder. It outlives a JVM that is killed, and keeps the folder locked, so it must be
 * found and stopped before another can be started there.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final ProcessHandle process;
    private final Path pidFile;

    private Postmaster(ProcessHandle process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /**
     * The server that runs on a folder. PostgreSQL does not start beside a {@code postmaster.pid} whose process id is in use, be
     * it by a dead process that nobody collected or by another program (ids are used again, soon so in a container): such a file
     * is deleted once no process works in the folder any more.
     *
     * @param cluster the folder as the server was started with it
     * @throws IllegalStateException when what runs under that process id cannot be told, or processes stay in the folder
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Optional.empty();
        }
        Optional<String[]> arguments = arguments(process.get());
        if (arguments.isPresent() && List.of(arguments.get()).contains(cluster.toString())) {
            return Optional.of(new Postmaster(process.get(), pidFile));
        }
        if (arguments.isEmpty() && process.get().isAlive() && !Processes.isDead(process.get())) {
            throw new IllegalStateException(
                    pidFile + " names process " + process.get().pid()
                            + ", whose command line cannot be read; stop it if it is a postgres, else delete that file");
        }
        LOG.warn(
                "{} is stale: process {} is dead or another program",
                pidFile,
                process.get().pid());
        if (!Waiting.until(() -> !Processes.anyWorksIn(cluster))) {
            throw new IllegalStateException("processes of a PostgreSQL that was killed still work in " + cluster);
        }
        Files.deleteIfExists(pidFile);
        return Optional.empty();
    }

    /** A process that is just ending has no command line any more, and is gone or dead a moment later. */
    private static Optional<String[]> arguments(ProcessHandle process) throws IOException {
        Waiting.until(
                Duration.ofSeconds(5),
                () -> process.info().arguments().isPresent() || !process.isAlive() || Processes.isDead(process));
        return process.info().arguments();
    }

    /** Stops it, rolling back what is not committed (as {@code pg_ctl stop -m fast}); if it does not, without a checkpoint. */
    void stop() throws IOException {
        signal("INT");
        if (!awaitExit()) {
            signal("QUIT");
            if (!awaitExit()) {
                throw new IllegalStateException("PostgreSQL process " + process.pid() + " does not stop");
            }
        }
    }

    long pid() {
        return process.pid();
    }

    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Waiting.until(() -> !kill.isAlive());
    }

    /** It deletes its file as the last thing; where nobody collects dead processes, its entry stays behind. */
    private boolean awaitExit() throws IOException {
        return Waiting.until(() -> !process.isAlive() || !Files.exists(pidFile));
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(lines.get(0).strip()));
    }
}
