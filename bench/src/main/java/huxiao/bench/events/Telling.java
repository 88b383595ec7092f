package huxiao.bench.events;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.analysis.Judge;
import huxiao.analysis.Judgement;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.register.AlertMember;
import huxiao.streaming.group.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One post's telling of an event, as the stream would see it. Every post counts, whether or not the judge raises an alert for it: the
 * question is which posts belong together.
 *
 * @param event the event it tells of
 * @param member the post as grouping knows it; its alert is empty
 */
record Telling(String event, AlertMember member) {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /**
     * The tellings of a file of JSON Lines: {@code event}, {@code school} (whose code is not used, since linking is measured
     * elsewhere: it is given to the post), {@code hour} of publication, {@code text}.
     */
    static List<Telling> read(Path file, Judge judge) throws IOException {
        List<Telling> tellings = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            tellings.add(of(Json.tree(line), judge));
        }
        return tellings;
    }

    private static Telling of(JsonNode row, Judge judge) {
        String text = row.path("text").asText();
        Instant at = START.plusSeconds(Math.round(row.path("hour").asDouble() * 3600));
        String id = PostIds.of("events", "", text);
        Post post = new Post(id, PostIds.version("", text), "", "", "", text, "", "", "", at, at);
        Judgement judgement = judge.judge(post);
        Category category = judgement.assessment().mainCategory().orElseGet(() -> likeliest(judgement));
        Likeness likeness = new Likeness(Fingerprint.of("", text), judgement.vector());
        List<String> schools = List.of(row.path("school").asText());
        return new Telling(row.path("event").asText(), new AlertMember("", id, likeness, category, schools, at, true));
    }

    private static Category likeliest(Judgement judgement) {
        return judgement.assessment().probabilities().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
