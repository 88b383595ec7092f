package huxiao.analysis.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import huxiao.model.Likeness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * bge-small-zh-v1.5 (BAAI, MIT), fine-tuned for this task, in int8 through ONNX Runtime. Texts are run one by one: its activations
 * are quantised over whatever runs together, so that beside other texts an answer would depend on the neighbours. Thread safe.
 */
public final class Encoder {
    /** Where the weights lie on the class path. */
    private static final String MODEL = "/huxiao/analysis/encoder/encoder.onnx";

    private static final String ANSWERS = "answers";

    /**
     * What the second of the four layers makes of each token, as the graph calls it. The last layers know how dangerous a text is and
     * little else; at the first token of this one, texts about one thing lie closest together (docs/performance.md).
     */
    private static final String MEANING = "LayerNormalization_33_0";

    private static final String VOCABULARY = "/huxiao/analysis/encoder/vocab.txt";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private Encoder(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            this.session = environment.createSession(Graph.giving(model, MEANING), options);
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

    /** The answers for a text and the direction of what it tells, in one run. */
    public Read read(Tokens text) {
        return run(List.of(text), Set.of(ANSWERS, MEANING), result -> {
            float[] meaning = new float[Likeness.DIMENSIONS];
            ((OnnxTensor) result.get(MEANING).orElseThrow()).getFloatBuffer().get(meaning);
            return new Read(answers(result)[0], meaning);
        });
    }

    /** What the encoder makes of one text. */
    public static final class Read {
        private final float[] answers;
        private final float[] meaning;

        Read(float[] answers, float[] meaning) {
            this.answers = answers;
            this.meaning = meaning;
        }

        /** Log-odds by column of {@link Answer}. */
        public float[] answers() {
            return answers.clone();
        }

        /** The direction of what it tells, {@link Likeness#DIMENSIONS} numbers. */
        public float[] meaning() {
            return meaning.clone();
        }
    }

    /**
     * The answers for versions of one text, in one run: faster than one by one, and comparable, since all share one quantisation.
     *
     * @param versions at least one, all of as many tokens
     * @return log-odds, a row for each version, by column of {@link Answer}
     */
    public float[][] answers(List<Tokens> versions) {
        return run(versions, Set.of(ANSWERS), Encoder::answers);
    }

    private static float[][] answers(OrtSession.Result result) throws OrtException {
        return (float[][]) result.get(ANSWERS).orElseThrow().getValue();
    }

    private interface Use<T> {
        T of(OrtSession.Result result) throws OrtException;
    }

    private <T> T run(List<Tokens> versions, Set<String> outputs, Use<T> use) {
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
                OrtSession.Result result = session.run(Map.of("ids", idTensor, "mask", maskTensor), outputs)) {
            return use.of(result);
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
