package huxiao.server.api;

import huxiao.register.AlertEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One step in an alert's life; the person is empty where the program did it. */
@Schema(name = "AlertEvent")
public record EventView(int revision, Instant at, String person, String action, String note) {
    static EventView of(AlertEvent event) {
        return new EventView(
                event.revision(), event.at(), event.person(), event.action().wireName(), event.note());
    }
}
