package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Hazard;
import huxiao.model.HazardStatus;
import huxiao.model.Schools;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.HazardFilter;
import huxiao.register.Register;
import huxiao.register.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seed in a real register. */
class DemoSeedRegisterTest {
    private static final Instant EPOCH = Instant.parse("2026-11-24T08:30:00Z");
    private static final String PERSON = "demo";

    private final Schools schools = SchoolsCsv.read(DemoTruth.CONFIG.resolveSibling("schools.csv"));
    private final MovableClock clock = new MovableClock(EPOCH);

    @Test
    void what_is_seeded_twice_is_there_once_and_what_people_did_since_stays(@TempDir Path data) throws Exception {
        Path file = DemoTruth.CONFIG.resolve("seed.json");
        DemoSeed seed = DemoSeed.read(file, EPOCH, schools);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("pg"));
                Register register = Register.open(database.settings(), List.of(), clock)) {
            register.putSchools(schools);

            seed.enterInto(register, PERSON);

            assertThat(hazards(register)).hasSize(seed.hazards().size());
            assertThat(register.figures().find("CL014")).hasValueSatisfying(figures -> {
                assertThat(figures.guards()).isEqualTo(1);
                assertThat(figures.lastInspection()).isEqualTo(LocalDate.of(2026, 7, 19));
            });
            assertThat(register.figures().find("CL032"))
                    .hasValueSatisfying(
                            figures -> assertThat(figures.lastInspection()).isEqualTo(LocalDate.MIN));

            Hazard closed = hazards(register).get(0);
            register.hazards().close(closed.id(), closed.revision(), "school", "done");
            register.figures().put("CL014", 3, LocalDate.of(2026, 11, 24), "school");
            clock.advance(Duration.ofDays(2));
            Path reworded = Files.writeString(
                    data.resolve("seed.json"), Files.readString(file).replace("校门防冲撞桩三根失灵", "防冲撞桩失灵"));

            DemoSeed.read(reworded, EPOCH, schools).enterInto(register, PERSON);

            assertThat(hazards(register))
                    .hasSize(seed.hazards().size())
                    .extracting(Hazard::title)
                    .contains("校门防冲撞桩三根失灵");
            assertThat(register.hazards().find(closed.id()))
                    .hasValueSatisfying(hazard -> assertThat(hazard.status()).isEqualTo(HazardStatus.CLOSED));
            assertThat(register.figures().find("CL014"))
                    .hasValueSatisfying(figures -> assertThat(figures.guards()).isEqualTo(3));
        }
    }

    private static List<Hazard> hazards(Register register) {
        return register.hazards()
                .list(HazardFilter.ALL.withStatuses(Set.of()).page(1000, ""))
                .hazards();
    }
}
