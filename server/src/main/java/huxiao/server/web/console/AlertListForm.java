package huxiao.server.web.console;

import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.register.AlertFilter;
import huxiao.register.Scope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter above the list of alerts, as its form and URL hold it. What cannot be read counts as not given: an old bookmark still
 * shows a list.
 *
 * @param q query over posts
 * @param level least urgent level by name, empty for any
 * @param status a status' wire name, {@code open} for unverified and verified, {@code all}
 * @param category wire name, empty for any
 * @param school code, empty for any
 * @param district name, empty for any
 * @param from first day, empty for any
 * @param to last day, empty for any
 * @param after cursor, empty for the first page
 */
record AlertListForm(
        String q,
        String level,
        String status,
        String category,
        String school,
        String district,
        String from,
        String to,
        String after) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 50;

    AlertListForm {
        q = orEmpty(q);
        level = orEmpty(level);
        status = orEmpty(status).isEmpty() ? "open" : status;
        category = orEmpty(category);
        school = orEmpty(school);
        district = orEmpty(district);
        from = orEmpty(from);
        to = orEmpty(to);
        after = orEmpty(after);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** What the register shall find, the query left aside. */
    AlertFilter filter() {
        AlertFilter filter = AlertFilter.ALL
                .atLeast(constant(Level.values(), level).orElse(Level.NONE))
                .withStatuses(statuses())
                .withSchools(school.isEmpty() ? Set.of() : Set.of(school))
                .page(PAGE, "");
        if (!district.isEmpty()) {
            filter = filter.within(Scope.ofDistrict(district));
        }
        Optional<Category> kind = constant(Category.values(), category);
        if (kind.isPresent()) {
            filter = filter.withCategory(kind.get());
        }
        Optional<LocalDate> first = day(from);
        if (first.isPresent()) {
            filter = filter.from(first.get().atStartOfDay(ZONE).toInstant());
        }
        Optional<LocalDate> last = day(to);
        if (last.isPresent()) {
            filter = filter.to(last.get().plusDays(1).atStartOfDay(ZONE).toInstant());
        }
        try {
            return after.isEmpty() ? filter : filter.page(PAGE, after);
        } catch (IllegalArgumentException e) {
            return filter;
        }
    }

    private Set<AlertStatus> statuses() {
        return switch (status) {
            case "open" -> Set.of(AlertStatus.UNVERIFIED, AlertStatus.VERIFIED);
            case "all" -> Set.of();
            default -> constant(AlertStatus.values(), status).map(Set::of).orElse(Set.of());
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether more than the default is asked for, search aside. */
    public boolean isNarrowed() {
        return !(category + school + district + from + to).isEmpty() || !status.equals("open");
    }

    /** The page's address with another least level; the same level again takes it off. */
    public String withLevel(String other) {
        return address(other.equals(level) ? "" : other, "");
    }

    /** The address of the page behind. */
    public String next(String cursor) {
        return address(level, cursor);
    }

    /** The address of this page, for renewing it. */
    public String address() {
        return address(level, after);
    }

    private String address(String toLevel, String cursor) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath("/alerts");
        List<String> values = new ArrayList<>();
        add(builder, values, "q", q);
        add(builder, values, "level", toLevel);
        add(builder, values, "status", status.equals("open") ? "" : status);
        add(builder, values, "category", category);
        add(builder, values, "school", school);
        add(builder, values, "district", district);
        add(builder, values, "from", from);
        add(builder, values, "to", to);
        add(builder, values, "after", cursor);
        return builder.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder builder, List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            builder.queryParam(name, "{" + name + "}");
            values.add(value);
        }
    }
}
