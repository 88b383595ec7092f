package huxiao.analysis.frame;

import huxiao.analysis.time.SchoolDay;
import huxiao.model.config.ConfigNode;
import java.time.Duration;
import java.util.Objects;

/**
 * Section {@code analysis.frame} of {@code huxiao.yaml}.
 *
 * @param day the timetable by which words such as 放学后 become windows
 * @param dependencies whether a {@link DependencyParser} is asked where one is installed
 * @param margin it is asked where the probability of a level lies within so much of its threshold, 0…1; 1 asks for every post
 * @param limit how long it may take for one post
 * @param longest sentences of more words are not parsed
 */
public record FrameSettings(SchoolDay day, boolean dependencies, double margin, Duration limit, int longest) {
    private static final FrameSettings DEFAULTS =
            new FrameSettings(SchoolDay.standard(), true, 0.15, Duration.ofMillis(200), 60);

    public FrameSettings {
        Objects.requireNonNull(day, "day");
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("a margin lies in 0…1, found " + margin);
        }
        if (limit.isNegative() || limit.isZero() || longest < 1) {
            throw new IllegalArgumentException("parsing needs time and words, found " + limit + " and " + longest);
        }
    }

    /** What holds where the file says nothing. */
    public static FrameSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Reads the section.
     *
     * @throws huxiao.model.config.ConfigException naming file, line and key of the first fault
     */
    public static FrameSettings from(ConfigNode node) {
        ConfigNode dependencies = node.section("dependencies");
        FrameSettings settings = new FrameSettings(
                SchoolDay.from(node.section("schoolDay")),
                dependencies.bool("enabled", DEFAULTS.dependencies),
                dependencies.number("margin", DEFAULTS.margin, 0, 1),
                dependencies.duration("limit", DEFAULTS.limit),
                dependencies.integer("longest", DEFAULTS.longest, 1, 500));
        dependencies.rejectUnknownKeys();
        node.rejectUnknownKeys();
        return settings;
    }

    /** The same, asking the parser for every post or for none; for measuring. */
    public FrameSettings asking(boolean always) {
        return new FrameSettings(day, always, always ? 1 : margin, limit, longest);
    }
}
