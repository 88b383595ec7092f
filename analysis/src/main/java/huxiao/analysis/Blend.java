package huxiao.analysis;

import huxiao.analysis.encoder.Answer;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Brings the linear model and the encoder to one calibrated answer: a logistic regression on both, fitted on texts that neither
 * learnt from (Platt 1999; stacking after Wolpert 1992). Where the encoder was not asked, the linear model is calibrated alone.
 * Immutable, thread safe.
 */
public final class Blend {
    /** What a question's answer is made of: a constant, a share of the encoder's log-odds, a share of the linear model's. */
    public record Mix(double constant, double encoder, double linear) {
        double of(double encoderOdds, double linearOdds) {
            return constant + encoder * encoderOdds + linear * linearOdds;
        }
    }

    private static final Mix LINEAR_ALONE = new Mix(0, 0, 1);

    private final Map<String, Mix> mixes;

    private Blend(Map<String, Mix> mixes) {
        this.mixes = new TreeMap<>(mixes);
    }

    /** The linear model as it is, without an encoder; for training and measuring. */
    public static Blend none() {
        return new Blend(Map.of());
    }

    /** A blend of given mixes, by the names of {@link #key}. */
    public static Blend of(Map<String, Mix> mixes) {
        return new Blend(mixes);
    }

    /** The name of a question's mix. */
    public static String key(boolean withEncoder, String question) {
        return (withEncoder ? "together." : "alone.") + question;
    }

    /**
     * Reads a blend as {@link #lines} writes it.
     *
     * @throws IOException when a line does not hold three finite numbers
     */
    static Blend read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, Mix> mixes = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            mixes.put(key, mix(key, properties.getProperty(key)));
        }
        return new Blend(mixes);
    }

    private static Mix mix(String key, String value) throws IOException {
        try {
            double[] numbers = Arrays.stream(value.trim().split(" +"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == 3 && Arrays.stream(numbers).allMatch(Double::isFinite)) {
                return new Mix(numbers[0], numbers[1], numbers[2]);
            }
        } catch (NumberFormatException e) {
            throw new IOException(key + ": found '" + value + "', allowed: three finite numbers", e);
        }
        throw new IOException(key + ": found '" + value + "', allowed: three finite numbers");
    }

    /** Whether it says how a question is answered. */
    boolean has(String key) {
        return mixes.containsKey(key);
    }

    /** The blend as lines of a properties file, in order. */
    public String lines() {
        StringBuilder lines =
                new StringBuilder("# question = constant, share of the encoder, share of the linear model\n");
        mixes.forEach((key, mix) -> lines.append(
                String.format(Locale.ROOT, "%s = %.5f %.5f %.5f\n", key, mix.constant, mix.encoder, mix.linear)));
        return lines.toString();
    }

    /** The mix of a question; without one in the file the linear model speaks alone and as it is. */
    Mix mix(boolean withEncoder, String question) {
        return mixes.getOrDefault(key(withEncoder, question), LINEAR_ALONE);
    }

    /** The calibrated answers to all questions; {@code answers} is empty where the encoder was not asked. */
    Odds of(double[] scores, float[] answers) {
        boolean asked = answers.length > 0;
        Map<Level, Double> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            if (level != Level.NONE) {
                double encoder = asked ? answers[Answer.of(level)] : 0;
                levels.put(level, mix(asked, level.name()).of(encoder, linear(scores, level)));
            }
        }
        Mix category = mix(asked, "category");
        Map<Category, Double> categories = new EnumMap<>(Category.class);
        for (Category one : Category.values()) {
            categories.put(one, category.of(asked ? answers[Answer.of(one)] : 0, scores[Head.of(one)]));
        }
        Mix stance = mix(asked, "stance");
        Map<Stance, Double> stances = new EnumMap<>(Stance.class);
        for (Stance one : Stance.values()) {
            stances.put(one, stance.of(asked ? answers[Answer.of(one)] : 0, scores[Head.of(one)]));
        }
        return new Odds(levels, categories, stances, asked ? answers[Answer.CRITICISM] : Double.NEGATIVE_INFINITY);
    }

    /** The linear model's log-odds of "at least this level", whose columns above BLUE are given danger. */
    public static double linear(double[] scores, Level level) {
        double danger = scores[Head.of(Level.BLUE)];
        if (level == Level.BLUE) {
            return danger;
        }
        return Judge.logOdds(Judge.probability(danger) * Judge.probability(scores[Head.of(level)]));
    }
}
