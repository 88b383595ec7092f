package huxiao.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schools of one jurisdiction and the city's own name. Immutable, thread safe. */
public final class Schools {
    private final Map<String, School> byCode;
    private final String city;

    /**
     * A directory of schools.
     *
     * @throws IllegalArgumentException when two share a code
     */
    public Schools(Collection<School> schools) {
        Map<String, School> map = new LinkedHashMap<>();
        for (School school : schools) {
            if (map.put(school.code(), school) != null) {
                throw new IllegalArgumentException("two schools share the code " + school.code());
            }
        }
        this.byCode = map;
        this.city = CityName.of(map.values());
    }

    /** All schools, in the order given. */
    public List<School> all() {
        return List.copyOf(byCode.values());
    }

    /** The school of a code. */
    public Optional<School> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The city's name without 市, such as 沧澜; empty when none can be told from the schools. */
    public String city() {
        return city;
    }

    /** The districts in which schools lie, in order of appearance. */
    public List<String> districts() {
        return byCode.values().stream()
                .map(School::district)
                .filter(district -> !district.isEmpty())
                .distinct()
                .toList();
    }
}
