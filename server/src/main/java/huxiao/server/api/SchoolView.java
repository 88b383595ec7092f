package huxiao.server.api;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.model.SecurityFigures;
import huxiao.model.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A school with its merged risk.
 *
 * @param code its code
 * @param name official name
 * @param stage stage of schooling
 * @param district district in which it lies
 * @param educationBureau education office that answers for it
 * @param policeUnit police unit that answers for it
 * @param pupils number of pupils, 0 when unknown
 * @param boarding whether pupils board
 * @param risk merged risk; absent before it was computed first
 * @param figures what it reported last; absent when nothing yet, and in lists
 */
@Schema(name = "School")
public record SchoolView(
        String code,
        String name,
        Stage stage,
        String district,
        String educationBureau,
        String policeUnit,
        int pupils,
        boolean boarding,
        Optional<RiskView> risk,
        Optional<FiguresView> figures) {

    /** The merged risk: a sum of named, capped contributions, of those alerts only that the reader may see. */
    @Schema(name = "Risk")
    public record RiskView(Level level, double score, List<Contribution> contributions, Instant updatedAt) {
        static RiskView of(SchoolRisk risk) {
            return new RiskView(risk.level(), risk.score(), risk.contributions(), risk.updatedAt());
        }
    }

    /** What a school reported; an inspection that never was is absent. */
    @Schema(name = "Figures")
    public record FiguresView(
            String school, int revision, int guards, Optional<LocalDate> lastInspection, Instant updatedAt) {
        static FiguresView of(SecurityFigures figures) {
            return new FiguresView(
                    figures.school(),
                    figures.revision(),
                    figures.guards(),
                    Optional.of(figures.lastInspection()).filter(day -> !day.equals(LocalDate.MIN)),
                    figures.updatedAt());
        }
    }

    static SchoolView of(School school, Optional<SchoolRisk> risk, Optional<SecurityFigures> figures) {
        return new SchoolView(
                school.code(),
                school.name(),
                school.stage(),
                school.district(),
                school.educationBureau(),
                school.policeUnit(),
                school.pupils(),
                school.boarding(),
                risk.map(RiskView::of),
                figures.map(FiguresView::of));
    }
}
