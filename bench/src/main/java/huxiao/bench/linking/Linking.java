package huxiao.bench.linking;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.model.Schools;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.PlacesCsv;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the linking of schools as the whole program does it: {@code Linking HOME [tune|held-out|last] [faults]}. A post counts as
 * right when exactly the right schools are linked.
 */
public final class Linking {
    /** What weights and patterns were chosen on; what they were first measured on; what was written after the last change of them. */
    private static final List<String> PARTS = List.of("tune", "held-out", "last");

    private Linking() {}

    /** Runs the command; exit 2 on wrong use. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> given = List.of(arguments);
        if (given.isEmpty() || !Files.isDirectory(Path.of(given.get(0), "bench/data/linking"))) {
            out.println("usage: Linking HOME [tune|held-out|last] [faults]");
            System.exit(2);
        }
        for (String part : PARTS) {
            if (given.contains(part) || PARTS.stream().noneMatch(given::contains)) {
                LinkingFigures figures = measure(Path.of(given.get(0)), part);
                out.println("## " + part + "\n\n" + figures.markdown());
                if (given.contains("faults")) {
                    figures.faults().forEach(out::println);
                }
            }
        }
    }

    /** The figures of one part of the posts, by the judge that ships. */
    public static LinkingFigures measure(Path home, String part) throws IOException {
        Path config = home.resolve("config");
        Path data = home.resolve("bench/data/linking");
        AnalysisSettings settings = AnalysisSettings.from(
                ConfigNode.read(config.resolve("huxiao.yaml")).section("analysis"));
        LinkingFigures figures = new LinkingFigures();
        for (String city : List.of("canglan", "qichuan")) {
            Path schoolsFile =
                    city.equals("canglan") ? config.resolve("schools.csv") : data.resolve(city + "-schools.csv");
            Schools schools = SchoolsCsv.read(schoolsFile);
            Judge judge = Judge.load(
                    settings,
                    config,
                    schools,
                    city.equals("canglan") ? PlacesCsv.beside(schoolsFile, schools) : List.of());
            for (LinkedPost post : LinkedPost.read(data.resolve(city + "-" + part + ".jsonl"))) {
                figures.add(post, judge.assessBriefly(post.post()));
            }
        }
        return figures;
    }
}
