package huxiao.server.web.backtest;

import huxiao.model.Alert;
import huxiao.model.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a search would have found. Counts are of what its asker may see.
 *
 * @param from posts published from then on were looked at
 * @param posts how many it finds
 * @param byDay how many on each day in China that has any, earliest first
 * @param byLevel how many of each level that has any, the mildest first
 * @param alerts how many alerts these belong to
 * @param verified alerts of that time that a person found true and that are linked to a school of the asker's
 * @param found how many of them it finds
 * @param missed the first of those that it does not find, last seen first
 * @param complete whether everything of that time was looked at; otherwise counts of alerts are of what there was time and room for
 */
public record SearchOutcome(
        Instant from,
        long posts,
        Map<LocalDate, Long> byDay,
        Map<Level, Long> byLevel,
        int alerts,
        int verified,
        int found,
        List<Alert> missed,
        boolean complete) {
    public SearchOutcome {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(byDay, "byDay");
        Objects.requireNonNull(byLevel, "byLevel");
        missed = List.copyOf(missed);
    }
}
