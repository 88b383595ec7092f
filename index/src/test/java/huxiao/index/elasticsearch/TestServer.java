package huxiao.index.elasticsearch;

import huxiao.elasticsearch.server.ElasticsearchServer;
import huxiao.index.IndexSettings;
import huxiao.index.SearchContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One real server for all tests of this process, each of them under a prefix of its own. */
public final class TestServer {
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private TestServer() {}

    /** A new, empty index. */
    public static ElasticsearchIndex openNew(SearchContext context, IndexSettings settings) {
        return ElasticsearchIndex.open(settings(url(), newPrefix()), context, settings);
    }

    /** A prefix that no other test has. */
    static String newPrefix() {
        return "t" + PREFIXES.incrementAndGet();
    }

    /** Where the server answers; starts it when it is asked for the first time. */
    static URI url() {
        return Started.SERVER.url();
    }

    /** For a server without security. */
    static ElasticsearchSettings settings(URI url, String prefix) {
        return ElasticsearchSettings.of(List.of(url), prefix, ElasticsearchSettings.Credentials.NONE);
    }

    /** Where the server keeps what it is given: segments and log of operations. */
    static Path dataFolder() {
        return Started.FOLDER.resolve("data");
    }

    /** Starts once, whoever asks first; a server that does not start fails the test that asks. */
    private static final class Started {
        static final Path FOLDER = newFolder();
        static final ElasticsearchServer SERVER = start();

        private static ElasticsearchServer start() {
            ElasticsearchServer server = ElasticsearchServer.start(FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                remove(FOLDER);
            }));
            return server;
        }
    }

    /** A folder for a server's data. */
    static Path newFolder() {
        try {
            return Files.createTempDirectory("elasticsearch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
