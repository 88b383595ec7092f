package huxiao.bench.train;

import huxiao.analysis.Blend;
import huxiao.analysis.Head;
import huxiao.analysis.Judge;
import huxiao.analysis.encoder.Answer;
import huxiao.model.Category;
import huxiao.model.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits the blend of linear model and encoder on texts that neither learnt from. */
final class Calibration {
    private record Seen(Example example, double[] scores, float[] answers) {}

    private final List<Seen> seen = new ArrayList<>();

    /** Looks at the texts with a judge that has both models. */
    Calibration(Judge judge, List<Example> kept) {
        for (Example example : kept) {
            seen.add(new Seen(example, judge.scores(example.post()), judge.answers(example.post())));
        }
    }

    Blend fit() {
        Map<String, Blend.Mix> mixes = new TreeMap<>();
        for (boolean together : new boolean[] {true, false}) {
            for (Level level : Level.values()) {
                if (level != Level.NONE) {
                    mixes.put(Blend.key(together, level.name()), level(level, together));
                }
            }
            mixes.put(Blend.key(together, "category"), categories(together));
        }
        mixes.put(Blend.key(true, "stance"), new Blend.Mix(0, 1, 0.5));
        return Blend.of(mixes);
    }

    private Blend.Mix level(Level level, boolean together) {
        LogisticFit fit = new LogisticFit(together);
        for (Seen one : seen) {
            fit.add(
                    one.answers[Answer.of(level)],
                    Blend.linear(one.scores, level),
                    one.example.level().isAtLeast(level));
        }
        return fit.fit();
    }

    private Blend.Mix categories(boolean together) {
        LogisticFit fit = new LogisticFit(together);
        for (Seen one : seen) {
            if (one.example.level() != Level.NONE) {
                for (Category category : Category.values()) {
                    fit.add(
                            one.answers[Answer.of(category)],
                            one.scores[Head.of(category)],
                            one.example.categories().contains(category));
                }
            }
        }
        return fit.fit();
    }
}
