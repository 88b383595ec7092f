package huxiao.register;

import huxiao.model.Category;
import huxiao.model.HazardStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which hazards to list; everything given must hold. Start from {@link #ALL} and narrow it.
 *
 * @param statuses where they stand; empty for any
 * @param schools codes of schools; empty for any
 * @param scopes parts of the jurisdiction, every one must cover the school
 * @param category what kind of danger
 * @param dueBefore due before this day
 * @param limit page size, 1…1000
 * @param after {@link HazardPage#next()} of the page before, empty for the first
 */
public record HazardFilter(
        Set<HazardStatus> statuses,
        Set<String> schools,
        List<Scope> scopes,
        Optional<Category> category,
        Optional<LocalDate> dueBefore,
        int limit,
        String after) {
    /** The first fifty of all hazards, closed ones too. */
    public static final HazardFilter ALL =
            new HazardFilter(Set.of(), Set.of(), List.of(), Optional.empty(), Optional.empty(), 50, "");

    /** The first fifty that are not closed. */
    public static final HazardFilter OPEN = ALL.withStatuses(Set.of(HazardStatus.OPEN, HazardStatus.IN_PROGRESS));

    public HazardFilter {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(dueBefore, "dueBefore");
        statuses = Set.copyOf(statuses);
        schools = Set.copyOf(schools);
        scopes = List.copyOf(scopes);
        Pages.checkLimit(limit);
        Pages.checkCursor(after);
    }

    /** Only these statuses; empty for any. */
    public HazardFilter withStatuses(Set<HazardStatus> only) {
        return new HazardFilter(only, schools, scopes, category, dueBefore, limit, after);
    }

    /** Only those of these schools; empty for any. */
    public HazardFilter withSchools(Set<String> codes) {
        return new HazardFilter(statuses, codes, scopes, category, dueBefore, limit, after);
    }

    /** Only what this scope covers too. */
    public HazardFilter within(Scope scope) {
        List<Scope> all = new ArrayList<>(scopes);
        all.add(scope);
        return new HazardFilter(statuses, schools, all, category, dueBefore, limit, after);
    }

    /** Only this category. */
    public HazardFilter withCategory(Category only) {
        return new HazardFilter(statuses, schools, scopes, Optional.of(only), dueBefore, limit, after);
    }

    /** Only those due before this day; with {@link #OPEN} and today, the overdue ones. */
    public HazardFilter dueBefore(LocalDate day) {
        return new HazardFilter(statuses, schools, scopes, category, Optional.of(day), limit, after);
    }

    /** The page of this size behind a cursor. */
    public HazardFilter page(int size, String cursor) {
        return new HazardFilter(statuses, schools, scopes, category, dueBefore, size, cursor);
    }
}
