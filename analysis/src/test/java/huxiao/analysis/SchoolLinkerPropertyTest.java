package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Assessment;
import huxiao.model.Post;
import huxiao.model.School;
import huxiao.model.SchoolLink;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of links whatever the text is. */
class SchoolLinkerPropertyTest {
    private static final Reader READER = new Reader(
            Lexicon.read(Fixtures.CONFIG.resolve("lexicon")),
            Fixtures.DEMO_CITY,
            Fixtures.PLACES,
            LinkingSettings.defaults());

    /** Texts of names, places, words around them, and odd characters. */
    @Provide
    Arbitrary<String> texts() {
        List<String> names =
                new ArrayList<>(new SchoolNames(Fixtures.DEMO_CITY).byName().keySet());
        List<String> places =
                Fixtures.PLACES.stream().map(place -> place.name()).toList();
        List<String> districts = Fixtures.DEMO_CITY.all().stream()
                .map(School::district)
                .distinct()
                .toList();
        List<String> words = List.of(
                "和", "、", "，", "。", "门口", "旁边的", "有人持刀砍人", "我是", "不是", "路过", "高三", "一年级", "大班", "午", "全会", "邻市", "在天津",
                "那边的", "\n", "\u200b", "\uD83D", "\uDE00", "\0", "滄瀾", "*", " ", "9栋");
        return Arbitraries.oneOf(
                        Arbitraries.of(names),
                        Arbitraries.of(places),
                        Arbitraries.of(districts),
                        Arbitraries.of(words),
                        Arbitraries.strings().ofMaxLength(4))
                .list()
                .ofMaxSize(30)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Property
    void the_schools_behind_one_mention_are_at_most_certain_together(@ForAll("texts") String text) {
        Post post = Fixtures.from("云岭县", text);
        assertThat(READER.read(Document.of(post, 20_000).text(), post).mentions())
                .allSatisfy(mention -> assertThat(mention.meant().stream()
                                .mapToDouble(Mention.Meant::probability)
                                .sum())
                        .isLessThanOrEqualTo(1 + 1e-9));
    }

    @Property
    void mentions_are_in_order_and_do_not_overlap(@ForAll("texts") String text) {
        Post post = Fixtures.post(text);
        int end = 0;
        for (Mention mention :
                READER.read(Document.of(post, 20_000).text(), post).mentions()) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(end);
            end = mention.end();
        }
    }

    @Property
    void every_link_points_at_the_authors_own_characters(@ForAll("texts") String title, @ForAll("texts") String text) {
        Post post = Fixtures.post(title, text, "", "");
        Assessment assessment = Fixtures.JUDGE.assess(post);
        assertThat(assessment.schools()).allSatisfy(link -> {
            Span span = link.mention();
            assertThat(post.field(span.field()).substring(span.start(), span.end()))
                    .isEqualTo(span.text());
        });
    }

    @Property
    void a_school_is_linked_once_and_a_derived_link_never_beside_a_named_one(@ForAll("texts") String text) {
        List<SchoolLink> links = Fixtures.JUDGE.assess(Fixtures.post(text)).schools();
        assertThat(links).extracting(SchoolLink::code).doesNotHaveDuplicates();
        boolean named = links.stream().anyMatch(link -> link.isLinked() && !link.isDerived());
        assertThat(links).noneMatch(link -> named && link.isDerived());
        assertThat(links).allMatch(link -> !link.isDerived() || link.probability() <= 0.7);
    }
}
