package huxiao.streaming.group;

import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.time.Duration;

/**
 * When two posts count as one event. The defaults were chosen on bench/data/events ({@code bench/run huxiao.bench.events.Events .}).
 *
 * @param copyDistance at most so many of 64 fingerprint bits differ between copies
 * @param copyWindow copies may lie so far apart
 * @param eventWindow posts of the same school and kind may lie so far apart
 * @param different unless they are less alike than this, cosine of their vectors; a post that is less alike to the posts of an alert, on
 *     the average, joins none of them but a copy
 * @param onceWindow posts of the same school and kind that lie so close together are told at once
 * @param differentAtOnce these are one event unless they are less alike than this, cosine of their vectors
 * @param retoldWindow posts of the same school that tell alike may lie so far apart, whatever their kind
 * @param retold from this likeness on two posts tell alike, cosine of their vectors
 */
public record GroupSettings(
        int copyDistance,
        Duration copyWindow,
        Duration eventWindow,
        double different,
        Duration onceWindow,
        double differentAtOnce,
        Duration retoldWindow,
        double retold)
        implements Serializable {
    /** Reads section {@code group} of huxiao.yaml. */
    public static GroupSettings from(ConfigNode node) {
        GroupSettings settings = new GroupSettings(
                node.integer("copyDistance", 10, 0, 32),
                node.duration("copyWindow", Duration.ofDays(7)),
                node.duration("eventWindow", Duration.ofHours(6)),
                node.number("different", 0.88, -1, 1),
                node.duration("onceWindow", Duration.ofMinutes(30)),
                node.number("differentAtOnce", 0.8, -1, 1),
                node.duration("retoldWindow", Duration.ofHours(48)),
                node.number("retold", 0.89, -1, 1));
        node.rejectUnknownKeys();
        if (settings.eventWindow.isZero()) {
            throw node.fault("eventWindow", "0", "more than nothing, such as 6h");
        }
        if (settings.differentAtOnce > settings.different) {
            throw node.fault("differentAtOnce", String.valueOf(settings.differentAtOnce), "at most different");
        }
        // What is remembered for copies must reach as far as an event does.
        requireRemembered(node, "eventWindow", settings.eventWindow, settings.copyWindow);
        requireRemembered(node, "onceWindow", settings.onceWindow, settings.copyWindow);
        requireRemembered(node, "retoldWindow", settings.retoldWindow, settings.copyWindow);
        return settings;
    }

    private static void requireRemembered(ConfigNode node, String key, Duration window, Duration copyWindow) {
        if (copyWindow.compareTo(window) < 0) {
            throw node.fault("copyWindow", copyWindow.toHours() + "h", "at least as long as " + key);
        }
    }
}
