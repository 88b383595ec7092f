package huxiao.bench.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import huxiao.analysis.encoder.Answer;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is to become small: cross-entropy of every question over the texts for which its answer is known. "At least this level" is
 * four yes-or-no questions, a category is asked of dangerous texts only.
 */
final class Loss {
    private static final float CATEGORY = 2f;
    private static final float STANCE = 0.3f;
    private static final float CRITICISM = 0.3f;
    private static final float OFFENSIVE = 0.7f;

    private Loss() {}

    static NDArray of(NDManager scope, NDArray answers, List<Lesson> batch) {
        NDArray labelled = column(scope, batch, lesson -> lesson.level() >= 0 ? lesson.weight() : 0);
        NDArray loss = scope.create(0f);
        for (Level level : List.of(Level.BLUE, Level.YELLOW, Level.ORANGE, Level.RED)) {
            int rank = List.of(Level.values()).indexOf(level);
            NDArray truth = column(scope, batch, lesson -> lesson.level() >= rank ? 1 : 0);
            loss = loss.add(mean(binary(answers, Answer.of(level), truth), labelled));
        }
        NDArray dangerous = column(scope, batch, lesson -> lesson.level() > 0 ? 1 : 0);
        NDArray kinds = scope.create(0f);
        for (Category category : Category.values()) {
            NDArray truth = column(scope, batch, lesson -> lesson.holds(category));
            kinds = kinds.add(mean(binary(answers, Answer.of(category), truth), dangerous));
        }
        loss = loss.add(kinds.mul(CATEGORY / Category.values().length));
        loss = loss.add(stance(scope, answers, batch).mul(STANCE));
        NDArray told = column(scope, batch, lesson -> lesson.criticism() >= 0 ? 1 : 0);
        NDArray criticism = column(scope, batch, lesson -> Math.max(0, lesson.criticism()));
        loss = loss.add(mean(binary(answers, Answer.CRITICISM, criticism), told).mul(CRITICISM));
        NDArray rated = column(scope, batch, lesson -> lesson.offensive() >= 0 ? 1 : 0);
        NDArray offensive = column(scope, batch, lesson -> Math.max(0, lesson.offensive()));
        NDArray share = rated.mean();
        return loss.add(mean(binary(answers, Answer.OFFENSIVE, offensive), rated)
                .mul(share)
                .mul(OFFENSIVE));
    }

    private static NDArray stance(NDManager scope, NDArray answers, List<Lesson> batch) {
        int stances = Stance.values().length;
        float[] chosen = new float[batch.size() * stances];
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).stance() >= 0) {
                chosen[i * stances + batch.get(i).stance()] = 1;
            }
        }
        NDArray truth = scope.create(chosen, new Shape(batch.size(), stances));
        NDArray said = answers.get(":, " + Answer.STANCES + ":" + (Answer.STANCES + stances))
                .logSoftmax(1);
        NDArray known = truth.sum().maximum(1);
        return said.mul(truth).sum().neg().div(known);
    }

    /** Cross-entropy with log-odds, in the form that does not overflow. */
    private static NDArray binary(NDArray answers, int column, NDArray truth) {
        NDArray odds = answers.get(":, " + column);
        NDArray softplus = odds.abs().neg().exp().add(1).log();
        return odds.maximum(0).sub(odds.mul(truth)).add(softplus);
    }

    private static NDArray mean(NDArray losses, NDArray weights) {
        return losses.mul(weights).sum().div(weights.sum().maximum(1));
    }

    private static NDArray column(NDManager scope, List<Lesson> batch, ToDoubleFunction<Lesson> value) {
        float[] column = new float[batch.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) value.applyAsDouble(batch.get(i));
        }
        return scope.create(column);
    }
}
