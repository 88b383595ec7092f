package huxiao.bench.encoder;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Head;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.analysis.LinearModel;
import huxiao.analysis.encoder.Encoder;
import huxiao.bench.train.Example;
import huxiao.bench.train.Examples;
import huxiao.bench.train.Split;
import huxiao.model.Schools;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Fine-tunes the encoder by one epoch: {@code FineTune HOME COLD EPOCH}, where HOME is the repository, COLD the folder with COLD's
 * {@code train.csv} and {@code dev.csv} and EPOCH a number from 1 to {@value #EPOCHS}; each epoch but the first goes on where the one
 * before it left its checkpoint. Every epoch is a process of its own: under DJL 0.36 PyTorch's memory was seen to break, after fifty
 * minutes and once after twelve, first by gradients that are no numbers, then by the death of the process. Writes {@code encoder.onnx} into
 * {@code analysis-model}. Same rows, same seed: the same figures up to the rounding of the machine's arithmetic.
 */
public final class FineTune {
    private static final long SEED = 79;
    private static final String SOURCE = "/bge-small-zh-v1.5.onnx";
    private static final int EPOCHS = 3;
    private static final int BATCH = 32;
    private static final double BODY_RATE = 1e-4;
    private static final double HEAD_RATE = 1e-3;
    private static final double WARM_UP = 0.1;
    private static final float DROPOUT = 0.1f;
    /** Share of the tokens hidden from each look at a text. */
    private static final double HIDDEN = 0.1;
    /** How many of COLD's rows stand for ordinary posts, and how much each counts beside one of ours. */
    public static final int ORDINARY = 2_000;

    private static final double ORDINARY_WEIGHT = 0.5;
    /** How many more of COLD's rows teach in each epoch what is offensive; no row does twice. */
    private static final int OFFENSIVE = 3_500;

    /** Single steps may overflow; a training in which more do is broken. */
    private static final int MOST_PASSED = 20;

    private final Judge reader;
    private final Path home;
    private final int epoch;
    private final PrintStream out;

    private FineTune(Judge reader, Path home, int epoch, PrintStream out) {
        if (epoch < 1 || epoch > EPOCHS) {
            throw new IllegalArgumentException("epochs are 1 to " + EPOCHS + ", found " + epoch);
        }
        this.reader = reader;
        this.home = home;
        this.epoch = epoch;
        this.out = out;
    }

    /** Runs the training; exit 2 on wrong use. */
    public static void main(String[] args) throws IOException, MalformedModelException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 3 || !Files.isRegularFile(Path.of(args[1]).resolve("train.csv"))) {
            out.println("usage: FineTune HOME COLD EPOCH\n"
                    + "COLD: the folder with train.csv and dev.csv of github.com/thu-coai/COLDataset");
            System.exit(2);
        }
        Path home = Path.of(args[0]);
        Schools schools = SchoolsCsv.read(home.resolve("config/schools.csv"));
        LinearModel blank = new LinearModel(new float[Head.COUNT], new int[0], new float[0]);
        Judge reader =
                Judge.with(AnalysisSettings.defaults(), Lexicon.read(home.resolve("config/lexicon")), schools, blank);
        List<Example> cold =
                Examples.cold(Path.of(args[1]).resolve("train.csv"), schools, ORDINARY_WEIGHT, false, SEED);
        List<Example> offensive =
                Examples.cold(Path.of(args[1]).resolve("dev.csv"), schools, ORDINARY_WEIGHT, false, SEED);
        new FineTune(reader, home, Integer.parseInt(args[2]), out)
                .run(Examples.rows(home.resolve("bench/data/train")), cold, offensive);
    }

    private void run(List<Example> ours, List<Example> cold, List<Example> unseen)
            throws IOException, MalformedModelException {
        List<Lesson> lessons = new ArrayList<>();
        List<Lesson> kept = new ArrayList<>();
        for (Example example : ours) {
            (Split.isForCalibration(example) ? kept : lessons).add(Lesson.of(ids(example), example));
        }
        for (Example example : cold.subList(0, ORDINARY)) {
            lessons.add(Lesson.of(ids(example), example));
        }
        List<Lesson> offences = cold.subList(ORDINARY, ORDINARY + EPOCHS * OFFENSIVE).stream()
                .map(example -> Lesson.ofOffence(ids(example), example))
                .toList();
        List<Lesson> others = unseen.stream()
                .map(example -> Lesson.ofOffence(ids(example), example))
                .toList();
        out.printf(
                Locale.ROOT,
                "%d lessons, %d kept for calibration, epoch %d of %d%n",
                lessons.size(),
                kept.size(),
                epoch,
                EPOCHS);
        Optional<Checkpoint> before =
                epoch == 1 ? Optional.empty() : Optional.of(Checkpoint.read(checkpoint(epoch - 1)));
        Map<String, OnnxGraph.Matrix> initial = Weights.read(source(), SEED);
        before.ifPresent(checkpoint -> initial.putAll(checkpoint.weights()));
        Engine engine = Engine.getInstance();
        engine.setRandomSeed((int) SEED + epoch);
        try (Model product = product();
                NDManager manager = NDManager.newBaseManager();
                Network network = new Network(manager, product.getBlock(), initial, DROPOUT)) {
            AdamW optimiser = new AdamW(manager, network.weights());
            before.ifPresent(optimiser::resume);
            learn(engine, manager, network, optimiser, lessons, offences);
            out.println(Progress.levels(network, manager, kept));
            out.println("of COLD's unseen rows: " + Progress.offensive(network, manager, others));
            optimiser.checkpoint().write(checkpoint(epoch));
            write(network);
        }
    }

    private Path checkpoint(int of) {
        return home.resolve("bench/train/target/encoder-epoch-" + of + ".checkpoint");
    }

    private void learn(
            Engine engine,
            NDManager manager,
            Network network,
            AdamW optimiser,
            List<Lesson> lessons,
            List<Lesson> offences) {
        Random random = new Random(SEED + epoch);
        int steps = EPOCHS * ((lessons.size() + OFFENSIVE + BATCH - 1) / BATCH);
        List<Lesson> all = new ArrayList<>(lessons);
        all.addAll(offences.subList((epoch - 1) * OFFENSIVE, epoch * OFFENSIVE));
        List<List<Lesson>> batches = Batches.shuffled(all, BATCH, random);
        int step = (epoch - 1) * batches.size();
        double sum = 0;
        int passed = 0;
        for (List<Lesson> batch : batches) {
            double rate = Math.min(1, (step + 1) / (WARM_UP * steps)) * Math.max(0.02, (double) (steps - step) / steps);
            try (NDManager scope = manager.newSubManager()) {
                float loss = backward(engine, scope, network, batch, random);
                if (optimiser.step(scope, BODY_RATE * rate, HEAD_RATE * rate)) {
                    sum += loss;
                } else {
                    passed++;
                    out.printf(
                            Locale.ROOT, "step %d passed over: loss %f and its gradients are no numbers%n", step, loss);
                }
            }
            if (passed > MOST_PASSED) {
                throw new IllegalStateException(
                        "more than " + MOST_PASSED + " steps gave no number; nothing is written");
            }
            step++;
            if (step % 100 == 0) {
                out.printf(Locale.ROOT, "step %d of %d%n", step, steps);
            }
        }
        out.printf(Locale.ROOT, "loss %.4f%n", sum / batches.size());
    }

    private void write(Network network) throws IOException {
        Path target = home.resolve("analysis-model/src/main/resources/huxiao/analysis/encoder/encoder.onnx");
        byte[] graph = EncoderGraph.of(network.read());
        Files.createDirectories(target.getParent());
        Files.write(target, graph);
        out.println(target.getFileName() + ": " + graph.length + " bytes");
    }

    private static float backward(Engine engine, NDManager scope, Network network, List<Lesson> batch, Random random) {
        try (GradientCollector collector = engine.newGradientCollector()) {
            collector.zeroGradients();
            NDArray answers = network.answers(scope, Batches.ids(batch, HIDDEN, random), Batches.mask(batch), true);
            NDArray loss = Loss.of(scope, answers, batch);
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    private int[] ids(Example example) {
        return reader.tokens(example.post(), Encoder.vocabulary()).get(0).ids();
    }

    private static byte[] source() throws IOException {
        try (InputStream in = FineTune.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IOException(SOURCE + " is missing from the class path");
            }
            return in.readAllBytes();
        }
    }

    /** A model that multiplies its two inputs in bfloat16: {@code (a.to(bfloat16) @ b.to(bfloat16)).to(float32)}. */
    private static Model product() throws IOException, MalformedModelException {
        Model model = Model.newInstance("product", "PyTorch");
        try (InputStream in = FineTune.class.getResourceAsStream("product.pt")) {
            model.load(in);
        }
        return model;
    }
}
