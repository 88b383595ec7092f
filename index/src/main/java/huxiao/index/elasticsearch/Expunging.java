package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch._types.ShardStatistics;
import co.elastic.clients.elasticsearch.indices.SegmentsResponse;
import co.elastic.clients.elasticsearch.indices.segments.Segment;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import co.elastic.clients.elasticsearch.indices.stats.ShardStats;
import huxiao.index.Expunged;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the text of deleted documents vanish from the server's files. Three things keep it there: the log of operations, until a
 * flush; the segments, until they are merged; and, through every merge, the retention leases of a shard's copies, each of which may
 * still ask for operations from some sequence number on. The server moves leases on every half minute, so that the merge waits.
 */
final class Expunging {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Longer than a lease lives that nobody moves on, such as that of a copy whose machine is gone. */
    private static final Duration LONGEST_LEASE = Layout.RETENTION_LEASE.plusMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Connection connection;
    private final Layout layout;
    private final Copies copies;
    private final Duration searchTimeout;
    private final long start = System.nanoTime();

    /** @param searchTimeout how long a search of usual length lasts at most */
    Expunging(Connection connection, Layout layout, Copies copies, Duration searchTimeout) {
        this.connection = connection;
        this.layout = layout;
        this.copies = copies;
        this.searchTimeout = searchTimeout;
    }

    Expunged run() {
        copies.refresh();
        Residue before = residue();
        flush();
        if (before.documents > 0) {
            awaitLeases(before.indices);
            merge();
        }
        copies.refresh();
        Residue after = residue();
        return new Expunged(before.documents, after.documents, before.bytes, areHeld(), since(start));
    }

    /**
     * What is left of deleted documents, on all copies.
     *
     * @param indices names of those that hold them
     * @param documents how many documents are left over
     * @param bytes size of the segments that hold them
     */
    private record Residue(Set<String> indices, long documents, long bytes) {}

    private Residue residue() {
        SegmentsResponse answer =
                connection.once(() -> connection.client().indices().segments(ask -> ask.index(layout.everyIndex())));
        requireAll(answer.shards());
        Set<String> indices = new TreeSet<>();
        long documents = 0;
        double bytes = 0;
        for (var index : answer.indices().entrySet()) {
            List<Segment> dirty = index.getValue().shards().values().stream()
                    .flatMap(List::stream)
                    .flatMap(copy -> copy.segments().values().stream())
                    .filter(segment -> segment.deletedDocs() > 0)
                    .toList();
            if (!dirty.isEmpty()) {
                indices.add(index.getKey());
            }
            documents += dirty.stream().mapToLong(Segment::deletedDocs).sum();
            bytes += dirty.stream().mapToDouble(Segment::sizeInBytes).sum();
        }
        return new Residue(indices, documents, Math.round(bytes));
    }

    /** Ends the log, and lets go of it and of older commits. */
    private void flush() {
        requireAll(connection
                .once(() -> connection.client(LONGEST).indices().flush(flush -> flush.index(layout.everyIndex())
                        .force(true)
                        .waitIfOngoing(true)))
                .shards());
    }

    /** Writes anew the segments that hold deleted documents, and flushes. */
    private void merge() {
        requireAll(connection
                .once(() -> connection.client(LONGEST).indices().forcemerge(merge -> merge.index(layout.everyIndex())
                        .onlyExpungeDeletes(true)))
                .shards());
    }

    /** Waits until no copy may ask for what had been done when the waiting began. */
    private void awaitLeases(Set<String> indices) {
        Map<String, Long> done = new HashMap<>();
        shards(indices).forEach((shard, copies) -> done.put(shard, lastDone(copies)));
        while (since(start).compareTo(LONGEST_LEASE) < 0
                && shards(indices).entrySet().stream()
                        .anyMatch(shard -> isLeased(shard.getValue(), done.getOrDefault(shard.getKey(), -1L)))) {
            pause();
        }
    }

    private static long lastDone(List<ShardStats> copies) {
        return copies.stream().mapToLong(copy -> copy.seqNo().maxSeqNo()).max().orElse(-1);
    }

    private static boolean isLeased(List<ShardStats> copies, long sequenceNumber) {
        return copies.stream()
                .flatMap(copy -> copy.retentionLeases().leases().stream())
                .anyMatch(lease -> lease.retainingSeqNo() <= sequenceNumber);
    }

    /** Whether a search keeps old files open although every search of usual length is over. */
    private boolean areHeld() {
        long began = System.nanoTime();
        while (openSearches() > 0) {
            if (since(began).compareTo(searchTimeout) > 0) {
                return true;
            }
            pause();
        }
        return false;
    }

    private long openSearches() {
        return shards(Set.of(layout.everyIndex())).values().stream()
                .flatMap(List::stream)
                .map(copy -> copy.search().openContexts())
                .mapToLong(open -> open == null ? 0 : open)
                .sum();
    }

    /** The copies of each shard. */
    private Map<String, List<ShardStats>> shards(Set<String> indices) {
        Map<String, IndicesStats> stats = connection
                .once(() -> connection.client().indices().stats(ask -> ask.index(List.copyOf(indices))
                        .metric("search")
                        .level(Level.Shards)))
                .indices();
        Map<String, List<ShardStats>> shards = new HashMap<>();
        stats.forEach((index, of) -> of.shards().forEach((shard, copies) -> shards.put(index + "/" + shard, copies)));
        return shards;
    }

    private void requireAll(ShardStatistics shards) {
        if (!shards.failures().isEmpty()) {
            throw connection.failed(new IOException("a shard does not answer: "
                    + Failures.describe(shards.failures().get(0).reason())));
        }
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }
}
