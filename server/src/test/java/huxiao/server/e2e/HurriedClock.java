package huxiao.server.e2e;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of the machine and what a test has hurried ahead, so that nobody waits for minutes to pass. The operators of the job hold
 * copies of it that must hurry along: what is ahead is one for the whole process.
 */
final class HurriedClock extends Clock implements Serializable {
    private static final long serialVersionUID = 1;

    private static volatile Duration ahead = Duration.ZERO;

    /** The time of the machine. */
    static HurriedClock start() {
        ahead = Duration.ZERO;
        return new HurriedClock();
    }

    private HurriedClock() {}

    void hurry(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
