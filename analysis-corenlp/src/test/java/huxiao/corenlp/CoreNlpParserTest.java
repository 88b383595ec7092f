package huxiao.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.frame.Arc;
import huxiao.analysis.frame.DependencyParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class CoreNlpParserTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void it_is_found_as_a_service_and_tells_subject_from_object() {
        DependencyParser parser = DependencyParser.installed().orElseThrow();
        List<Arc> arcs = parser.parse(List.of("孩子", "被", "老师", "打", "了"), LONG).orElseThrow();
        assertThat(arcs).contains(new Arc(0, 3, "nsubjpass"), new Arc(2, 3, "nsubj"));
    }

    @Test
    void a_denial_hangs_on_the_verb_that_it_denies() {
        List<Arc> arcs = new CoreNlpParser()
                .parse(List.of("我", "不", "敢", "说", "他", "打", "我"), LONG)
                .orElseThrow();
        assertThat(arcs).contains(new Arc(1, 3, "neg"), new Arc(4, 5, "nsubj"), new Arc(6, 5, "dobj"));
    }

    @Test
    void odd_words_are_parsed_too() {
        assertThat(new CoreNlpParser().parse(List.of("😀", "\ud83d", "…", "a", "1"), LONG))
                .hasValueSatisfying(arcs -> assertThat(arcs).isNotEmpty());
        assertThat(new CoreNlpParser().parse(List.of(), LONG)).contains(List.of());
    }

    @Test
    void nobody_waits_longer_than_the_limit() {
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService one = CoreNlpParser.workers(1);
        CoreNlpParser parser = new CoreNlpParser(blocked(new CountDownLatch(1), release), one);
        assertThat(parser.parse(List.of("慢"), Duration.ofMillis(1))).isEmpty();
        release.countDown();
        one.shutdown();
    }

    @Test
    void nobody_waits_for_a_busy_worker() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService one = CoreNlpParser.workers(1);
        CoreNlpParser parser = new CoreNlpParser(blocked(begun, release), one);
        CompletableFuture<Optional<List<Arc>>> first =
                CompletableFuture.supplyAsync(() -> parser.parse(List.of("先"), LONG));
        awaitUninterruptibly(begun);
        assertThat(parser.parse(List.of("后"), LONG)).isEmpty();
        release.countDown();
        assertThat(first.join()).contains(List.of());
        one.shutdown();
    }

    private static CoreNlpParser.Sentences blocked(CountDownLatch begun, CountDownLatch release) {
        return words -> {
            begun.countDown();
            awaitUninterruptibly(release);
            return List.of();
        };
    }

    @Test
    void a_parser_that_fails_gives_no_answer() {
        ExecutorService one = CoreNlpParser.workers(1);
        CoreNlpParser parser = new CoreNlpParser(
                words -> {
                    throw new IllegalStateException("no parse");
                },
                one);
        assertThat(parser.parse(List.of("词"), LONG)).isEqualTo(Optional.empty());
        one.shutdown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
