package huxiao.bench.train;

import huxiao.analysis.Features;
import huxiao.analysis.Head;
import huxiao.analysis.Judge;
import huxiao.analysis.LinearModel;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Fits every column of the linear model. Columns are fitted side by side, each from the same seed, so that the result is one. */
final class Trainer {
    /** A feature is learnt when it occurs in this many of our texts … */
    private static final int OWN = 2;
    /** … or in this many of COLD's. */
    private static final int OTHERS = 40;

    private final AdaGrad optimiser;

    Trainer(AdaGrad optimiser) {
        this.optimiser = optimiser;
    }

    /** A text with what the model sees of it. */
    record Seen(Example example, Features full, Features screen) {
        static Seen of(Judge judge, Example example) {
            return new Seen(example, judge.features(example.post()), judge.screenFeatures(example.post()));
        }
    }

    LinearModel fit(List<Seen> ours, List<Seen> others) {
        Rows vocabulary = Rows.vocabulary(features(ours), OWN, features(others), OTHERS);
        List<Seen> all = new ArrayList<>(ours);
        all.addAll(others);
        List<Rows.Row> full =
                all.stream().map(seen -> vocabulary.row(seen.full())).toList();
        List<Rows.Row> screen =
                all.stream().map(seen -> vocabulary.row(seen.screen())).toList();
        double[] importance =
                all.stream().mapToDouble(seen -> seen.example().weight()).toArray();

        float[][] byHead = new float[Head.COUNT][];
        List<Runnable> jobs = new ArrayList<>();
        jobs.add(() -> byHead[Head.SCREEN] =
                binary(all, screen, importance, vocabulary, example -> example.level() != Level.NONE));
        for (Level level : Level.values()) {
            if (level != Level.NONE) {
                double[] given = level == Level.BLUE ? importance : amongDangerous(all);
                jobs.add(() -> byHead[Head.of(level)] = binary(
                        all, full, given, vocabulary, example -> example.level().isAtLeast(level)));
            }
        }
        for (Category category : Category.values()) {
            jobs.add(() -> byHead[Head.of(category)] =
                    binary(all, full, importance, vocabulary, example -> example.categories()
                            .contains(category)));
        }
        jobs.add(() -> stances(all, full, importance, vocabulary, byHead));
        IntStream.range(0, jobs.size()).parallel().forEach(job -> jobs.get(job).run());
        return model(vocabulary, byHead);
    }

    private static double[] amongDangerous(List<Seen> all) {
        return all.stream()
                .map(Seen::example)
                .mapToDouble(example -> example.level() == Level.NONE ? 0 : example.weight())
                .toArray();
    }

    private static List<Features> features(List<Seen> texts) {
        List<Features> features = new ArrayList<>();
        for (Seen seen : texts) {
            features.add(seen.full());
            features.add(seen.screen());
        }
        return features;
    }

    private float[] binary(
            List<Seen> all, List<Rows.Row> rows, double[] importance, Rows vocabulary, Predicate<Example> question) {
        boolean[] yes = new boolean[all.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = question.test(all.get(i).example());
        }
        return optimiser.binary(rows, yes, importance, vocabulary.size());
    }

    private void stances(List<Seen> all, List<Rows.Row> rows, double[] importance, Rows vocabulary, float[][] byHead) {
        List<Stance> order = List.of(Stance.values());
        int[] classes = new int[all.size()];
        double[] known = importance.clone();
        for (int i = 0; i < classes.length; i++) {
            Example example = all.get(i).example();
            classes[i] = example.stance().map(order::indexOf).orElse(0);
            known[i] = example.stance().isPresent() ? importance[i] : 0;
        }
        float[][] weights = optimiser.softmax(rows, classes, known, order.size(), vocabulary.size());
        for (Stance stance : order) {
            byHead[Head.of(stance)] = weights[order.indexOf(stance)];
        }
    }

    private static LinearModel model(Rows vocabulary, float[][] byHead) {
        int size = vocabulary.size();
        float[] bias = new float[Head.COUNT];
        float[] weights = new float[size * Head.COUNT];
        for (int head = 0; head < Head.COUNT; head++) {
            bias[head] = byHead[head][size];
            for (int row = 0; row < size; row++) {
                weights[row * Head.COUNT + head] = byHead[head][row];
            }
        }
        return new LinearModel(bias, vocabulary.hashes(), weights);
    }
}
