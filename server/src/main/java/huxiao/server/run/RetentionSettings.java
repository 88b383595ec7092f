package huxiao.server.run;

import huxiao.model.config.ConfigNode;
import java.time.Duration;

/**
 * Section {@code retention} of huxiao.yaml: how long what is kept. Counted from collection.
 *
 * @param posts posts without an alert
 * @param alerts alerts and their posts
 * @param every how often the deletion job runs
 */
public record RetentionSettings(Duration posts, Duration alerts, Duration every) {
    /** Reads the section. */
    public static RetentionSettings from(ConfigNode node) {
        RetentionSettings settings = new RetentionSettings(
                node.duration("posts", Duration.ofDays(30)),
                node.duration("alerts", Duration.ofDays(730)),
                node.duration("every", Duration.ofHours(6)));
        node.rejectUnknownKeys();
        if (settings.every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw node.fault("every", settings.every.toString(), "at least 1m");
        }
        if (settings.alerts.compareTo(settings.posts) < 0) {
            throw node.fault("alerts", settings.alerts.toString(), "at least as long as posts");
        }
        return settings;
    }
}
