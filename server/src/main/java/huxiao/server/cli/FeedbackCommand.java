package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.server.run.Configuration;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.FeedbackRun;
import huxiao.server.run.RegisterAtRest;
import huxiao.server.run.SearchRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports what people decided about alerts as rows to learn from: asks the running server, else opens the register. */
@Command(
        name = "feedback",
        description =
                "Writes verified and rejected alerts as rows to learn from, masked and without authors; docs/learning.md.",
        mixinStandardHelpOptions = true)
public final class FeedbackCommand implements Callable<Integer> {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was decided on this day (China) or later.")
    private LocalDate since;

    @Option(names = "--out", paramLabel = "FILE.jsonl", required = true, description = "Where the rows go.")
    private Path out;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Interrupt.arm();
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            System.err.println("huxiao: --out " + out + ": no file can be written there");
            return Exit.USAGE;
        }
        Instant from = since == null ? Instant.EPOCH : since.atStartOfDay(CHINA).toInstant();
        // Beside the place where it goes, so that a run that fails leaves the last export whole.
        Path written = Files.createTempFile(folder, ".feedback-", ".jsonl");
        try {
            // Words of posts: for nobody but who asked.
            if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            }
            Rows rows = new Rows();
            try (BufferedWriter writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
                rows.writer = writer;
                export(from, rows);
            }
            if (!rows.complete) {
                System.err.println("huxiao: " + rows.closing);
                return Exit.USAGE;
            }
            Files.move(written, out, StandardCopyOption.REPLACE_EXISTING);
            System.err.println(rows.closing);
            return Exit.FINE;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void export(Instant from, Rows rows) throws IOException {
        Map<String, Object> request = Map.of("command", FeedbackRun.COMMAND, "since", from);
        if (ControlSocket.ask(data.folder(), request, rows)) {
            return;
        }
        Map<String, String> environment = System.getenv();
        Configuration configuration = Configuration.read(config.files(), environment);
        try (RegisterAtRest rest = RegisterAtRest.open(
                configuration, data.folder(), FeedbackRun.COMMAND, environment, Clock.systemUTC())) {
            new FeedbackRun(
                            rest.register(),
                            rest.secret(),
                            configuration.group().copyDistance())
                    .run(from, rows);
        }
    }

    /** Writes rows as they come and remembers how the answer closed. */
    private static final class Rows implements SearchRun.Lines {
        private BufferedWriter writer;
        private boolean complete;
        private String closing = "the server ended before its answer was complete";

        @Override
        public void accept(String line) throws IOException {
            JsonNode node = Json.tree(line);
            if (node.has("text")) {
                writer.write(line);
                writer.write('\n');
            } else if (node.has("total")) {
                complete = true;
                closing = node.get("total").asLong() + " rows of "
                        + node.get("alerts").asLong() + " alerts";
            } else {
                closing = node.path("error").asText();
            }
        }
    }
}
