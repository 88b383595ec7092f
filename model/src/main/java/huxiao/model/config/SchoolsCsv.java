package huxiao.model.config;

import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code schools.csv}; see docs/formats.md for its columns. */
public final class SchoolsCsv {
    private static final List<String> REQUIRED = List.of(
            "code", "name", "type", "stage", "pupils", "boarding", "division", "district", "lat", "lon", "aliases");
    private static final List<String> OPTIONAL =
            List.of("boarders", "education_bureau", "police_unit", "urban", "campus_of", "street");

    private SchoolsCsv() {}

    /**
     * Reads a file, UTF-8 with or without a byte-order mark.
     *
     * @throws ConfigException naming file, line and column of the first fault: a missing column, an unknown one, a duplicate
     *     code, a stage or number that is none
     */
    public static Schools read(Path path) {
        CsvTable table = CsvTable.read(path, REQUIRED, OPTIONAL);
        Map<String, School> schools = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        for (CsvRow row : table.rows()) {
            School school = school(row);
            Long first = lines.putIfAbsent(school.code(), row.line());
            if (first != null) {
                throw new ConfigException(table.file() + ":" + row.line() + ": code: found '" + school.code()
                        + "' again (first at line " + first + "); a code must be unique");
            }
            schools.put(school.code(), school);
        }
        for (School school : schools.values()) {
            if (!school.campusOf().isEmpty() && !schools.containsKey(school.campusOf())) {
                throw new ConfigException(table.file() + ":" + lines.get(school.code()) + ": campus_of: found '"
                        + school.campusOf() + "', allowed: the code of another school in this file");
            }
        }
        if (schools.isEmpty()) {
            throw new ConfigException(table.file() + ":1: no school; at least one line below the header is needed");
        }
        return new Schools(schools.values());
    }

    private static School school(CsvRow row) {
        String district = row.get("district");
        String code = row.required("code");
        return new School(
                code,
                row.required("name"),
                row.get("type"),
                stage(row),
                row.whole("pupils"),
                row.bool("boarding"),
                row.get("division"),
                district,
                row.degrees("lat", 90),
                row.degrees("lon", 180),
                row.list("aliases"),
                row.whole("boarders"),
                orElse(row.get("education_bureau"), district.isEmpty() ? "" : district + "教育局"),
                orElse(row.get("police_unit"), district.isEmpty() ? "" : district + "公安局"),
                row.bool("urban"),
                row.get("campus_of"),
                row.get("street"));
    }

    private static String orElse(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private static Stage stage(CsvRow row) {
        String value = row.required("stage").toLowerCase(Locale.ROOT);
        for (Stage stage : Stage.values()) {
            if (stage.wireName().equals(value)) {
                return stage;
            }
        }
        throw row.fault(
                "stage", Arrays.stream(Stage.values()).map(Stage::wireName).collect(Collectors.joining(", ")));
    }
}
