package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.PostIndex;
import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.model.SchoolRisk;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuxiaoJobTest {
    private static final String KEY = "a key for tests, long enough";

    @TempDir
    Path folder;

    private EmbeddedDatabase database;
    private JobSettings settings;
    private Resources.Lease<Register> register;
    private Resources.Lease<PostIndex> index;

    @BeforeEach
    void open() {
        database = EmbeddedDatabase.start(folder.resolve("postgres"));
        ConfigFiles files = ConfigFiles.builtIn();
        settings = new JobSettings(
                new JobSettings.Locations(
                        files.dir().toAbsolutePath().toString(),
                        files.defaults().toAbsolutePath().toString(),
                        folder.resolve("index").toString(),
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
                        2, Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofMillis(100), Duration.ofDays(2)),
                GroupSettings.from(ConfigNode.parse("test", "")),
                RiskSettings.from(ConfigNode.parse("test", "")),
                Clock.systemUTC());
        register = Openers.register(settings);
        register.get().putSchools(SchoolsCsv.read(files.resolve("schools.csv")));
        index = Openers.index(settings);
    }

    @AfterEach
    void close() {
        index.close();
        register.close();
        database.close();
    }

    @Test
    void a_file_becomes_alerts_deliveries_risks_and_searchable_posts_once_whatever_the_order_and_the_number_of_runs()
            throws Exception {
        List<String> lines = lines();
        Summary first = run(lines, "first.jsonl");
        assertThat(first.read()).isEqualTo(8);
        assertThat(first.refused()).isEqualTo(1);
        assertThat(first.dropped()).containsEntry("seen before", 1L);
        List<Alert> alerts = alerts();
        List<Delivery> deliveries = deliveries(alerts);
        assertThat(alerts).anySatisfy(alert -> {
            assertThat(alert.level().isPolice()).isTrue();
            assertThat(alert.schools()).containsExactly("CL014");
            assertThat(alert.copies()).isEqualTo(2);
        });
        assertThat(deliveries).isNotEmpty();
        SchoolRisk risk = register.get().risks().find("CL014").orElseThrow();
        assertThat(risk.contributions())
                .anySatisfy(part -> assertThat(part.kind()).isEqualTo("alert"));
        long indexed = index.get().count();
        assertThat(indexed).isEqualTo(first.indexed());

        for (int seed = 1; seed <= 3; seed++) {
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(seed));
            run(shuffled, "shuffled-" + seed + ".jsonl");
            assertThat(ids(alerts())).isEqualTo(ids(alerts));
            assertThat(alerts())
                    .extracting(Alert::revision)
                    .isEqualTo(alerts.stream().map(Alert::revision).toList());
            assertThat(deliveries(alerts()))
                    .extracting(Delivery::id)
                    .containsExactlyInAnyOrderElementsOf(
                            deliveries.stream().map(Delivery::id).toList());
            assertThat(index.get().count()).isEqualTo(indexed);
        }
    }

    private Summary run(List<String> lines, String name) throws Exception {
        Path file = Files.write(folder.resolve(name), lines);
        FilePosts posts = FilePosts.of(file, settings, KEY);
        StreamExecutionEnvironment env = LocalRun.environment(settings, folder.resolve("checkpoints-" + name));
        new HuxiaoJob(settings, List.of(posts), new ChangeSource(settings, Boundedness.BOUNDED)).wire(env);
        JobExecutionResult result = env.execute("test");
        index.get().refresh();
        return Summary.of(result.getAllAccumulatorResults(), System.currentTimeMillis());
    }

    private List<Alert> alerts() {
        return register.get().alerts().list(AlertFilter.ALL).alerts();
    }

    private List<Delivery> deliveries(List<Alert> alerts) {
        return alerts.stream()
                .flatMap(alert -> register.get().deliveries().ofAlert(alert.id()).stream())
                .toList();
    }

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).sorted().toList();
    }

    private static List<String> lines() throws IOException {
        String now = Instant.now().minusSeconds(600).toString();
        return List.of(
                post("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！", now),
                post("gate-2", "转发：东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！", now),
                post("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！", now),
                post("game", "刚在市一中宿舍楼下跟室友开黑，一刀一个，杀疯了哈哈哈", now),
                post("moan", "附小今天的作业写到想死，谁来救救我", now),
                post("weather", "今天天气真好，适合晒被子", now),
                post("gripe", "星湖小学又乱收费，教育局就知道开会，什么玩意儿", now),
                post("wall", "石桥小学南墙歪了好久，昨天又掉砖，孩子们天天从下面过", now),
                "{\"id\":\"broken\"");
    }

    private static String post(String id, String text, String at) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"publishedAt\":\"" + at + "\",\"source\":\"test\"}";
    }
}
