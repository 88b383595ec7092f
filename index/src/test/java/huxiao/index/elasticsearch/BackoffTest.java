package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {
    @Property
    void waits_between_half_and_all_of_twice_as_long_each_time_up_to_a_limit(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int attempts, @ForAll long seed) {
        long doubled = Math.min(
                Backoff.LONGEST.toMillis(), Backoff.FIRST.toMillis() * (long) Math.pow(2, Math.min(attempts, 30) - 1));
        assertThat(Backoff.after(attempts, new Random(seed)))
                .isBetween(Duration.ofMillis(doubled / 2), Duration.ofMillis(doubled));
    }
}
