package huxiao.streaming;

import huxiao.index.PostIndex;
import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.AlertFilter;
import huxiao.register.Delivery;
import huxiao.register.Receiver;
import huxiao.register.Register;
import huxiao.register.database.EmbeddedDatabase;
import huxiao.streaming.change.ChangeSource;
import huxiao.streaming.group.GroupSettings;
import huxiao.streaming.merge.RiskSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job over a real database and a real index in one folder, with one receiver. */
final class JobFixture implements AutoCloseable {
    static final String KEY = "a key for tests, long enough";

    private final EmbeddedDatabase database;
    private final Resources.Lease<Register> register;
    private final Resources.Lease<PostIndex> index;
    final JobSettings settings;

    JobFixture(Path folder) {
        this(folder, ConfigFiles.builtIn(), embedded(folder));
    }

    /** The same with settings of its own over the built-in ones. */
    JobFixture(Path folder, Path config) {
        this(folder, ConfigFiles.over(config), embedded(folder));
    }

    /** The same with another engine. */
    JobFixture(Path folder, IndexEngine engine) {
        this(folder, ConfigFiles.builtIn(), engine);
    }

    private static IndexEngine embedded(Path folder) {
        return new IndexEngine.Lucene(folder.resolve("index").toString());
    }

    private JobFixture(Path folder, ConfigFiles files, IndexEngine engine) {
        database = EmbeddedDatabase.start(folder.resolve("postgres"));
        settings = new JobSettings(
                new JobSettings.Locations(
                        files.dir().toAbsolutePath().toString(),
                        files.defaults().toAbsolutePath().toString(),
                        engine,
                        database.settings()),
                List.of(new Receiver(
                        "duty",
                        "webhook",
                        "http://127.0.0.1:9/",
                        Level.ORANGE,
                        Set.of(Route.POLICE_NOW),
                        List.of(),
                        List.of(),
                        List.of())),
                new JobSettings.Pipeline(
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofDays(30),
                        Duration.ofMillis(100),
                        1000,
                        Duration.ofDays(2)),
                GroupSettings.from(ConfigNode.parse("test", "")),
                RiskSettings.from(ConfigNode.parse("test", "")),
                Clock.systemUTC());
        register = Openers.register(settings);
        register.get().putSchools(SchoolsCsv.read(files.resolve("schools.csv")));
        index = Openers.index(settings);
    }

    Register register() {
        return register.get();
    }

    PostIndex index() {
        return index.get();
    }

    /** Runs sources to their end. */
    Summary run(PostSource source, Path checkpoints) throws Exception {
        StreamExecutionEnvironment env = LocalRun.environment(settings, checkpoints);
        new HuxiaoJob(settings, List.of(source), new ChangeSource(settings, Boundedness.BOUNDED)).wire(env);
        Summary summary = Summary.of(env.execute("test").getAllAccumulatorResults(), System.currentTimeMillis());
        index.get().refresh();
        return summary;
    }

    /** Starts a job without end. */
    JobClient start(PostSource source, Path checkpoints) throws Exception {
        StreamExecutionEnvironment env = LocalRun.environment(settings, checkpoints);
        new HuxiaoJob(settings, List.of(source), new ChangeSource(settings, Boundedness.CONTINUOUS_UNBOUNDED))
                .wire(env);
        return env.executeAsync("test");
    }

    List<Alert> alerts() {
        return register.get().alerts().list(AlertFilter.ALL).alerts();
    }

    List<String> alertIds() {
        return alerts().stream().map(Alert::id).sorted().toList();
    }

    List<String> deliveryIds() {
        return alerts().stream()
                .flatMap(alert -> register.get().deliveries().ofAlert(alert.id()).stream())
                .map(Delivery::id)
                .sorted()
                .toList();
    }

    static String line(String id, String text) {
        String now = Instant.now().minusSeconds(600).toString();
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"publishedAt\":\"" + now + "\",\"source\":\"test\"}";
    }

    @Override
    public void close() {
        index.close();
        register.close();
        database.close();
    }
}
