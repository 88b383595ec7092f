package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.index.IndexMissingException;
import huxiao.index.IndexSettings;
import huxiao.index.IndexUnavailableException;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.SearchRun;
import huxiao.streaming.IndexEngine;
import huxiao.streaming.Openers;
import java.io.IOException;
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

    @Mixin
    private LimitOption limit;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        if (!limit.isAllowed()) {
            return Exit.USAGE;
        }
        PrintedAnswer answer = new PrintedAnswer(json, SearchCommand::readable);
        long most = limit.most();
        if (!ControlSocket.ask(data.folder(), query, most, answer)) {
            searchLastCommit(most, answer);
        }
        return answer.close();
    }

    private void searchLastCommit(long most, PrintedAnswer answer) throws IOException {
        ConfigFiles files = config.files();
        SearchContext context = Openers.searchContext(SchoolsCsv.read(files.resolve("schools.csv")), Clock.systemUTC());
        ConfigNode section = ConfigNode.read(files.resolve("huxiao.yaml")).section("index");
        IndexEngine engine =
                IndexEngine.from(section, System.getenv(), data.folder().resolve("index"));
        try (PostSearch index = engine.openReadOnly(context, IndexSettings.from(section))) {
            new SearchRun(index, context).run(query, most, answer);
        } catch (IndexMissingException | IndexUnavailableException e) {
            answer.fail(e.getMessage());
        }
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
