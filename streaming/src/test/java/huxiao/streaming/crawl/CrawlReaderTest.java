package huxiao.streaming.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.crawler.Frontier;
import huxiao.crawler.SourceSettings;
import huxiao.crawler.SourcesFile;
import huxiao.model.Post;
import huxiao.model.config.ConfigNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class CrawlReaderTest {
    private final List<String> posts = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    private final ReaderOutput<Post> output = new ReaderOutput<>() {
        @Override
        public void collect(Post post) {
            throw new UnsupportedOperationException("a post comes with its event time");
        }

        @Override
        public void collect(Post post, long timestamp) {
            posts.add(post.text());
            times.add(timestamp);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            throw new UnsupportedOperationException("watermarks are the strategy's");
        }

        @Override
        public void markIdle() {
            throw new UnsupportedOperationException("idleness is the strategy's");
        }

        @Override
        public void markActive() {
            throw new UnsupportedOperationException("idleness is the strategy's");
        }

        @Override
        public SourceOutput<Post> createOutputForSplit(String splitId) {
            assertThat(splitId).isEqualTo("forum");
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {
            throw new UnsupportedOperationException("a crawl has no end");
        }
    };

    private void pollUntil(CrawlReader reader, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            if (posts.size() < count) {
                reader.isAvailable().join();
                reader.pollNext(output);
            }
            return posts.size() >= count;
        });
    }

    private static Frontier checkpointed(CrawlReader reader) {
        List<CrawlSplit> splits = reader.snapshotState(1);
        assertThat(splits).hasSize(1);
        return splits.get(0).frontier();
    }

    private static CrawlReader reader(SourceSettings source) {
        byte[] secret = "a secret of the tests alone".getBytes(StandardCharsets.UTF_8);
        SourceCrawls crawls = new SourceCrawls(new SourcesFile("", List.of(source)), secret, Duration.ofDays(30));
        CrawlReader reader = new CrawlReader(crawls, new UnregisteredMetricsGroup());
        reader.start();
        return reader;
    }

    @Test
    void a_checkpoint_between_two_posts_of_a_page_still_holds_the_frontier_from_before_it() throws Exception {
        try (SmallForum forum = new SmallForum().threads(1)) {
            CrawlReader reader = reader(forum.source("forum"));
            reader.addSplits(List.of(new CrawlSplit("forum", Frontier.empty())));
            pollUntil(reader, 1);
            Frontier between = checkpointed(reader);
            pollUntil(reader, 2);
            Frontier after = checkpointed(reader);
            reader.close();

            assertThat(after.visits()).isEqualTo(between.visits() + 1);
            assertThat(posts).containsExactly("1帖1楼", "1帖2楼");
            assertThat(times).containsOnly(Instant.parse("2026-01-05T00:00:00Z").toEpochMilli());

            posts.clear();
            CrawlReader restarted = reader(forum.source("forum"));
            restarted.addSplits(List.of(new CrawlSplit("forum", between)));
            pollUntil(restarted, 2);
            restarted.close();
            assertThat(posts).containsExactly("1帖1楼", "1帖2楼");
        }
    }

    @Test
    void splits_and_checkpoints_survive_their_bytes() throws Exception {
        CrawlSplitSerializer splits = new CrawlSplitSerializer();
        CrawlCheckpointSerializer checkpoints = new CrawlCheckpointSerializer();
        CrawlSplit split = new CrawlSplit("forum", Frontier.empty());

        CrawlSplit read = splits.deserialize(splits.getVersion(), splits.serialize(split));
        assertThat(read.sourceId()).isEqualTo("forum");
        assertThat(read.frontier().toBytes()).isEqualTo(split.frontier().toBytes());

        CrawlCheckpoint checkpoint = new CrawlCheckpoint(List.of(split), Set.of("a", "b"));
        CrawlCheckpoint after = checkpoints.deserialize(1, checkpoints.serialize(checkpoint));
        assertThat(after.assigned()).containsExactlyInAnyOrder("a", "b");
        assertThat(after.waiting()).extracting(CrawlSplit::sourceId).containsExactly("forum");
    }

    @Test
    void a_source_that_is_not_there_ends_nothing() throws Exception {
        SourceSettings gone = SourceSettings.from(ConfigNode.parse(
                "sources.yaml",
                "id: forum\ntype: feed\nurl: http://127.0.0.1:1/\nallowLoopback: true\ndelay: 0s\ntimeout: 1s\n"));
        CrawlReader reader = reader(gone);
        reader.addSplits(List.of(new CrawlSplit("forum", Frontier.empty())));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            reader.pollNext(output);
            return checkpointed(reader).visits() == 1;
        });
        reader.close();

        assertThat(posts).isEmpty();
    }
}
