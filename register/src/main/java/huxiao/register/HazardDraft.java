package huxiao.register;

import huxiao.model.Category;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a person says of a hazard (风险隐患). Absent strings are empty.
 *
 * @param school code of the school
 * @param category what kind of danger
 * @param title what it is, one line, not blank
 * @param detail more, may be empty
 * @param severity how grave
 * @param owner who must see to it (责任人), not blank
 * @param due day by which it must be remedied
 * @param status {@link HazardStatus#OPEN} or {@link HazardStatus#IN_PROGRESS}; closing is a step of its own
 */
public record HazardDraft(
        String school,
        Category category,
        String title,
        String detail,
        HazardSeverity severity,
        String owner,
        LocalDate due,
        HazardStatus status) {
    /** Longest title, in UTF-16 units. */
    public static final int MAX_TITLE = 200;

    /** Longest detail, in UTF-16 units. */
    public static final int MAX_DETAIL = 4000;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    public HazardDraft {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(status, "status");
        if (title.isBlank() || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException(
                    "title: found " + title.length() + " characters, allowed: 1 to " + MAX_TITLE + ", not all blank");
        }
        if (detail.length() > MAX_DETAIL) {
            throw new IllegalArgumentException(
                    "detail: found " + detail.length() + " characters, allowed: up to " + MAX_DETAIL);
        }
        if (owner.isBlank() || owner.length() > MAX_TITLE) {
            throw new IllegalArgumentException(
                    "owner: found " + owner.length() + " characters, allowed: 1 to " + MAX_TITLE + ", not all blank");
        }
        if (due.isBefore(EARLIEST) || due.isAfter(LATEST)) {
            throw new IllegalArgumentException("due: found " + due + ", allowed: " + EARLIEST + " to " + LATEST);
        }
        if (status == HazardStatus.CLOSED) {
            throw new IllegalArgumentException("status: found closed, allowed: open, in_progress");
        }
    }

    /** A hazard on which work has not begun. */
    public HazardDraft(
            String school,
            Category category,
            String title,
            String detail,
            HazardSeverity severity,
            String owner,
            LocalDate due) {
        this(school, category, title, detail, severity, owner, due, HazardStatus.OPEN);
    }
}
