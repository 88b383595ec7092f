package huxiao.bench.report;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.analysis.frame.DependencyParser;
import huxiao.bench.train.Example;
import huxiao.bench.train.Examples;
import huxiao.bench.train.Split;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the shipped judge with the dependency parser on the class path, as the settings have it asked, on the test part:
 * {@code Dependencies HOME}. Writes its figures for the model card. The parser works in threads of its own, so that the time is that of the
 * whole process.
 */
public final class Dependencies {
    private static final double NANOS = 1000;

    private Dependencies() {}

    /** Runs the command; exit 2 on wrong use or where there is no parser. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1 || DependencyParser.installed().isEmpty()) {
            out.println("usage: Dependencies HOME   (with the profile corenlp, so that a parser is on the class path)");
            System.exit(2);
        }
        Path home = Path.of(arguments[0]);
        Path config = home.resolve("config");
        AnalysisSettings settings = AnalysisSettings.from(
                ConfigNode.read(config.resolve("huxiao.yaml")).section("analysis"));
        Judge judge = Judge.load(settings, config, SchoolsCsv.read(config.resolve("schools.csv")));
        List<Example> test = Examples.rows(home.resolve("bench/data/test"));
        Variant measured = Variant.measure(
                post -> Call.of(judge.assessBriefly(post).level()), Lexicon.read(config.resolve("lexicon")), test);
        long start = processNanos();
        test.forEach(example -> judge.assessBriefly(example.post()));
        Variant timed = measured.taking((processNanos() - start) / NANOS / test.size());
        long learnt = Examples.rows(home.resolve("bench/data/train")).stream()
                .filter(example -> !Split.isForCalibration(example))
                .count();
        AblationFile.read(home).write(AblationFile.DEPENDENCIES, timed, (int) learnt);
        Table table = Variant.table();
        timed.row(table, "shipped with CoreNLP's dependencies");
        out.println(table);
    }

    private static long processNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
