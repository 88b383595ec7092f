package huxiao.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.model.Alert;
import huxiao.model.FrameJson;
import huxiao.model.Json;
import huxiao.model.Reason;
import huxiao.model.School;
import huxiao.model.Schools;
import java.time.Instant;
import java.util.List;

/**
 * The body of a delivery, in the shape that Standard Webhooks recommends: {@code type}, {@code timestamp}, {@code data}. It
 * holds the masked text and the school's context, never the author's key; a retraction holds no text at all.
 */
final class DeliveryMessage {
    /** Keeps a body within the 20 kB that receivers can be relied on to take. */
    private static final int MAX_TEXT = 3000;

    private static final int MAX_REASONS = 10;

    private DeliveryMessage() {}

    static String json(DeliveryEvent event, Alert alert, Schools schools, Instant at) {
        ObjectNode message = Json.mapper().createObjectNode();
        message.put("type", event.wireName());
        message.put("timestamp", at.toString());
        ObjectNode data = message.putObject("data");
        data.put("id", alert.id());
        data.put("revision", alert.revision());
        data.put("status", alert.status().wireName());
        data.put("level", alert.level().name());
        ArrayNode categories = data.putArray("categories");
        alert.categories().forEach(category -> categories.add(category.wireName()));
        data.put("stance", alert.stance().wireName());
        ArrayNode routes = data.putArray("routes");
        alert.routes().forEach(route -> routes.add(route.wireName()));
        add(data.putArray("schools"), alert.schools(), schools);
        add(data.putArray("candidates"), alert.candidates(), schools);
        data.put("mergedInto", alert.mergedInto());
        data.put("copies", alert.copies());
        data.put("firstSeen", alert.firstSeen().toString());
        data.put("lastSeen", alert.lastSeen().toString());
        data.put("source", alert.post().source());
        data.put("url", alert.post().url());
        data.put("publishedAt", alert.post().publishedAt().toString());
        data.put("collectedAt", alert.post().collectedAt().toString());
        if (event != DeliveryEvent.RETRACTED) {
            data.put("title", Storable.cut(alert.post().title(), MAX_TEXT));
            data.put("text", Storable.cut(alert.post().text(), MAX_TEXT));
            ArrayNode reasons = data.putArray("reasons");
            alert.reasons().stream().limit(MAX_REASONS).forEach(reason -> add(reasons, reason));
            data.set("frame", FrameJson.of(alert.insight().frame()));
        }
        return Json.write(message);
    }

    private static void add(ArrayNode list, Reason reason) {
        list.addObject()
                .put("field", reason.span().field().wireName())
                .put("start", reason.span().start())
                .put("end", reason.span().end())
                .put("text", reason.span().text())
                .put("reason", reason.reason())
                .put("weight", reason.weight());
    }

    private static void add(ArrayNode list, List<String> codes, Schools schools) {
        for (String code : codes) {
            ObjectNode entry = list.addObject().put("code", code);
            schools.byCode(code).ifPresent(school -> add(entry, school));
        }
    }

    private static void add(ObjectNode entry, School school) {
        entry.put("name", school.name())
                .put("district", school.district())
                .put("street", school.street())
                .put("policeUnit", school.policeUnit())
                .put("educationBureau", school.educationBureau())
                .put("pupils", school.pupils())
                .put("boarders", school.boarders());
        if (!Double.isNaN(school.latitude()) && !Double.isNaN(school.longitude())) {
            entry.put("latitude", school.latitude()).put("longitude", school.longitude());
        }
    }
}
