package huxiao.server.run;

import huxiao.analysis.Masking;
import huxiao.model.AuthorKeys;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.register.DecidedAlert;
import huxiao.streaming.group.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision as rows to learn from, in the form of {@code bench/data/train}. What a person rejected is NONE, criticism that had been
 * taken for danger above all. A row holds words and labels: no author, no address, no id.
 *
 * @param topic the same for all rows of an alert, so that no split parts them; a keyed hash that leads back to nothing
 * @param json the row as one line
 */
record FeedbackRow(String topic, String json) {
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    /**
     * The rows of an alert, its copies written once.
     *
     * @param secret keys the topic
     * @param copyDistance at most so many of 64 fingerprint bits differ between copies
     */
    static List<FeedbackRow> of(DecidedAlert alert, String secret, int copyDistance) {
        String topic = topic(alert.id(), secret);
        List<FeedbackRow> rows = new ArrayList<>();
        List<DecidedAlert.Text> written = new ArrayList<>();
        for (DecidedAlert.Text post : alert.texts()) {
            DecidedAlert.Text masked = new DecidedAlert.Text(Masking.mask(post.title()), Masking.mask(post.text()));
            boolean isEmpty = masked.title().isBlank() && masked.text().isBlank();
            if (!isEmpty && written.stream().noneMatch(other -> isCopy(masked, other, copyDistance))) {
                written.add(masked);
                rows.add(new FeedbackRow(topic, row(alert, masked, topic)));
            }
        }
        return rows;
    }

    private static String topic(String alertId, String secret) {
        AuthorKeys keys = new AuthorKeys(secret.getBytes(StandardCharsets.UTF_8), FOR_EVER);
        return keys.key("feedback", alertId, Instant.EPOCH);
    }

    private static boolean isCopy(DecidedAlert.Text one, DecidedAlert.Text other, int copyDistance) {
        long a = Fingerprint.of(one.title(), one.text());
        long b = Fingerprint.of(other.title(), other.text());
        return one.equals(other) || (a != 0 && b != 0 && Fingerprint.distance(a, b) <= copyDistance);
    }

    private static String row(DecidedAlert alert, DecidedAlert.Text post, String topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (!post.title().isBlank()) {
            row.put("title", post.title());
        }
        row.put("text", post.text());
        if (alert.rejected()) {
            // A rejection says that nothing is to be done, not how the author stands to it.
            row.put("level", Level.NONE.name());
            row.put("categories", List.of());
        } else {
            row.put("level", alert.level().name());
            row.put(
                    "categories",
                    alert.categories().stream().map(Category::wireName).toList());
            row.put("stance", alert.stance().wireName());
        }
        row.put("topic", topic);
        return Json.write(row);
    }
}
