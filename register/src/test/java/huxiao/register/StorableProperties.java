package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StorableProperties {
    @Property
    void text_keeps_its_length_and_survives_utf8(@ForAll("hostile") String text) {
        String stored = Storable.text(text);
        assertThat(stored).hasSameSizeAs(text).doesNotContain("\u0000");
        assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(stored);
        assertThat(Storable.text(stored)).isEqualTo(stored);
    }

    @Property
    void a_cut_halves_no_character(@ForAll("hostile") String text) {
        String stored = Storable.text(text);
        for (int max = 1; max <= 3; max++) {
            assertThat(stored).startsWith(Storable.cut(stored, max));
            assertThat(Storable.text(Storable.cut(stored, max))).isEqualTo(Storable.cut(stored, max));
        }
    }

    @Example
    void json_holds_no_character_that_the_database_refuses() {
        assertThat(Storable.json(Map.of("a", "x\u0000\uD83Dy\\u0000")))
                .isEqualTo("{\"a\":\"x\uFFFD\uFFFDy\\\\u0000\"}");
    }

    @Example
    void times_out_of_range_are_brought_into_it() {
        assertThat(Storable.time(Instant.MIN)).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(Storable.time(Instant.MAX)).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(Storable.time(Instant.parse("2026-01-01T00:00:00.123456789Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars('\u0000', '\uD83D', '\uDE00', '\uDBFF', '\uDC00', '刀', 'a', '\uFFFD')
                .ofMaxLength(8);
    }
}
