package huxiao.register;

import java.util.Objects;

/**
 * Something that people changed and that the job must know.
 *
 * @param xid transaction id (xid8) of the change; 0 in a snapshot
 * @param sequence number within the table; 0 in a snapshot
 * @param kind {@code alert}, {@code hazard}, {@code figures} or {@code search}; {@code standing} of an alert of which no more is told
 * @param id id of what changed; the school's code for figures
 * @param school code of the school concerned; empty where it is unclear or not told, and for searches
 * @param revision its revision; a higher one wins
 * @param payload the record as JSON ({@code Alert}, {@code Hazard}, {@code SecurityFigures}, {@link SearchChange} or
 *     {@link AlertStanding})
 */
public record RegisterChange(
        long xid, long sequence, String kind, String id, String school, int revision, String payload) {
    public RegisterChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(payload, "payload");
    }

    /** Whether the payload says where an alert stands. */
    public boolean tellsOfAlert() {
        return kind.equals("alert") || tellsStandingAlone();
    }

    /** Whether no more is told than where an alert stands. */
    public boolean tellsStandingAlone() {
        return kind.equals("standing");
    }
}
