package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.Frontier;
import huxiao.crawler.SourceCrawl;
import huxiao.crawler.SourceSettings;
import huxiao.crawler.SourcesFile;
import huxiao.crawler.Visit;
import huxiao.crawler.fetch.FetchOutcome;
import huxiao.crawler.fetch.Fetcher;
import huxiao.crawler.fetch.HostGate;
import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real crawler reads the demo city by the demo's own settings. */
class DemoCrawlTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @TempDir
    private Path data;

    private final MovableClock clock = new MovableClock(Instant.now());
    private final Map<String, Post> found = new ConcurrentHashMap<>();
    private final Set<FetchOutcome> outcomes = ConcurrentHashMap.newKeySet();
    private final Map<String, Frontier> frontiers = new ConcurrentHashMap<>();

    @Test
    void the_crawler_reads_every_post_in_time_then_the_live_ones_and_nothing_forbidden() throws Exception {
        List<DemoPost> written = DemoPosts.read(DemoTruth.CONFIG.resolve("posts.jsonl"));
        Map<String, DemoPost> early =
                written.stream().filter(post -> post.live() == 0).collect(byText());
        try (DemoCity city = DemoCity.start(DemoTruth.CONFIG, data, 0, clock)) {
            SourcesFile sources = SourcesFile.read(city.sourcesFile());

            crawl(sources, () -> found.size() >= early.size());

            assertThat(found.values()).hasSize(early.size()).allSatisfy(post -> {
                DemoPost original = early.get(words(post.text()));
                assertThat(original).as(post.url() + " " + post.text()).isNotNull();
                assertThat(post.title()).isEqualTo(original.title());
                assertThat(post.publishedAt()).isEqualTo(original.publishedAt(city.epoch()));
                assertThat(post.author()).isNotEmpty();
            });
            assertThat(found.values()).extracting(Post::place).contains("运东区", "新港区", "高新区", "");

            clock.advance(Duration.ofMinutes(15));
            crawl(sources, () -> found.size() >= written.size());

            assertThat(found.values())
                    .extracting(post -> words(post.text()))
                    .containsAll(
                            written.stream().map(post -> words(post.text())).toList());
            assertThat(found).hasSize(written.size());
            assertThat(found.values()).noneMatch(post -> post.text().contains(ForbiddenPages.CANARY));
            assertThat(city.requestCounts().forbidden()).isZero();
            assertThat(city.requestCounts().notModified())
                    .as("conditional requests")
                    .isPositive();
            assertThat(outcomes)
                    .contains(FetchOutcome.ROBOTS_FORBID)
                    .isSubsetOf(FetchOutcome.FETCHED, FetchOutcome.NOT_MODIFIED, FetchOutcome.ROBOTS_FORBID);
        }
    }

    private void crawl(SourcesFile sources, BooleanSupplier done) throws Exception {
        Instant deadline = Instant.now().plus(LIMIT);
        AuthorKeys keys = new AuthorKeys("sixteen bytes or more".getBytes(StandardCharsets.UTF_8), Duration.ofDays(30));
        Fetcher fetcher = Fetcher.create(sources.userAgent(), HostGate.shared(), Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(sources.sources().size());
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (SourceSettings source : sources.sources()) {
                SourceCrawl crawl = new SourceCrawl(source, keys, fetcher);
                running.add(threads.submit((Callable<Void>) () -> {
                    while (!done.getAsBoolean() && Instant.now().isBefore(deadline)) {
                        step(source.id(), crawl);
                    }
                    return null;
                }));
            }
            for (Future<Void> thread : running) {
                thread.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void step(String source, SourceCrawl crawl) throws InterruptedException {
        Visit visit = crawl.visit(frontiers.getOrDefault(source, Frontier.empty()), Instant.now());
        frontiers.put(source, visit.after());
        visit.outcome().ifPresentOrElse(outcomes::add, Thread::onSpinWait);
        visit.posts().forEach(post -> found.put(post.id(), post));
    }

    private static Collector<DemoPost, ?, Map<String, DemoPost>> byText() {
        return Collectors.toMap(post -> words(post.text()), Function.identity());
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
