package huxiao.model.config;

import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code schools.csv}; see docs/formats.md for its columns. */
public final class SchoolsCsv {
    private static final List<String> REQUIRED = List.of(
            "code", "name", "type", "stage", "pupils", "boarding", "division", "district", "lat", "lon", "aliases");
    private static final List<String> OPTIONAL =
            List.of("boarders", "education_bureau", "police_unit", "urban", "campus_of", "street");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是");
    private static final Set<String> NO = Set.of("", "false", "no", "n", "0", "否");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;

    private SchoolsCsv(String file) {
        this.file = file;
    }

    /**
     * Reads a file, UTF-8 with or without a byte-order mark.
     *
     * @throws ConfigException naming file, line and column of the first fault: a missing column, an unknown one, a duplicate
     *     code, a stage or number that is none
     */
    public static Schools read(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return parse(path.toString(), reader);
        } catch (MalformedInputException e) {
            throw new ConfigException(path + ": not UTF-8; save the file as UTF-8", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(path + ": cannot be read (" + e + ")", e);
        }
    }

    private static Schools parse(String file, BufferedReader reader) throws IOException {
        skipByteOrderMark(reader);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            return new SchoolsCsv(file).schools(parser);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ":1: " + e.getMessage(), e);
        }
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private Schools schools(CSVParser parser) {
        List<String> header = parser.getHeaderNames();
        for (String column : REQUIRED) {
            if (!header.contains(column)) {
                throw new ConfigException(
                        file + ":1: column '" + column + "' is missing; required: " + String.join(",", REQUIRED));
            }
        }
        for (String column : header) {
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                throw new ConfigException(file + ":1: unknown column '" + column + "'; allowed: "
                        + String.join(",", REQUIRED) + "," + String.join(",", OPTIONAL));
            }
        }
        Map<String, School> schools = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        for (CSVRecord row : parser) {
            long line = parser.getCurrentLineNumber();
            if (!row.isConsistent()) {
                throw new ConfigException(
                        file + ":" + line + ": found " + row.size() + " values, allowed: " + header.size());
            }
            School school = school(row, line);
            Long first = lines.putIfAbsent(school.code(), line);
            if (first != null) {
                throw new ConfigException(file + ":" + line + ": code: found '" + school.code()
                        + "' again (first at line " + first + "); a code must be unique");
            }
            schools.put(school.code(), school);
        }
        for (School school : schools.values()) {
            if (!school.campusOf().isEmpty() && !schools.containsKey(school.campusOf())) {
                throw new ConfigException(file + ":" + lines.get(school.code()) + ": campus_of: found '"
                        + school.campusOf() + "', allowed: the code of another school in this file");
            }
        }
        if (schools.isEmpty()) {
            throw new ConfigException(file + ":1: no school; at least one line below the header is needed");
        }
        return new Schools(schools.values());
    }

    private School school(CSVRecord row, long line) {
        String district = get(row, "district");
        String code = required(row, "code", line);
        return new School(
                code,
                required(row, "name", line),
                get(row, "type"),
                stage(row, line),
                whole(row, "pupils", line),
                bool(row, "boarding", line),
                get(row, "division"),
                district,
                degrees(row, "lat", 90, line),
                degrees(row, "lon", 180, line),
                Arrays.stream(get(row, "aliases").split("[;；]"))
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty())
                        .distinct()
                        .toList(),
                whole(row, "boarders", line),
                orElse(get(row, "education_bureau"), district.isEmpty() ? "" : district + "教育局"),
                orElse(get(row, "police_unit"), district.isEmpty() ? "" : district + "公安局"),
                bool(row, "urban", line),
                get(row, "campus_of"),
                get(row, "street"));
    }

    private static String get(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : "";
    }

    private static String orElse(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private String required(CSVRecord row, String column, long line) {
        String value = get(row, column);
        if (value.isEmpty()) {
            throw new ConfigException(file + ":" + line + ": " + column + ": is empty, a value is needed");
        }
        return value;
    }

    private Stage stage(CSVRecord row, long line) {
        String value = required(row, "stage", line).toLowerCase(Locale.ROOT);
        for (Stage stage : Stage.values()) {
            if (stage.wireName().equals(value)) {
                return stage;
            }
        }
        throw new ConfigException(file + ":" + line + ": stage: found '" + value + "', allowed: "
                + Arrays.stream(Stage.values()).map(Stage::wireName).collect(Collectors.joining(", ")));
    }

    private int whole(CSVRecord row, String column, long line) {
        String value = get(row, column);
        if (value.isEmpty()) {
            return 0;
        }
        if (!value.matches("\\d{1,7}")) {
            throw new ConfigException(file + ":" + line + ": " + column + ": found '" + value
                    + "', allowed: a whole number from 0 to 9999999, or empty");
        }
        return Integer.parseInt(value);
    }

    private double degrees(CSVRecord row, String column, int bound, long line) {
        String value = get(row, column);
        if (value.isEmpty()) {
            return Double.NaN;
        }
        String allowed = "', allowed: degrees from -" + bound + " to " + bound + ", or empty";
        double degrees;
        try {
            degrees = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new ConfigException(file + ":" + line + ": " + column + ": found '" + value + allowed, e);
        }
        if (!(Math.abs(degrees) <= bound)) {
            throw new ConfigException(file + ":" + line + ": " + column + ": found '" + value + allowed);
        }
        return degrees;
    }

    private boolean bool(CSVRecord row, String column, long line) {
        String value = get(row, column).toLowerCase(Locale.ROOT);
        if (YES.contains(value)) {
            return true;
        }
        if (NO.contains(value)) {
            return false;
        }
        throw new ConfigException(
                file + ":" + line + ": " + column + ": found '" + value + "', allowed: true, false or empty");
    }
}
