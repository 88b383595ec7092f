package huxiao.server.notify;

import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.register.Delivery;
import huxiao.register.DeliveryEvent;
import huxiao.register.DeliveryState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries to test senders with. */
final class Deliveries {
    private static final Instant CREATED = Instant.parse("2026-03-02T01:02:00Z");

    private Deliveries() {}

    static Delivery raised() {
        return of(DeliveryEvent.RAISED, "沧澜市第一中学", "有人带刀堵在一中门口", "快来人，刀很长");
    }

    static Delivery of(DeliveryEvent event, String school, String title, String text) {
        AlertStatus status = event == DeliveryEvent.RETRACTED ? AlertStatus.REJECTED : AlertStatus.UNVERIFIED;
        return of(event, status, List.of(school(school)), List.of(), title, text);
    }

    /** Taken back although it is open. */
    static Delivery takenBack() {
        return of(DeliveryEvent.RETRACTED, AlertStatus.VERIFIED, List.of(school("沧澜市第一中学")), List.of(), "", "");
    }

    private static Map<String, Object> school(String name) {
        return Map.of("code", "CL001", "name", name, "district", "运东区");
    }

    /** A raised alert about these schools, or perhaps about those. */
    static Delivery raised(List<Map<String, Object>> schools, List<Map<String, Object>> candidates) {
        return of(DeliveryEvent.RAISED, AlertStatus.UNVERIFIED, schools, candidates, "", "有人带刀");
    }

    private static Delivery of(
            DeliveryEvent event,
            AlertStatus status,
            List<Map<String, Object>> schools,
            List<Map<String, Object>> candidates,
            String title,
            String text) {
        boolean retracted = event == DeliveryEvent.RETRACTED;
        Map<String, Object> data = new HashMap<>(Map.of(
                "level",
                Level.RED,
                "status",
                status,
                "categories",
                List.of(Category.VIOLENCE_THREAT),
                "schools",
                schools,
                "candidates",
                candidates,
                "url",
                "http://127.0.0.2/t/1",
                "publishedAt",
                CREATED,
                "copies",
                3,
                "mergedInto",
                ""));
        if (!retracted) {
            data.put("title", title);
            data.put("text", text);
            data.put(
                    "frame",
                    Map.of("times", List.of(Map.of("from", CREATED, "to", CREATED.plusSeconds(1800), "text", "马上"))));
        }
        String payload = Json.write(Map.of("type", event, "timestamp", CREATED, "data", data));
        return new Delivery(
                "0123456789abcdef0123456789abcdef",
                "fedcba9876543210fedcba9876543210",
                1,
                "police",
                event,
                payload,
                DeliveryState.PENDING,
                1,
                CREATED,
                CREATED,
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }
}
