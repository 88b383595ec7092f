package huxiao.server.notify;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a mail needs of a frozen payload. Title, text and windows are empty in a retraction. */
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
        String mergedInto,
        List<Window> windows) {
    AlertNotice {
        categories = List.copyOf(categories);
        schools = List.copyOf(schools);
        windows = List.copyOf(windows);
    }

    /** When something is said to happen; the author's words for it stand in the text. */
    record Window(Instant from, Instant to) {}

    /** A school as people call it. */
    record Place(String name, String district) {}

    /**
     * Reads a payload.
     *
     * @throws IllegalArgumentException when it isn't the payload of an alert
     */
    static AlertNotice of(String payload) {
        JsonNode data = Json.tree(payload).path("data");
        List<Category> categories = new ArrayList<>();
        data.path("categories").forEach(each -> categories.add(Category.of(each.asText())));
        List<Place> schools = new ArrayList<>();
        data.path("schools").forEach(each -> schools.add(place(each)));
        List<Window> windows = new ArrayList<>();
        data.path("frame")
                .path("times")
                .forEach(each -> windows.add(new Window(
                        Instant.parse(each.path("from").asText()),
                        Instant.parse(each.path("to").asText()))));
        return new AlertNotice(
                Level.valueOf(data.path("level").asText()),
                AlertStatus.of(data.path("status").asText()),
                categories,
                schools,
                data.path("title").asText(),
                data.path("text").asText(),
                data.path("url").asText(),
                Instant.parse(data.path("publishedAt").asText()),
                data.path("copies").asInt(1),
                data.path("mergedInto").asText(),
                windows);
    }

    /** A school that has left the register since is known by its code alone. */
    private static Place place(JsonNode school) {
        String code = school.path("code").asText();
        return new Place(
                school.path("name").asText(code), school.path("district").asText());
    }
}
