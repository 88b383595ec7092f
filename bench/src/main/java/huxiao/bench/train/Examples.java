package huxiao.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stance;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads labelled texts: our own rows (JSON Lines) and COLD's (CSV). */
public final class Examples {
    private Examples() {}

    /**
     * Rows of {@code train-*.jsonl} in a folder: text, level, categories, topic, optionally title and stance.
     *
     * @throws IllegalArgumentException naming file and line of the first fault
     */
    public static List<Example> rows(Path folder) throws IOException {
        List<Example> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                rows.addAll(file(file));
            }
        }
        return rows;
    }

    /**
     * The rows of one file.
     *
     * @throws IllegalArgumentException naming file and line of the first fault
     */
    public static List<Example> file(Path file) throws IOException {
        List<Example> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            try {
                rows.add(row(Json.tree(line)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
            }
        }
        return rows;
    }

    private static Example row(JsonNode tree) {
        List<Category> categories = new ArrayList<>();
        for (JsonNode category : tree.path("categories")) {
            categories.add(Category.of(category.asText()));
        }
        return new Example(
                tree.path("title").asText(""),
                tree.path("text").asText(),
                Level.valueOf(tree.path("level").asText().toUpperCase(Locale.ROOT)),
                categories,
                tree.has("stance") ? Optional.of(Stance.of(tree.path("stance").asText())) : Optional.empty(),
                tree.path("topic").asText(),
                tree.has("criticism") ? Optional.of(tree.path("criticism").asBoolean()) : Optional.empty(),
                Optional.empty(),
                1);
    }

    /**
     * COLD's rows as ordinary posts, every second one with the name of a school put in; where the name goes and which it is comes
     * from the seed. Offensive is not dangerous: rows labelled 1 count as ordinary too.
     *
     * @param everywhere whether every row gets a school
     */
    public static List<Example> cold(Path csv, Schools schools, double weight, boolean everywhere, long seed)
            throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Random random = new Random(seed);
        List<School> all = schools.all();
        List<Example> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                String text = row.get("TEXT");
                School school = all.get(random.nextInt(all.size()));
                boolean named = everywhere || random.nextBoolean();
                String place = named ? withSchool(text, school.name(), random) : text;
                boolean offensive = row.get("label").equals("1");
                rows.add(new Example(
                        "",
                        place,
                        Level.NONE,
                        List.of(),
                        Optional.empty(),
                        "cold",
                        Optional.empty(),
                        Optional.of(offensive),
                        weight));
            }
        }
        return rows;
    }

    private static String withSchool(String text, String school, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> school + "，" + text;
            case 1 -> text + " " + school;
            case 2 -> "在" + school + "，" + text;
            default -> text + "（" + school + "）";
        };
    }
}
