package huxiao.server.run;

import huxiao.analysis.Judge;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.register.Register;
import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import huxiao.server.metrics.ServiceMetrics;
import huxiao.server.notify.Dispatcher;
import huxiao.server.notify.ReceiverSettings;
import huxiao.server.web.Metrics;
import huxiao.server.web.WebParts;
import huxiao.server.web.WebServer;
import huxiao.server.web.access.RiskScale;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import huxiao.streaming.PostSource;
import huxiao.streaming.crawl.CrawledPosts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything in one process: database, register, index, delivery, web and the job, started in this order and closed in the
 * reverse one.
 */
public final class Service implements AutoCloseable {
    /** File of the data folder that keeps secrets made at the first start. */
    public static final String SECRETS = "secrets.properties";

    /** Name of the secret that opens the page of figures. */
    public static final String METRICS_TOKEN = "HUXIAO_METRICS_TOKEN";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Register register;
    private final WebServer web;
    private final String host;

    private Service(
            Configuration configuration, DataFolder data, String command, Map<String, String> environment, Clock clock)
            throws Exception {
        try {
            Secrets secrets = new Secrets(data.resolve(SECRETS), environment);
            JobSettings settings = jobSettings(configuration, database(configuration, data), data, clock);
            SearchContext context = Openers.searchContext(configuration.schools(), clock);
            register = keep(Openers.register(settings)).get();
            register.putSchools(configuration.schools());
            PostIndex index = keep(Openers.index(settings)).get();
            // Loaded here, a fault in lexicon or models refuses the start; held, the job starts again without loading.
            Judge judge = keep(Openers.judge(settings)).get();
            Openers.shadow(settings).ifPresent(this::keep);
            keep(Dispatcher.start(configuration.notification(), register, clock, environment));
            RunningJob job =
                    keep(RunningJob.start(settings, sources(configuration, secrets), data.resolve("checkpoints")));
            Watched watched = new Watched(job, index, register, clock);
            ServiceMetrics metrics = keep(new ServiceMetrics(Watched.PARTS, watched::readings));
            web = keep(WebServer.start(
                    configuration.server(),
                    new WebParts(
                            register,
                            index,
                            configuration.schools(),
                            context.schools(),
                            new RiskScale(
                                    configuration.risk().caps(),
                                    configuration.risk().levels()),
                            configuration.analysis().blue(),
                            clock,
                            watched::health,
                            Optional.of(
                                    new Metrics(secrets.get(METRICS_TOKEN), ServiceMetrics.TEXT, metrics::scrape)))));
            host = configuration.server().host();
            Questions questions = new Questions(
                    new SearchRun(index, context),
                    new FeedbackRun(
                            register, secrets.authorKey(), configuration.group().copyDistance()),
                    new ShadowRun(register),
                    new ReindexRun(
                            index,
                            context,
                            ReindexRun.Recorded.of(register, () -> judge, configuration.sources()),
                            environment),
                    new ForgetRun(index, register));
            keep(ControlSocket.open(data, command, questions));
            keep(Retention.start(configuration.retention(), register, index, clock));
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts everything over a held data folder.
     *
     * @param command what the folder's lock says it is held for
     * @param environment secrets by name; see docs/operations.md
     */
    public static Service start(
            Configuration configuration, DataFolder data, String command, Map<String, String> environment, Clock clock)
            throws Exception {
        return new Service(configuration, data, command, environment, clock);
    }

    /** The register, for seeding and for tests. */
    public Register register() {
        return register;
    }

    /** The port that console and API listen on. */
    public int port() {
        return web.port();
    }

    /** Where console and API are. */
    public String address() {
        return "http://" + host + ":" + web.port();
    }

    private DatabaseSettings database(Configuration configuration, DataFolder data) {
        return configuration.database().orElseGet(() -> keep(EmbeddedDatabase.start(data.resolve("postgres")))
                .settings());
    }

    static JobSettings jobSettings(
            Configuration configuration, DatabaseSettings database, DataFolder data, Clock clock) {
        return new JobSettings(
                new JobSettings.Locations(
                        configuration.files().dir().toAbsolutePath().toString(),
                        configuration.files().defaults().toAbsolutePath().toString(),
                        configuration.engine(data),
                        database),
                configuration.notification().receivers().stream()
                        .map(ReceiverSettings::receiver)
                        .toList(),
                configuration.pipeline(),
                configuration.group(),
                configuration.risk(),
                clock);
    }

    private static List<PostSource> sources(Configuration configuration, Secrets secrets) {
        byte[] authorKey = secrets.authorKey().getBytes(StandardCharsets.UTF_8);
        return List.of(new CrawledPosts(
                configuration.sources(), authorKey, configuration.pipeline().collectMemory()));
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
