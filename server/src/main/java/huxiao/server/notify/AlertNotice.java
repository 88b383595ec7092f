package huxiao.server.notify;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.SchoolLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a mail needs of a frozen payload. Title, text and windows are empty in a retraction. */
record AlertNotice(
        Level level,
        AlertStatus status,
        List<Category> categories,
        List<Place> schools,
        List<Place> candidates,
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
        candidates = List.copyOf(candidates);
        windows = List.copyOf(windows);
    }

    /**
     * A school as people call it.
     *
     * @param near the place that the post names instead of the school, empty when it names the school or in a retraction
     * @param metres from there to the school; {@link SchoolLink#NAMED} when it names the school
     */
    record Place(String name, String district, String near, int metres) {
        boolean isDerived() {
            return metres != SchoolLink.NAMED;
        }
    }

    /** When something is said to happen; the author's words for it stand in the text. */
    record Window(Instant from, Instant to) {}

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
        List<Place> candidates = new ArrayList<>();
        data.path("candidates").forEach(each -> candidates.add(place(each)));
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
                candidates,
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
        JsonNode near = school.path("near");
        return new Place(
                school.path("name").asText(code),
                school.path("district").asText(),
                near.path("place").asText(),
                near.path("metres").asInt(SchoolLink.NAMED));
    }
}
