package huxiao.server.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.model.Json;
import huxiao.register.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The body of a webhook: {@code type}, {@code timestamp} (when the delivery was written) and {@code data}, the payload that the
 * register froze, with {@code data.links} added. The same delivery gives the same bytes.
 *
 * @param base address of the console as receivers reach it
 */
record WebhookBody(URI base) {
    byte[] of(Delivery delivery) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("type", delivery.event().wireName());
        body.put("timestamp", delivery.createdAt().toString());
        JsonNode payload = Json.tree(delivery.payload());
        if (!(payload instanceof ObjectNode data)) {
            throw new IllegalArgumentException("delivery " + delivery.id() + ": the payload is no JSON object");
        }
        AlertLinks links = AlertLinks.of(base, delivery.alertId());
        data.putObject("links").put("console", links.console()).put("acknowledge", links.acknowledge());
        body.set("data", data);
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
