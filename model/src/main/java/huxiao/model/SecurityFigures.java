package huxiao.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a school last reported of its guards, and when it was last inspected.
 *
 * @param school code of the school
 * @param revision from 1, rises with every change
 * @param guards full-time guards (专职保安员)
 * @param lastInspection day of the last safety inspection; {@link LocalDate#MIN} when never
 * @param updatedAt when it was last changed
 */
public record SecurityFigures(String school, int revision, int guards, LocalDate lastInspection, Instant updatedAt) {
    public SecurityFigures {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(lastInspection, "lastInspection");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (revision < 1 || guards < 0) {
            throw new IllegalArgumentException(
                    "revision from 1 and guards from 0, found " + revision + " and " + guards);
        }
    }
}
