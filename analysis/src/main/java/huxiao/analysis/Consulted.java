package huxiao.analysis;

import huxiao.analysis.encoder.Answer;
import huxiao.analysis.encoder.Encoder;
import huxiao.analysis.encoder.Tokens;
import huxiao.model.Level;
import java.util.Optional;

/** What the encoder was asked and what it said. */
final class Consulted {
    /** It was not asked. */
    static final Consulted NOT_ASKED = new Consulted(Optional.empty(), new float[0]);

    private final Optional<Tokens> window;
    private final float[] answers;

    private Consulted(Optional<Tokens> window, float[] answers) {
        this.window = window;
        this.answers = answers;
    }

    static Consulted of(Encoder encoder, Tokens window) {
        return new Consulted(Optional.of(window), encoder.answers(window));
    }

    boolean asked() {
        return window.isPresent();
    }

    /** Log-odds by column of {@link Answer}; empty where it was not asked. */
    float[] answers() {
        return answers;
    }

    /** Log-odds of any danger. */
    double danger() {
        return asked() ? answers[Answer.of(Level.BLUE)] : 0;
    }

    /** How much less danger it would see without units {@code start} to {@code end} of the text: leave one out. */
    double partOf(Encoder encoder, int start, int end) {
        return danger() - encoder.answers(window.orElseThrow().without(start, end))[Answer.of(Level.BLUE)];
    }
}
