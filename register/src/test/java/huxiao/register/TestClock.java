package huxiao.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when told to. */
final class TestClock extends Clock {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    void reset() {
        now.set(START);
    }

    void advance(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
