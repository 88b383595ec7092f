package huxiao.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One entry of a school's risk register (风险隐患清单). Absent strings are empty.
 *
 * @param id unique
 * @param revision from 1, rises with every change
 * @param school code of the school
 * @param category what kind of danger
 * @param title what it is, one line
 * @param detail more, may be empty
 * @param severity how grave
 * @param owner who must see to it (责任人)
 * @param due day by which it must be remedied
 * @param status where it stands
 * @param createdAt when it was entered
 * @param updatedAt when it was last changed
 */
public record Hazard(
        String id,
        int revision,
        String school,
        Category category,
        String title,
        String detail,
        HazardSeverity severity,
        String owner,
        LocalDate due,
        HazardStatus status,
        Instant createdAt,
        Instant updatedAt) {
    public Hazard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1, found " + revision);
        }
    }
}
