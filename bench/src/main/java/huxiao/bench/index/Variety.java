package huxiao.bench.index;

import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** How much texts repeat themselves: distinct ones among all, and how the vocabulary grows. */
final class Variety {
    /** Cutting more would take longer than the measurement. */
    private static final int CUT_AT_MOST = 400_000;

    private static final int STEPS = 4;
    private static final int SHIFT = 33;

    private Variety() {}

    static void print(LongFunction<String> texts, int count, Segmenter segmenter, PrintStream out) {
        long[] hashes = new long[count];
        TwoThreads.time(count, i -> hashes[i] = hash(texts.apply(i)));
        out.printf(
                Locale.ROOT,
                "%d posts, %d distinct texts%n",
                count,
                Arrays.stream(hashes).distinct().count());
        Set<String> words = ConcurrentHashMap.newKeySet();
        StringBuilder growth = new StringBuilder();
        int all = Math.min(count, CUT_AT_MOST);
        int done = 0;
        for (int step = STEPS - 1; step >= 0; step--) {
            int first = done;
            int next = all >> step;
            TwoThreads.time(next - first, i -> {
                for (Word word : segmenter.cut(texts.apply(first + i))) {
                    words.add(word.text());
                }
            });
            done = next;
            growth.append(growth.isEmpty() ? "" : ", ")
                    .append(words.size())
                    .append(" in ")
                    .append(done);
        }
        out.println("distinct words: " + growth + " posts");
    }

    /** Of 64 bits, so that among some millions no two texts share one by chance. */
    private static long hash(String text) {
        long hash = 1;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash + text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> SHIFT;
        }
        return hash;
    }
}
