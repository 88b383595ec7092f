package huxiao.model;

import java.util.List;
import java.util.Objects;

/**
 * A place of the gazetteer that people name where they do not name the school beside it, one line of {@code places.csv}.
 *
 * @param name as people call it
 * @param kind what it is
 * @param district district in which it lies, may be empty
 * @param latitude degrees north
 * @param longitude degrees east
 * @param aliases other names of it
 */
public record Place(
        String name, PlaceKind kind, String district, double latitude, double longitude, List<String> aliases) {
    /** Mean radius of the earth (IUGG 1980), metres. */
    private static final double EARTH = 6_371_008.8;

    public Place {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(district, "district");
        aliases = List.copyOf(aliases);
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
    }

    /** Great-circle distance to a school by the haversine formula, metres; NaN where the school's own place is unknown. */
    public double metresTo(School school) {
        double north = Math.toRadians(school.latitude() - latitude);
        double east = Math.toRadians(school.longitude() - longitude);
        double haversine = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(school.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH * Math.asin(Math.sqrt(haversine));
    }
}
