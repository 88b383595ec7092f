package huxiao.analysis;

import huxiao.analysis.encoder.Answer;
import huxiao.analysis.encoder.Encoder;
import huxiao.analysis.encoder.Tokens;
import huxiao.model.Level;
import huxiao.model.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the encoder was asked and what it said. */
final class Consulted {
    /** It was not asked. */
    static final Consulted NOT_ASKED = new Consulted(Optional.empty(), new float[0], "");

    private final Optional<Tokens> window;
    private final float[] answers;
    private final String vector;

    private Consulted(Optional<Tokens> window, float[] answers, String vector) {
        this.window = window;
        this.answers = answers;
        this.vector = vector;
    }

    static Consulted of(Encoder encoder, Tokens window) {
        Encoder.Read read = encoder.read(window);
        return new Consulted(Optional.of(window), read.answers(), Likeness.vector(read.meaning()));
    }

    boolean asked() {
        return window.isPresent();
    }

    /** Log-odds by column of {@link Answer}; empty where it was not asked. */
    float[] answers() {
        return answers;
    }

    /** The direction of what it tells, as {@link Likeness#vector()}; empty where it was not asked. */
    String vector() {
        return vector;
    }

    /** Log-odds of any danger. */
    double danger() {
        return asked() ? answers[Answer.of(Level.BLUE)] : 0;
    }

    /** Whether a token of what it read touches units {@code start} to {@code end} of the text. */
    boolean read(int start, int end) {
        return window.orElseThrow().touches(start, end);
    }

    /** How many tokens it read. */
    int size() {
        return window.orElseThrow().size();
    }

    /**
     * How much less danger it would see without each of some stretches: leave one out.
     *
     * @param stretches each from a unit of the text to another
     * @return log-odds, for each stretch
     */
    double[] partsOf(Encoder encoder, List<int[]> stretches) {
        Tokens whole = window.orElseThrow();
        List<Tokens> versions = new ArrayList<>(List.of(whole));
        stretches.forEach(stretch -> versions.add(whole.without(stretch[0], stretch[1])));
        float[][] said = encoder.answers(versions);
        int danger = Answer.of(Level.BLUE);
        double[] parts = new double[stretches.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = said[0][danger] - said[i + 1][danger];
        }
        return parts;
    }
}
