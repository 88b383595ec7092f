package huxiao.server.demo;

import huxiao.model.Category;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import huxiao.model.Json;
import huxiao.model.Schools;
import huxiao.model.config.ConfigException;
import huxiao.register.HazardDraft;
import huxiao.register.IdempotencyConflictException;
import huxiao.register.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the schools of the demo city have entered in the register, {@code config/demo/seed.json}: hazards, guards, inspections.
 *
 * @param hazards hazards of the risk register (风险隐患清单), each with its key
 * @param figures guards and last inspection, at most one entry a school
 */
public record DemoSeed(List<SeededHazard> hazards, List<SeededFigures> figures) {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final String KEY_PREFIX = "demo-";

    public DemoSeed {
        hazards = List.copyOf(hazards);
        figures = List.copyOf(figures);
    }

    /**
     * A hazard to enter.
     *
     * @param key idempotency key: entered twice it is one hazard
     * @param draft what is entered
     */
    public record SeededHazard(String key, HazardDraft draft) {
        public SeededHazard {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(draft, "draft");
        }
    }

    /**
     * A school's figures to enter.
     *
     * @param school code of the school
     * @param guards full-time guards (专职保安员)
     * @param lastInspection day of the last inspection; {@link LocalDate#MIN} when never
     */
    public record SeededFigures(String school, int guards, LocalDate lastInspection) {
        public SeededFigures {
            Objects.requireNonNull(school, "school");
            Objects.requireNonNull(lastInspection, "lastInspection");
        }
    }

    /**
     * Reads the file; its days count from the demo's epoch.
     *
     * @throws ConfigException when it can't be read, or an entry is at fault; names file and entry
     */
    public static DemoSeed read(Path file, Instant epoch, Schools schools) {
        Content content;
        try {
            content = Json.read(Files.readString(file), Content.class);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e + ")", e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage(), e);
        }
        LocalDate today = epoch.atZone(DemoPost.ZONE).toLocalDate();
        List<SeededHazard> hazards = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (HazardLine line : content.hazards()) {
            if (!keys.add(line.key())) {
                throw new ConfigException(file + ": two hazards have the key '" + line.key() + "'");
            }
            checkSchool(file, "hazard " + line.key(), line.school(), schools);
            hazards.add(new SeededHazard(KEY_PREFIX + line.key(), line.draft(file, today)));
        }
        List<SeededFigures> figures = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (FiguresLine line : content.figures()) {
            checkSchool(file, "figures", line.school(), schools);
            if (!codes.add(line.school())) {
                throw new ConfigException(file + ": figures of school " + line.school() + " stand twice");
            }
            LocalDate inspection =
                    line.inspectedDaysAgo() < 0 ? LocalDate.MIN : today.minusDays(line.inspectedDaysAgo());
            figures.add(new SeededFigures(line.school(), line.guards(), inspection));
        }
        return new DemoSeed(hazards, figures);
    }

    private static void checkSchool(Path file, String entry, String code, Schools schools) {
        if (schools.byCode(code).isEmpty()) {
            throw new ConfigException(
                    file + ": " + entry + ": found school '" + code + "', allowed: a code of schools.csv");
        }
    }

    /**
     * Enters what is not there yet; what people changed since the first start stays as they left it.
     *
     * @throws IllegalArgumentException when the register lacks one of the schools
     */
    public void enterInto(Register register, String person) {
        for (SeededHazard hazard : hazards) {
            try {
                register.hazards().create(hazard.draft(), person, Optional.of(hazard.key()));
            } catch (IdempotencyConflictException e) {
                LOG.info(
                        "hazard {} was entered in other words before and stays as it is ({})",
                        hazard.key(),
                        e.getMessage());
            }
        }
        for (SeededFigures entry : figures) {
            if (register.figures().find(entry.school()).isEmpty()) {
                register.figures().put(entry.school(), entry.guards(), entry.lastInspection(), person);
            }
        }
    }

    /** The shape of the file; read by Jackson. */
    record Content(List<HazardLine> hazards, List<FiguresLine> figures) {
        Content {
            hazards = hazards == null ? List.of() : List.copyOf(hazards);
            figures = figures == null ? List.of() : List.copyOf(figures);
        }
    }

    private record HazardLine(
            String key,
            String school,
            Category category,
            String title,
            String detail,
            HazardSeverity severity,
            String owner,
            int dueInDays,
            HazardStatus status) {
        HazardDraft draft(Path file, LocalDate today) {
            try {
                return new HazardDraft(
                        school, category, title, detail, severity, owner, today.plusDays(dueInDays), status);
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new ConfigException(file + ": hazard " + key + ": " + e.getMessage(), e);
            }
        }
    }

    private record FiguresLine(String school, int guards, int inspectedDaysAgo) {}
}
