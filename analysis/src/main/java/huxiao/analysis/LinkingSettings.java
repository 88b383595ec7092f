package huxiao.analysis;

import huxiao.model.SchoolLink;
import huxiao.model.config.ConfigNode;

/**
 * Section {@code analysis.linking} of {@code huxiao.yaml}.
 *
 * @param confidence a school less probable than this is a candidate, not a link; {@link SchoolLink#LINKED}…1
 * @param radius so far around a school a place still counts as near it, metres; 0 for never
 * @param beside a danger at a place no farther than this counts as linked where no school is named, metres; 0 for never
 */
public record LinkingSettings(double confidence, int radius, int beside) {
    private static final LinkingSettings DEFAULTS = new LinkingSettings(SchoolLink.LINKED, 500, 150);
    private static final int FARTHEST = 5_000;

    public LinkingSettings {
        if (!(confidence >= SchoolLink.LINKED && confidence <= 1)) {
            throw new IllegalArgumentException("confidence lies in " + SchoolLink.LINKED + "…1, found " + confidence);
        }
        if (radius < 0 || beside < 0 || beside > radius) {
            throw new IllegalArgumentException(
                    "metres: 0 ≤ beside ≤ radius, found beside " + beside + ", radius " + radius);
        }
    }

    /** What holds where the file says nothing. */
    public static LinkingSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Reads the section.
     *
     * @throws huxiao.model.config.ConfigException naming file, line and key of the first fault
     */
    public static LinkingSettings from(ConfigNode node) {
        double confidence = node.number("confidence", DEFAULTS.confidence, SchoolLink.LINKED, 1);
        int radius = node.integer("radius", DEFAULTS.radius, 0, FARTHEST);
        int beside = node.integer("beside", Math.min(DEFAULTS.beside, radius), 0, FARTHEST);
        if (beside > radius) {
            throw node.fault("beside", String.valueOf(beside), "metres from 0 to radius (" + radius + ")");
        }
        node.rejectUnknownKeys();
        return new LinkingSettings(confidence, radius, beside);
    }
}
