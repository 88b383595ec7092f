package huxiao.index.query;

import huxiao.model.School;
import huxiao.model.Schools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves what an analyst writes to codes of schools. Thread safe. */
public interface SchoolLookup {
    /** Codes of all schools that a name, alias or code may mean; empty when there is none. */
    List<String> named(String name);

    /** Codes of the schools that lie in a district. */
    List<String> inDistrict(String district);

    /** The districts in which schools lie. */
    List<String> districts();

    /** By code, official name and listed alias, each compared whole. */
    static SchoolLookup of(Schools schools) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        Map<String, List<String>> byDistrict = new LinkedHashMap<>();
        for (School school : schools.all()) {
            add(byName, school.code(), school.code());
            add(byName, school.name(), school.code());
            school.aliases().forEach(alias -> add(byName, alias, school.code()));
            if (!school.district().isBlank()) {
                add(byDistrict, school.district().strip(), school.code());
            }
        }
        return new SchoolLookup() {
            @Override
            public List<String> named(String name) {
                return List.copyOf(byName.getOrDefault(name.strip(), List.of()));
            }

            @Override
            public List<String> inDistrict(String district) {
                return List.copyOf(byDistrict.getOrDefault(district.strip(), List.of()));
            }

            @Override
            public List<String> districts() {
                return List.copyOf(byDistrict.keySet());
            }
        };
    }

    private static void add(Map<String, List<String>> map, String key, String code) {
        List<String> codes = map.computeIfAbsent(key, absent -> new ArrayList<>());
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }
}
