package huxiao.analysis.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Asks an ONNX model (https://onnx.ai) for one more of its results. */
final class Graph {
    /** Number of the field of a model that holds its graph. */
    private static final int GRAPH = 7;
    /** Number of the field of a graph that holds an output. */
    private static final int OUTPUT = 12;
    /** Number of the field of an output that holds its name. */
    private static final int NAME = 1;

    /** Protocol Buffers: a field of known length. */
    private static final int LENGTH_DELIMITED = 2;

    private Graph() {}

    /**
     * The model with a result of one of its nodes among its outputs. Protocol Buffers merge what is written of one message twice, so
     * that a few bytes behind the model do, whatever it holds.
     */
    static byte[] giving(byte[] model, String result) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream(model.length + 64);
        longer.writeBytes(model);
        longer.writeBytes(field(GRAPH, field(OUTPUT, field(NAME, result.getBytes(StandardCharsets.UTF_8)))));
        return longer.toByteArray();
    }

    /** A field shorter than 128 bytes. */
    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.write(number << 3 | LENGTH_DELIMITED);
        field.write(content.length);
        field.writeBytes(content);
        return field.toByteArray();
    }
}
