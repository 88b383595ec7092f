package huxiao.index;

import huxiao.index.query.SchoolLookup;
import huxiao.model.Segmenter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What an engine must be handed to understand texts and queries alike.
 *
 * @param segmenter cuts posts and queries into words; the same one for the whole life of an index
 * @param schools resolves names of schools and districts when a query runs
 * @param clock tells "now" when a query runs
 * @param zone in which days begin and end
 */
public record SearchContext(Segmenter segmenter, SchoolLookup schools, Clock clock, ZoneId zone) {
    /** Where the jurisdictions lie: days begin and end in China. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public SearchContext {
        Objects.requireNonNull(segmenter, "segmenter");
        Objects.requireNonNull(schools, "schools");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(zone, "zone");
    }

    /** With days of {@link #CHINA}. */
    public static SearchContext of(Segmenter segmenter, SchoolLookup schools, Clock clock) {
        return new SearchContext(segmenter, schools, clock, CHINA);
    }
}
