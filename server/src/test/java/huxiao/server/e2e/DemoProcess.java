package huxiao.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** {@code huxiao demo} in a process of its own, to be killed. */
final class DemoProcess implements AutoCloseable {
    private final Path data;
    private final Process process;

    private DemoProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    static DemoProcess start(Path data, Path log) throws IOException {
        return new DemoProcess(data, huxiao(log, "demo", "--port", "0", "--data", data.toString()));
    }

    /** Starts a command of huxiao with the class path of this test. */
    static Process huxiao(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Dhuxiao.home=" + System.getProperty("huxiao.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "huxiao.server.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** What the receiver accepted so far, one line a delivery. */
    List<String> received() {
        return lines(data.resolve("demo-received.jsonl"));
    }

    /** The password of a demo login. */
    String password(String login) {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"), StandardCharsets.UTF_8)) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("HUXIAO_DEMO_PASSWORD_" + login.toUpperCase(java.util.Locale.ROOT));
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As Ctrl-C does; true when the process ended by itself in time. */
    boolean interrupt() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
        return !process.isAlive();
    }

    @Override
    public void close() {
        if (process.isAlive() && !interrupt()) {
            kill();
        }
    }
}
