package huxiao.server.run;

import huxiao.index.IndexUnavailableException;
import huxiao.index.PostIndex;
import huxiao.register.Register;
import huxiao.server.metrics.Readings;
import huxiao.server.web.Health;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a running service, as those who watch over it see them: well or not, and in figures. */
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final String JOB = "job";
    private static final String INDEX = "index";
    private static final String REGISTER = "register";

    /** The parts that figures tell of. */
    static final List<String> PARTS = List.of(JOB, INDEX, REGISTER);

    private final RunningJob job;
    private final PostIndex index;
    private final Register register;
    private final Clock clock;

    Watched(RunningJob job, PostIndex index, Register register, Clock clock) {
        this.job = job;
        this.index = index;
        this.register = register;
        this.clock = clock;
    }

    /** Well while the job runs and the index takes what it is given. */
    Health health() {
        String status = job.status();
        boolean ready = index.isReady();
        return new Health(
                status.equals(RunningJob.RUNNING) && ready,
                Map.of(JOB, status, INDEX, ready ? "READY" : "UNAVAILABLE"));
    }

    /** Everything there is to count; a part that is away is told as such and takes none of the others with it. */
    Readings readings() {
        boolean ready = index.isReady();
        Optional<Readings.Counts> counts = counts();
        return new Readings(
                Map.of(JOB, job.status().equals(RunningJob.RUNNING), INDEX, ready, REGISTER, counts.isPresent()),
                job.summary(),
                ready ? indexed() : OptionalLong.empty(),
                counts);
    }

    private OptionalLong indexed() {
        try {
            return OptionalLong.of(index.count());
        } catch (IndexUnavailableException e) {
            LOG.debug("the index went away while its posts were counted", e);
            return OptionalLong.empty();
        }
    }

    private Optional<Readings.Counts> counts() {
        try {
            return Optional.of(new Readings.Counts(
                    register.alerts().counts(),
                    register.deliveries().counts(),
                    register.deliveries()
                            .oldestPending()
                            .map(made -> Duration.between(made, clock.instant()))
                            .orElse(Duration.ZERO),
                    register.deadLetters().count()));
        } catch (JdbiException e) {
            LOG.debug("the register cannot be counted", e);
            return Optional.empty();
        }
    }
}
