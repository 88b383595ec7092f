package huxiao.server.run;

import huxiao.model.Json;
import huxiao.register.DecidedAlert;
import huxiao.register.Register;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The export of decisions as rows to learn from, inside the server or over the register of a stopped one: the rows, then a closing
 * line {@code {"total":n,"alerts":n}}. The audit trail has it before the first row leaves.
 */
public final class FeedbackRun {
    /** What the command is called over the control socket. */
    public static final String COMMAND = "feedback";

    private static final String SYSTEM = "system";

    private final Register register;
    private final String secret;
    private final int copyDistance;

    /**
     * An export from a register.
     *
     * @param secret keys the topics, so that rows of one alert stay together in every export
     * @param copyDistance at most so many of 64 fingerprint bits differ between copies
     */
    public FeedbackRun(Register register, String secret, int copyDistance) {
        this.register = Objects.requireNonNull(register, "register");
        this.secret = Objects.requireNonNull(secret, "secret");
        this.copyDistance = copyDistance;
    }

    /** Hands out the rows of what was decided at {@code since} or later, always in the same order. */
    public void run(Instant since, SearchRun.Lines lines) throws IOException {
        List<DecidedAlert> alerts = register.feedback().decided(since);
        // By topic: the alerts' own order would tell of their ids.
        List<FeedbackRow> rows = alerts.stream()
                .flatMap(alert -> FeedbackRow.of(alert, secret, copyDistance).stream())
                .sorted(Comparator.comparing(FeedbackRow::topic))
                .toList();
        register.feedback().exported(SYSTEM, since, alerts.size(), rows.size());
        for (FeedbackRow row : rows) {
            lines.accept(row.json());
        }
        lines.accept(Json.write(Map.of("total", rows.size(), "alerts", alerts.size())));
    }
}
