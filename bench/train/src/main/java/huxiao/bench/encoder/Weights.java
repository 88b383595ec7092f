package huxiao.bench.encoder;

import huxiao.analysis.encoder.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The weights of the encoder by name, as BERT names them. The graph they come from names its matrices by number; their order is
 * that of the computation: query, key, value, output, intermediate, output of each layer.
 */
final class Weights {
    static final int LAYERS = 4;
    static final int WIDTH = 512;
    static final int HEADS = 8;
    static final String WORDS = "embeddings.word_embeddings.weight";
    static final String POSITIONS = "embeddings.position_embeddings.weight";
    static final String TYPES = "embeddings.token_type_embeddings.weight";
    static final String HEAD = "head";

    private static final List<String> MATRICES = List.of(
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "intermediate.dense",
            "output.dense");
    private static final String NUMBERED = "onnx::MatMul_";

    private Weights() {}

    static String layer(int layer, String part) {
        return "encoder.layer." + layer + "." + part;
    }

    /** Reads bge-small-zh-v1.5 from its fp32 ONNX file and adds an untrained head. */
    static Map<String, OnnxGraph.Matrix> read(byte[] file, long seed) throws IOException {
        Map<String, OnnxGraph.Matrix> constants = OnnxGraph.constants(ByteBuffer.wrap(file));
        Map<String, OnnxGraph.Matrix> weights = new LinkedHashMap<>();
        TreeMap<Integer, OnnxGraph.Matrix> numbered = new TreeMap<>();
        constants.forEach((name, matrix) -> {
            if (name.startsWith(NUMBERED)) {
                numbered.put(Integer.parseInt(name.substring(NUMBERED.length())), matrix);
            } else {
                weights.put(name, matrix);
            }
        });
        if (numbered.size() != LAYERS * MATRICES.size() || !weights.containsKey(WORDS)) {
            throw new IOException("not the fp32 graph of bge-small-zh-v1.5: " + numbered.size() + " matrices");
        }
        List<OnnxGraph.Matrix> inOrder = List.copyOf(numbered.values());
        for (int i = 0; i < inOrder.size(); i++) {
            weights.put(layer(i / MATRICES.size(), MATRICES.get(i % MATRICES.size())) + ".weight", inOrder.get(i));
        }
        Random random = new Random(seed);
        float[] head = new float[2 * WIDTH * Answer.COUNT];
        for (int i = 0; i < head.length; i++) {
            head[i] = (float) (random.nextGaussian() * 0.02);
        }
        weights.put(HEAD + ".weight", new OnnxGraph.Matrix(new int[] {2 * WIDTH, Answer.COUNT}, head));
        weights.put(HEAD + ".bias", new OnnxGraph.Matrix(new int[] {Answer.COUNT}, new float[Answer.COUNT]));
        return weights;
    }
}
