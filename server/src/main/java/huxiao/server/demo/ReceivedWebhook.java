package huxiao.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.model.Json;
import java.time.Instant;
import java.util.Objects;

/**
 * A delivery that the receiver accepted, one line of {@code data/demo-received.jsonl}.
 *
 * @param id header webhook-id
 * @param receivedAt when it came
 * @param repeat how often the same id had come before; 0 for the first time
 * @param body what was delivered, any JSON
 */
public record ReceivedWebhook(String id, Instant receivedAt, int repeat, JsonNode body) {
    private static final int EXCERPT = 80;

    public ReceivedWebhook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(body, "body");
    }

    /** What happened, such as {@code alert.raised}; empty when the body does not say. */
    public String type() {
        return body.path("type").asText("");
    }

    /** Level of the alert; empty when the body does not say. */
    public String level() {
        return body.path("data").path("level").asText("");
    }

    /** Names of the schools, parted by 、; empty when there are none. */
    public String schools() {
        StringBuilder names = new StringBuilder();
        for (JsonNode school : body.path("data").path("schools")) {
            names.append(names.isEmpty() ? "" : "、").append(school.path("name").asText());
        }
        return names.toString();
    }

    /** The beginning of the post; empty when there is none. */
    public String excerpt() {
        JsonNode post = body.path("data").path("post");
        String text = (post.path("title").asText("") + " " + post.path("text").asText("")).strip();
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    /** The page on which a person goes on from here; empty when the body does not say. */
    public String link() {
        String link = body.path("data").path("links").path("console").asText("");
        return link.startsWith("http://") || link.startsWith("https://") ? link : "";
    }

    /** One line for a terminal: what an author wrote cannot steer it. */
    String consoleLine() {
        String line = String.join(" ", "webhook", type(), level(), schools(), excerpt(), link());
        return line.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** As one line of JSON. */
    String jsonLine() {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("receivedAt", receivedAt.toString())
                .put("repeat", repeat)
                .<ObjectNode>set("body", body)
                .toString();
    }
}
