package huxiao.server.demo;

import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a careful officer would make of a post, one line of {@code config/demo/truth.jsonl}. */
record DemoTruth(String k, Level level, List<Category> categories, Stance stance, List<String> schools, String event) {
    /** The folder {@code config/demo} of the repository. */
    static final Path CONFIG = Path.of(System.getProperty("huxiao.home"), "config", "demo");

    static List<DemoTruth> readAll() throws IOException {
        return Files.readAllLines(CONFIG.resolve("truth.jsonl")).stream()
                .map(line -> Json.read(line, DemoTruth.class))
                .toList();
    }
}
