package huxiao.bench.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Figures that need what the default build does not have, kept between runs in {@code bench/data/ablation.properties}. */
public final class AblationFile {
    /** A small head on the encoder as it was published. */
    public static final String FROZEN = "frozen";
    /** The judge with a dependency parser. */
    public static final String DEPENDENCIES = "dependencies";

    private static final String FILE = "bench/data/ablation.properties";

    private static final String HEAD = """
            # Measured apart from the training; docs/model-card.md says how.
            # police, alert = hits false-alarms misses; criticism, cloaked = hits of-how-many; rows learnt from; micros a post
            """;

    private final Path file;
    private final Properties figures = new Properties();

    private AblationFile(Path file) {
        this.file = file;
    }

    /** The figures on file; none where there is no file. */
    public static AblationFile read(Path home) throws IOException {
        AblationFile ablation = new AblationFile(home.resolve(FILE));
        if (Files.exists(ablation.file)) {
            try (Reader reader = Files.newBufferedReader(ablation.file, StandardCharsets.UTF_8)) {
                ablation.figures.load(reader);
            }
        }
        return ablation;
    }

    /** A way's figures, where they were measured. */
    public Optional<Variant> variant(String name) {
        if (!figures.containsKey(name + ".rows")) {
            return Optional.empty();
        }
        return Optional.of(new Variant(
                tally(name + ".police"),
                tally(name + ".alert"),
                interval(name + ".criticism"),
                interval(name + ".cloaked"),
                Double.parseDouble(figures.getProperty(name + ".micros"))));
    }

    /** On how many training rows a way's models stood when it was measured. */
    int rows(String name) {
        return Integer.parseInt(figures.getProperty(name + ".rows"));
    }

    /** Puts a way's figures in and writes the file. */
    public void write(String name, Variant variant, int rows) throws IOException {
        figures.setProperty(name + ".rows", String.valueOf(rows));
        put(name + ".police", variant.police());
        put(name + ".alert", variant.alert());
        put(name + ".criticism", variant.criticism());
        put(name + ".cloaked", variant.cloaked());
        figures.setProperty(name + ".micros", String.format(Locale.ROOT, "%.0f", variant.micros()));
        TreeMap<String, String> sorted = new TreeMap<>();
        figures.stringPropertyNames().forEach(key -> sorted.put(key, figures.getProperty(key)));
        StringBuilder lines = new StringBuilder(HEAD);
        sorted.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    private void put(String key, Tally tally) {
        figures.setProperty(key, tally.hits() + " " + tally.falseAlarms() + " " + tally.misses());
    }

    private void put(String key, Interval interval) {
        figures.setProperty(key, interval.hits() + " " + interval.of());
    }

    private Tally tally(String key) {
        int[] numbers = numbers(key);
        return new Tally(numbers[0], numbers[1], numbers[2]);
    }

    private Interval interval(String key) {
        int[] numbers = numbers(key);
        return new Interval(numbers[0], numbers[1]);
    }

    private int[] numbers(String key) {
        return Arrays.stream(figures.getProperty(key).trim().split(" +"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
