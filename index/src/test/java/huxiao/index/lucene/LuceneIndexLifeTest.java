package huxiao.index.lucene;

import static huxiao.index.PostFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.index.AlertState;
import huxiao.index.Expunged;
import huxiao.index.IndexLockedException;
import huxiao.index.IndexMissingException;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.Markers;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.RawFiles;
import huxiao.index.SearchRequest;
import huxiao.index.SearchTimeoutException;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the Lucene engine opens, closes and goes stale. */
class LuceneIndexLifeTest {
    private static final IndexSettings NEVER_STALE = settings(Duration.ofDays(1));

    @TempDir
    Path folder;

    @Test
    void what_was_committed_is_there_after_opening_again() {
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(post("a").build()));
        }
        try (PostIndex index = open(NEVER_STALE)) {
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void where_alerts_stand_is_known_after_opening_again() {
        IndexedPost raised = post("a")
                .judged(Level.RED, Category.VIOLENCE_THREAT)
                .alert("alert")
                .build();
        AlertState rejected = AlertState.of("alert", AlertStatus.REJECTED, 2);
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(raised));
            index.mark(List.of(rejected));
        }
        try (PostIndex index = open(NEVER_STALE)) {
            assertThat(index.get("a")).contains(raised.in(rejected));
            index.put(List.of(raised));
            index.refresh();
            assertThat(index.get("a")).contains(raised.in(rejected));
        }
    }

    @Test
    void an_index_that_an_interrupted_write_has_closed_blames_the_disk_and_can_be_used_again_after_recovering() {
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(post("a").build()));
            index.commit();
            index.put(List.of(post("lost").build()));
            Thread.currentThread().interrupt();
            assertThatThrownBy(index::commit).isInstanceOf(UncheckedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(() -> index.put(List.of(post("b").build()))).isInstanceOf(UncheckedIOException.class);

            index.recover();
            index.put(List.of(post("b").build()));
            index.commit();
            index.refresh();
            assertThat(index.get("a")).isPresent();
            assertThat(index.get("b")).isPresent();
            assertThat(index.get("lost")).isEmpty();
            index.recover();
            assertThat(index.count()).isEqualTo(2);
        }
    }

    @Test
    void a_reader_sees_the_last_commit_and_needs_no_lock() {
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(post("a").text("带刀").build()));
            index.commit();
            index.put(List.of(post("b").text("带刀").build()));
            index.refresh();
            try (PostSearch reader = LuceneIndex.openReadOnly(folder, TestCity.CONTEXT, NEVER_STALE)) {
                assertThat(reader.count()).isEqualTo(1);
                assertThat(reader.search(SearchRequest.first(TestCity.PARSER.parse("带刀"), 9))
                                .total())
                        .isEqualTo(1);
            }
            assertThat(index.count()).isEqualTo(2);
        }
    }

    @Test
    void a_reader_finds_an_empty_index_from_the_moment_it_was_opened() {
        try (PostIndex index = open(NEVER_STALE);
                PostSearch reader = LuceneIndex.openReadOnly(folder, TestCity.CONTEXT, NEVER_STALE)) {
            assertThat(reader.count()).isEqualTo(index.count()).isZero();
        }
    }

    @Test
    void reading_where_nothing_was_written_is_refused() {
        for (Path none : List.of(folder, folder.resolve("absent"))) {
            assertThatThrownBy(() -> LuceneIndex.openReadOnly(none, TestCity.CONTEXT, NEVER_STALE))
                    .isInstanceOf(IndexMissingException.class)
                    .hasMessageContaining(none.toString());
        }
        assertThat(folder.resolve("absent")).doesNotExist();
    }

    @Test
    void a_second_writer_is_refused_and_the_first_goes_on() {
        try (PostIndex index = open(NEVER_STALE)) {
            assertThatThrownBy(() -> open(NEVER_STALE)).isInstanceOf(IndexLockedException.class);
            index.put(List.of(post("a").build()));
            index.commit();
        }
        try (PostIndex index = open(NEVER_STALE)) {
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void an_index_of_another_format_is_refused() throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.commit();
        }
        assertThatThrownBy(() -> open(NEVER_STALE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format");
        assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder, TestCity.CONTEXT, NEVER_STALE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_posts_of_an_index_of_another_format_can_be_read_to_fill_a_new_one() throws IOException {
        IndexedPost kept = post("kept").text("带刀").build();
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(kept, post("deleted").build()));
            index.delete(List.of("deleted"));
        }
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("huxiao.format", "0").entrySet());
            writer.commit();
        }
        assertThatThrownBy(() -> open(NEVER_STALE)).isInstanceOf(IllegalStateException.class);
        try (Stream<IndexedPost> posts = StoredPosts.in(folder)) {
            assertThat(posts).containsExactly(kept);
        }
        assertThatThrownBy(() -> StoredPosts.in(folder.resolve("nowhere"))).isInstanceOf(IndexMissingException.class);
    }

    @Test
    void a_write_waits_for_a_refresh_until_it_is_stale() {
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(post("a").build()));
            assertThat(index.count()).isZero();
            index.refresh();
            assertThat(index.count()).isEqualTo(1);
        }
        try (PostIndex index = open(settings(Duration.ZERO))) {
            index.put(List.of(post("b").build()));
            assertThat(index.count()).isEqualTo(2);
        }
    }

    @Test
    void a_search_ends_when_its_time_is_up() {
        IndexSettings impatient = new IndexSettings(Duration.ZERO, Duration.ofNanos(1), 64);
        try (PostIndex index = open(impatient)) {
            index.put(List.of(post("a").text("带刀").build()));
            assertThatThrownBy(() -> index.search(SearchRequest.first(TestCity.PARSER.parse("带刀"), 9)))
                    .isInstanceOf(SearchTimeoutException.class)
                    .hasMessageContaining("narrow");
        }
    }

    @Test
    void many_threads_may_write_the_same_posts() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (PostIndex index = open(NEVER_STALE)) {
            List<Future<?>> writes = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                writes.add(threads.submit(() -> IntStream.range(0, 20).forEach(batch -> {
                    index.put(IntStream.range(0, 50)
                            .mapToObj(i -> post("p" + i).build())
                            .toList());
                    index.refresh();
                })));
            }
            for (Future<?> write : writes) {
                write.get();
            }
            assertThat(index.count()).isEqualTo(50);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void no_term_of_any_field_holds_the_author() throws IOException {
        String author = "5f2c9a0be17d4c3388aa01de4b6f7c90";
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(
                    post("a").author(author).title("题").text("带刀").alert("al").build()));
        }
        Set<String> indexed = new HashSet<>();
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
                Terms terms = MultiTerms.getTerms(reader, field.name);
                if (terms == null) {
                    continue;
                }
                indexed.add(field.name);
                TermsEnum each = terms.iterator();
                while (each.next() != null) {
                    assertThat(each.term().utf8ToString()).as(field.name).doesNotContain(author);
                }
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                assertThat(leaf.reader().getFieldInfos().fieldInfo("author")).isNull();
            }
        }
        assertThat(indexed)
                .containsExactlyInAnyOrder(
                        "id",
                        "level",
                        "stance",
                        "place",
                        "source",
                        "alerted",
                        "alert",
                        "status",
                        "words",
                        "characters",
                        "hourOfWeek",
                        "grams");
    }

    @Test
    void a_stream_left_half_read_can_be_closed() {
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(
                    IntStream.range(0, 10).mapToObj(i -> post("p" + i).build()).toList());
            index.refresh();
            try (var hits = index.stream(new Query.Everything())) {
                assertThat(hits.findFirst()).isPresent();
            }
            index.refresh();
            assertThat(index.count()).isEqualTo(10);
        }
    }

    @Test
    void text_of_deleted_and_replaced_posts_vanishes_from_every_file_when_it_is_expunged() throws IOException {
        Markers markers = new Markers();
        try (PostIndex index = open(NEVER_STALE)) {
            markers.write(index);
            markers.remove(index);
            assertThat(markers.gone()).allSatisfy(marker -> {
                assertThat(RawFiles.holding(folder, marker)).isNotEmpty();
                assertThat(SegmentText.of(folder)).anyMatch(text -> text.contains(marker));
            });

            Expunged expunged = index.expunge();

            assertThat(expunged.before()).isEqualTo(3);
            assertThat(expunged.rewritten()).isPositive();
            assertThat(expunged.isComplete()).isTrue();
            assertThat(markers.gone()).allSatisfy(marker -> {
                assertThat(RawFiles.holding(folder, marker)).isEmpty();
                assertThat(SegmentText.of(folder)).noneMatch(text -> text.contains(marker));
            });
            assertThat(RawFiles.holding(folder, markers.kept)).isNotEmpty();
            assertThat(SegmentText.of(folder)).anyMatch(text -> text.contains(markers.kept));
            assertThat(index.get("kept")).isPresent();
        }
    }

    @Test
    void what_was_never_committed_is_expunged_too() {
        Markers markers = new Markers();
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(List.of(post("a").text(markers.replaced).build()));
            index.put(List.of(post("a").build(), post("b").text(markers.deleted).build()));
            index.delete(List.of("b"));
            assertThat(index.expunge().isComplete()).isTrue();
            assertThat(markers.gone()).allSatisfy(marker -> assertThat(RawFiles.holding(folder, marker))
                    .isEmpty());
            assertThat(index.count()).isEqualTo(1);
        }
        try (PostIndex index = open(NEVER_STALE)) {
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void only_segments_that_hold_deleted_posts_are_written_anew() throws IOException {
        try (PostIndex index = open(NEVER_STALE)) {
            index.put(many("a"));
            index.commit();
            Set<String> untouched = Set.of(FSDirectory.listAll(folder));
            index.put(many("b"));
            index.commit();
            index.delete(List.of("b7"));
            assertThat(index.expunge().before()).isEqualTo(1);
            assertThat(FSDirectory.listAll(folder))
                    .containsAll(untouched.stream()
                            .filter(file -> file.startsWith("_"))
                            .toList());
            assertThat(index.expunge()).satisfies(again -> {
                assertThat(again.before()).isZero();
                assertThat(again.rewritten()).isZero();
            });
        }
    }

    @Test
    void a_search_that_runs_while_text_is_expunged_goes_on_and_lets_go_of_the_files_as_it_ends() {
        Markers markers = new Markers();
        try (PostIndex index = open(new IndexSettings(Duration.ofDays(1), Duration.ofMillis(1), 16))) {
            markers.write(index);
            index.refresh();
            try (var hits = index.stream(new Query.Everything())) {
                var each = hits.iterator();
                List<String> texts = new ArrayList<>();
                texts.add(each.next().indexed().post().text());
                markers.remove(index);

                Expunged expunged = index.expunge();

                assertThat(expunged.after()).isZero();
                assertThat(expunged.held()).isTrue();
                assertThat(expunged.isComplete()).isFalse();
                each.forEachRemaining(hit -> texts.add(hit.indexed().post().text()));
                assertThat(texts).containsAll(markers.gone());
            }
            assertThat(markers.gone()).allSatisfy(marker -> assertThat(RawFiles.holding(folder, marker))
                    .isEmpty());
        }
    }

    @Test
    void text_is_expunged_beside_threads_that_write_and_search() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (PostIndex index = open(settings(Duration.ZERO))) {
            Future<?> writes = threads.submit(() -> {
                for (int round = 0; !enough.get(); round++) {
                    int from = round;
                    index.put(IntStream.range(0, 20)
                            .mapToObj(i -> post("p" + (from + i) % 40).build())
                            .toList());
                    index.commit();
                    written.set(round);
                }
            });
            Future<?> searches = threads.submit(() -> {
                while (!enough.get()) {
                    index.search(SearchRequest.first(new Query.Everything(), 50));
                }
            });
            while (written.get() < 20 && !writes.isDone() && !searches.isDone()) {
                index.expunge();
            }
            enough.set(true);
            writes.get();
            searches.get();
            assertThat(index.expunge().isComplete()).isTrue();
            assertThat(index.count()).isBetween(20L, 40L);
        } finally {
            enough.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void expunging_ends_with_an_interrupt_and_goes_on_when_it_is_called_again() {
        Markers markers = new Markers();
        try (PostIndex index = open(NEVER_STALE)) {
            markers.write(index);
            markers.remove(index);
            Thread.currentThread().interrupt();
            assertThatThrownBy(index::expunge).isInstanceOf(UncheckedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            index.recover();
            assertThat(index.expunge().isComplete()).isTrue();
            assertThat(markers.gone()).allSatisfy(marker -> assertThat(RawFiles.holding(folder, marker))
                    .isEmpty());
        }
    }

    /** So many that one of them less is no reason for the engine to write its segment anew by itself. */
    private static List<IndexedPost> many(String name) {
        return IntStream.range(0, 20).mapToObj(i -> post(name + i).build()).toList();
    }

    private PostIndex open(IndexSettings settings) {
        return LuceneIndex.open(folder, TestCity.CONTEXT, settings);
    }

    private static IndexSettings settings(Duration maxStale) {
        return new IndexSettings(maxStale, Duration.ofSeconds(10), 16);
    }
}
