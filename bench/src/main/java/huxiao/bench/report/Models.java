package huxiao.bench.report;

import huxiao.analysis.Blend;
import huxiao.analysis.Judge;
import huxiao.analysis.encoder.Answer;
import huxiao.bench.train.Example;
import huxiao.model.Level;
import huxiao.model.Post;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * What the models by themselves hold of a text as it is written: before any rule, without other readings of hidden words, and without
 * the guards that keep views from the police. Thread safe.
 */
final class Models {
    /**
     * Log-odds.
     *
     * @param danger of any danger
     * @param police of ORANGE or RED
     */
    record Outlook(double danger, double police) {
        Call call() {
            return Call.of(danger, police);
        }
    }

    private static final double NO_SHRINKAGE = 0;

    private final Judge judge;
    private final Properties mixes = new Properties();
    private final Optional<DenseLogistic> encoderDanger;
    private final Optional<DenseLogistic> encoderPolice;

    /**
     * The models of a judge.
     *
     * @param asked whether it has an encoder
     * @param blend of the judge
     * @param kept texts that neither model learnt from, to bring the encoder's answers alone to odds (Platt 1999), as the blend does
     */
    Models(Judge judge, boolean asked, Blend blend, List<Example> kept) {
        this.judge = judge;
        try {
            mixes.load(new StringReader(blend.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!asked) {
            this.encoderDanger = Optional.empty();
            this.encoderPolice = Optional.empty();
            return;
        }
        List<float[]> answers =
                kept.stream().map(example -> judge.answers(example.post())).toList();
        this.encoderDanger = Optional.of(fit(kept, answers, Level.BLUE, level -> level != Level.NONE));
        this.encoderPolice = Optional.of(fit(kept, answers, Level.ORANGE, Level::isPolice));
    }

    private static DenseLogistic fit(
            List<Example> kept, List<float[]> answers, Level level, Predicate<Level> question) {
        List<float[]> rows = new ArrayList<>();
        boolean[] yes = new boolean[kept.size()];
        double[] importance = new double[kept.size()];
        for (int i = 0; i < yes.length; i++) {
            rows.add(new float[] {answers.get(i)[Answer.of(level)]});
            yes[i] = question.test(kept.get(i).level());
            importance[i] = 1;
        }
        return DenseLogistic.fit(rows, yes, importance, NO_SHRINKAGE);
    }

    /** By the linear model. */
    Outlook linear(Post post) {
        return blended(judge.scores(post), new float[0]);
    }

    /** By the encoder, which there must be. */
    Outlook encoder(Post post) {
        float[] answers = judge.answers(post);
        return new Outlook(
                encoderDanger.orElseThrow().logOdds(new float[] {answers[Answer.of(Level.BLUE)]}),
                encoderPolice.orElseThrow().logOdds(new float[] {answers[Answer.of(Level.ORANGE)]}));
    }

    /** By both where there is an encoder and the post passes the screen, else by the linear model. */
    Outlook together(Post post) {
        boolean asked = encoderDanger.isPresent() && judge.screen(post).worthAssessing();
        return blended(judge.scores(post), asked ? judge.answers(post) : new float[0]);
    }

    private Outlook blended(double[] scores, float[] answers) {
        return new Outlook(logOdds(scores, answers, Level.BLUE), logOdds(scores, answers, Level.ORANGE));
    }

    private double logOdds(double[] scores, float[] answers, Level level) {
        boolean asked = answers.length > 0;
        double[] mix = Arrays.stream(
                        mixes.getProperty(Blend.key(asked, level.name())).trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return mix[0] + (asked ? mix[1] * answers[Answer.of(level)] : 0) + mix[2] * Blend.linear(scores, level);
    }
}
