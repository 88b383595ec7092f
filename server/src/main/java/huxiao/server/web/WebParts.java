package huxiao.server.web;

import huxiao.analysis.AnalysisSettings;
import huxiao.index.PostIndex;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Schools;
import huxiao.register.Register;
import huxiao.server.web.access.RiskScale;
import java.time.Clock;
import java.util.Objects;
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
 */
public record WebParts(
        Register register,
        PostIndex index,
        Schools schools,
        SchoolLookup names,
        RiskScale risk,
        double alertThreshold,
        Clock clock,
        Supplier<Health> health) {
    public WebParts {
        Objects.requireNonNull(register, "register");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(schools, "schools");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(health, "health");
    }

    /** With the default threshold, and nothing to say of health but that the server answers. */
    public WebParts(
            Register register, PostIndex index, Schools schools, SchoolLookup names, RiskScale risk, Clock clock) {
        this(register, index, schools, names, risk, AnalysisSettings.defaults().blue(), clock, () -> Health.UP);
    }
}
