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
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 20;

    private final ProcessHandle process;
    private final Path pidFile;

    private Postmaster(ProcessHandle process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /**
     * The server that runs on a folder. A {@code postmaster.pid} whose process is another program by now (process ids are used
     * again, soon so in a container) is deleted, since PostgreSQL would not start beside it.
     *
     * @param cluster the folder as the server was started with it
     * @throws IllegalStateException when what runs under that process id cannot be told
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
        String[] arguments = process.get()
                .info()
                .arguments()
                .orElseThrow(
                        () -> new IllegalStateException(
                                pidFile + " names process " + process.get().pid()
                                        + ", whose command line cannot be read; stop it if it is a postgres, else delete that file"));
        if (List.of(arguments).contains(cluster.toString())) {
            return Optional.of(new Postmaster(process.get(), pidFile));
        }
        LOG.warn(
                "{} is stale: process {} is another program",
                pidFile,
                process.get().pid());
        Files.delete(pidFile);
        return Optional.empty();
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
        try {
            kill.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** It deletes its file as the last thing; where nobody collects dead processes, its entry stays behind. */
    private boolean awaitExit() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && Files.exists(pidFile)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return true;
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while stopping PostgreSQL", cause);
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(lines.get(0).strip()));
    }
}
