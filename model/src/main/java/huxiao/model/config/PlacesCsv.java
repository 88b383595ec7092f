package huxiao.model.config;

import huxiao.model.Place;
import huxiao.model.PlaceKind;
import huxiao.model.Schools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code places.csv}, the gazetteer of places beside schools; see docs/formats.md for its columns. */
public final class PlacesCsv {
    private static final List<String> REQUIRED = List.of("place", "kind", "district", "lat", "lon", "aliases");
    private static final int SHORTEST_NAME = 2;

    private PlacesCsv() {}

    /**
     * Reads the gazetteer that stands beside the schools in force: that of the folder which {@code schools.csv} was taken from,
     * so that one city's places never meet another city's schools. Empty where that folder has none.
     *
     * @throws ConfigException as {@link #read} does
     */
    public static List<Place> beside(Path schoolsFile, Schools schools) {
        Path places = schoolsFile.resolveSibling("places.csv");
        return Files.exists(places) ? read(places, schools) : List.of();
    }

    /**
     * Reads a file, UTF-8 with or without a byte-order mark.
     *
     * @throws ConfigException naming file, line and column of the first fault: a missing column, an unknown one, a kind or
     *     number that is none, a district that no school lies in, a name too short or given twice
     */
    public static List<Place> read(Path path, Schools schools) {
        CsvTable table = CsvTable.read(path, REQUIRED, List.of());
        List<Place> places = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        for (CsvRow row : table.rows()) {
            Place place = place(row, schools);
            List<String> names = new ArrayList<>(place.aliases());
            names.add(0, place.name());
            for (String name : names) {
                String column = name.equals(place.name()) ? "place" : "aliases";
                if (name.length() < SHORTEST_NAME) {
                    throw row.fault(column, "names of at least " + SHORTEST_NAME + " characters");
                }
                Long first = lines.putIfAbsent(name, row.line());
                if (first != null) {
                    throw row.fault(
                            column, "a name that no other place has ('" + name + "' stands at line " + first + ")");
                }
            }
            places.add(place);
        }
        return List.copyOf(places);
    }

    private static Place place(CsvRow row, Schools schools) {
        String district = row.get("district");
        if (!district.isEmpty() && !schools.districts().contains(district)) {
            throw row.fault(
                    "district", "empty, or a district of schools.csv: " + String.join(", ", schools.districts()));
        }
        return new Place(
                row.required("place"),
                kind(row),
                district,
                needed(row, "lat", 90),
                needed(row, "lon", 180),
                row.list("aliases"));
    }

    private static double needed(CsvRow row, String column, int bound) {
        row.required(column);
        return row.degrees(column, bound);
    }

    private static PlaceKind kind(CsvRow row) {
        String value = row.required("kind").toLowerCase(Locale.ROOT);
        return Arrays.stream(PlaceKind.values())
                .filter(kind -> kind.wireName().equals(value))
                .findFirst()
                .orElseThrow(() -> row.fault(
                        "kind",
                        Arrays.stream(PlaceKind.values())
                                .map(PlaceKind::wireName)
                                .collect(Collectors.joining(", "))));
    }
}
