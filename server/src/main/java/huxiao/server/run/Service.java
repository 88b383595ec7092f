package huxiao.server.run;

import huxiao.index.PostIndex;
import huxiao.model.AuthorKeys;
import huxiao.register.Register;
import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import huxiao.server.notify.Dispatcher;
import huxiao.server.notify.ReceiverSettings;
import huxiao.server.web.WebParts;
import huxiao.server.web.WebServer;
import huxiao.streaming.HuxiaoJob;
import huxiao.streaming.JobSettings;
import huxiao.streaming.LocalRun;
import huxiao.streaming.Openers;
import huxiao.streaming.PostSource;
import huxiao.streaming.Resources;
import huxiao.streaming.change.ChangeSource;
import huxiao.streaming.crawl.CrawledPosts;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything in one process: database, register, index, delivery, web and the job, started in this order and closed in the
 * reverse one.
 */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Register register;
    private final WebServer web;
    private final RunningJob job;

    private Service(Configuration configuration, DataFolder data, Map<String, String> environment, Clock clock)
            throws Exception {
        try {
            Secrets secrets = new Secrets(data.resolve("secrets.properties"), environment);
            JobSettings settings = jobSettings(configuration, database(configuration, data), data, clock);
            register = keep(Openers.register(settings)).get();
            register.putSchools(configuration.schools());
            PostIndex index = keep(Openers.index(settings)).get();
            keep(Dispatcher.start(configuration.notify(), register, clock, environment));
            job = start(configuration, settings, data, authorKeys(secrets, configuration));
            web = keep(WebServer.start(
                    configuration.server(), new WebParts(register, index, configuration.schools(), clock, job::health)));
            keep(job);
            keep(ControlSocket.open(data, index, Openers.searchContext(configuration.schools(), clock)));
            keep(Retention.start(configuration.retention(), register, index, clock));
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts everything over a held data folder.
     *
     * @param environment secrets by name; see docs/operations.md
     */
    public static Service start(
            Configuration configuration, DataFolder data, Map<String, String> environment, Clock clock)
            throws Exception {
        return new Service(configuration, data, environment, clock);
    }

    /** The register, for seeding and for tests. */
    public Register register() {
        return register;
    }

    /** The port that console and API listen on. */
    public int port() {
        return web.port();
    }

    /** What the job is doing, one word of Flink's: RUNNING when all is well. */
    public String jobStatus() {
        return job.health();
    }

    private DatabaseSettings database(Configuration configuration, DataFolder data) {
        return configuration
                .database()
                .orElseGet(() -> keep(EmbeddedDatabase.start(data.resolve("postgres"))).settings());
    }

    static JobSettings jobSettings(
            Configuration configuration, DatabaseSettings database, DataFolder data, Clock clock) {
        return new JobSettings(
                new JobSettings.Locations(
                        configuration.files().dir().toAbsolutePath().toString(),
                        configuration.files().defaults().toAbsolutePath().toString(),
                        data.resolve("index").toString(),
                        database),
                configuration.notify().receivers().stream()
                        .map(ReceiverSettings::receiver)
                        .toList(),
                configuration.pipeline(),
                configuration.group(),
                configuration.risk(),
                clock);
    }

    static byte[] authorKey(Secrets secrets) {
        return secrets.get("HUXIAO_AUTHOR_KEY").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private RunningJob start(
            Configuration configuration, JobSettings settings, DataFolder data, byte[] authorKey) throws Exception {
        StreamExecutionEnvironment env = LocalRun.environment(settings, data.resolve("checkpoints"));
        List<PostSource> sources = List.of(new CrawledPosts(configuration.sources(), authorKey, settings.pipeline().collectMemory()));
        new HuxiaoJob(settings, sources, new ChangeSource(settings, Boundedness.CONTINUOUS_UNBOUNDED)).wire(env);
        JobClient client = env.executeAsync("huxiao");
        return new RunningJob(client);
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} could not be closed", part.getClass().getSimpleName(), e);
            }
        }
    }
}
