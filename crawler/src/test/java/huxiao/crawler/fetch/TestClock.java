package huxiao.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when told, or when somebody waits on it. */
public final class TestClock extends Clock implements HostGate.Pause {
    /** Where it starts. */
    public static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

    private Instant now = START;
    private Duration waited = Duration.ZERO;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void until(Instant time) {
        waited = waited.plus(Duration.between(now, time));
        now = time;
    }

    /** Moves on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** How long was waited in all. */
    public synchronized Duration waited() {
        return waited;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the crawl asks for instants only");
    }
}
