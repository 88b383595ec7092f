package huxiao.bench.index;

import huxiao.index.PostSearch;
import huxiao.index.SearchRequest;
import huxiao.index.query.Query;
import java.util.Arrays;
import java.util.List;

/** How long each of several queries takes, in ms, one after the other on one thread. */
final class Latencies {
    private static final int WARMING = 20;
    private static final double NANOS = 1e6;

    private final List<double[]> sortedByQuery;
    private final long[] totals;

    private Latencies(List<double[]> sortedByQuery, long[] totals) {
        this.sortedByQuery = sortedByQuery;
        this.totals = totals;
    }

    static Latencies of(PostSearch index, List<Query> queries, int rounds) {
        double[][] millis = new double[queries.size()][rounds];
        long[] totals = new long[queries.size()];
        for (int round = -WARMING; round < rounds; round++) {
            for (int i = 0; i < queries.size(); i++) {
                SearchRequest request = SearchRequest.first(queries.get(i), TypicalQueries.PAGE);
                long start = System.nanoTime();
                totals[i] = index.search(request).total();
                if (round >= 0) {
                    millis[i][round] = (System.nanoTime() - start) / NANOS;
                }
            }
        }
        Arrays.stream(millis).forEach(Arrays::sort);
        return new Latencies(List.of(millis), totals);
    }

    /** How many posts a query found. */
    long total(int query) {
        return totals[query];
    }

    double median(int query) {
        return at(sortedByQuery.get(query), 0.5);
    }

    double p99(int query) {
        return at(sortedByQuery.get(query), 0.99);
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
        return sortedByQuery.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
