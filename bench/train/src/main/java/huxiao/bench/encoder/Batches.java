package huxiao.bench.encoder;

import huxiao.analysis.encoder.WordPiece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Cuts lessons into batches of like length in random order, and hides some of their tokens so that no word is relied on alone. */
final class Batches {
    private static final int POOL = 16;

    private Batches() {}

    static List<List<Lesson>> shuffled(List<Lesson> lessons, int size, Random random) {
        List<Lesson> order = new ArrayList<>(lessons);
        Collections.shuffle(order, random);
        List<List<Lesson>> batches = new ArrayList<>();
        for (int from = 0; from < order.size(); from += size * POOL) {
            List<Lesson> pool = new ArrayList<>(order.subList(from, Math.min(order.size(), from + size * POOL)));
            pool.sort(Comparator.comparingInt(Lesson::length));
            for (int i = 0; i < pool.size(); i += size) {
                batches.add(pool.subList(i, Math.min(pool.size(), i + size)));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** The ids of a batch, filled up with zeros; inner tokens are hidden with the given probability. */
    static long[][] ids(List<Lesson> batch, double hidden, Random random) {
        int longest = batch.stream().mapToInt(Lesson::length).max().orElseThrow();
        long[][] ids = new long[batch.size()][longest];
        for (int row = 0; row < ids.length; row++) {
            Lesson lesson = batch.get(row);
            for (int i = 0; i < lesson.length(); i++) {
                boolean inner = i > 0 && i < lesson.length() - 1;
                ids[row][i] = inner && random.nextDouble() < hidden ? WordPiece.MASK : lesson.id(i);
            }
        }
        return ids;
    }

    static float[][] mask(List<Lesson> batch) {
        int longest = batch.stream().mapToInt(Lesson::length).max().orElseThrow();
        float[][] mask = new float[batch.size()][longest];
        for (int row = 0; row < mask.length; row++) {
            java.util.Arrays.fill(mask[row], 0, batch.get(row).length(), 1);
        }
        return mask;
    }
}
