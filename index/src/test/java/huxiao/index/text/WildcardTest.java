package huxiao.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WildcardTest {
    @Property(tries = 5_000)
    void a_pattern_means_what_the_regular_expression_means(
            @ForAll("patterns") String pattern, @ForAll("runs") String run) {
        Pattern regular = Pattern.compile(pattern.replace("*", ".*").replace('?', '.'));
        assertThat(Wildcard.of(pattern).matches(run))
                .isEqualTo(regular.matcher(run).matches());
    }

    @Test
    void a_pattern_made_to_go_back_takes_no_time() {
        Wildcard worst = Wildcard.of("a*".repeat(2_000) + "b");
        String run = "a".repeat(4_000);
        long start = System.nanoTime();
        assertThat(worst.matches(run)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> runs() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(8);
    }
}
