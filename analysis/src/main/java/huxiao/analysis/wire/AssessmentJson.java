package huxiao.analysis.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.FrameJson;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.SchoolLink;
import huxiao.model.Span;

/** An assessment as one line of JSON. Same assessment, same bytes. */
public final class AssessmentJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double UNIT = 10_000;

    private AssessmentJson() {}

    /** The line for a judged post; probabilities are rounded to four digits, offsets are UTF-16 units of the field they name. */
    public static String line(Post post, Assessment assessment) {
        ObjectNode line = NODES.objectNode();
        line.put("id", post.id());
        line.put("level", assessment.level().name());
        line.put("police", assessment.level().isPolice());
        ArrayNode routes = line.putArray("routes");
        for (Route route : assessment.routes()) {
            routes.add(route.wireName());
        }
        line.put("category", assessment.mainCategory().map(Category::wireName).orElse(null));
        ObjectNode categories = line.putObject("categories");
        for (Category category : Category.values()) {
            categories.put(category.wireName(), round(assessment.probabilities().getOrDefault(category, 0.0)));
        }
        line.put("stance", assessment.stance().wireName());
        line.put("score", assessment.score());
        line.put("bias", assessment.bias());
        ArrayNode schools = line.putArray("schools");
        for (SchoolLink link : assessment.schools()) {
            schools.add(school(link));
        }
        ArrayNode reasons = line.putArray("reasons");
        for (Reason reason : assessment.reasons()) {
            reasons.add(reason(reason));
        }
        line.set("frame", FrameJson.of(assessment.insight().frame()));
        return escapeLoneSurrogates(Json.write(line));
    }

    /** The line that stands in the place of one that was refused. */
    public static String refusal(long number, String error) {
        ObjectNode line = NODES.objectNode();
        line.putNull("id");
        line.put("line", number);
        line.put("error", error);
        return escapeLoneSurrogates(Json.write(line));
    }

    private static ObjectNode school(SchoolLink link) {
        ObjectNode node = NODES.objectNode();
        node.put("code", link.code());
        node.put("probability", round(link.probability()));
        Span mention = link.mention();
        if (!mention.isEmpty()) {
            node.put("mention", mention.text());
            node.put("field", mention.field().wireName());
            node.put("start", mention.start());
            node.put("end", mention.end());
        }
        return node;
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode node = NODES.objectNode();
        Span span = reason.span();
        node.put("field", span.field().wireName());
        node.put("start", span.start());
        node.put("end", span.end());
        node.put("text", span.text());
        node.put("reason", reason.reason());
        node.put("weight", reason.weight());
        return node;
    }

    private static double round(double value) {
        return Math.round(value * UNIT) / UNIT;
    }

    /** Half a pair has no form in UTF-8; as an escape it survives the way to the reader. */
    private static String escapeLoneSurrogates(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        int i = 0;
        while (i < json.length()) {
            int codePoint = json.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                escaped.append(String.format("\\u%04x", codePoint));
            } else {
                escaped.appendCodePoint(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return escaped.toString();
    }
}
