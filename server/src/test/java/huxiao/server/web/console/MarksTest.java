package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Field;
import huxiao.model.Reason;
import huxiao.model.Span;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static Reason reason(String text, int start, int end, double weight) {
        return new Reason(new Span(Field.TEXT, start, end, text.substring(start, end)), "model", weight);
    }

    @Test
    void where_reasons_overlap_the_heavier_one_is_shown() {
        String text = "明天带刀去学校";
        List<Marks.Piece> pieces =
                Marks.of(text, Field.TEXT, List.of(reason(text, 2, 4, 2.5), reason(text, 0, 4, -0.5)));
        assertThat(pieces)
                .containsExactly(
                        new Marks.Piece("明天", 2, true, false),
                        new Marks.Piece("带刀", 1, false, true),
                        new Marks.Piece("去学校", 0, false, false));
    }

    @Test
    void reasons_of_another_version_of_the_text_are_left_out() {
        assertThat(Marks.of("改过了", Field.TEXT, List.of(reason("明天带刀去学校", 2, 4, 2.5))))
                .containsExactly(new Marks.Piece("改过了", 0, false, false));
        assertThat(Marks.of("", Field.TEXT, List.of())).isEmpty();
    }

    @Property
    void the_pieces_put_together_are_the_text(@ForAll("marked") Tuple2<String, List<Reason>> marked) {
        List<Marks.Piece> pieces = Marks.of(marked.get1(), Field.TEXT, marked.get2());
        assertThat(pieces.stream().map(Marks.Piece::text).collect(Collectors.joining()))
                .isEqualTo(marked.get1());
    }

    @Provide
    Arbitrary<Tuple2<String, List<Reason>>> marked() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(40).flatMap(text -> {
            Arbitrary<Integer> place = Arbitraries.integers().between(0, text.length());
            Arbitrary<Reason> reason = Combinators.combine(
                            place, place, Arbitraries.doubles().between(-3, 3))
                    .as((a, b, weight) -> reason(text, Math.min(a, b), Math.max(a, b), weight));
            return reason.list().ofMaxSize(6).map(reasons -> Tuple.of(text, reasons));
        });
    }
}
