package huxiao.bench.report;

import huxiao.analysis.Judge;
import huxiao.bench.train.Example;
import huxiao.bench.train.Examples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The measured sections of the model card beside the plain figures, in Markdown.
 *
 * @param reliability how far probabilities can be believed
 * @param ordinary alarms over ordinary posts
 * @param diversity of the training rows
 * @param groups districts and dialects
 * @param linking schools
 * @param speed of each stage
 * @param ablation what each part adds
 */
public record Report(
        String reliability,
        String ordinary,
        String diversity,
        String groups,
        String linking,
        String speed,
        String ablation) {
    private static final long SEED = 79;

    /**
     * Measures everything; writes docs/reliability.svg.
     *
     * @param material models and texts
     * @param shipped the judge that ships
     * @param test the test part as it judges it
     * @param kept the calibration part likewise
     */
    public static Report measure(Material material, Remembered shipped, List<Judged> test, List<Judged> kept)
            throws IOException {
        Judge judge = material.judge();
        Models models = new Models(judge, material.encoder().isPresent(), material.blend(), material.kept());
        String reliability = new ReliabilitySection(models, test).write(material.home());
        String ordinary = new OrdinaryPosts(
                        judge,
                        material.schools(),
                        material.cold(),
                        material.ordinary().size(),
                        Examples.rows(material.home().resolve("bench/data/everyday")),
                        test)
                .markdown();
        List<String> rows = new ArrayList<>();
        material.lessons().forEach(example -> rows.add(example.text()));
        material.kept().forEach(example -> rows.add(example.text()));
        List<String> cold = new ArrayList<>(ColdTexts.read(material.cold().resolve("train.csv")));
        cold.addAll(ColdTexts.read(material.cold().resolve("dev.csv")));
        String diversity = DiversitySection.of(rows, cold);
        String groups = GroupsSection.of(material.home(), material.schools(), test, kept);
        String ablation = new AblationSection(material, shipped, models, AblationFile.read(material.home())).markdown();
        String linking = LinkingSection.of(material.home());
        List<Example> dev = Examples.cold(material.cold().resolve("dev.csv"), material.schools(), 1, true, SEED);
        String speed = new SpeedSection(judge, material.encoder()).of(dev, material.test());
        return new Report(reliability, ordinary, diversity, groups, linking, speed, ablation);
    }
}
