package huxiao.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huxiao.model.Place;
import huxiao.model.PlaceKind;
import huxiao.model.School;
import huxiao.model.Schools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesCsvTest {
    private static final String HEADER = "place,kind,district,lat,lon,aliases\n";
    private static final Path SCHOOLS = ConfigFiles.builtIn().resolve("schools.csv");
    private static final Schools DEMO_CITY = SchoolsCsv.read(SCHOOLS);

    @TempDir
    Path folder;

    @Test
    void the_demo_citys_places_lie_where_its_schools_do() {
        List<Place> places = PlacesCsv.beside(SCHOOLS, DEMO_CITY);
        assertThat(places).hasSizeGreaterThanOrEqualTo(60);
        assertThat(places).allSatisfy(place -> assertThat(DEMO_CITY.all())
                .filteredOn(school -> school.district().equals(place.district()))
                .anyMatch(school -> place.metresTo(school) < 3_000));
    }

    @Test
    void a_place_is_as_far_from_a_school_as_on_the_ground() {
        Place bridge = PlacesCsv.beside(SCHOOLS, DEMO_CITY).stream()
                .filter(place -> place.name().equals("柳堤桥"))
                .findFirst()
                .orElseThrow();
        School school = DEMO_CITY.byCode("CL003").orElseThrow();
        // 0.0003° of latitude are 33.4 m; 0.0007° of longitude are 61.1 m at 38.29° north.
        assertThat(bridge.metresTo(school)).isCloseTo(Math.hypot(33.4, 61.1), within(0.5));
    }

    @Test
    void a_folder_without_places_has_none() throws IOException {
        Path schools = folder.resolve("schools.csv");
        Files.copy(SCHOOLS, schools);
        assertThat(PlacesCsv.beside(schools, DEMO_CITY)).isEmpty();
    }

    @Test
    void kind_and_aliases_are_read() throws IOException {
        assertThat(read(HEADER + "甲桥,Bridge,运东区,38.3,117.2,甲大桥；老甲桥\n"))
                .containsExactly(new Place("甲桥", PlaceKind.BRIDGE, "运东区", 38.3, 117.2, List.of("甲大桥", "老甲桥")));
    }

    @Test
    void faults_name_file_line_and_column() {
        assertFault(HEADER + "甲桥,桥,运东区,38.3,117.2,\n", "places.csv:2: kind: found '桥', allowed: street, village, shop");
        assertFault(HEADER + "甲桥,bridge,东区,38.3,117.2,\n", ":2: district: found '东区', allowed: empty, or a district");
        assertFault(HEADER + "甲桥,bridge,,98.3,117.2,\n", ":2: lat: found '98.3'");
        assertFault(HEADER + "甲桥,bridge,,38.3,,\n", ":2: lon: is empty");
        assertFault(HEADER + "桥,bridge,,38.3,117.2,\n", ":2: place: found '桥', allowed: names of at least 2");
        assertFault(
                HEADER + "甲桥,bridge,,38.3,117.2,\n乙桥,bridge,,38.3,117.2,甲桥\n",
                ":3: aliases: found '甲桥', allowed: a name that no other place has ('甲桥' stands at line 2)");
        assertFault("place,kind\n", ":1: column 'district' is missing");
    }

    private void assertFault(String csv, String message) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(ConfigException.class).hasMessageContaining(message);
    }

    private List<Place> read(String csv) throws IOException {
        Path file = folder.resolve("places.csv");
        Files.writeString(file, csv, StandardCharsets.UTF_8);
        return PlacesCsv.read(file, DEMO_CITY);
    }
}
