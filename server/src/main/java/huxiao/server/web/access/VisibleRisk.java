package huxiao.server.web.access;

import huxiao.model.Contribution;
import huxiao.model.SchoolRisk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * A school's risk without the alerts that its reader may not know of. Score and level are worked out anew from what is left, so
 * that they do not betray what was taken away.
 */
@Component
final class VisibleRisk {
    /** Kind of the contributions that come from alerts. */
    static final String ALERT = "alert";

    private final RiskScale scale;

    VisibleRisk(RiskScale scale) {
        this.scale = scale;
    }

    SchoolRisk of(SchoolRisk risk, Predicate<String> isAlertSeen) {
        List<Contribution> left = risk.contributions().stream()
                .filter(part -> !part.kind().equals(ALERT) || isAlertSeen.test(part.cause()))
                .toList();
        if (left.size() == risk.contributions().size()) {
            return risk;
        }
        Map<String, Double> room = new LinkedHashMap<>(scale.caps());
        List<Contribution> counted = new ArrayList<>();
        for (Contribution part : left) {
            double counts = Math.min(part.points(), room.getOrDefault(part.kind(), 0.0));
            room.merge(part.kind(), -counts, Double::sum);
            counted.add(new Contribution(part.kind(), part.cause(), part.label(), part.points(), counts));
        }
        double score = counted.stream().mapToDouble(Contribution::counted).sum();
        return new SchoolRisk(risk.school(), scale.level(score), score, counted, risk.updatedAt());
    }
}
