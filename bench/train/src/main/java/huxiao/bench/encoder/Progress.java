package huxiao.bench.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import huxiao.analysis.encoder.Answer;
import huxiao.model.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How far the training has come, on lessons that it does not learn from. */
final class Progress {
    private static final int BATCH = 64;

    private Progress() {}

    /** Precision and recall of "any danger" and of "police" where each is likelier than not. */
    static String levels(Network network, NDManager manager, List<Lesson> lessons) {
        List<Lesson> order = byLength(lessons);
        float[][] answers = answers(network, manager, order);
        return line("any danger", answers, order, Level.BLUE) + ", " + line("police", answers, order, Level.ORANGE);
    }

    private static String line(String name, float[][] answers, List<Lesson> lessons, Level level) {
        int rank = List.of(Level.values()).indexOf(level);
        int hits = 0;
        int said = 0;
        int are = 0;
        for (int i = 0; i < answers.length; i++) {
            boolean says = answers[i][Answer.of(level)] > 0;
            boolean is = lessons.get(i).level() >= rank;
            hits += says && is ? 1 : 0;
            said += says ? 1 : 0;
            are += is ? 1 : 0;
        }
        return String.format(
                Locale.ROOT, "%s P %.3f R %.3f", name, (double) hits / Math.max(1, said), (double) hits / are);
    }

    /** Accuracy and macro-F1 of "offensive". */
    static String offensive(Network network, NDManager manager, List<Lesson> lessons) {
        List<Lesson> order = byLength(lessons);
        float[][] answers = answers(network, manager, order);
        int[][] counts = new int[2][2];
        for (int i = 0; i < answers.length; i++) {
            counts[answers[i][Answer.OFFENSIVE] > 0 ? 1 : 0][order.get(i).offensive()]++;
        }
        int right = counts[0][0] + counts[1][1];
        double wrong = answers.length - right;
        double f1 = (2 * counts[0][0] / (2 * counts[0][0] + wrong) + 2 * counts[1][1] / (2 * counts[1][1] + wrong)) / 2;
        return String.format(Locale.ROOT, "accuracy %.3f, macro-F1 %.3f", (double) right / answers.length, f1);
    }

    private static List<Lesson> byLength(List<Lesson> lessons) {
        List<Lesson> order = new ArrayList<>(lessons);
        order.sort(Comparator.comparingInt(Lesson::length));
        return order;
    }

    private static float[][] answers(Network network, NDManager manager, List<Lesson> order) {
        float[][] answers = new float[order.size()][];
        Random none = new Random(0);
        for (int from = 0; from < answers.length; from += BATCH) {
            List<Lesson> batch = order.subList(from, Math.min(answers.length, from + BATCH));
            try (NDManager scope = manager.newSubManager()) {
                NDArray said = network.answers(scope, Batches.ids(batch, 0, none), Batches.mask(batch), false);
                float[] flat = said.toFloatArray();
                said.attach(scope);
                for (int i = 0; i < batch.size(); i++) {
                    answers[from + i] = java.util.Arrays.copyOfRange(flat, i * Answer.COUNT, (i + 1) * Answer.COUNT);
                }
            }
        }
        return answers;
    }
}
