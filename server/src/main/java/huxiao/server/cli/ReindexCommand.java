package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.model.config.ConfigNode;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.ReindexAlone;
import huxiao.server.run.ReindexRun;
import huxiao.server.run.SearchRun;
import huxiao.streaming.IndexEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills the configured index from another one or the register: asks the running server to, else holds the data folder meanwhile. */
@Command(
        name = "reindex",
        description =
                "Fills the index with the posts of another one or of the register, while the service runs or not; "
                        + "docs/operations.md.",
        mixinStandardHelpOptions = true)
public final class ReindexCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SOURCE",
            description =
                    "Folder of a Lucene index, of this version or an older one, URL of an Elasticsearch server, or "
                            + "'register': the posts of all alerts, judged anew.")
    private String source;

    @Option(
            names = "--prefix",
            paramLabel = "P",
            defaultValue = "huxiao",
            description = "What the names of the server's indices begin with (default: ${DEFAULT-VALUE}).")
    private String prefix;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Interrupt.arm();
        String from = source.contains("://") || source.equals(ReindexRun.REGISTER)
                ? source
                : Path.of(source).toAbsolutePath().normalize().toString();
        Path index = data.folder().resolve("index").toAbsolutePath().normalize();
        if (from.equals(index.toString()) && engine(index) instanceof IndexEngine.Lucene) {
            System.err.println("huxiao: " + source + " is the index itself; move the folder away first");
            return Exit.USAGE;
        }
        Progress progress = new Progress();
        if (!ControlSocket.ask(
                data.folder(), Map.of("command", ReindexRun.COMMAND, "from", from, "prefix", prefix), progress)) {
            new ReindexAlone(config.files(), data.folder(), System.getenv()).run(from, prefix, progress);
        }
        return progress.close();
    }

    private IndexEngine engine(Path folder) {
        return IndexEngine.from(section(), System.getenv(), folder);
    }

    private ConfigNode section() {
        return ConfigNode.read(config.files().resolve("huxiao.yaml")).section("index");
    }

    /** Tells how far it is and remembers how it closed. */
    private static final class Progress implements SearchRun.Lines {
        private String closing = "huxiao: the server ended before all was done; what was written stays, run it again";
        private int exit = Exit.USAGE;

        @Override
        public void accept(String line) {
            JsonNode node = Json.tree(line);
            if (node.has("total")) {
                long refused = node.get("refused").asLong();
                closing = "";
                System.out.println("read " + node.get("total").asLong() + "\nwritten "
                        + node.get("written").asLong() + "\nrefused " + refused);
                exit = refused > 0 ? Exit.SOME_REFUSED : Exit.FINE;
            } else if (node.has("error")) {
                closing = "huxiao: " + node.get("error").asText();
            } else if (node.has("refused")) {
                System.err.println("huxiao: post " + node.get("refused").asText() + " is refused: "
                        + node.get("cause").asText());
            } else {
                System.err.println("read " + node.get("read").asLong() + ", written "
                        + node.get("written").asLong());
            }
        }

        /** Says how it closed; the exit code. */
        int close() {
            if (!closing.isEmpty()) {
                System.err.println(closing);
            }
            return exit;
        }
    }
}
