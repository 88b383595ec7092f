package huxiao.bench.train;

import huxiao.analysis.AlarmCurve;
import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Blend;
import huxiao.analysis.Head;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.analysis.LinearModel;
import huxiao.analysis.ModelFolder;
import huxiao.analysis.encoder.Encoder;
import huxiao.bench.cloak.CloakedRecall;
import huxiao.bench.report.Judged;
import huxiao.bench.report.Material;
import huxiao.bench.report.Remembered;
import huxiao.bench.report.Report;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Schools;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Example> ours = options.rows(Examples.rows(home.resolve("bench/data/train")));
        List<Example> test = Examples.rows(home.resolve("bench/data/test"));
        List<Example> kept = Split.kept(ours, home);
        List<Example> lessons = ours.stream()
                .filter(example -> !Split.isForCalibration(example))
                .toList();
        List<Example> cold = Examples.cold(options.cold().resolve("train.csv"), schools, COLD_WEIGHT, false, SEED);
        List<Example> others = cold.subList(0, Math.min(COLD_ROWS, cold.size()));
        out.println(lessons.size() + " rows to learn from, " + kept.size() + " to calibrate on, " + test.size()
                + " to test on, " + others.size() + " of COLD");
        options.counted(ours).ifPresent(out::println);
        LinearModel model = quantised(new Trainer(OPTIMISER).fit(seen(lessons), seen(others)));
        Optional<Encoder> encoder = settings.encoder() ? Optional.of(Encoder.shipped()) : Optional.empty();
        Blend blend = new Calibration(
                        Judge.with(settings, lexicon, schools, model, encoder, Blend.none()), encoder.isPresent(), kept)
                .fit();
        AlarmCurve alarms = AlarmMeasure.of(
                threshold -> Judge.with(settings.withOrange(threshold), lexicon, schools, model, encoder, blend),
                ordinary(options.cold()));
        Path target = options.target(home.resolve(RESOURCES));
        Files.write(target.resolve(ModelFolder.MODEL), bytes(model));
        Files.writeString(target.resolve(ModelFolder.BLEND), blend.lines());
        Files.writeString(target.resolve(ModelFolder.ALARMS), alarms.lines());
        AnalysisSettings inForce = settings.withOrange(alarms.threshold(settings.policeAlarms(), settings.orange())
                .orElseThrow(() -> new IllegalStateException(
                        "no threshold keeps within policeAlarms " + settings.policeAlarms() + ":\n" + alarms.lines())));
        Judge judge = Judge.with(inForce, lexicon, schools, model, encoder, blend);
        List<Judged> left = Judged.all(judge, kept);
        String calibrated = new Figures().add(left).markdown();
        out.println("\n## Calibration part\n\n" + calibrated);
        Remembered shipped = new Remembered(judge);
        List<Judged> judged = Judged.all(judge, shipped, test);
        Figures tested = new Figures().add(judged);
        CloakedRecall cloaked = CloakedRecall.of(post -> shipped.assess(post).level() != Level.NONE, lexicon, test);
        out.println("\n## Test part\n\n" + tested.markdown() + "\n" + cloaked.markdown());
        Figures later = new Figures().add(Judged.all(judge, Examples.rows(home.resolve("bench/data/unseen"))));
        out.println("\n## Second test part\n\n" + later.markdown());
        if (!options.isForProgram()) {
            ModelFolder program = ModelFolder.shipped();
            Judge present = Judge.with(settings, lexicon, schools, program.model(), encoder, program.blend());
            out.println("\n" + RaisedCriticism.of(kept, judge, present).line());
            out.println("model " + ModelFolder.read(target, settings.encoder()).name() + " in " + target);
            return;
        }
        Gate.of(tested, cloaked).write(home);
        Material material = new Material(
                home, options.cold(), inForce, lexicon, schools, model, encoder, blend, lessons, others, kept, test);
        Report report = Report.measure(material, shipped, judged, left);
        ModelCard card = new ModelCard(
                material,
                lexicon.terms().size(),
                Files.size(target.resolve(ModelFolder.MODEL)),
                tested.markdown(),
                cloaked.markdown(),
                later.markdown(),
                calibrated,
                report);
        Files.writeString(home.resolve("docs/model-card.md"), card.markdown());
        out.println("\n## Ordinary posts\n\n" + report.ordinary());
        out.println("\n## Ablation\n\n" + report.ablation());
    }

    private List<Trainer.Seen> seen(List<Example> examples) {
        return examples.stream().map(example -> Trainer.Seen.of(blank, example)).toList();
    }

    /** COLD's posts that no model was taught as ordinary, each with a school put in. */
    private List<Post> ordinary(Path cold) throws IOException {
        List<Example> train = Examples.cold(cold.resolve("train.csv"), schools, 1, true, SEED);
        List<Example> dev = Examples.cold(cold.resolve("dev.csv"), schools, 1, true, SEED);
        return Stream.concat(train.stream().skip(COLD_ROWS), dev.stream())
                .map(Example::post)
                .toList();
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
