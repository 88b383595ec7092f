package huxiao.bench.linking;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Schools;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkingTest {
    private static final Path HOME = Path.of(System.getProperty("huxiao.home"));
    private static final Path DATA = HOME.resolve("bench/data/linking");

    @ParameterizedTest
    @ValueSource(strings = {"canglan", "qichuan"})
    void every_row_names_schools_and_districts_of_its_city(String city) throws IOException {
        Schools schools = SchoolsCsv.read(
                city.equals("canglan") ? HOME.resolve("config/schools.csv") : DATA.resolve(city + "-schools.csv"));
        for (Path file : files(city)) {
            assertThat(LinkedPost.read(file)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.schools()).allMatch(code -> schools.byCode(code).isPresent());
                assertThat(row.post().place())
                        .satisfiesAnyOf(place -> assertThat(place).isEmpty(), place -> assertThat(schools.districts())
                                .contains(place));
            });
        }
    }

    @Test
    void no_text_stands_on_both_sides_of_the_split() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String city : List.of("canglan", "qichuan")) {
            for (Path file : files(city)) {
                for (LinkedPost row : LinkedPost.read(file)) {
                    assertThat(seen.add(city + row.post().text()))
                            .as(row.post().text())
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tune", "held-out"})
    void where_the_danger_is_seen_rightly_nineteen_of_twenty_are_linked_exactly(String part) throws IOException {
        assertThat(Linking.measure(HOME, part).whereDangerIsSeen().share()).isGreaterThanOrEqualTo(0.95);
    }

    private static List<Path> files(String city) throws IOException {
        try (Stream<Path> files = Files.list(DATA)) {
            return files.filter(path -> path.getFileName().toString().matches(city + "-.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }
}
