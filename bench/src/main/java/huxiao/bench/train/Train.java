package huxiao.bench.train;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Blend;
import huxiao.analysis.Head;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.analysis.LinearModel;
import huxiao.analysis.ModelFolder;
import huxiao.analysis.encoder.Encoder;
import huxiao.bench.cloak.CloakedRecall;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Schools;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains the shipped model and measures it: {@code Train HOME COLD}, where HOME is the repository and COLD the folder with COLD's
 * {@code train.csv} and {@code dev.csv} (thu-coai/COLDataset, Apache-2.0). Writes the model into {@code analysis} and the figures to
 * {@code docs/model-card.md}; prints them too. With a folder of its own ({@link TrainOptions}) it writes the model there alone.
 */
public final class Train {
    private static final long SEED = 79;
    private static final String RESOURCES = "analysis/src/main/resources/huxiao/analysis/";
    /** How many of COLD's training rows take part, and how much each counts beside one of ours. */
    private static final int COLD_ROWS = 8_000;

    private static final double COLD_WEIGHT = 0.5;
    private static final AdaGrad OPTIMISER = new AdaGrad(12, 0.1, 1e-5, SEED);

    private final AnalysisSettings settings;
    private final Lexicon lexicon;
    private final Schools schools;
    private final Judge blank;

    private Train(Path home) {
        this.settings = AnalysisSettings.from(
                ConfigNode.read(home.resolve("config/huxiao.yaml")).section("analysis"));
        this.lexicon = Lexicon.read(home.resolve("config/lexicon"));
        this.schools = SchoolsCsv.read(home.resolve("config/schools.csv"));
        this.blank = judge(new LinearModel(new float[Head.COUNT], new int[0], new float[0]));
    }

    private Judge judge(LinearModel model) {
        return Judge.with(settings, lexicon, schools, model);
    }

    /** Runs the training; exit 2 on wrong use. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            TrainOptions options = TrainOptions.of(args);
            new Train(options.home()).run(options, out);
        } catch (TrainOptions.WrongUseException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run(TrainOptions options, PrintStream out) throws IOException {
        Path home = options.home();
        Path cold = options.cold();
        List<Example> ours = options.rows(Examples.rows(home.resolve("bench/data/train")));
        List<Example> test = Examples.rows(home.resolve("bench/data/test"));
        List<Example> kept = ours.stream().filter(Split::isForCalibration).toList();
        List<Trainer.Seen> lessons = ours.stream()
                .filter(example -> !Split.isForCalibration(example))
                .map(example -> Trainer.Seen.of(blank, example))
                .toList();
        List<Trainer.Seen> others = Examples.cold(cold.resolve("train.csv"), schools, COLD_WEIGHT, false, SEED).stream()
                .limit(COLD_ROWS)
                .map(example -> Trainer.Seen.of(blank, example))
                .toList();
        out.println(lessons.size() + " rows to learn from, " + kept.size() + " to calibrate on, " + test.size()
                + " to test on, " + others.size() + " of COLD");
        options.counted(ours).ifPresent(out::println);
        LinearModel model = quantised(new Trainer(OPTIMISER).fit(lessons, others));
        Optional<Encoder> encoder = settings.encoder() ? Optional.of(Encoder.shipped()) : Optional.empty();
        Blend blend = new Calibration(
                        Judge.with(settings, lexicon, schools, model, encoder, Blend.none()), encoder.isPresent(), kept)
                .fit();
        Path target = options.target(home.resolve(RESOURCES));
        Files.write(target.resolve(ModelFolder.MODEL), bytes(model));
        Files.writeString(target.resolve(ModelFolder.BLEND), blend.lines());
        Judge judge = Judge.with(settings, lexicon, schools, model, encoder, blend);
        String left = new Figures().add(judge, kept).markdown();
        out.println("\n## Calibration part\n\n" + left);
        Figures tested = new Figures().add(judge, test);
        CloakedRecall cloaked = CloakedRecall.of(judge, lexicon, test);
        if (options.isForProgram()) {
            Gate.of(tested, cloaked).write(home);
        }
        String figures =
                tested.markdown() + "\nWith the danger words of the police tier hidden, still found (any alert):\n\n"
                        + cloaked.markdown();
        out.println("\n## Test part\n\n" + figures);
        String ordinary = ordinary(judge, cold);
        out.println(ordinary);
        if (!options.isForProgram()) {
            ModelFolder program = ModelFolder.shipped();
            Judge shipped = Judge.with(settings, lexicon, schools, program.model(), encoder, program.blend());
            out.println("\n" + RaisedCriticism.of(kept, judge, shipped).line());
            out.println("model " + ModelFolder.read(target, settings.encoder()).name() + " in " + target);
            return;
        }
        ModelCard card = new ModelCard(
                lessons.size(),
                kept.size(),
                test.size(),
                others.size(),
                lexicon.terms().size(),
                Files.size(target.resolve(ModelFolder.MODEL)),
                settings);
        card.write(home.resolve("docs/model-card.md"), figures, left, ordinary);
    }

    private String ordinary(Judge judge, Path cold) throws IOException {
        List<Example> posts = Examples.cold(cold.resolve("dev.csv"), schools, 1, true, SEED);
        List<Assessment> said = posts.stream()
                .map(example -> judge.assessBriefly(example.post()))
                .toList();
        double assessing = secondsOfOneCore(() -> posts.forEach(example -> judge.assessBriefly(example.post())));
        double screening = secondsOfOneCore(() -> posts.forEach(example -> judge.screen(example.post())));
        long passed = posts.stream()
                .filter(example -> judge.screen(example.post()).worthAssessing())
                .count();
        return String.format(
                Locale.ROOT,
                "Of %d posts of COLD's dev part, each with a school put in: told to police %.1f in 10,000, any alert %.1f in 10,000, "
                        + "passing the screen %.1f in 100. One core: %.0f posts/s assessed, %.0f posts/s screened.",
                said.size(),
                Figures.perTenThousand(said, assessment -> assessment.level().isPolice()),
                Figures.perTenThousand(said, assessment -> assessment.level() != Level.NONE),
                100.0 * passed / said.size(),
                said.size() / assessing,
                said.size() / screening);
    }

    /** Processor time of the second of two runs, so that the first warms the machine and other processes do not count. */
    private static double secondsOfOneCore(Runnable work) {
        work.run();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static LinearModel quantised(LinearModel model) throws IOException {
        return LinearModel.read(new ByteArrayInputStream(bytes(model)));
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
