package huxiao.analysis.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * bge-small-zh-v1.5 (BAAI, MIT), fine-tuned for this task, in int8 through ONNX Runtime. Texts are run one by one: its activations
 * are quantised over whatever runs together, so that in batches an answer would depend on the neighbours. Thread safe.
 */
public final class Encoder {
    /** Where the weights lie on the class path. */
    private static final String MODEL = "/huxiao/analysis/encoder/encoder.onnx";

    private static final String VOCABULARY = "/huxiao/analysis/encoder/vocab.txt";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private Encoder(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            this.session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder cannot be loaded", e);
        }
    }

    /** The encoder that ships with the program; loaded once for each JVM. */
    public static Encoder shipped() {
        return Shipped.ENCODER;
    }

    /** How it cuts texts. */
    public static WordPiece vocabulary() {
        return Words.PIECES;
    }

    /** The answers for a text, log-odds by column of {@link Answer}. */
    public float[] answers(Tokens text) {
        long[] ids = new long[text.size()];
        float[] mask = new float[text.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = text.id(i);
            mask[i] = 1;
        }
        long[] shape = {1, ids.length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(mask), shape);
                OrtSession.Result result = session.run(Map.of("ids", idTensor, "mask", maskTensor))) {
            return ((float[][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on a text of " + ids.length + " tokens", e);
        }
    }

    private static final class Shipped {
        private static final Encoder ENCODER = load();

        private static Encoder load() {
            try (InputStream in = open(MODEL)) {
                return new Encoder(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("the encoder " + MODEL + " cannot be read", e);
            }
        }
    }

    private static final class Words {
        private static final WordPiece PIECES = load();

        private static WordPiece load() {
            try (InputStream in = open(VOCABULARY)) {
                return WordPiece.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the vocabulary " + VOCABULARY + " cannot be read", e);
            }
        }
    }

    private static InputStream open(String name) {
        InputStream in = Encoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(
                    name + " is missing from the class path; it comes with huxiao-analysis-model");
        }
        return in;
    }
}
