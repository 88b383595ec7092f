package huxiao.bench.linking;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A post with the schools that are right for it.
 *
 * @param kind what makes it easy or hard
 * @param post title, text, place of the source
 * @param danger whether it tells of danger; empty where that changes nothing
 * @param schools codes, none for a post that links to nothing
 */
record LinkedPost(String kind, Post post, Optional<Boolean> danger, Set<String> schools) {
    LinkedPost {
        schools = Set.copyOf(schools);
    }

    /**
     * Rows of a file of JSON Lines: {@code kind}, {@code text}, {@code schools}, optionally {@code title}, {@code place},
     * {@code sourceSchool}, {@code danger}.
     *
     * @throws IllegalArgumentException naming file and line of the first fault
     */
    static List<LinkedPost> read(Path file) throws IOException {
        List<LinkedPost> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            try {
                rows.add(of(Json.tree(line)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + (rows.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return rows;
    }

    private static LinkedPost of(JsonNode row) {
        if (row.path("text").asText().isEmpty() || !row.path("schools").isArray()) {
            throw new IllegalArgumentException("required: kind, text, schools");
        }
        String title = row.path("title").asText("");
        String text = row.path("text").asText();
        Set<String> schools = new TreeSet<>();
        row.path("schools").forEach(code -> schools.add(code.asText()));
        Post post = new Post(
                PostIds.of("linking", title, text),
                PostIds.version(title, text),
                "",
                "",
                title,
                text,
                "",
                row.path("place").asText(""),
                row.path("sourceSchool").asText(""),
                Instant.EPOCH,
                Instant.EPOCH);
        Optional<Boolean> danger =
                row.has("danger") ? Optional.of(row.path("danger").asBoolean()) : Optional.empty();
        return new LinkedPost(row.path("kind").asText(), post, danger, schools);
    }
}
