package huxiao.bench.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The encoder as a computation that PyTorch can differentiate: BERT (Devlin et al. 2019) with its first state and mean state side
 * by side under one linear head. Its products of matrices run in bfloat16 through a one-line TorchScript block, since DJL has no
 * cast to that type; sums, norms and the weights themselves stay in 32 bits.
 */
final class Network implements AutoCloseable {
    private static final float EPSILON = 1e-12f;
    private static final float FAR = -1e4f;

    private final NDManager manager;
    private final Block product;
    private final float dropout;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();

    Network(NDManager parent, Block product, Map<String, OnnxGraph.Matrix> initial, float dropout) {
        this.manager = parent.newSubManager();
        this.product = product;
        this.dropout = dropout;
        initial.forEach((name, matrix) -> {
            long[] shape =
                    java.util.Arrays.stream(matrix.shape()).asLongStream().toArray();
            NDArray array = manager.create(matrix.values(), new Shape(shape));
            array.setRequiresGradient(isTrained(name));
            weights.put(name, array);
        });
    }

    /** The vocabulary keeps its meaning: there are too few texts to move 21,128 rows well. */
    static boolean isTrained(String name) {
        return !name.equals(Weights.WORDS);
    }

    Map<String, NDArray> weights() {
        return weights;
    }

    /** The weights as they are now. */
    Map<String, OnnxGraph.Matrix> read() {
        Map<String, OnnxGraph.Matrix> now = new LinkedHashMap<>();
        weights.forEach((name, array) -> now.put(name, matrix(array)));
        return now;
    }

    static OnnxGraph.Matrix matrix(NDArray array) {
        int[] shape = java.util.Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return new OnnxGraph.Matrix(shape, array.toFloatArray());
    }

    /**
     * The answers for a batch.
     *
     * @param ids texts by tokens, filled up with zeros
     * @param mask 1 where a token stands, else 0
     */
    NDArray answers(NDManager scope, long[][] ids, float[][] mask, boolean training) {
        int texts = ids.length;
        int tokens = ids[0].length;
        NDArray words = weights.get(Weights.WORDS);
        NDArray idArray = scope.create(flat(ids)).reshape(new Shape((long) texts * tokens));
        NDArray state = within(scope, words.get(idArray)).reshape(texts, tokens, Weights.WIDTH);
        state = state.add(within(scope, weights.get(Weights.POSITIONS).get("0:" + tokens)))
                .add(within(scope, weights.get(Weights.TYPES).get(0)));
        state = drop(norm(state, "embeddings.LayerNorm"), training);
        NDArray standing = scope.create(flat(mask), new Shape(texts, tokens));
        NDArray padding = standing.sub(1).mul(-FAR).reshape(texts, 1, 1, tokens);
        for (int layer = 0; layer < Weights.LAYERS; layer++) {
            state = layer(layer, state, padding, texts, tokens, training);
        }
        NDArray weighed = standing.expandDims(2);
        NDArray mean = state.mul(weighed).sum(new int[] {1}).div(weighed.sum(new int[] {1}));
        NDArray pooled = drop(state.get(":, 0").concat(mean, 1), training);
        return pooled.matMul(weights.get(Weights.HEAD + ".weight")).add(weights.get(Weights.HEAD + ".bias"));
    }

    private NDArray layer(int layer, NDArray state, NDArray padding, int texts, int tokens, boolean training) {
        NDArray query = heads(dense(state, Weights.layer(layer, "attention.self.query")), texts, tokens);
        NDArray key = heads(dense(state, Weights.layer(layer, "attention.self.key")), texts, tokens);
        NDArray value = heads(dense(state, Weights.layer(layer, "attention.self.value")), texts, tokens);
        double scale = Math.sqrt((double) Weights.WIDTH / Weights.HEADS);
        NDArray weighing =
                query.matMul(key.transpose(0, 1, 3, 2)).div(scale).add(padding).softmax(-1);
        NDArray mixed =
                drop(weighing, training).matMul(value).transpose(0, 2, 1, 3).reshape(texts, tokens, Weights.WIDTH);
        NDArray attended = drop(dense(mixed, Weights.layer(layer, "attention.output.dense")), training);
        NDArray between = norm(state.add(attended), Weights.layer(layer, "attention.output.LayerNorm"));
        NDArray wide = Activation.gelu(dense(between, Weights.layer(layer, "intermediate.dense")));
        NDArray narrow = drop(dense(wide, Weights.layer(layer, "output.dense")), training);
        return norm(between.add(narrow), Weights.layer(layer, "output.LayerNorm"));
    }

    /** A result belongs to the manager of its first operand; what is made of weights must go with the scope or it stays for ever. */
    private static NDArray within(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }

    private static NDArray heads(NDArray state, int texts, int tokens) {
        return state.reshape(texts, tokens, Weights.HEADS, Weights.WIDTH / Weights.HEADS)
                .transpose(0, 2, 1, 3);
    }

    private NDArray dense(NDArray state, String name) {
        NDList inputs = new NDList(state, weights.get(name + ".weight"));
        return product.forward(new ParameterStore(manager, false), inputs, true)
                .singletonOrThrow()
                .add(weights.get(name + ".bias"));
    }

    private NDArray norm(NDArray state, String name) {
        return LayerNorm.layerNorm(
                        state,
                        new Shape(Weights.WIDTH),
                        weights.get(name + ".weight"),
                        weights.get(name + ".bias"),
                        EPSILON)
                .singletonOrThrow();
    }

    private NDArray drop(NDArray state, boolean training) {
        return training ? Dropout.dropout(state, dropout, true).singletonOrThrow() : state;
    }

    private static long[] flat(long[][] rows) {
        return java.util.Arrays.stream(rows)
                .flatMapToLong(java.util.Arrays::stream)
                .toArray();
    }

    private static float[] flat(float[][] rows) {
        float[] all = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
        }
        return all;
    }

    @Override
    public void close() {
        manager.close();
    }
}
