package huxiao.model;

import java.util.List;
import java.util.Objects;

/**
 * A school of the jurisdiction, one line of {@code schools.csv}. Absent strings are empty.
 *
 * @param code unique code
 * @param name official name
 * @param type kind of ownership, such as 公办 or 民办; free text
 * @param stage stage of schooling
 * @param pupils number of pupils, 0 when unknown
 * @param boarding whether pupils board
 * @param division administrative division code or name; free text
 * @param district district in which it lies
 * @param latitude degrees north, NaN when unknown
 * @param longitude degrees east, NaN when unknown
 * @param aliases other names people use
 * @param boarders number of boarders, 0 when none or unknown
 * @param educationBureau the education office that answers for it
 * @param policeUnit the police unit that answers for it
 * @param urban whether it lies in town
 * @param campusOf code of the school it is a campus of, else empty
 * @param street street or town it lies in, may be empty
 */
public record School(
        String code,
        String name,
        String type,
        Stage stage,
        int pupils,
        boolean boarding,
        String division,
        String district,
        double latitude,
        double longitude,
        List<String> aliases,
        int boarders,
        String educationBureau,
        String policeUnit,
        boolean urban,
        String campusOf,
        String street) {
    public School {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(division, "division");
        Objects.requireNonNull(district, "district");
        Objects.requireNonNull(educationBureau, "educationBureau");
        Objects.requireNonNull(policeUnit, "policeUnit");
        Objects.requireNonNull(campusOf, "campusOf");
        Objects.requireNonNull(street, "street");
        aliases = List.copyOf(aliases);
    }
}
