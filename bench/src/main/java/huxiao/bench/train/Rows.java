package huxiao.bench.train;

import huxiao.analysis.Features;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts as sparse rows over a vocabulary of feature hashes. */
final class Rows {
    /** A text: its features' columns and values. */
    static final class Row {
        private final int[] columns;
        private final float[] values;

        private Row(int[] columns, float[] values) {
            this.columns = columns;
            this.values = values;
        }

        int size() {
            return columns.length;
        }

        int column(int i) {
            return columns[i];
        }

        float value(int i) {
            return values[i];
        }
    }

    private final int[] hashes;
    private final Map<Integer, Integer> columns = new HashMap<>();

    private Rows(int[] hashes) {
        this.hashes = hashes;
        for (int i = 0; i < hashes.length; i++) {
            columns.put(hashes[i], i);
        }
    }

    /** A vocabulary of the features that occur in at least {@code own} of our texts or {@code others} of the rest. */
    static Rows vocabulary(List<Features> ours, int own, List<Features> rest, int others) {
        Map<Integer, Integer> inOurs = count(ours);
        Map<Integer, Integer> inRest = count(rest);
        int[] kept = java.util.stream.Stream.concat(inOurs.keySet().stream(), inRest.keySet().stream())
                .distinct()
                .filter(hash -> inOurs.getOrDefault(hash, 0) >= own || inRest.getOrDefault(hash, 0) >= others)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new Rows(kept);
    }

    private static Map<Integer, Integer> count(List<Features> texts) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Features text : texts) {
            java.util.Set<Integer> seen = new java.util.HashSet<>();
            for (int i = 0; i < text.size(); i++) {
                if (seen.add(text.hash(i))) {
                    counts.merge(text.hash(i), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    int[] hashes() {
        return hashes.clone();
    }

    int size() {
        return hashes.length;
    }

    /** A text's row; what the vocabulary does not hold is left out. */
    Row row(Features features) {
        Map<Integer, Float> values = new java.util.TreeMap<>();
        for (int i = 0; i < features.size(); i++) {
            Integer column = columns.get(features.hash(i));
            if (column != null) {
                values.merge(column, features.value(i), Float::sum);
            }
        }
        int[] at = new int[values.size()];
        float[] value = new float[values.size()];
        int n = 0;
        for (Map.Entry<Integer, Float> entry : values.entrySet()) {
            at[n] = entry.getKey();
            value[n] = entry.getValue();
            n++;
        }
        return new Row(at, value);
    }
}
