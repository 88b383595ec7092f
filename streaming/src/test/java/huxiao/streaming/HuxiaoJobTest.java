package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.SchoolRisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuxiaoJobTest {
    @TempDir
    Path folder;

    private JobFixture job;

    @BeforeEach
    void open() {
        job = new JobFixture(folder);
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void a_file_becomes_alerts_deliveries_risks_and_searchable_posts_once_whatever_the_order_and_the_number_of_runs()
            throws Exception {
        List<String> lines = lines();
        Summary first = run(lines, "first.jsonl");
        assertThat(first.read()).isEqualTo(9);
        assertThat(first.refused()).isEqualTo(1);
        assertThat(first.dropped())
                .containsEntry("seen before", 1L)
                .containsEntry("no school, no danger", 1L)
                .containsEntry("no school, judged harmless", 1L);
        List<Alert> alerts = job.alerts();
        List<String> deliveries = job.deliveryIds();
        assertThat(alerts).anySatisfy(alert -> {
            assertThat(alert.level().isPolice()).isTrue();
            assertThat(alert.schools()).containsExactly("CL014");
            assertThat(alert.copies()).isEqualTo(2);
        });
        assertThat(deliveries).isNotEmpty();
        SchoolRisk risk = job.register().risks().find("CL014").orElseThrow();
        assertThat(risk.contributions())
                .anySatisfy(part -> assertThat(part.kind()).isEqualTo("alert"));
        long indexed = job.index().count();
        assertThat(indexed).isEqualTo(first.indexed());

        for (int seed = 1; seed <= 3; seed++) {
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(seed));
            run(shuffled, "shuffled-" + seed + ".jsonl");
            assertThat(job.alerts())
                    .extracting(Alert::id, Alert::revision)
                    .containsExactlyInAnyOrderElementsOf(alerts.stream()
                            .map(alert -> tuple(alert.id(), alert.revision()))
                            .toList());
            assertThat(job.deliveryIds()).isEqualTo(deliveries);
            assertThat(job.index().count()).isEqualTo(indexed);
        }
    }

    private Summary run(List<String> lines, String name) throws Exception {
        Path file = Files.write(folder.resolve(name), lines);
        return job.run(FilePosts.of(file, job.settings, JobFixture.KEY), folder.resolve("checkpoints-" + name));
    }

    private static List<String> lines() {
        return List.of(
                JobFixture.line("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！"),
                JobFixture.line("gate-2", "转发：东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！"),
                JobFixture.line("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！"),
                JobFixture.line("game", "刚在市一中宿舍楼下跟室友开黑，一刀一个，杀疯了哈哈哈"),
                JobFixture.line("moan", "附小今天的作业写到想死，谁来救救我"),
                JobFixture.line("laugh", "哈哈哈哈"),
                JobFixture.line("singer", "这一中年大叔唱歌真好听"),
                JobFixture.line("gripe", "星湖小学又乱收费，教育局就知道开会，什么玩意儿"),
                JobFixture.line("wall", "石桥小学南墙歪了好久，昨天又掉砖，孩子们天天从下面过"),
                "{\"id\":\"broken\"");
    }
}
