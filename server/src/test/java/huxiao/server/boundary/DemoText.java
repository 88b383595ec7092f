package huxiao.server.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Stance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people of the demo city wrote, and what a careful officer makes of it.
 *
 * @param key stable key
 * @param author handle
 * @param title title, may be empty
 * @param text the text
 * @param level true level
 * @param stance true stance
 */
record DemoText(String key, String author, String title, String text, Level level, Stance stance) {
    private static final Path HOME = Path.of(System.getProperty("huxiao.home"), "config", "demo");

    /** Shorter handles are found by chance in any large file, in bytes of Latin letters up to five. */
    private static final Pattern TELLING = Pattern.compile("(?s)(?!\\p{ASCII}{0,5}$).{3,}");

    static List<DemoText> all() {
        Map<String, JsonNode> truth = new LinkedHashMap<>();
        read("truth.jsonl").forEach(row -> truth.put(row.path("k").asText(), row));
        return read("posts.jsonl").stream()
                .map(row -> of(row, truth.get(row.path("k").asText())))
                .toList();
    }

    /**
     * The authors' handles that stand in no title, no text and no line of the directory of schools (some offices write under their
     * own names), so that finding one means that the handle was kept.
     */
    static Set<String> handles() {
        List<DemoText> all = all();
        String written =
                all.stream().map(post -> post.title() + "\n" + post.text()).collect(Collectors.joining("\n"))
                        + directory();
        return all.stream()
                .map(DemoText::author)
                .filter(handle -> TELLING.matcher(handle).matches() && !written.contains(handle))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Post post() {
        Instant now = Instant.parse("2026-11-24T02:00:00Z");
        return new Post(
                key, PostIds.version(title, text), "demo", "http://demo/" + key, title, text, "", "", "", now, now);
    }

    private static DemoText of(JsonNode post, JsonNode truth) {
        return new DemoText(
                post.path("k").asText(),
                post.path("author").asText(),
                post.path("title").asText(),
                post.path("text").asText(),
                Level.valueOf(truth.path("level").asText()),
                Stance.of(truth.path("stance").asText()));
    }

    private static String directory() {
        try {
            return Files.readString(HOME.resolve("../schools.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> read(String name) {
        try {
            return Files.readAllLines(HOME.resolve(name)).stream()
                    .filter(line -> !line.isBlank())
                    .map(Json::tree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
