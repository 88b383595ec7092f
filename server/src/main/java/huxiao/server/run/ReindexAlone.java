package huxiao.server.run;

import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.model.config.ConfigFiles;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

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
        if (RegisterAtRest.isThere(configuration, folder)) {
            try (RegisterAtRest rest =
                    RegisterAtRest.open(configuration, folder, ReindexRun.COMMAND, environment, Clock.systemUTC())) {
                fill(
                        configuration,
                        rest.data(),
                        ReindexRun.Recorded.of(
                                rest.register(),
                                () -> Openers.judge(files, configuration.schools()),
                                configuration.sources()),
                        from,
                        prefix,
                        lines);
            }
        } else {
            try (DataFolder held = DataFolder.hold(folder, ReindexRun.COMMAND)) {
                fill(configuration, held, ReindexRun.Recorded.NOTHING, from, prefix, lines);
            }
        }
    }

    private void fill(
            Configuration configuration,
            DataFolder data,
            ReindexRun.Recorded register,
            String from,
            String prefix,
            SearchRun.Lines lines)
            throws IOException {
        SearchContext context = Openers.searchContext(configuration.schools(), Clock.systemUTC());
        try (PostIndex index = configuration.engine(data).open(context, configuration.index())) {
            new ReindexRun(index, context, register, environment).run(from, prefix, lines);
        }
    }
}
