package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huxiao.model.Json;
import huxiao.model.Post;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScreenerTest {
    private static final LinearModel MODEL = shipped();
    private static final ScreenModel SCREEN = new ScreenModel(MODEL);
    private static final Reader READER = new Reader(
            Lexicon.read(Fixtures.CONFIG.resolve("lexicon")),
            Fixtures.DEMO_CITY,
            List.of(),
            LinkingSettings.defaults());

    private static LinearModel shipped() {
        try (InputStream in = Judge.class.getResourceAsStream("/huxiao/analysis/model.bin.gz")) {
            return LinearModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The training texts, every second one behind the name of a school. */
    private static List<String> texts() {
        Path row = Fixtures.CONFIG.resolve("../bench/data/train/train-1.jsonl");
        try {
            List<String> texts = new ArrayList<>();
            for (String line : Files.readAllLines(row)) {
                String text = Json.tree(line).path("text").asText();
                var schools = Fixtures.DEMO_CITY.all();
                String school = schools.get(texts.size() / 2 % schools.size()).name();
                texts.add(texts.size() % 2 == 0 ? text : text + school);
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void agreesWithTraining(String text, HashSieve sieve) {
        String normal = Normaliser.normalise(text).text();
        Automaton.Skim skim = new Automaton.Skim();
        READER.skim(normal, skim);
        double flat = SCREEN.score(normal, skim.groups(), sieve);
        double trained = MODEL.scores(FeatureExtractor.screen(normal, READER.cues(normal)))[Head.SCREEN];
        assertThat(flat).describedAs(text).isCloseTo(trained, within(1e-4));
        double weights = READER.cues(normal).stream()
                .mapToDouble(cue -> cue.term().weight())
                .sum();
        assertThat(skim.weight()).isCloseTo(weights, within(1e-9));
    }

    @Test
    void scores_without_features_as_the_model_does_with_them() {
        HashSieve sieve = new HashSieve();
        texts().forEach(text -> agreesWithTraining(text, sieve));
    }

    @Property(tries = 200)
    void scores_any_text_as_the_model_does(@ForAll String text) {
        agreesWithTraining(text, new HashSieve());
    }

    @Test
    void a_long_text_leaves_no_trace_in_the_next() {
        HashSieve sieve = new HashSieve();
        agreesWithTraining("砍人".repeat(5_000) + "有人打架", sieve);
        agreesWithTraining("有人打架", sieve);
    }

    @Test
    void misses_no_school_that_the_full_linker_finds_and_takes_few_words_for_names() {
        int wrongly = 0;
        List<String> texts = texts();
        for (String text : texts) {
            Post post = Fixtures.post(text);
            boolean taken = Fixtures.JUDGE.screen(post).mayNameSchool();
            if (Fixtures.JUDGE.assess(post).schools().isEmpty()) {
                wrongly += taken ? 1 : 0;
            } else {
                assertThat(taken).describedAs(text).isTrue();
            }
        }
        assertThat(wrongly).isLessThanOrEqualTo(texts.size() / 50);
    }
}
