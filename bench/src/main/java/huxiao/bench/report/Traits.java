package huxiao.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.bench.train.Example;
import huxiao.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What rows say beside their labels: which schools are meant, which dialect is spoken. */
final class Traits {
    private record Row(List<String> schools, String dialect) {}

    private static final Row NONE = new Row(List.of(), "");

    private final Map<String, Row> rows = new HashMap<>();

    /** Reads every row of a folder's JSON Lines. */
    static Traits read(Path folder) throws IOException {
        Traits traits = new Traits();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    traits.add(Json.tree(line));
                }
            }
        }
        return traits;
    }

    private void add(JsonNode row) {
        List<String> schools = new ArrayList<>();
        row.path("schools").forEach(code -> schools.add(code.asText()));
        rows.put(
                key(row.path("title").asText(""), row.path("text").asText()),
                new Row(schools, row.path("dialect").asText("")));
    }

    /** Codes of the schools that a text means; none where it does not say. */
    List<String> schools(Example example) {
        return row(example).schools();
    }

    /** The dialect of a text; empty where it does not say. */
    String dialect(Example example) {
        return row(example).dialect();
    }

    private Row row(Example example) {
        return rows.getOrDefault(key(example.title(), example.text()), NONE);
    }

    private static String key(String title, String text) {
        return title + '\0' + text;
    }
}
