package huxiao.server.run;

import huxiao.analysis.Judge;
import huxiao.index.PostIndex;
import huxiao.register.Register;
import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import huxiao.streaming.FilePosts;
import huxiao.streaming.HuxiaoJob;
import huxiao.streaming.JobSettings;
import huxiao.streaming.LocalRun;
import huxiao.streaming.Openers;
import huxiao.streaming.Resources;
import huxiao.streaming.Summary;
import huxiao.streaming.change.ChangeSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/** A bounded run of the whole pipeline over a file. */
public final class Replay {
    private static final String CHECKPOINTS = "checkpoints-";

    private Replay() {}

    /**
     * Runs a file through the pipeline and waits for the end. A killed run goes on at its last checkpoint when started again
     * on the same file.
     */
    public static Summary run(
            Configuration configuration, DataFolder data, Path file, Map<String, String> environment, Clock clock)
            throws Exception {
        Secrets secrets = new Secrets(data.resolve(Service.SECRETS), environment);
        String authorKey = secrets.authorKey();
        Optional<EmbeddedDatabase> embedded = configuration.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.start(data.resolve("postgres")));
        try {
            DatabaseSettings database = configuration.database().orElseGet(() -> embedded.orElseThrow()
                    .settings());
            JobSettings settings = Service.jobSettings(configuration, database, data, clock);
            return run(settings, configuration, data, file.toRealPath(), authorKey);
        } finally {
            embedded.ifPresent(EmbeddedDatabase::close);
        }
    }

    private static Summary run(
            JobSettings settings, Configuration configuration, DataFolder data, Path file, String authorKey)
            throws Exception {
        // Held for the whole run, so that operators share them and the last post is searchable when the clock is
        // stopped.
        try (Resources.Lease<Register> register = Openers.register(settings);
                Resources.Lease<PostIndex> index = Openers.index(settings);
                Resources.Lease<Judge> judge = Openers.judge(settings)) {
            // Held alone for its faults: those of lexicon and models refuse the run before it begins.
            Objects.requireNonNull(judge.get(), "judge");
            Openers.shadow(settings).ifPresent(Resources.Lease::close);
            register.get().putSchools(configuration.schools());
            FilePosts posts = FilePosts.of(file, settings, authorKey);
            forgetOtherContents(data, posts);
            Path checkpoints = data.resolve(CHECKPOINTS + posts.name());
            StreamExecutionEnvironment env = LocalRun.environment(settings, checkpoints);
            new HuxiaoJob(settings, List.of(posts), new ChangeSource(settings, Boundedness.BOUNDED)).wire(env);
            JobExecutionResult result = RunningJob.toTheEnd(env, "huxiao replay");
            index.get().commit();
            index.get().refresh();
            Summary summary = Summary.of(result.getAllAccumulatorResults(), System.currentTimeMillis());
            // A run that has ended has nothing to go on with.
            FileUtils.deleteDirectory(checkpoints.toFile());
            return summary;
        }
    }

    /** Checkpoints of a killed run over this file as it was before it changed. */
    private static void forgetOtherContents(DataFolder data, FilePosts posts) throws IOException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(data.resolve("."), CHECKPOINTS + posts.pathName() + "*")) {
            for (Path folder : folders) {
                if (!folder.endsWith(CHECKPOINTS + posts.name())) {
                    FileUtils.deleteDirectory(folder.toFile());
                }
            }
        }
    }
}
