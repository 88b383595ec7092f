package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.index.IndexMissingException;
import huxiao.index.IndexSettings;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.lucene.LuceneIndex;
import huxiao.model.Json;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.SearchRun;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches posts: asks the running server, else opens the last commit. */
@Command(
        name = "search",
        description = "Searches posts; newest first. The query language: docs/query-language.md.",
        mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", description = "What to find.")
    private String query;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; without it all.")
    private Long limit;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        if (limit != null && limit < 0) {
            System.err.println("huxiao: --limit: found " + limit + ", allowed: 0 or more");
            return Exit.USAGE;
        }
        Answer answer = new Answer(new PrintStream(System.out, false, StandardCharsets.UTF_8), json);
        long most = limit == null ? -1 : limit;
        if (!ControlSocket.ask(data.folder(), query, most, answer)) {
            searchLastCommit(most, answer);
        }
        return answer.close();
    }

    private void searchLastCommit(long most, Answer answer) throws IOException {
        ConfigFiles files = config.files();
        SearchContext context = Openers.searchContext(SchoolsCsv.read(files.resolve("schools.csv")), Clock.systemUTC());
        Path folder = data.folder().resolve("index");
        try (PostSearch index = LuceneIndex.openReadOnly(folder, context, IndexSettings.DEFAULT)) {
            new SearchRun(index, context).run(query, most, answer);
        } catch (IndexMissingException e) {
            answer.fail(e.getMessage());
        }
    }

    /** Prints an answer as it comes and remembers how it closed. */
    private static final class Answer implements SearchRun.Lines {
        private final PrintStream out;
        private final boolean json;
        private String closing = "error: the server ended before its answer was complete";
        private int exit = Exit.USAGE;

        Answer(PrintStream out, boolean json) {
            this.out = out;
            this.json = json;
        }

        @Override
        public void accept(String line) {
            JsonNode node = Json.tree(line);
            if (node.has("id")) {
                out.println(json ? line : readable(node));
            } else if (node.has("total")) {
                closing = "total " + node.get("total").asLong();
                exit = Exit.FINE;
            } else {
                fail(node.path("error").asText());
            }
        }

        void fail(String message) {
            closing = "huxiao: " + message;
            exit = Exit.USAGE;
        }

        int close() {
            out.flush();
            System.err.println(closing);
            return exit;
        }

        private static String readable(JsonNode hit) {
            String text = hit.get("text").asText().replaceAll("\\p{Cntrl}+", " ");
            return String.join(
                    "  ",
                    hit.get("publishedAt").asText(),
                    hit.get("level").asText(),
                    hit.get("category").isNull() ? "-" : hit.get("category").asText(),
                    hit.get("schools").toString(),
                    hit.get("id").asText(),
                    text);
        }
    }
}
