package huxiao.bench.train;

import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.bench.cloak.CloakedRecall;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The figures below which no build may fall, measured on the frozen test part.
 *
 * @param precision of what police are told
 * @param recall of what police must be told
 * @param criticism views and complaints told to police
 * @param cloaked share of police-tier texts found with their danger words hidden
 */
public record Gate(double precision, double recall, int criticism, double cloaked) {
    /** Where the committed figures stand, below the repository. */
    public static final String FILE = "bench/data/gate.properties";

    private static final double UNIT = 1000;

    /** Measures a judge. */
    public static Gate of(Judge judge, Lexicon lexicon, List<Example> test) {
        Figures figures = new Figures().add(judge, test);
        return of(figures, CloakedRecall.of(judge, lexicon, test));
    }

    static Gate of(Figures figures, CloakedRecall cloaked) {
        return new Gate(
                down(figures.police().precision().share()),
                down(figures.police().recall().share()),
                figures.criticismToPolice(),
                down(cloaked.overall()));
    }

    /** Reads the committed figures. */
    public static Gate read(Path home) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve(FILE))) {
            file.load(reader);
        }
        return new Gate(
                Double.parseDouble(file.getProperty("police.precision")),
                Double.parseDouble(file.getProperty("police.recall")),
                Integer.parseInt(file.getProperty("criticism.to.police")),
                Double.parseDouble(file.getProperty("cloaked.recall")));
    }

    void write(Path home) throws IOException {
        String lines = String.format(
                Locale.ROOT,
                "# Written by the training; no build may fall below.%n"
                        + "police.precision = %.3f%npolice.recall = %.3f%ncriticism.to.police = %d%ncloaked.recall = %.3f%n",
                precision,
                recall,
                criticism,
                cloaked);
        Files.writeString(home.resolve(FILE), lines, StandardCharsets.UTF_8);
    }

    private static double down(double share) {
        return Math.floor(share * UNIT) / UNIT;
    }
}
