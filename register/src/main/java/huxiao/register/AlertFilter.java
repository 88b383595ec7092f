package huxiao.register;

import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts to list; everything given must hold. Start from {@link #ALL} and narrow it.
 *
 * @param minLevel least urgent level; {@link Level#NONE} for any
 * @param statuses where they stand; empty for any
 * @param schools codes of linked schools, one of them is enough; empty for any
 * @param scopes parts of the jurisdiction, every one must cover it: what is asked for, and what the asker may see
 * @param category one of its categories
 * @param ids only these alerts; an empty set finds none
 * @param from last seen at or after
 * @param to last seen before
 * @param limit page size, 1…1000
 * @param after {@link AlertPage#next()} of the page before, empty for the first
 */
public record AlertFilter(
        Level minLevel,
        Set<AlertStatus> statuses,
        Set<String> schools,
        List<Scope> scopes,
        Optional<Category> category,
        Optional<Set<String>> ids,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        String after) {
    /** The first fifty of all alerts. */
    public static final AlertFilter ALL = new AlertFilter(
            Level.NONE,
            Set.of(),
            Set.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            50,
            "");

    public AlertFilter {
        Objects.requireNonNull(minLevel, "minLevel");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        statuses = Set.copyOf(statuses);
        schools = Set.copyOf(schools);
        scopes = List.copyOf(scopes);
        ids = ids.map(Set::copyOf);
        Pages.checkLimit(limit);
        Pages.checkCursor(after);
    }

    /** Only this level and more urgent ones. */
    public AlertFilter atLeast(Level level) {
        return new AlertFilter(level, statuses, schools, scopes, category, ids, from, to, limit, after);
    }

    /** Only these statuses; empty for any. */
    public AlertFilter withStatuses(Set<AlertStatus> only) {
        return new AlertFilter(minLevel, only, schools, scopes, category, ids, from, to, limit, after);
    }

    /** Only those linked to one of these schools; empty for any. */
    public AlertFilter withSchools(Set<String> codes) {
        return new AlertFilter(minLevel, statuses, codes, scopes, category, ids, from, to, limit, after);
    }

    /** Only what this scope covers too. */
    public AlertFilter within(Scope scope) {
        List<Scope> all = new ArrayList<>(scopes);
        all.add(scope);
        return new AlertFilter(minLevel, statuses, schools, all, category, ids, from, to, limit, after);
    }

    /** Only those that hold this category. */
    public AlertFilter withCategory(Category only) {
        return new AlertFilter(minLevel, statuses, schools, scopes, Optional.of(only), ids, from, to, limit, after);
    }

    /** Only these alerts. */
    public AlertFilter withIds(Set<String> only) {
        return new AlertFilter(
                minLevel, statuses, schools, scopes, category, Optional.of(only), from, to, limit, after);
    }

    /** Only those last seen at {@code start} or later. */
    public AlertFilter from(Instant start) {
        return new AlertFilter(
                minLevel, statuses, schools, scopes, category, ids, Optional.of(start), to, limit, after);
    }

    /** Only those last seen before {@code end}. */
    public AlertFilter to(Instant end) {
        return new AlertFilter(
                minLevel, statuses, schools, scopes, category, ids, from, Optional.of(end), limit, after);
    }

    /** The page of this size behind a cursor. */
    public AlertFilter page(int size, String cursor) {
        return new AlertFilter(minLevel, statuses, schools, scopes, category, ids, from, to, size, cursor);
    }
}
