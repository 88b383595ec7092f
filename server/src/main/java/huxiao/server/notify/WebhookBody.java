package huxiao.server.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.model.Json;
import huxiao.register.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The body of a webhook: the message that the register froze ({@code type}, {@code timestamp}, {@code data}) with {@code
 * data.links} added, which only this side knows. The same delivery gives the same bytes.
 *
 * @param base address of the console as receivers reach it
 */
record WebhookBody(URI base) {
    byte[] of(Delivery delivery) {
        JsonNode message = Json.tree(delivery.payload());
        if (!(message.path("data") instanceof ObjectNode data)) {
            throw new IllegalArgumentException("delivery " + delivery.id() + ": the payload holds no object 'data'");
        }
        AlertLinks links = AlertLinks.of(base, delivery.alertId());
        data.putObject("links").put("console", links.console()).put("acknowledge", links.acknowledge());
        return Json.write(message).getBytes(StandardCharsets.UTF_8);
    }
}
