package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.analysis.Judge;
import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.model.config.ConfigException;
import huxiao.register.ShadowFilter;
import huxiao.register.ShadowFilter.Turn;
import huxiao.register.ShadowSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ShadowTest {
    private static final String DANGER = "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！";

    @TempDir
    Path folder;

    private Path config;
    private JobFixture job;

    /** A model beside the shipped one that gives RED to whatever it is asked. */
    @BeforeEach
    void open() throws IOException {
        config = Files.createDirectory(folder.resolve("config"));
        Path model = Files.createDirectory(config.resolve("eager"));
        for (String name : List.of("model.bin.gz", "police-alarms.properties")) {
            Files.write(model.resolve(name), shipped(name));
        }
        Files.writeString(
                model.resolve("blend.properties"),
                new String(shipped("blend.properties"), StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(\\w+\\.(BLUE|YELLOW|ORANGE|RED)) = .*$", "$1 = 9 0 0"));
        Files.writeString(config.resolve("huxiao.yaml"), "analysis: {shadow: eager}\n");
        job = new JobFixture(folder, config);
    }

    @AfterEach
    void close() {
        job.close();
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = Judge.class.getResourceAsStream("/huxiao/analysis/" + name)) {
            return in.readAllBytes();
        }
    }

    private static List<String> lines() {
        return List.of(
                JobFixture.line("gate", DANGER),
                JobFixture.line("call", "附小今天的通知请打电话13812345678问李老师，校服下周三统一发放，带好收据"),
                JobFixture.line("weather", "今天天气真好，适合晒被子"),
                JobFixture.line("menu", "星湖小学今天午饭有红烧肉和青菜，孩子说好吃"));
    }

    private Summary run(List<String> lines, String name) throws Exception {
        Path file = Files.write(folder.resolve(name), lines);
        return job.run(FilePosts.of(file, job.settings, JobFixture.KEY), folder.resolve("checkpoints-" + name));
    }

    @Test
    @Timeout(120)
    void where_the_shadow_differs_it_is_written_once_and_changes_nothing() throws Exception {
        Summary first = run(lines(), "first.jsonl");
        String model = job.register().shadow().models().get(0);
        ShadowSummary summary = job.register().shadow().summary(model).orElseThrow();
        assertThat(summary.judged()).isEqualTo(first.indexed()).isEqualTo(3);
        assertThat(summary.newPolice()).isEqualTo(2);
        assertThat(job.register()
                        .shadow()
                        .list(ShadowFilter.of(model).with(Turn.NEW_POLICE))
                        .differences())
                .allSatisfy(difference -> {
                    assertThat(difference.judgement().before()).isEqualTo(Level.NONE);
                    assertThat(difference.judgement().after().isPolice()).isTrue();
                    assertThat(difference.judgement().excerpt()).doesNotContain("13812345678");
                })
                .extracting(difference -> difference.judgement().postId())
                .containsExactlyInAnyOrder("call", "menu");
        assertThat(job.alerts())
                .as("the shadow raises nothing")
                .extracting(Alert::level)
                .hasSize(1);
        assertThat(job.deliveryIds()).hasSize(1);
        assertThat(job.index().get("menu").orElseThrow().assessment().level()).isEqualTo(Level.NONE);

        List<String> shuffled = new ArrayList<>(lines());
        Collections.reverse(shuffled);
        run(shuffled, "again.jsonl");
        assertThat(job.register().shadow().models()).containsExactly(model);
        assertThat(job.register().shadow().summary(model)).contains(summary);
    }

    @Test
    @Timeout(120)
    void a_shadow_that_fails_harms_nothing() throws Exception {
        ShadowModel broken = new ShadowModel("broken", post -> {
            if (post.id().equals("gate")) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException("the shadow is broken");
        });
        try (Resources.Lease<ShadowModel> held =
                Resources.lease("shadow:" + job.settings.locations().configFolder(), ShadowModel.class, () -> broken)) {
            Summary summary = run(lines(), "first.jsonl");
            assertThat(held.get()).isSameAs(broken);
            assertThat(summary.refused()).isZero();
            assertThat(summary.indexed()).isEqualTo(3);
        }
        assertThat(job.alerts()).hasSize(1);
        assertThat(job.deliveryIds()).hasSize(1);
        assertThat(job.register().deadLetters().count()).isZero();
        assertThat(job.register().shadow().models()).isEmpty();
    }

    @Test
    void a_folder_that_is_missing_is_named_before_anything_starts() throws IOException {
        Files.writeString(config.resolve("huxiao.yaml"), "analysis: {shadow: gone}\n");
        assertThatThrownBy(() -> Openers.shadow(job.settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(config.resolve("gone").toString());
    }
}
