package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.config.ConfigException;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSeedTest {
    /** Already the 25th in the demo city. */
    private static final Instant EPOCH = Instant.parse("2026-11-24T18:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Schools schools = SchoolsCsv.read(DemoTruth.CONFIG.resolveSibling("schools.csv"));

    @Test
    void every_school_has_figures_and_most_have_hazards() {
        DemoSeed seed = DemoSeed.read(DemoTruth.CONFIG.resolve("seed.json"), EPOCH, schools);

        assertThat(seed.figures())
                .extracting(DemoSeed.SeededFigures::school)
                .containsExactlyElementsOf(
                        schools.all().stream().map(School::code).toList());
        assertThat(seed.hazards()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(seed.hazards()).extracting(hazard -> hazard.draft().title()).doesNotHaveDuplicates();
        assertThat(seed.hazards())
                .extracting(hazard -> hazard.draft().severity())
                .contains(HazardSeverity.values());
        assertThat(seed.hazards())
                .extracting(hazard -> hazard.draft().status())
                .contains(HazardStatus.OPEN, HazardStatus.IN_PROGRESS);
        assertThat(seed.hazards())
                .extracting(hazard -> hazard.draft().due().compareTo(TODAY) < 0)
                .contains(true, false);
    }

    @Test
    void days_count_from_the_epoch_in_the_demo_city(@TempDir Path folder) throws IOException {
        Path file = write(folder, "H1", "CL014", "open");

        DemoSeed seed = DemoSeed.read(file, EPOCH, schools);

        assertThat(seed.hazards()).singleElement().satisfies(hazard -> {
            assertThat(hazard.key()).isEqualTo("demo-H1");
            assertThat(hazard.draft().due()).isEqualTo(TODAY.minusDays(3));
        });
        assertThat(seed.figures())
                .containsExactly(
                        new DemoSeed.SeededFigures("CL014", 2, TODAY.minusDays(5)),
                        new DemoSeed.SeededFigures("CL032", 0, LocalDate.MIN));
    }

    @ParameterizedTest
    @CsvSource({
        "CL999,open,found school 'CL999'",
        "CL014,closed,hazard H1: status: found closed",
        "CL014,gone,unknown hazardstatus 'gone'"
    })
    void a_bad_entry_is_named(String school, String status, String message, @TempDir Path folder) throws IOException {
        Path file = write(folder, "H1", school, status);

        assertThatThrownBy(() -> DemoSeed.read(file, EPOCH, schools))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    private static Path write(Path folder, String key, String school, String status) throws IOException {
        return Files.writeString(folder.resolve("seed.json"), """
                {"hazards": [{"key": "%s", "school": "%s", "category": "facility_hazard", "title": "t", "detail": "",
                  "severity": "minor", "owner": "o", "dueInDays": -3, "status": "%s"}],
                 "figures": [{"school": "CL014", "guards": 2, "inspectedDaysAgo": 5},
                  {"school": "CL032", "guards": 0, "inspectedDaysAgo": -1}]}
                """.formatted(key, school, status));
    }
}
