package huxiao.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.index.Hit;
import huxiao.index.IndexLockedException;
import huxiao.index.IndexSettings;
import huxiao.index.PostFixture;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies by {@code kill -9} while it writes. */
class Kill9Test {
    private static final int BATCH = 100;
    private static final int COMMITS_SEEN = 5;

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void what_was_committed_is_found_and_writing_goes_on() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int committed = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < COMMITS_SEEN; i++) {
                committed = Integer.parseInt(lines.readLine());
            }
            assertThatThrownBy(() -> LuceneIndex.open(folder, TestCity.CONTEXT, IndexSettings.DEFAULT))
                    .isInstanceOf(IndexLockedException.class)
                    .hasMessageContaining(folder.toString());
            try (PostSearch beside = LuceneIndex.openReadOnly(folder, TestCity.CONTEXT, IndexSettings.DEFAULT)) {
                assertThat(beside.count()).isGreaterThanOrEqualTo(committed);
            }
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        try (PostIndex index = LuceneIndex.open(folder, TestCity.CONTEXT, IndexSettings.DEFAULT)) {
            assertThat(ids(index))
                    .containsAll(
                            IntStream.range(0, committed).mapToObj(i -> "p" + i).collect(Collectors.toSet()))
                    .doesNotHaveDuplicates();
            long before = index.count();
            index.put(List.of(
                    PostFixture.post("p0").build(),
                    PostFixture.post("afterwards").build()));
            index.refresh();
            assertThat(index.count()).isEqualTo(before + 1);
        }
    }

    private static List<String> ids(PostIndex index) {
        try (Stream<Hit> hits = index.stream(new Query.Everything())) {
            return hits.map(hit -> hit.indexed().post().id()).toList();
        }
    }

    /** Writes and commits without end, saying after each commit how many posts are safe. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            PostIndex index = LuceneIndex.open(Path.of(args[0]), TestCity.CONTEXT, IndexSettings.DEFAULT);
            for (int from = 0; ; from += BATCH) {
                index.put(IntStream.range(from, from + BATCH)
                        .mapToObj(i -> PostFixture.post("p" + i).build())
                        .toList());
                index.commit();
                System.out.println(from + BATCH);
            }
        }
    }
}
