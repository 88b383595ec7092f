package huxiao.bench.encoder;

import huxiao.analysis.encoder.Answer;
import java.util.List;
import java.util.Map;

/**
 * Writes the trained encoder as an ONNX graph whose large matrices are int8: symmetric, one scale a column (a row of the
 * vocabulary), the activations quantised by ONNX Runtime as they come. Inputs {@code ids} and {@code mask} (1 where a token stands),
 * texts by tokens; output {@code answers}, texts by {@link Answer#COUNT}.
 */
final class EncoderGraph {
    private static final float EPSILON = 1e-12f;

    private final OnnxGraph graph = new OnnxGraph();
    private final Map<String, OnnxGraph.Matrix> weights;

    private EncoderGraph(Map<String, OnnxGraph.Matrix> weights) {
        this.weights = weights;
    }

    static byte[] of(Map<String, OnnxGraph.Matrix> weights) {
        return new EncoderGraph(weights).build();
    }

    private byte[] build() {
        graph.input("ids", false, "texts", "tokens").input("mask", true, "texts", "tokens");
        String padding = graph.cast("mask", false);
        String state = embeddings();
        for (int layer = 0; layer < Weights.LAYERS; layer++) {
            state = layer(layer, state, padding);
        }
        graph.named(
                "answers",
                "Gemm",
                List.of(pooled(state), vector(Weights.HEAD + ".weight"), vector(Weights.HEAD + ".bias")));
        graph.output("answers", "texts", String.valueOf(Answer.COUNT));
        return graph.toByteArray();
    }

    private String embeddings() {
        OnnxGraph.Matrix words = weights.get(Weights.WORDS);
        int rows = words.shape()[0];
        byte[] quantised = new byte[words.values().length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            int from = row * Weights.WIDTH;
            scales[row] = scale(words.values(), from, from + Weights.WIDTH, 1);
            for (int i = from; i < from + Weights.WIDTH; i++) {
                quantised[i] = (byte) Math.round(words.values()[i] / scales[row]);
            }
        }
        String table = graph.bytes("words", words.shape(), quantised);
        String scale = graph.floats("words.scale", new int[] {rows, 1}, scales);
        String word = graph.node(
                "Mul",
                List.of(
                        graph.cast(graph.node("Gather", List.of(table, "ids")), true),
                        graph.node("Gather", List.of(scale, "ids"))));
        OnnxGraph.Matrix positions = weights.get(Weights.POSITIONS);
        float[] places = positions.values().clone();
        for (int i = 0; i < places.length; i++) {
            places[i] += weights.get(Weights.TYPES).values()[i % Weights.WIDTH];
        }
        String length = graph.node("Gather", List.of(graph.node("Shape", List.of("ids")), graph.longs("one", 1)));
        String place = graph.node(
                "Slice", List.of(graph.floats("positions", positions.shape(), places), graph.longs("zero", 0), length));
        return norm("embeddings.LayerNorm", graph.node("Add", List.of(word, place)));
    }

    private String layer(int layer, String state, String padding) {
        String query = dense(Weights.layer(layer, "attention.self.query"), state);
        String key = dense(Weights.layer(layer, "attention.self.key"), state);
        String value = dense(Weights.layer(layer, "attention.self.value"), state);
        String mixed = graph.node(
                        OnnxGraph.RUNTIME,
                        "MultiHeadAttention",
                        List.of(query, key, value, "", padding),
                        1,
                        new OnnxGraph.Attribute("num_heads", Weights.HEADS))
                .get(0);
        String attended = dense(Weights.layer(layer, "attention.output.dense"), mixed);
        String between =
                norm(Weights.layer(layer, "attention.output.LayerNorm"), graph.node("Add", List.of(state, attended)));
        String wide = dense(Weights.layer(layer, "intermediate.dense"), between);
        String active = graph.node(OnnxGraph.RUNTIME, "Gelu", List.of(wide), 1).get(0);
        String narrow = dense(Weights.layer(layer, "output.dense"), active);
        return norm(Weights.layer(layer, "output.LayerNorm"), graph.node("Add", List.of(between, narrow)));
    }

    /** The first token's state and the mean of all, side by side. */
    private String pooled(String state) {
        String first = graph.node(
                "Squeeze",
                List.of(
                        graph.node(
                                "Slice",
                                List.of(
                                        state,
                                        graph.longs("first.from", 0),
                                        graph.longs("first.to", 1),
                                        graph.longs("first.axis", 1))),
                        "first.axis"));
        String mask = graph.node("Unsqueeze", List.of("mask", graph.longs("last", 2)));
        String sum = graph.node(
                "ReduceSum",
                List.of(graph.node("Mul", List.of(state, mask)), "first.axis"),
                new OnnxGraph.Attribute("keepdims", 0));
        String count = graph.node("ReduceSum", List.of(mask, "first.axis"), new OnnxGraph.Attribute("keepdims", 0));
        String mean = graph.node("Div", List.of(sum, count));
        return graph.node("Concat", List.of(first, mean), new OnnxGraph.Attribute("axis", 1));
    }

    private String norm(String name, String state) {
        return graph.node(
                "LayerNormalization",
                List.of(state, vector(name + ".weight"), vector(name + ".bias")),
                new OnnxGraph.Attribute("axis", -1),
                new OnnxGraph.Attribute("epsilon", EPSILON));
    }

    private String dense(String name, String state) {
        OnnxGraph.Matrix matrix = weights.get(name + ".weight");
        int rows = matrix.shape()[0];
        int columns = matrix.shape()[1];
        byte[] quantised = new byte[rows * columns];
        float[] scales = new float[columns];
        for (int column = 0; column < columns; column++) {
            scales[column] = scale(matrix.values(), column, matrix.values().length, columns);
            for (int i = column; i < quantised.length; i += columns) {
                quantised[i] = (byte) Math.round(matrix.values()[i] / scales[column]);
            }
        }
        String table = graph.bytes(name, matrix.shape(), quantised);
        String scale = graph.floats(name + ".scale", new int[] {columns}, scales);
        return graph.node(
                        OnnxGraph.RUNTIME,
                        "DynamicQuantizeMatMul",
                        List.of(state, table, scale, "", vector(name + ".bias")),
                        1)
                .get(0);
    }

    /** The step with which the largest of some numbers is 127. */
    private static float scale(float[] values, int from, int to, int step) {
        float largest = 1e-9f;
        for (int i = from; i < to; i += step) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest / Byte.MAX_VALUE;
    }

    private String vector(String name) {
        OnnxGraph.Matrix vector = weights.get(name);
        return graph.floats(name, vector.shape(), vector.values());
    }
}
