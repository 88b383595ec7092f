package huxiao.streaming.group;

import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.time.Duration;

/**
 * When two posts count as one event.
 *
 * @param copyDistance at most so many of 64 fingerprint bits differ between copies
 * @param copyWindow copies may lie so far apart
 * @param eventWindow posts of the same school and kind may lie so far apart
 */
public record GroupSettings(int copyDistance, Duration copyWindow, Duration eventWindow) implements Serializable {
    /** Reads section {@code group} of huxiao.yaml. */
    public static GroupSettings from(ConfigNode node) {
        GroupSettings settings = new GroupSettings(
                node.integer("copyDistance", 10, 0, 32),
                node.duration("copyWindow", Duration.ofDays(7)),
                node.duration("eventWindow", Duration.ofHours(6)));
        node.rejectUnknownKeys();
        if (settings.eventWindow.isZero()) {
            throw node.fault("eventWindow", "0", "more than nothing, such as 6h");
        }
        // What is remembered for copies must reach as far as an event does.
        if (settings.copyWindow.compareTo(settings.eventWindow) < 0) {
            throw node.fault("copyWindow", settings.copyWindow.toHours() + "h", "at least as long as eventWindow");
        }
        return settings;
    }
}
