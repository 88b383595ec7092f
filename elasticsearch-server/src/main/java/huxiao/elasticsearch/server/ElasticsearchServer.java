package huxiao.elasticsearch.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Elasticsearch server in a process of its own, one node on loopback, without security. It dies with the process that
 * started it, however that one ends.
 */
public final class ElasticsearchServer implements AutoCloseable {
    /** Small and soon there: what a test wants. */
    private static final List<String> FOR_TESTS =
            List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final Process process;
    private final int port;

    private ElasticsearchServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server on a folder, new or with the data of one that ended, at any free port.
     *
     * @throws IllegalStateException when it does not start; the message holds the end of its log
     */
    public static ElasticsearchServer start(Path folder) {
        return start(folder, 0, FOR_TESTS);
    }

    /** Starts a server with a heap of so many MiB and the JVM's own choices otherwise, to be measured. */
    public static ElasticsearchServer startToMeasure(Path folder, int heapMiB) {
        return start(folder, 0, List.of("-Xms" + heapMiB + "m", "-Xmx" + heapMiB + "m"));
    }

    /** Starts a server on the folder and at the port of this one, which must have ended. */
    public ElasticsearchServer startAgain() {
        return start(folder, port, FOR_TESTS);
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server for tests has nothing to lose: the same as {@link #kill()}. */
    @Override
    public void close() {
        kill();
    }

    private static ElasticsearchServer start(Path folder, int port, List<String> options) {
        Path home = builtBeside(ElasticsearchServer.class).resolve("elasticsearch");
        Path log = folder.resolve("server.log");
        try {
            Files.createDirectories(folder);
            String classPath = Files.readString(home.resolve("classpath")).strip();
            Process process = new ProcessBuilder(command(home, folder, classPath, port, options))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String said = lines.readLine();
            if (said == null) {
                throw new IllegalStateException("Elasticsearch does not start; the end of " + log + ":\n" + end(log));
            }
            return new ElasticsearchServer(folder, process, Integer.parseInt(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path home, Path folder, String classPath, int port, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.security.manager=allow",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Dlog4j2.configurationFile=classpath:huxiao/elasticsearch/server/log4j2.properties",
                "-cp",
                codeOf(ElasticsearchServer.class) + File.pathSeparator + classPath,
                SingleNode.class.getName(),
                home.toString(),
                folder.toString(),
                Integer.toString(port)));
        return command;
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /** The build folder of this module: its classes lie in it, as a folder or as a jar. */
    private static Path builtBeside(Class<?> type) {
        return codeOf(type).getParent();
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
