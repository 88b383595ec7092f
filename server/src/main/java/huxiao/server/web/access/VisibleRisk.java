package huxiao.server.web.access;

import huxiao.model.Contribution;
import huxiao.model.SchoolRisk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A school's risk as its reader may see it: without the alerts that they may not know of, and with the words of those that they
 * may. Score and level are worked out anew from what is left, so that they do not betray what was taken away.
 */
@Component
final class VisibleRisk {
    /** Kind of the contributions that come from alerts. */
    static final String ALERT = "alert";

    private final RiskScale scale;

    VisibleRisk(RiskScale scale) {
        this.scale = scale;
    }

    /**
     * The risk as it is seen.
     *
     * @param words what to show for each alert that the reader may see, by id
     * @param at when it was worked out
     */
    SchoolRisk of(SchoolRisk risk, Map<String, String> words, Instant at) {
        Map<String, Double> room = new LinkedHashMap<>(scale.caps());
        List<Contribution> seen = new ArrayList<>();
        for (Contribution part : risk.contributions()) {
            boolean alert = part.kind().equals(ALERT);
            if (alert && !words.containsKey(part.cause())) {
                continue;
            }
            double counted = Math.min(part.points(), room.getOrDefault(part.kind(), 0.0));
            room.merge(part.kind(), -counted, Double::sum);
            String label = alert ? words.get(part.cause()) : part.label();
            seen.add(new Contribution(part.kind(), part.cause(), label, part.points(), counted));
        }
        double score = seen.stream().mapToDouble(Contribution::counted).sum();
        return new SchoolRisk(risk.school(), scale.level(score), score, seen, at);
    }
}
