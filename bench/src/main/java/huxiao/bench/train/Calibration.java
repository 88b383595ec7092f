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
    /** A text with what each model makes of it; the encoder's answers are empty where there is none. */
    private static final class Seen {
        private final Example example;
        private final double[] scores;
        private final float[] answers;

        Seen(Example example, double[] scores, float[] answers) {
            this.example = example;
            this.scores = scores;
            this.answers = answers;
        }

        double encoder(int column) {
            return answers.length == 0 ? 0 : answers[column];
        }
    }

    /** Stances are only ranked, so that no constant is needed; the shares were chosen on the calibration part. */
    private static final Blend.Mix STANCE = new Blend.Mix(0, 1, 0.5);

    private final List<Seen> seen = new ArrayList<>();

    private final boolean hasEncoder;

    /** Looks at the texts with a judge that has one model or both. */
    Calibration(Judge judge, boolean hasEncoder, List<Example> kept) {
        this.hasEncoder = hasEncoder;
        for (Example example : kept) {
            seen.add(new Seen(
                    example, judge.scores(example.post()), hasEncoder ? judge.answers(example.post()) : new float[0]));
        }
    }

    Blend fit() {
        Map<String, Blend.Mix> mixes = new TreeMap<>();
        for (boolean together : hasEncoder ? List.of(true, false) : List.of(false)) {
            for (Level level : Level.values()) {
                if (level != Level.NONE) {
                    mixes.put(Blend.key(together, level.name()), level(level, together));
                }
            }
            mixes.put(Blend.key(together, "category"), categories(together));
        }
        if (hasEncoder) {
            mixes.put(Blend.key(true, "stance"), STANCE);
        }
        return Blend.of(mixes);
    }

    private Blend.Mix level(Level level, boolean together) {
        LogisticFit fit = new LogisticFit(together);
        for (Seen one : seen) {
            fit.add(
                    one.encoder(Answer.of(level)),
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
                            one.encoder(Answer.of(category)),
                            one.scores[Head.of(category)],
                            one.example.categories().contains(category));
                }
            }
        }
        return fit.fit();
    }
}
