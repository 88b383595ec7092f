package huxiao.server.run;

import huxiao.analysis.Judge;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.model.config.ConfigFiles;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fills the index of a data folder that no server runs over. The folder is held meanwhile. */
public final class ReindexAlone {
    private final ConfigFiles files;
    private final Path folder;
    private final Map<String, String> environment;

    /** For the data folder {@code folder}, with secrets looked up in {@code environment}. */
    public ReindexAlone(ConfigFiles files, Path folder, Map<String, String> environment) {
        this.files = files;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs; see {@link ReindexRun#run}.
     *
     * @throws DataHeldException when another process holds the folder
     */
    public void run(String from, String prefix, SearchRun.Lines lines) throws IOException {
        Configuration configuration = Configuration.read(files, environment);
        if (from.equals(ReindexRun.REGISTER)) {
            try (RegisterAtRest rest =
                    RegisterAtRest.open(configuration, folder, ReindexRun.COMMAND, environment, Clock.systemUTC())) {
                Judge judge = Openers.judge(files, configuration.schools());
                RegisteredPosts posts = new RegisteredPosts(rest.register(), judge, configuration.sources());
                fill(configuration, rest.data(), posts::stream, from, prefix, lines);
            }
        } else {
            try (DataFolder held = DataFolder.hold(folder, ReindexRun.COMMAND)) {
                fill(configuration, held, Stream::empty, from, prefix, lines);
            }
        }
    }

    private void fill(
            Configuration configuration,
            DataFolder data,
            Supplier<Stream<IndexedPost>> registered,
            String from,
            String prefix,
            SearchRun.Lines lines)
            throws IOException {
        SearchContext context = Openers.searchContext(configuration.schools(), Clock.systemUTC());
        try (PostIndex index = configuration.engine(data).open(context, configuration.index())) {
            new ReindexRun(index, context, registered, environment).run(from, prefix, lines);
        }
    }
}
