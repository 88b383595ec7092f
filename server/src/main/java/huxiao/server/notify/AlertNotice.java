package huxiao.server.notify;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a mail needs of a frozen payload. */
record AlertNotice(
        Level level,
        AlertStatus status,
        List<Category> categories,
        List<Place> schools,
        String title,
        String text,
        String url,
        Instant publishedAt,
        int copies,
        String mergedInto) {
    AlertNotice {
        categories = List.copyOf(categories);
        schools = List.copyOf(schools);
    }

    /** A school as people call it. */
    record Place(String name, String district) {}

    /**
     * Reads a payload.
     *
     * @throws IllegalArgumentException when it isn't the payload of an alert
     */
    static AlertNotice of(String payload) {
        JsonNode data = Json.tree(payload);
        List<Category> categories = new ArrayList<>();
        data.path("categories").forEach(each -> categories.add(Category.of(each.asText())));
        List<Place> schools = new ArrayList<>();
        data.path("schools")
                .forEach(each -> schools.add(new Place(
                        each.path("name").asText(), each.path("district").asText())));
        JsonNode post = data.path("post");
        return new AlertNotice(
                Level.valueOf(data.path("level").asText()),
                AlertStatus.of(data.path("status").asText()),
                categories,
                schools,
                post.path("title").asText(),
                post.path("text").asText(),
                post.path("url").asText(),
                Instant.parse(post.path("publishedAt").asText()),
                data.path("copies").asInt(1),
                data.path("mergedInto").asText(""));
    }
}
