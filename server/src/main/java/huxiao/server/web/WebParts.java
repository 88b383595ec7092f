package huxiao.server.web;

import huxiao.analysis.AnalysisSettings;
import huxiao.index.PostIndex;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Schools;
import huxiao.register.Register;
import huxiao.server.web.access.RiskScale;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the HTTP server works on. It closes none of these.
 *
 * @param register the record of what people did
 * @param index may be searched while the job writes
 * @param schools the directory
 * @param names resolves names of schools in queries, as the index does
 * @param risk caps and levels of the merged risk
 * @param alertThreshold from this probability of danger on a post raises an alert
 * @param clock tells the time
 * @param health how the rest of the program is
 * @param metrics figures for those who watch over it; without them their page is not there
 */
public record WebParts(
        Register register,
        PostIndex index,
        Schools schools,
        SchoolLookup names,
        RiskScale risk,
        double alertThreshold,
        Clock clock,
        Supplier<Health> health,
        Optional<Metrics> metrics) {
    public WebParts {
        Objects.requireNonNull(register, "register");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(schools, "schools");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(metrics, "metrics");
    }

    /** With the default threshold, nothing to say of health but that the server answers, and no figures. */
    public WebParts(
            Register register, PostIndex index, Schools schools, SchoolLookup names, RiskScale risk, Clock clock) {
        this(
                register,
                index,
                schools,
                names,
                risk,
                AnalysisSettings.defaults().blue(),
                clock,
                () -> Health.UP,
                Optional.empty());
    }
}
