package huxiao.streaming.crawl;

import huxiao.crawler.Frontier;
import huxiao.crawler.SourceSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each source to the subtask that its host falls to. After a restart readers report the splits they had, and all are given
 * out anew, so that this also holds under another parallelism or a changed configuration. Called by Flink on one thread.
 */
final class CrawlEnumerator implements SplitEnumerator<CrawlSplit, CrawlCheckpoint> {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlEnumerator.class);

    private final Map<String, SourceSettings> sources = new LinkedHashMap<>();
    private final SplitEnumeratorContext<CrawlSplit> context;
    private final Map<String, CrawlSplit> waiting = new LinkedHashMap<>();
    private final Set<String> assigned;

    CrawlEnumerator(
            List<SourceSettings> configured, SplitEnumeratorContext<CrawlSplit> context, CrawlCheckpoint checkpoint) {
        this.context = context;
        this.assigned = new HashSet<>(checkpoint.assigned());
        configured.forEach(source -> sources.put(source.id(), source));
        checkpoint.waiting().forEach(this::await);
        for (String id : sources.keySet()) {
            if (!assigned.contains(id)) {
                waiting.putIfAbsent(id, new CrawlSplit(id, Frontier.empty()));
            }
        }
    }

    private void await(CrawlSplit split) {
        assigned.remove(split.sourceId());
        if (sources.containsKey(split.sourceId())) {
            waiting.put(split.sourceId(), split);
        } else {
            LOG.info("source {} is configured no longer; its crawl ends", split.sourceId());
        }
    }

    @Override
    public void start() {
        // Nothing to look for: the sources are those of the configuration.
    }

    @Override
    public void addReader(int subtask) {
        context.registeredReaders()
                .get(subtask)
                .<CrawlSplit>getReportedSplitsOnRegistration()
                .forEach(this::await);
        assign();
    }

    @Override
    public void addSplitsBack(List<CrawlSplit> splits, int subtask) {
        splits.forEach(this::await);
        assign();
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // Readers ask for nothing; splits come to them.
    }

    private void assign() {
        for (CrawlSplit split : List.copyOf(waiting.values())) {
            String host = sources.get(split.sourceId()).host();
            int subtask = Math.floorMod(host.hashCode(), context.currentParallelism());
            if (context.registeredReaders().containsKey(subtask)) {
                waiting.remove(split.sourceId());
                assigned.add(split.sourceId());
                context.assignSplit(split, subtask);
            }
        }
    }

    @Override
    public CrawlCheckpoint snapshotState(long checkpointId) {
        return new CrawlCheckpoint(List.copyOf(waiting.values()), assigned);
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
