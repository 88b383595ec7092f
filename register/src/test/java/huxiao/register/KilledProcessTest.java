package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Alert;
import huxiao.register.database.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the process that holds the embedded database is killed while it writes. */
@Timeout(60)
final class KilledProcessTest {
    private static final int COMMITTED = 40;

    @TempDir
    Path folder;

    @Test
    void nothing_that_was_committed_is_lost_and_nothing_told_twice() throws Exception {
        List<String> committed = new ArrayList<>();
        Process writer = writer();
        try (BufferedReader lines = writer.inputReader()) {
            readUntil(lines, committed, COMMITTED);
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("held by another process");
            // By its handle: the process object would close what it still has to say.
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
            lines.lines().forEach(committed::add);
        } finally {
            writer.destroyForcibly();
        }
        ProcessHandle orphan = postmaster();
        assertThat(orphan.isAlive()).as("PostgreSQL outlives the process").isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                Register register = Register.open(database.settings(), World.RECEIVERS, Clock.systemUTC())) {
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
            assertNothingLost(register, committed);
        }
        assertThat(Files.exists(folder.resolve("cluster/postmaster.pid"))).isFalse();
    }

    @Test
    void a_killed_server_loses_nothing_either() throws Exception {
        List<String> committed = new ArrayList<>();
        Process writer = writer();
        try (BufferedReader lines = writer.inputReader()) {
            readUntil(lines, committed, COMMITTED);
            ProcessHandle server = postmaster();
            assertThat(server.destroyForcibly()).isTrue();
            // By its handle: the process object would close what it still has to say.
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
            lines.lines().forEach(committed::add);
        } finally {
            writer.destroyForcibly();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                Register register = Register.open(database.settings(), World.RECEIVERS, Clock.systemUTC())) {
            assertNothingLost(register, committed);
        }
    }

    private static void assertNothingLost(Register register, List<String> committed) {
        List<Alert> alerts =
                register.alerts().list(AlertFilter.ALL.page(1000, "")).alerts();
        Set<String> found = new HashSet<>();
        alerts.forEach(alert -> found.add(alert.post().id()));
        assertThat(found).containsAll(committed);
        assertThat(found.size())
                .as("at most one was committed and not named")
                .isBetween(committed.size(), committed.size() + 1);
        for (Alert alert : alerts) {
            assertThat(register.deliveries().ofAlert(alert.id())).hasSize(3);
            assertThat(register.alerts()
                            .record(World.post(alert.post().id()).seen())
                            .changed())
                    .isFalse();
            assertThat(register.deliveries().ofAlert(alert.id())).hasSize(3);
        }
    }

    private static void readUntil(BufferedReader lines, List<String> read, int count) throws IOException {
        while (read.size() < count) {
            String line = lines.readLine();
            assertThat(line).as("the writer still runs").isNotNull();
            read.add(line);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnresistingWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
