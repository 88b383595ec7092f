package huxiao.bench.speed;

import com.hankcs.hanlp.tokenizer.StandardTokenizer;
import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.model.Post;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The screen beside HanLP's standard segmentation, alternately in one run on one thread over the same texts: COLD's dev part
 * (thu-coai/COLDataset) as it is, and with the name of a school of the demo city put in front of each text. Argument: the folder
 * that holds {@code dev.csv}. Counts processor time, so that other processes do not matter; a round's ratio is of neighbours.
 */
public final class ScreenSpeed {
    private static final int WARMING = 10;
    private static final int ROUNDS = 7;
    private static final long SEED = 79;

    private final PrintStream out;
    private final Judge judge;
    /** What was computed, so that nothing is optimised away. */
    private long seen;

    private ScreenSpeed(PrintStream out, Judge judge) {
        this.out = out;
        this.judge = judge;
    }

    /** Runs the comparison; exit 2 on wrong use. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1 || !Files.isReadable(Path.of(arguments[0], "dev.csv"))) {
            out.println("usage: ScreenSpeed FOLDER   (FOLDER holds dev.csv of github.com/thu-coai/COLDataset)");
            System.exit(2);
        }
        Schools schools = SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv"));
        Judge judge =
                Judge.load(AnalysisSettings.defaults(), ConfigFiles.builtIn().dir(), schools);
        List<String> texts = texts(Path.of(arguments[0], "dev.csv"));
        ScreenSpeed speed = new ScreenSpeed(out, judge);
        speed.compare("as they are", texts);
        speed.compare("with a school", withSchools(texts, schools.all()));
        out.println("(checksum " + speed.seen + ")");
    }

    private void compare(String name, List<String> texts) {
        List<Post> posts = texts.stream().map(ScreenSpeed::post).toList();
        double[] hanlp = new double[ROUNDS];
        double[] screen = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            double segmenting = seconds(() -> texts.forEach(
                    text -> seen += StandardTokenizer.segment(text).size()));
            double screening = seconds(
                    () -> posts.forEach(post -> seen += judge.screen(post).worthAssessing() ? 1 : 0));
            if (round >= 0) {
                hanlp[round] = texts.size() / segmenting;
                screen[round] = texts.size() / screening;
                ratio[round] = segmenting / screening;
            }
        }
        out.printf(
                Locale.ROOT,
                "%d texts %s: HanLP StandardTokenizer %.0f posts/s, screen %.0f posts/s, ratio %.1f (median of %d rounds; ratios %.1f to %.1f)%n",
                texts.size(),
                name,
                median(hanlp),
                median(screen),
                median(ratio),
                ROUNDS,
                Arrays.stream(ratio).min().orElseThrow(),
                Arrays.stream(ratio).max().orElseThrow());
    }

    private static double seconds(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<String> texts(Path csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<String> texts = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                texts.add(row.get("TEXT"));
            }
        }
        return texts;
    }

    private static List<String> withSchools(List<String> texts, List<School> schools) {
        Random random = new Random(SEED);
        return texts.stream()
                .map(text -> schools.get(random.nextInt(schools.size())).name() + "，" + text)
                .toList();
    }

    private static Post post(String text) {
        return new Post("p", "v", "", "", "", text, "", "", "", Instant.EPOCH, Instant.EPOCH);
    }
}
