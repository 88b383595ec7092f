package huxiao.bench.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019), gradients clipped by their common norm. */
final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.98;
    private static final double EPSILON = 1e-8;
    private static final double DECAY = 0.01;
    private static final double LONGEST = 1.0;

    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();
    private int steps;

    AdamW(NDManager manager, Map<String, NDArray> all) {
        this.weights = new LinkedHashMap<>();
        all.forEach((name, array) -> {
            if (Network.isTrained(name)) {
                weights.put(name, array);
                means.put(name, manager.zeros(array.getShape()));
                squares.put(name, manager.zeros(array.getShape()));
            }
        });
    }

    /** Goes on where another one stood. */
    void resume(Checkpoint from) {
        steps = from.steps();
        from.means().forEach((name, mean) -> means.get(name).set(FloatBuffer.wrap(mean.values())));
        from.squares().forEach((name, square) -> squares.get(name).set(FloatBuffer.wrap(square.values())));
    }

    /** Where it stands. */
    Checkpoint checkpoint() {
        return new Checkpoint(steps, matrices(weights), matrices(means), matrices(squares));
    }

    private static Map<String, OnnxGraph.Matrix> matrices(Map<String, NDArray> arrays) {
        Map<String, OnnxGraph.Matrix> matrices = new LinkedHashMap<>();
        arrays.forEach((name, array) -> matrices.put(name, Network.matrix(array)));
        return matrices;
    }

    /**
     * One step; the head learns faster than what is below it. Gradients that are no numbers, of which one would spoil all weights for
     * good, move nothing.
     *
     * @return whether the weights moved
     */
    boolean step(NDManager scope, double bodyRate, double headRate) {
        NDArray total = scope.create(0f);
        for (NDArray weight : weights.values()) {
            total = total.add(attached(scope, weight.getGradient()).square().sum());
        }
        double norm = Math.sqrt(total.getFloat());
        if (!Double.isFinite(norm)) {
            // The collector zeroes a gradient by taking it from itself, which leaves one that is no number for good.
            weights.values().forEach(weight -> {
                NDArray gradient = attached(scope, weight.getGradient());
                gradient.set(FloatBuffer.allocate(Math.toIntExact(gradient.size())));
            });
            return false;
        }
        steps++;
        double clip = Math.min(1, LONGEST / Math.max(norm, 1e-12));
        double unbias1 = 1 - Math.pow(BETA1, steps);
        double unbias2 = 1 - Math.pow(BETA2, steps);
        weights.forEach((name, weight) -> {
            double rate = name.startsWith(Weights.HEAD) ? headRate : bodyRate;
            NDArray gradient = attached(scope, weight.getGradient()).mul(clip);
            NDArray mean = means.get(name);
            NDArray square = squares.get(name);
            mean.muli(BETA1).addi(gradient.mul(1 - BETA1));
            square.muli(BETA2).addi(gradient.square().mul(1 - BETA2));
            NDArray change = attached(scope, mean.div(unbias1))
                    .div(attached(scope, square.div(unbias2)).sqrt().add(EPSILON));
            boolean matrix = weight.getShape().dimension() > 1;
            weight.setRequiresGradient(false);
            if (matrix) {
                weight.muli(1 - rate * DECAY);
            }
            weight.subi(change.mul(rate));
            weight.setRequiresGradient(true);
        });
        return true;
    }

    /** Frees the array with the scope instead of with the optimiser. */
    private static NDArray attached(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }
}
