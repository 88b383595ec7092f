package huxiao.bench.frozen;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import huxiao.analysis.encoder.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** bge-small-zh-v1.5 (BAAI, MIT) as published, float32, one thread. */
final class PublishedEncoder implements AutoCloseable {
    private static final String SOURCE = "/bge-small-zh-v1.5.onnx";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    PublishedEncoder() throws IOException, OrtException {
        try (InputStream in = PublishedEncoder.class.getResourceAsStream(SOURCE);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IOException(SOURCE + " is missing from the class path");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(in.readAllBytes(), options);
        }
    }

    /** The state of the first token, which the model was trained to sum a text up in, then the mean of all tokens' states. */
    float[] embedding(Tokens text) {
        long[] ids = Arrays.stream(text.ids()).asLongStream().toArray();
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            Map<String, OnnxTensor> inputs =
                    new HashMap<>(Map.of("input_ids", idTensor, "attention_mask", mask, "token_type_ids", types));
            inputs.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(inputs)) {
                return pooled(((float[][][]) result.get(0).getValue())[0]);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on a text of " + ids.length + " tokens", e);
        }
    }

    private static float[] pooled(float[][] states) {
        int width = states[0].length;
        float[] pooled = Arrays.copyOf(states[0], 2 * width);
        for (float[] state : states) {
            for (int i = 0; i < width; i++) {
                pooled[width + i] += state[i] / states.length;
            }
        }
        return pooled;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
