package huxiao.server.web.access;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.SchoolRisk;
import huxiao.streaming.merge.RiskSettings;
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

    private final RiskSettings settings;

    VisibleRisk(RiskSettings settings) {
        this.settings = settings;
    }

    SchoolRisk of(SchoolRisk risk, Predicate<String> isAlertSeen) {
        List<Contribution> left = risk.contributions().stream()
                .filter(part -> !part.kind().equals(ALERT) || isAlertSeen.test(part.cause()))
                .toList();
        if (left.size() == risk.contributions().size()) {
            return risk;
        }
        Map<String, Double> room = new LinkedHashMap<>(settings.caps());
        List<Contribution> counted = new ArrayList<>();
        for (Contribution part : left) {
            double counts = Math.min(part.points(), room.getOrDefault(part.kind(), 0.0));
            room.merge(part.kind(), -counts, Double::sum);
            counted.add(new Contribution(part.kind(), part.cause(), part.label(), part.points(), counts));
        }
        double score = counted.stream().mapToDouble(Contribution::counted).sum();
        return new SchoolRisk(risk.school(), level(score), score, counted, risk.updatedAt());
    }

    private Level level(double score) {
        Level level = Level.NONE;
        for (Map.Entry<Level, Double> step : settings.levels().entrySet()) {
            if (score >= step.getValue()) {
                level = Level.max(level, step.getKey());
            }
        }
        return level;
    }
}
