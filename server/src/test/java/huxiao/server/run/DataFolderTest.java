package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_second_holder_is_told_who_holds_it_until_the_first_lets_go() {
        Path data = folder.resolve("da ta/deep");
        try (DataFolder held = DataFolder.hold(data, "up")) {
            assertThat(held.resolve("x").getParent()).isEqualTo(data.toAbsolutePath());
            assertThatThrownBy(() -> DataFolder.hold(data, "replay"))
                    .isInstanceOf(DataHeldException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("huxiao up");
            held.describe("up", "/tmp/socket");
            assertThat(DataFolder.holder(data).map(holder -> holder.getProperty("socket")))
                    .contains("/tmp/socket");
        }
        assertThat(DataFolder.holder(data)).isEmpty();
        DataFolder.hold(data, "replay").close();
    }

    @Test
    void a_refused_second_holder_in_the_same_process_does_not_free_the_lock_for_other_processes() throws Exception {
        try (DataFolder held = DataFolder.hold(folder, "up")) {
            assertThatThrownBy(() -> DataFolder.hold(folder, "up")).isInstanceOf(DataHeldException.class);
            assertThat(DataFolder.holder(folder)).isPresent();
            assertThat(inAnotherProcess(Holder.class)).contains("command=up");
            assertThat(inAnotherProcess(Taker.class))
                    .contains("DataHeldException")
                    .contains("huxiao up");
            assertThat(held.resolve("LOCK")).exists();
        }
        assertThat(inAnotherProcess(Holder.class)).contains("nobody");
    }

    @Test
    void whoever_only_looks_does_not_keep_a_holder_out() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean enough = new AtomicBoolean();
        Files.writeString(folder.resolve("LOCK"), "");
        Process looking = start(Looker.class);
        try {
            assertThat(looking.getInputStream().read()).isEqualTo('.');
            Future<Integer> taken = thread.submit(() -> {
                int times = 0;
                while (times < 200 && !enough.get()) {
                    DataFolder.hold(folder, "up").close();
                    times++;
                }
                return times;
            });
            assertThat(taken.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            enough.set(true);
            looking.destroyForcibly().waitFor();
            thread.shutdownNow();
        }
    }

    @Test
    void nobody_holds_a_folder_that_does_not_exist() {
        assertThat(DataFolder.holder(folder.resolve("none"))).isEmpty();
    }

    private String inAnotherProcess(Class<?> main) throws Exception {
        Process process = start(main);
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Process start(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Says who holds the folder. */
    static final class Holder {
        public static void main(String[] arguments) {
            System.out.println(DataFolder.holder(Path.of(arguments[0]))
                    .map(Properties::toString)
                    .orElse("nobody"));
        }
    }

    /** Tries to take the folder. */
    static final class Taker {
        public static void main(String[] arguments) {
            DataFolder.hold(Path.of(arguments[0]), "replay").close();
        }
    }

    /** Looks again and again whether the folder is held. */
    static final class Looker {
        public static void main(String[] arguments) {
            System.out.print(".");
            System.out.flush();
            while (true) {
                DataFolder.holder(Path.of(arguments[0]));
            }
        }
    }
}
