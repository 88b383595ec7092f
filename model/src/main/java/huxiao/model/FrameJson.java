package huxiao.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A threat frame as programs outside read it; docs/formats.md describes the form. Same frame, same bytes. */
public final class FrameJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FrameJson() {}

    /** The frame; JSON's null where no act was found. What the text does not say has no key. */
    public static JsonNode of(ThreatFrame frame) {
        if (frame.act().isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode node = NODES.objectNode();
        put(node, "actor", frame.actor());
        node.put("person", frame.person().name().toLowerCase(Locale.ROOT));
        node.put("staff", frame.staff());
        put(node, "act", frame.act());
        put(node, "means", frame.means());
        put(node, "target", frame.target());
        put(node, "place", frame.place());
        ArrayNode times = node.putArray("times");
        for (TimeWindow window : frame.times()) {
            times.add(span(window.words())
                    .put("from", window.from().toString())
                    .put("to", window.to().toString()));
        }
        ArrayNode modes = node.putArray("modes");
        for (ThreatFrame.Mode mode : frame.modes()) {
            modes.add(mode.name().toLowerCase(Locale.ROOT));
        }
        return node.put("parser", frame.parser());
    }

    private static void put(ObjectNode node, String key, Span span) {
        if (!span.isEmpty()) {
            node.set(key, span(span));
        }
    }

    private static ObjectNode span(Span span) {
        return NODES.objectNode()
                .put("field", span.field().wireName())
                .put("start", span.start())
                .put("end", span.end())
                .put("text", span.text());
    }
}
