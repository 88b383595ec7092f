package huxiao.bench.frozen;

import ai.onnxruntime.OrtException;
import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Head;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.analysis.LinearModel;
import huxiao.analysis.encoder.Encoder;
import huxiao.bench.encoder.FineTune;
import huxiao.bench.report.AblationFile;
import huxiao.bench.report.TwoHeads;
import huxiao.bench.report.Variant;
import huxiao.bench.train.Example;
import huxiao.bench.train.Examples;
import huxiao.bench.train.Split;
import huxiao.model.Post;
import huxiao.model.Schools;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a logistic regression on the frozen encoder: {@code Frozen HOME COLD}, where HOME is the repository and COLD the folder with
 * COLD's {@code train.csv}. It learns from the rows that the fine-tuned encoder learns danger from and reads texts as that one does,
 * names of schools hidden, the first window alone. Writes its figures for the model card.
 */
public final class Frozen {
    private static final long SEED = 79;
    /** How much a row of COLD counts beside one of ours; as in the fine-tuning. */
    private static final double ORDINARY_WEIGHT = 0.5;

    private final Judge reader;
    private final PublishedEncoder encoder;

    private Frozen(Judge reader, PublishedEncoder encoder) {
        this.reader = reader;
        this.encoder = encoder;
    }

    /** Runs the measuring; exit 2 on wrong use. */
    public static void main(String[] args) throws IOException, OrtException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 2 || !Files.isRegularFile(Path.of(args[1]).resolve("train.csv"))) {
            out.println("usage: Frozen HOME COLD\nCOLD: the folder with train.csv of github.com/thu-coai/COLDataset");
            System.exit(2);
        }
        Path home = Path.of(args[0]);
        Schools schools = SchoolsCsv.read(home.resolve("config/schools.csv"));
        Lexicon lexicon = Lexicon.read(home.resolve("config/lexicon"));
        LinearModel blank = new LinearModel(new float[Head.COUNT], new int[0], new float[0]);
        Judge reader = Judge.with(AnalysisSettings.defaults(), lexicon, schools, blank);
        List<Example> rows = Examples.rows(home.resolve("bench/data/train"));
        List<Example> kept = Split.kept(rows, home);
        List<Example> lessons = new ArrayList<>(
                rows.stream().filter(row -> !Split.isForCalibration(row)).toList());
        int ours = lessons.size();
        lessons.addAll(Examples.cold(Path.of(args[1]).resolve("train.csv"), schools, ORDINARY_WEIGHT, false, SEED)
                .subList(0, FineTune.ORDINARY));
        try (PublishedEncoder encoder = new PublishedEncoder()) {
            Frozen frozen = new Frozen(reader, encoder);
            TwoHeads heads = TwoHeads.fit(lessons, frozen.embeddings(lessons), kept, frozen.embeddings(kept));
            Variant measured = Variant.measure(
                    post -> heads.call(frozen.embedding(post)),
                    lexicon,
                    Examples.rows(home.resolve("bench/data/test")));
            AblationFile.read(home).write(AblationFile.FROZEN, measured, ours);
            out.println("frozen encoder: police " + measured.police() + ", alert " + measured.alert());
        }
    }

    private List<float[]> embeddings(List<Example> examples) {
        return examples.stream().map(example -> embedding(example.post())).toList();
    }

    private float[] embedding(Post post) {
        return encoder.embedding(reader.tokens(post, Encoder.vocabulary()).get(0));
    }
}
