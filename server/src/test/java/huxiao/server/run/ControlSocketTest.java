package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.Hit;
import huxiao.index.IndexedPost;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SimilarPost;
import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.Query;
import huxiao.model.Assessment;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Stance;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    private static final SearchContext CONTEXT =
            Openers.searchContext(SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv")), Clock.systemUTC());

    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void a_search_is_answered_with_every_hit_newest_first_and_the_total() throws IOException {
        InMemoryIndex index = new InMemoryIndex(CONTEXT);
        for (int i = 0; i < 3000; i++) {
            index.put(List.of(post("p" + i, "附小的作业真多", Instant.ofEpochSecond(i))));
        }
        try (DataFolder data = DataFolder.hold(folder, "up");
                ControlSocket socket = ControlSocket.open(data, "up", searching(index))) {
            List<String> all = ask("作业", -1);
            assertThat(all).hasSize(3001);
            assertThat(all.get(0)).contains("\"id\":\"p2999\"").contains("\"publishedAt\":\"1970-01-01T00:49:59Z\"");
            assertThat(all.get(3000)).isEqualTo("{\"total\":3000}");
            assertThat(ask("作业", 2)).hasSize(3).last().isEqualTo("{\"total\":3000}");
            assertThat(ask("作业", 0)).containsExactly("{\"total\":3000}");
            assertThat(ask("级别:", -1)).singleElement().asString().startsWith("{\"error\":");
            assertThat(socket).isNotNull();
        }
    }

    @Test
    @Timeout(30)
    void a_client_that_says_nothing_keeps_nobody_else_waiting() throws IOException {
        InMemoryIndex index = new InMemoryIndex(CONTEXT);
        try (DataFolder data = DataFolder.hold(folder, "up");
                ControlSocket socket = ControlSocket.open(data, "up", searching(index))) {
            Path address = Path.of(DataFolder.holder(folder).orElseThrow().getProperty("socket"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(address.getParent())))
                    .isEqualTo("rwx------");
            List<SocketChannel> silent = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                channel.connect(UnixDomainSocketAddress.of(address));
                silent.add(channel);
            }
            assertThat(ask("作业", -1)).containsExactly("{\"total\":0}");
            for (SocketChannel channel : silent) {
                channel.close();
            }
            assertThat(socket).isNotNull();
        }
    }

    @Test
    @Timeout(30)
    void a_search_that_fails_says_so() throws IOException {
        try (DataFolder data = DataFolder.hold(folder, "up");
                ControlSocket socket = ControlSocket.open(data, "up", searching(new Broken()))) {
            assertThat(ask("作业", -1)).singleElement().asString().contains("error", "the disk is away");
            assertThat(socket).isNotNull();
        }
    }

    @Test
    @Timeout(30)
    void a_question_that_the_server_does_not_know_is_refused_in_words() throws IOException {
        try (DataFolder data = DataFolder.hold(folder, "up");
                ControlSocket socket = ControlSocket.open(data, "up", searching(new InMemoryIndex(CONTEXT)))) {
            List<String> lines = new ArrayList<>();
            assertThat(ControlSocket.ask(folder, Map.of("command", "nosuch"), lines::add))
                    .isTrue();
            assertThat(lines).singleElement().asString().contains("error", "nosuch");
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void without_a_server_or_with_one_that_does_not_listen_nobody_answers() throws IOException {
        assertThat(ControlSocket.ask(folder, "作业", -1, line -> {})).isFalse();
        try (DataFolder data = DataFolder.hold(folder, "replay")) {
            assertThat(ControlSocket.ask(folder, "作业", -1, line -> {})).isFalse();
            data.describe("up", folder.resolve("gone").toString());
            assertThat(ControlSocket.ask(folder, "作业", -1, line -> {})).isFalse();
        }
    }

    @Test
    void what_a_killed_server_left_of_its_socket_is_removed_by_the_next_holder_and_nothing_else() throws IOException {
        Path left = Files.createDirectory(folder.resolve("huxiao-socket-1"));
        Files.createFile(left.resolve("control"));
        Files.writeString(folder.resolve("LOCK"), "\nsocket=" + left.resolve("control") + "\n");
        DataFolder.hold(folder, "up").close();
        assertThat(left).doesNotExist();
        Path precious = Files.createFile(folder.resolve("precious"));
        Files.writeString(folder.resolve("LOCK"), "\nsocket=" + precious + "\n");
        DataFolder.hold(folder, "up").close();
        assertThat(precious).exists();
    }

    /** Answers searches alone: the other questions have tests of their own. */
    private static Questions searching(PostSearch index) {
        return new Questions(new SearchRun(index, CONTEXT), null, null, null, null);
    }

    private List<String> ask(String query, long limit) throws IOException {
        List<String> lines = new ArrayList<>();
        assertThat(ControlSocket.ask(folder, query, limit, lines::add)).isTrue();
        return lines;
    }

    private static IndexedPost post(String id, String text, Instant at) {
        String version = PostIds.version("", text);
        return new IndexedPost(
                new Post(id, version, "test", "", "", text, "", "", "", at, at),
                new Assessment(
                        id,
                        version,
                        Level.NONE,
                        List.of(),
                        Map.of(),
                        Stance.REPORT,
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        Insight.NONE),
                "");
    }

    private static final class Broken implements PostSearch {
        @Override
        public SearchResult search(SearchRequest request) {
            throw new IllegalStateException("the disk is away");
        }

        @Override
        public Stream<Hit> stream(Query query) {
            throw new IllegalStateException("the disk is away");
        }

        @Override
        public List<SimilarPost> similar(IndexedPost post, Query within, int limit) {
            throw new IllegalStateException("the disk is away");
        }

        @Override
        public Optional<IndexedPost> get(String postId) {
            throw new IllegalStateException("the disk is away");
        }

        @Override
        public long count() {
            throw new IllegalStateException("the disk is away");
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
