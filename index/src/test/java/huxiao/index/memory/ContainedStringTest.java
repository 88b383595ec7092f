package huxiao.index.memory;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.PostFixture;
import huxiao.index.SearchRequest;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The promise to analysts, checked against {@link String#contains}. */
class ContainedStringTest {
    @Property(tries = 500)
    void a_word_finds_exactly_the_texts_that_hold_its_string(
            @ForAll("texts") List<String> texts, @ForAll("word") String word) {
        try (InMemoryIndex index = new InMemoryIndex(TestCity.CONTEXT)) {
            index.put(IntStream.range(0, texts.size())
                    .mapToObj(i -> PostFixture.post("p" + i).text(texts.get(i)).build())
                    .toList());
            List<String> holding = IntStream.range(0, texts.size())
                    .filter(i -> texts.get(i).contains(word))
                    .mapToObj(i -> "p" + i)
                    .toList();
            assertThat(index.search(SearchRequest.first(new Query.Text(word, false), 100))
                            .hits())
                    .extracting(hit -> hit.indexed().post().id())
                    .containsExactlyInAnyOrderElementsOf(holding);
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("带刀市一中，。\n")
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.strings().withChars("带刀市一中").ofMinLength(1).ofMaxLength(4);
    }
}
