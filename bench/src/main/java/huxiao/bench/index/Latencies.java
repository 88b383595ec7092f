package huxiao.bench.index;

import huxiao.index.PostSearch;
import huxiao.index.SearchRequest;
import huxiao.index.query.Query;
import java.util.Arrays;
import java.util.List;

/** How long each of several queries takes, in ms, one after the other on one thread. */
final class Latencies {
    private static final int WARMING = 40;

    /** Whatever slows the machine for a while slows all that are asked in it. */
    private static final int TURNS = 5;

    private static final double NANOS = 1e6;

    private final double[][] sortedByQuery;
    private final long[] totals;

    private Latencies(int queries, int rounds) {
        sortedByQuery = new double[queries][rounds];
        totals = new long[queries];
    }

    /**
     * Asks several indices the same, in turn, after all of them have been warmed up.
     *
     * @param rounds how often each is asked each query
     */
    static List<Latencies> inTurn(List<? extends PostSearch> indices, List<Query> queries, int rounds) {
        List<Latencies> all = indices.stream()
                .map(index -> new Latencies(queries.size(), rounds))
                .toList();
        indices.forEach(index -> new Latencies(queries.size(), WARMING).ask(index, queries, 0, WARMING));
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < indices.size(); i++) {
                all.get(i).ask(indices.get(i), queries, rounds * turn / TURNS, rounds * (turn + 1) / TURNS);
            }
        }
        all.forEach(latencies -> Arrays.stream(latencies.sortedByQuery).forEach(Arrays::sort));
        return all;
    }

    private void ask(PostSearch index, List<Query> queries, int firstRound, int endRound) {
        for (int round = firstRound; round < endRound; round++) {
            for (int i = 0; i < queries.size(); i++) {
                SearchRequest request = SearchRequest.first(queries.get(i), TypicalQueries.PAGE);
                long start = System.nanoTime();
                totals[i] = index.search(request).total();
                sortedByQuery[i][round] = (System.nanoTime() - start) / NANOS;
            }
        }
    }

    /** How many posts a query found. */
    long total(int query) {
        return totals[query];
    }

    double median(int query) {
        return at(sortedByQuery[query], 0.5);
    }

    double p99(int query) {
        return at(sortedByQuery[query], 0.99);
    }

    /** Of all queries together. */
    double median() {
        return at(all(), 0.5);
    }

    /** Of all queries together. */
    double p99() {
        return at(all(), 0.99);
    }

    private double[] all() {
        return Arrays.stream(sortedByQuery)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
