package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** How differences of models are printed for people. */
final class ShadowText {
    private ShadowText() {}

    /** The counts, one a line. */
    static String summary(JsonNode summary) {
        StringBuilder text = new StringBuilder();
        text.append("model ").append(summary.get("model").asText()).append('\n');
        text.append("judged by both ").append(summary.get("judged").asLong()).append('\n');
        text.append("differing ").append(summary.get("differing").asLong()).append('\n');
        text.append("new police ").append(summary.get("newPolice").asLong()).append('\n');
        text.append("lost police ").append(summary.get("lostPolice").asLong());
        summary.get("moves").forEach(move -> text.append('\n')
                .append(move.get("before").asText())
                .append(" -> ")
                .append(move.get("after").asText())
                .append("  ")
                .append(move.get("posts").asLong()));
        return text.toString();
    }

    /** One difference on one line. */
    static String difference(JsonNode difference) {
        return String.join(
                "  ",
                difference.get("publishedAt").asText(),
                difference.get("before").asText() + " -> "
                        + difference.get("after").asText(),
                orDash(difference.get("categoryBefore").asText()) + " -> "
                        + orDash(difference.get("categoryAfter").asText()),
                difference.get("id").asText().replaceAll("\\p{Cntrl}+", " "),
                difference.get("excerpt").asText().replaceAll("\\p{Cntrl}+", " "));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
