package huxiao.analysis;

import huxiao.analysis.frame.FrameSettings;
import huxiao.model.config.ConfigNode;

/**
 * Section {@code analysis} of {@code huxiao.yaml}. The thresholds are probabilities, chosen on the texts named in
 * docs/model-card.md; raising one makes the program quieter at that level.
 *
 * @param maxChars how much of a title and of a text is judged, UTF-16 units; what follows is not looked at
 * @param encoder whether the sentence encoder is asked about posts that pass the screen
 * @param screen from this screening probability on a post is assessed
 * @param blue from this probability of any danger on a post is above NONE
 * @param yellow from this probability of YELLOW or more on it is YELLOW
 * @param orange from this probability of ORANGE or more on police are told
 * @param red from this probability of RED on it is RED
 * @param policeAlarms police alarms in 10,000 ordinary posts that name a school, at most: where the models were measured to raise
 *     more, {@code orange} is raised; see {@link AlarmCurve}
 * @param category from this probability on a category holds beside the main one
 * @param linking how schools are linked
 * @param frame how threat frames are read
 * @param models folders of models that were trained from officers' decisions
 */
public record AnalysisSettings(
        int maxChars,
        boolean encoder,
        double screen,
        double blue,
        double yellow,
        double orange,
        double red,
        double category,
        double policeAlarms,
        LinkingSettings linking,
        FrameSettings frame,
        ModelChoice models) {
    private static final AnalysisSettings DEFAULTS = new AnalysisSettings(
            20_000,
            true,
            0.02,
            0.50,
            0.50,
            0.50,
            0.50,
            0.40,
            1,
            LinkingSettings.defaults(),
            FrameSettings.defaults(),
            ModelChoice.SHIPPED);

    public AnalysisSettings {
        if (maxChars < 1) {
            throw new IllegalArgumentException("at least one character must be judged, found " + maxChars);
        }
        for (double threshold : new double[] {screen, blue, yellow, orange, red, category}) {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("a threshold lies in 0…1, found " + threshold);
            }
        }
    }

    /** What holds where the file says nothing. */
    public static AnalysisSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Reads the section.
     *
     * @throws huxiao.model.config.ConfigException naming file, line and key of the first fault
     */
    public static AnalysisSettings from(ConfigNode node) {
        ConfigNode thresholds = node.section("thresholds");
        AnalysisSettings settings = new AnalysisSettings(
                node.integer("maxChars", DEFAULTS.maxChars, 100, 1_000_000),
                node.bool("encoder", DEFAULTS.encoder),
                thresholds.number("screen", DEFAULTS.screen, 0, 1),
                thresholds.number("blue", DEFAULTS.blue, 0, 1),
                thresholds.number("yellow", DEFAULTS.yellow, 0, 1),
                thresholds.number("orange", DEFAULTS.orange, 0, 1),
                thresholds.number("red", DEFAULTS.red, 0, 1),
                thresholds.number("category", DEFAULTS.category, 0, 1),
                node.number("policeAlarms", DEFAULTS.policeAlarms, 0, 10_000),
                LinkingSettings.from(node.section("linking")),
                FrameSettings.from(node.section("frame")),
                ModelChoice.from(node));
        thresholds.rejectUnknownKeys();
        node.rejectUnknownKeys();
        return settings;
    }

    /** The same, asking a dependency parser for every post or for none; for measuring. */
    public AnalysisSettings asking(boolean always) {
        return with(encoder, orange, frame.asking(always), models);
    }

    /** The same thresholds, with the encoder or without it; for measuring. */
    public AnalysisSettings withEncoder(boolean asked) {
        return with(asked, orange, frame, models);
    }

    /** The same with another threshold of ORANGE. */
    public AnalysisSettings withOrange(double threshold) {
        return with(encoder, threshold, frame, models);
    }

    /** The same thresholds over other models. */
    public AnalysisSettings with(ModelChoice chosen) {
        return with(encoder, orange, frame, chosen);
    }

    private AnalysisSettings with(
            boolean otherEncoder, double otherOrange, FrameSettings otherFrame, ModelChoice otherModels) {
        return new AnalysisSettings(
                maxChars,
                otherEncoder,
                screen,
                blue,
                yellow,
                otherOrange,
                red,
                category,
                policeAlarms,
                linking,
                otherFrame,
                otherModels);
    }
}
