package huxiao.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameters of a list, read strictly: every fault is collected, and {@link #finish()} throws them together with those of
 * parameters that nobody asked for.
 */
final class ListParameters {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern SEPARATOR = Pattern.compile(",");

    private final HttpServletRequest request;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    ListParameters(HttpServletRequest request) {
        this.request = request;
    }

    Optional<String> text(String name) {
        asked.add(name);
        String[] values = request.getParameterValues(name);
        if (values == null || values[0].isBlank()) {
            return Optional.empty();
        }
        if (values.length > 1) {
            faults.add(Fault.of(name, "fault.once"));
        }
        if (values[0].codePoints().anyMatch(Character::isISOControl)) {
            faults.add(Fault.of(name, "fault.control"));
        }
        return Optional.of(values[0].strip());
    }

    /** Constants named by a parameter that may stand several times or hold commas; case is ignored. */
    <E extends Enum<E>> Set<E> choices(String name, Class<E> type, Function<E, String> wireName) {
        asked.add(name);
        Set<E> found = new LinkedHashSet<>();
        String[] values = request.getParameterValues(name);
        for (String value : SEPARATOR.split(String.join(",", values == null ? new String[0] : values), -1)) {
            if (!value.isBlank()) {
                find(name, value.strip(), type, wireName).ifPresent(found::add);
            }
        }
        return found;
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, Function<E, String> wireName) {
        return text(name).flatMap(value -> find(name, value, type, wireName));
    }

    private <E extends Enum<E>> Optional<E> find(
            String name, String value, Class<E> type, Function<E, String> wireName) {
        for (E constant : type.getEnumConstants()) {
            if (wireName.apply(constant).equals(value) || constant.name().equals(value.toUpperCase(Locale.ROOT))) {
                return Optional.of(constant);
            }
        }
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(wireName).toList();
        faults.add(Fault.of(name, "fault.choice", String.join(", ", allowed)));
        return Optional.empty();
    }

    /** A moment by RFC 3339, or the start of a day in China. */
    Optional<Instant> moment(String name) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(
                        value.length() == 10
                                ? LocalDate.parse(value).atStartOfDay(ZONE).toInstant()
                                : OffsetDateTime.parse(value).toInstant());
            } catch (DateTimeException e) {
                faults.add(Fault.of(name, "fault.moment"));
                return Optional.empty();
            }
        });
    }

    Optional<LocalDate> day(String name) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value));
            } catch (DateTimeException e) {
                faults.add(Fault.of(name, "fault.date"));
                return Optional.empty();
            }
        });
    }

    /** A page size of 1 to 200, 50 by default. */
    int limit() {
        Optional<String> value = text("limit");
        if (value.isEmpty()) {
            return 50;
        }
        if (value.get().matches("\\d{1,3}")) {
            int limit = Integer.parseInt(value.get());
            if (limit >= 1 && limit <= 200) {
                return limit;
            }
        }
        faults.add(Fault.of("limit", "fault.limit", 1, 200));
        return 50;
    }

    /** A cursor, checked by {@code check}, which throws IllegalArgumentException. */
    <T> Optional<T> cursor(Function<String, T> check) {
        return text("after").flatMap(value -> {
            try {
                return Optional.of(check.apply(value));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of("after", "fault.cursor"));
                return Optional.empty();
            }
        });
    }

    /** Throws what was found wrong. */
    void finish() {
        request.getParameterMap().keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> faults.add(Fault.of(name, "fault.unknown", String.join(", ", asked))));
        if (!faults.isEmpty()) {
            throw new FaultyParametersException(faults);
        }
    }
}
