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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * bge-small-zh-v1.5 (BAAI, MIT), fine-tuned for this task, in int8 through ONNX Runtime. Texts are run one by one: its activations
 * are quantised over whatever runs together, so that beside other texts an answer would depend on the neighbours. Thread safe.
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
        return answers(List.of(text))[0];
    }

    /**
     * The answers for versions of one text, in one run: faster than one by one, and comparable, since all share one quantisation.
     *
     * @param versions at least one, all of as many tokens
     * @return log-odds, a row for each version, by column of {@link Answer}
     */
    public float[][] answers(List<Tokens> versions) {
        int size = versions.get(0).size();
        long[] ids = versions.stream()
                .flatMapToInt(version -> Arrays.stream(version.ids()))
                .asLongStream()
                .toArray();
        float[] mask = new float[ids.length];
        Arrays.fill(mask, 1);
        long[] shape = {versions.size(), size};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(mask), shape);
                OrtSession.Result result = session.run(Map.of("ids", idTensor, "mask", maskTensor))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "the encoder failed on " + versions.size() + " texts of " + size + " tokens", e);
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
