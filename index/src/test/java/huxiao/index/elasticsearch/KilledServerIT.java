package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import huxiao.elasticsearch.server.ElasticsearchServer;
import huxiao.index.Hit;
import huxiao.index.IndexSettings;
import huxiao.index.IndexUnavailableException;
import huxiao.index.PostFixture;
import huxiao.index.PostIndex;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that dies by {@code kill -9} while it is written to, and comes back. */
class KilledServerIT {
    private static final int BATCH = 50;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    @Timeout(180)
    void every_acknowledged_post_is_found_once_and_the_writer_goes_on_by_itself() {
        Path folder = TestServer.newFolder();
        ElasticsearchServer first = ElasticsearchServer.start(folder);
        ElasticsearchServer second = first;
        try (PostIndex index = ElasticsearchIndex.open(
                TestServer.settings(first.url(), "killed"), TestCity.CONTEXT, IndexSettings.DEFAULT)) {
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writeUntilEnough(index));
            awaitAcknowledged(10 * BATCH);

            first.kill();
            assertThatThrownBy(index::count).isInstanceOf(IndexUnavailableException.class);
            await().atMost(Duration.ofMinutes(1)).until(() -> !index.isReady());
            assertThat(writer).isNotDone();

            second = first.startAgain();
            awaitAcknowledged(acknowledged.get() + 10 * BATCH);
            enough.set(true);
            writer.join();
            await().atMost(Duration.ofMinutes(1)).until(index::isReady);

            index.refresh();
            assertThat(ids(index))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, acknowledged.get())
                            .mapToObj(i -> "p" + i)
                            .collect(Collectors.toList()));
        } finally {
            first.kill();
            second.kill();
            TestServer.remove(folder);
        }
    }

    private void writeUntilEnough(PostIndex index) {
        while (!enough.get()) {
            int from = acknowledged.get();
            index.put(IntStream.range(from, from + BATCH)
                    .mapToObj(i -> PostFixture.post("p" + i).build())
                    .toList());
            acknowledged.set(from + BATCH);
        }
    }

    private void awaitAcknowledged(int count) {
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.get() >= count);
    }

    private static List<String> ids(PostIndex index) {
        try (Stream<Hit> hits = index.stream(new Query.Everything())) {
            return hits.map(hit -> hit.indexed().post().id()).toList();
        }
    }
}
