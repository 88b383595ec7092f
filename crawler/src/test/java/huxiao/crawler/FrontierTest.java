package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.crawler.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final Instant NOW = TestSources.NOW;

    private static Frontier frontier(Map<String, FrontierEntry> entries, long visits) {
        return new Frontier(entries, Instant.EPOCH, visits);
    }

    private static FrontierEntry entry(PageKind kind, Instant next, Instant read, Instant linked) {
        return new FrontierEntry(kind, Validators.NONE, "", next, read, NOW, linked, 0);
    }

    private static List<Link> links(String... urls) {
        return List.of(urls).stream()
                .map(url -> new Link(url, PageKind.PAGE, Optional.<Instant>empty()))
                .toList();
    }

    @Property(tries = 200)
    void a_frontier_survives_its_bytes(
            @ForAll @Size(max = 20) List<@StringLength(max = 100) String> urls,
            @ForAll @StringLength(max = 600) String etag,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll int failures) {
        Map<String, FrontierEntry> entries = new LinkedHashMap<>();
        Instant time = Instant.ofEpochMilli(millis);
        for (String url : urls) {
            PageKind kind = PageKind.of(Math.floorMod(url.hashCode(), 3));
            entries.put(url, new FrontierEntry(kind, new Validators(etag, "d"), "h", time, time, NOW, NOW, failures));
        }
        Frontier before = new Frontier(entries, time, millis);
        Frontier after = Frontier.fromBytes(before.toBytes());

        assertThat(List.copyOf(after.entries().entrySet()))
                .isEqualTo(List.copyOf(before.entries().entrySet()));
        assertThat(after.notBefore()).isEqualTo(before.notBefore());
        assertThat(after.visits()).isEqualTo(before.visits());
    }

    @Test
    void bytes_of_another_version_or_broken_ones_are_refused() {
        byte[] bytes = frontier(Map.of("http://a.cn/", FrontierEntry.found(PageKind.START, NOW)), 1)
                .toBytes();
        byte[] other = bytes.clone();
        other[0] = 9;

        assertThatThrownBy(() -> Frontier.fromBytes(other)).hasMessageContaining("version 9, allowed: 1");
        assertThatThrownBy(() -> Frontier.fromBytes(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.fromBytes(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_frontier_never_grows_beyond_its_bound() {
        Links links = new Links(frontier(Map.of("s", FrontierEntry.found(PageKind.START, NOW)), 0), 3);

        Frontier grown = links.add(links("a", "b", "c", "d"), NOW);
        assertThat(grown.entries().keySet()).containsExactly("s", "a", "b");
        assertThat(links.dropped()).isEqualTo(2);
    }

    @Test
    void a_full_frontier_forgets_what_no_page_names_any_more() {
        Map<String, FrontierEntry> entries = new LinkedHashMap<>();
        entries.put("s", FrontierEntry.found(PageKind.START, NOW.minus(Duration.ofDays(9))));
        entries.put("lately", entry(PageKind.PAGE, NOW, NOW, NOW.minus(Duration.ofHours(1))));
        entries.put("long ago", entry(PageKind.PAGE, NOW, NOW, NOW.minus(Duration.ofDays(2))));

        assertThat(new Links(frontier(entries, 0), 3)
                        .add(links("new", "newer"), NOW)
                        .entries()
                        .keySet())
                .containsExactly("s", "lately", "new");
    }

    @Test
    void a_page_that_a_sitemap_says_has_changed_is_due() {
        Instant later = NOW.plus(Duration.ofDays(3));
        Map<String, FrontierEntry> entries = new LinkedHashMap<>();
        entries.put("a", entry(PageKind.PAGE, later, NOW.minus(Duration.ofDays(1)), NOW));
        entries.put("b", entry(PageKind.PAGE, later, NOW.minus(Duration.ofDays(1)), NOW));
        List<Link> changed = List.of(
                new Link("a", PageKind.PAGE, Optional.of(NOW.minus(Duration.ofHours(1)))),
                new Link("b", PageKind.PAGE, Optional.of(NOW.minus(Duration.ofDays(2)))));

        Map<String, FrontierEntry> after =
                new Links(frontier(entries, 0), 9).add(changed, NOW).entries();
        assertThat(after.get("a").next()).isEqualTo(NOW);
        assertThat(after.get("b").next()).isEqualTo(later);
    }

    @Test
    void lists_news_and_old_pages_are_served_in_turn() {
        Map<String, FrontierEntry> entries = new LinkedHashMap<>();
        entries.put("list", entry(PageKind.LISTING, NOW, NOW, NOW));
        entries.put("old news", FrontierEntry.found(PageKind.PAGE, NOW.minusSeconds(60)));
        entries.put("news", FrontierEntry.found(PageKind.PAGE, NOW));
        entries.put("news below", FrontierEntry.found(PageKind.PAGE, NOW));
        entries.put("again", entry(PageKind.PAGE, NOW, NOW, NOW));
        entries.put("not yet", FrontierEntry.found(PageKind.PAGE, NOW.plusSeconds(1)));

        assertThat(VisitOrder.pick(frontier(entries, 0), NOW)).contains("list");
        assertThat(VisitOrder.pick(frontier(entries, 1), NOW)).contains("news");
        assertThat(VisitOrder.pick(frontier(entries, 2), NOW)).contains("again");
        assertThat(VisitOrder.pick(frontier(entries, 3), NOW)).contains("news");
        entries.keySet().removeAll(List.of("list", "news", "news below", "again"));
        assertThat(VisitOrder.pick(frontier(entries, 0), NOW)).contains("old news");
        entries.remove("old news");
        assertThat(VisitOrder.pick(frontier(entries, 0), NOW)).isEmpty();
    }

    @Test
    void young_pages_are_read_again_sooner() {
        RevisitSchedule schedule = new RevisitSchedule(Duration.ofMinutes(5));

        assertThat(schedule.afterReading(PageKind.PAGE, NOW, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(schedule.afterReading(PageKind.PAGE, NOW.minus(Duration.ofHours(4)), NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(schedule.afterReading(PageKind.PAGE, NOW.minus(Duration.ofDays(900)), NOW))
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(schedule.afterReading(PageKind.LISTING, Instant.EPOCH, NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void failures_double_the_wait_up_to_a_bound() {
        RevisitSchedule schedule = new RevisitSchedule(Duration.ofMinutes(5));

        assertThat(schedule.afterFailure(PageKind.PAGE, 1, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(schedule.afterFailure(PageKind.PAGE, 3, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(schedule.afterFailure(PageKind.PAGE, 500, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(schedule.afterFailure(PageKind.START, 500, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }
}
