package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.model.Json;
import huxiao.model.config.ConfigNode;
import huxiao.register.RegisterChange;
import huxiao.server.run.Configuration;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.DataFolder;
import huxiao.server.run.RegisterAtRest;
import huxiao.server.run.ReindexRun;
import huxiao.server.run.SearchRun;
import huxiao.streaming.IndexEngine;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills the configured index from another one: asks the running server to, else holds the data folder meanwhile. */
@Command(
        name = "reindex",
        description =
                "Fills the index with the posts of another one, while the service runs or not; docs/operations.md.",
        mixinStandardHelpOptions = true)
public final class ReindexCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SOURCE",
            description =
                    "Folder of a Lucene index, of this version or an older one, or URL of an Elasticsearch server.")
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
        String from = source.contains("://")
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
            runAlone(from, progress);
        }
        return progress.close();
    }

    private void runAlone(String from, Progress progress) throws IOException {
        Map<String, String> environment = System.getenv();
        Configuration configuration = Configuration.read(config.files(), environment);
        if (!RegisterAtRest.isThere(configuration, data.folder())) {
            // a data folder that is only being filled has no alerts yet
            try (DataFolder held = DataFolder.hold(data.folder(), ReindexRun.COMMAND)) {
                fill(held.resolve("index"), List::of, configuration, from, progress);
            }
            return;
        }
        try (RegisterAtRest rest =
                RegisterAtRest.open(configuration, data.folder(), ReindexRun.COMMAND, environment, Clock.systemUTC())) {
            fill(data.folder().resolve("index"), rest.register().changes()::standings, configuration, from, progress);
        }
    }

    private void fill(
            Path folder,
            Supplier<List<RegisterChange>> standings,
            Configuration configuration,
            String from,
            Progress progress)
            throws IOException {
        SearchContext context = Openers.searchContext(configuration.schools(), Clock.systemUTC());
        try (PostIndex index = engine(folder).open(context, IndexSettings.from(section()))) {
            new ReindexRun(index, standings, context, System.getenv()).run(from, prefix, progress);
        }
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
