package huxiao.streaming.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.Frontier;
import huxiao.crawler.SourceSettings;
import huxiao.model.config.ConfigNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.junit.jupiter.api.Test;

class CrawlEnumeratorTest {
    private static final int PARALLELISM = 4;
    private static final CrawlCheckpoint NONE = new CrawlCheckpoint(List.of(), Set.of());

    private final Context context = new Context();

    private static SourceSettings source(String id, String host) {
        return SourceSettings.from(ConfigNode.parse(
                "sources.yaml", "id: " + id + "\ntype: feed\nurl: https://" + host + "/" + id + ".xml\n"));
    }

    private void registerAll(CrawlEnumerator enumerator) {
        for (int subtask = 0; subtask < PARALLELISM; subtask++) {
            register(enumerator, subtask, List.of());
        }
    }

    private void register(CrawlEnumerator enumerator, int subtask, List<CrawlSplit> reported) {
        context.readers.put(subtask, ReaderInfo.createReaderInfo(subtask, "here", reported));
        enumerator.addReader(subtask);
    }

    @Test
    void sources_of_one_host_go_to_one_reader() {
        List<SourceSettings> sources = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sources.add(source("a" + i, "a.cn"));
            sources.add(source("b" + i, "host" + i + ".cn"));
        }
        registerAll(new CrawlEnumerator(sources, context, NONE));

        Map<String, Set<Integer>> readers = new HashMap<>();
        context.assigned.forEach((id, subtask) -> readers.computeIfAbsent(id.substring(0, 1), kind -> new TreeSet<>())
                .add(subtask));
        assertThat(context.assigned).hasSize(40);
        assertThat(readers.get("a")).hasSize(1);
        assertThat(readers.get("b")).hasSizeGreaterThan(1);
    }

    @Test
    void a_restart_gives_out_reported_and_new_sources_and_ends_removed_ones() {
        CrawlEnumerator enumerator = new CrawlEnumerator(
                List.of(source("kept", "a.cn"), source("added", "b.cn")),
                context,
                new CrawlCheckpoint(List.of(), Set.of("kept", "removed")));
        registerAll(enumerator);
        assertThat(context.assigned.keySet()).containsExactly("added");

        CrawlSplit kept = new CrawlSplit("kept", Frontier.empty());
        register(enumerator, 0, List.of(kept, new CrawlSplit("removed", Frontier.empty())));
        assertThat(context.assigned.keySet()).containsExactly("added", "kept");
        assertThat(enumerator.snapshotState(1).assigned()).containsExactlyInAnyOrder("added", "kept");
    }

    @Test
    void splits_given_back_are_given_out_again_with_their_frontier() {
        CrawlEnumerator enumerator = new CrawlEnumerator(List.of(source("a", "a.cn")), context, NONE);
        registerAll(enumerator);
        context.readers.clear();
        context.assigned.clear();
        CrawlSplit back = new CrawlSplit("a", Frontier.empty());
        enumerator.addSplitsBack(List.of(back), 0);

        assertThat(enumerator.snapshotState(1)).isEqualTo(new CrawlCheckpoint(List.of(back), Set.of()));
        registerAll(enumerator);
        assertThat(context.assigned).containsOnlyKeys("a");
    }

    /** The part of Flink that an enumerator talks to, as a note of what it was told. */
    private static final class Context implements SplitEnumeratorContext<CrawlSplit> {
        private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
        private final Map<String, Integer> assigned = new TreeMap<>();

        @Override
        public int currentParallelism() {
            return PARALLELISM;
        }

        @Override
        public Map<Integer, ReaderInfo> registeredReaders() {
            return readers;
        }

        @Override
        public void assignSplits(SplitsAssignment<CrawlSplit> assignment) {
            assignment
                    .assignment()
                    .forEach((subtask, splits) -> splits.forEach(split -> {
                        assertThat(assigned.put(split.sourceId(), subtask)).isNull();
                    }));
        }

        @Override
        public SplitEnumeratorMetricGroup metricGroup() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public void sendEventToSourceReader(int subtask, SourceEvent event) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public void signalNoMoreSplits(int subtask) {
            throw new UnsupportedOperationException("a crawl has no end");
        }

        @Override
        public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public <T> void callAsync(
                Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public void runInCoordinatorThread(Runnable runnable) {
            runnable.run();
        }
    }
}
