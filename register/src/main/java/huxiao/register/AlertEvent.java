package huxiao.register;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One step in an alert's life.
 *
 * @param alertId the alert
 * @param revision the revision it had after the step
 * @param at when
 * @param person login of who did it; empty for the program
 * @param action what was done
 * @param note the person's reason, or what else belongs to the step: the other alert of a merge, a delivery's id
 */
public record AlertEvent(String alertId, int revision, Instant at, String person, Action action, String note) {
    public AlertEvent {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(note, "note");
    }

    /** What can happen to an alert. */
    public enum Action {
        /** The program raised it; or a person took its posts out of another alert, which the note names. */
        RAISED,
        /** The program found more: a higher level, another category, school or route. */
        UPDATED,
        /** A person found it true. */
        VERIFIED,
        /** A person found it untrue. */
        REJECTED,
        /** A person saw it dealt with. */
        CLOSED,
        /** A person joined it into another. */
        MERGED,
        /** A person joined another into it. */
        ABSORBED,
        /** A person took it out of the alert it had been joined into. */
        UNMERGED,
        /** A person took posts out of it; the note names the alert they make now, then the reason behind a colon. */
        PARTED,
        /** A person acknowledged having been told. */
        ACKNOWLEDGED;

        /** The lower-case name used in files, messages and the API, such as {@code raised}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
