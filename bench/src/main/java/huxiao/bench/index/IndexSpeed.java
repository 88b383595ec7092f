package huxiao.bench.index;

import huxiao.bench.index.TwoThreads.Rate;
import huxiao.bench.index.TwoThreads.Time;
import huxiao.bench.report.Table;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.elasticsearch.ElasticsearchIndex;
import huxiao.index.elasticsearch.ElasticsearchSettings;
import huxiao.index.lucene.LuceneIndex;
import huxiao.index.query.Query;
import huxiao.index.query.QueryParser;
import huxiao.model.Likeness;
import huxiao.model.School;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Writes and searches posts of real clauses put together anew: the embedded index beside a bare Lucene, Elasticsearch beside the bulk
 * helper of its client, and the embedded index beside Elasticsearch, all in one run on one machine. Arguments: the folder of COLD's
 * files; numbers of posts at which to search, such as {@code 500000,5000000}; {@code lucene} or {@code lucene,elasticsearch}; a new
 * folder for the data. Elasticsearch needs {@code HUXIAO_PROFILE=elasticsearch}. Prints tables in Markdown.
 */
public final class IndexSpeed {
    private static final int BATCH = 500;

    /** Enough to measure writing; they are made before. */
    private static final int WRITTEN = 100_000;

    private static final int WRITE_ROUNDS = 3;

    /** The first warms the server up. */
    private static final int SERVER_ROUNDS = 6;

    private static final int SEARCH_ROUNDS = 100;
    private static final double MIB = 1 << 20;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final SearchContext context = City.context();
    private final Judgements judgements = new Judgements(City.SCHOOLS.all(), City.NOW);
    private final RealLikeTexts texts;
    private final Path data;

    private IndexSpeed(List<String> cold, Path data) {
        List<String> names = City.SCHOOLS.all().stream()
                .flatMap(school -> Stream.concat(Stream.of(school.name()), aliases(school)))
                .toList();
        this.texts = new RealLikeTexts(cold, names);
        this.data = data;
    }

    private static Stream<String> aliases(School school) {
        return school.aliases().stream();
    }

    /** Runs the measurements; exit 2 on wrong use. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4
                || !Files.isReadable(Path.of(arguments[0], "train.csv"))
                || Files.exists(Path.of(arguments[3]))) {
            System.err.println("usage: IndexSpeed FOLDER POSTS[,MORE] lucene[,elasticsearch] NEW_FOLDER"
                    + "   (FOLDER holds train.csv and dev.csv of COLD)");
            System.exit(2);
        }
        List<Integer> sizes =
                Arrays.stream(arguments[1].split(",")).map(Integer::valueOf).toList();
        Path data = Files.createDirectories(Path.of(arguments[3]));
        IndexSpeed speed = new IndexSpeed(City.texts(Path.of(arguments[0])), data);
        if (arguments[2].contains("elasticsearch")) {
            try (Server server = Server.start(data.resolve("elasticsearch"))) {
                speed.run(sizes, List.of(server.url()));
            }
        } else {
            speed.run(sizes, List.of());
        }
    }

    private void run(List<Integer> sizes, List<URI> server) throws IOException {
        int largest = sizes.get(sizes.size() - 1);
        Variety.print(texts::of, largest, context.segmenter(), out);
        out.println();
        write(Math.min(WRITTEN, largest), server);
        search(sizes, server);
    }

    /** By itself, so that its posts are gone when the heap of the index is measured. */
    private void write(int count, List<URI> server) throws IOException {
        List<IndexedPost> posts = posts(0, count);
        writeLucene(posts);
        for (URI url : server) {
            writeElasticsearch(posts, url);
        }
    }

    private List<IndexedPost> posts(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(i -> judgements.of(i, texts.of(i)))
                .toList();
    }

    private void writeLucene(List<IndexedPost> posts) throws IOException {
        List<IndexedPost> withoutVectors =
                posts.stream().map(IndexSpeed::withoutVector).toList();
        Rate bare = new Rate(0, 0);
        Rate texts = new Rate(0, 0);
        Rate all = new Rate(0, 0);
        for (int round = 0; round < WRITE_ROUNDS; round++) {
            try (BareLucene writer =
                    new BareLucene(data.resolve("bare-" + round), IndexSettings.DEFAULT.writeBufferMiB())) {
                bare = bare.best(write(posts, writer::put, writer::commit));
            }
            texts = texts.best(writeLucene(withoutVectors, "texts-" + round));
            all = all.best(writeLucene(posts, "written-" + round));
        }
        out.println(new Table("writing, two threads", "posts/s", "by processor time", "share of bare")
                .row("HanLP's words and Lucene, nothing else", figure(bare.wall()), figure(bare.processor()), "1")
                .row(
                        "the embedded index, all fields but vectors",
                        figure(texts.wall()),
                        figure(texts.processor()),
                        ratio(texts.processor() / bare.processor()))
                .row(
                        "the embedded index, all fields",
                        figure(all.wall()),
                        figure(all.processor()),
                        ratio(all.processor() / bare.processor()))
                .toString());
    }

    private Rate writeLucene(List<IndexedPost> posts, String folder) {
        try (PostIndex index = LuceneIndex.open(data.resolve(folder), context, IndexSettings.DEFAULT)) {
            return write(posts, index::put, index::commit);
        }
    }

    private static IndexedPost withoutVector(IndexedPost post) {
        return new IndexedPost(
                post.post(),
                post.assessment(),
                post.alertId(),
                new Likeness(post.likeness().fingerprint(), ""));
    }

    /** In turn, each first as often as second: what one leaves the server to merge costs the other. */
    private void writeElasticsearch(List<IndexedPost> posts, URI url) throws IOException {
        double[] bare = new double[SERVER_ROUNDS];
        double[] ours = new double[SERVER_ROUNDS];
        double[] shares = new double[SERVER_ROUNDS];
        for (int round = 0; round < SERVER_ROUNDS; round++) {
            if (round % 2 == 0) {
                bare[round] = writeBare(posts, url, round);
                ours[round] = writeOurs(posts, url, round);
            } else {
                ours[round] = writeOurs(posts, url, round);
                bare[round] = writeBare(posts, url, round);
            }
            shares[round] = ours[round] / bare[round];
        }
        out.println(new Table("writing to Elasticsearch, two threads, median of rounds", "posts/s", "share of bare")
                .row("BulkIngester of its client, the same documents", figure(median(bare)), "1")
                .row("the index", figure(median(ours)), ratio(median(shares)))
                .toString());
        out.println("shares of the rounds: "
                + Arrays.stream(shares).mapToObj(IndexSpeed::ratio).collect(Collectors.joining(", "))
                + "\n");
    }

    private double writeBare(List<IndexedPost> posts, URI url, int round) throws IOException {
        String prefix = "bare-" + round;
        try (PostIndex index = elasticsearch(url, prefix)) {
            // one of each month at least, so that the indices are there
            index.put(posts.subList(0, Math.min(BATCH, posts.size())));
        }
        BareBulk bulk = new BareBulk(url, prefix, context);
        return write(posts, bulk::put, () -> close(bulk)).wall();
    }

    private double writeOurs(List<IndexedPost> posts, URI url, int round) {
        try (PostIndex index = elasticsearch(url, "written-" + round)) {
            index.put(posts.subList(0, Math.min(BATCH, posts.size())));
            return write(posts, index::put, index::commit).wall();
        }
    }

    private static double median(double[] figures) {
        double[] sorted = Arrays.stream(figures).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void close(BareBulk bulk) {
        try {
            bulk.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PostIndex elasticsearch(URI url, String prefix) {
        return ElasticsearchIndex.open(
                ElasticsearchSettings.of(List.of(url), prefix, ElasticsearchSettings.Credentials.NONE),
                context,
                IndexSettings.DEFAULT);
    }

    private static Rate write(List<IndexedPost> posts, Consumer<List<IndexedPost>> put, Runnable commit) {
        int batches = (posts.size() + BATCH - 1) / BATCH;
        Time writing = TwoThreads.time(
                batches, i -> put.accept(posts.subList(i * BATCH, Math.min(posts.size(), (i + 1) * BATCH))));
        Time committing = TwoThreads.time(1, i -> commit.run());
        return writing.plus(committing).of(posts.size());
    }

    private void search(List<Integer> sizes, List<URI> server) {
        List<Engine> engines = new ArrayList<>();
        long before = liveHeap();
        engines.add(new Engine("Lucene", LuceneIndex.open(data.resolve("lucene"), context, IndexSettings.DEFAULT)));
        server.forEach(url -> engines.add(new Engine("Elasticsearch", elasticsearch(url, "searched"))));
        int filled = 0;
        for (int size : sizes) {
            for (Engine engine : engines) {
                fill(engine, filled, size);
            }
            filled = size;
            out.printf("at rest after %d s%n%n", Rest.await().toSeconds());
            ask(engines, size);
            out.printf(Locale.ROOT, "open heap of the indices: %.0f MiB%n%n", (liveHeap() - before) / MIB);
        }
        compare(engines, sizes);
        engines.forEach(engine -> engine.index().close());
    }

    private void ask(List<Engine> engines, int posts) {
        List<Latencies> latencies =
                Latencies.inTurn(engines.stream().map(Engine::index).toList(), queries(), SEARCH_ROUNDS);
        for (int i = 0; i < engines.size(); i++) {
            engines.get(i).measured().add(latencies.get(i));
            out.println(table(engines.get(i).name() + ", " + posts + " posts", latencies.get(i)));
        }
    }

    private void fill(Engine engine, int from, int to) {
        int batches = (to - from + BATCH - 1) / BATCH;
        Time time = TwoThreads.time(batches, i -> {
            int first = from + i * BATCH;
            engine.index().put(posts(first, Math.min(to, first + BATCH)));
        });
        engine.index().commit();
        engine.index().refresh();
        out.printf(
                Locale.ROOT,
                "%s: %d posts made and written, %.0f a second%n%n",
                engine.name(),
                to - from,
                time.of(to - from).wall());
    }

    private List<Query> queries() {
        QueryParser parser = new QueryParser(context.schools());
        return TypicalQueries.LINES.stream().map(parser::parse).toList();
    }

    private static Table table(String heading, Latencies latencies) {
        Table table = new Table(heading, "found", "p50 ms", "p99 ms");
        for (int i = 0; i < TypicalQueries.LINES.size(); i++) {
            table.row(
                    "`" + TypicalQueries.LINES.get(i) + "`",
                    latencies.total(i),
                    millis(latencies.median(i)),
                    millis(latencies.p99(i)));
        }
        return table.row("all", "", millis(latencies.median()), millis(latencies.p99()));
    }

    private void compare(List<Engine> engines, List<Integer> sizes) {
        Table table =
                new Table("posts", "engine", "p50 ms", "p99 ms", "growth of the mean p50", "beside Elasticsearch, p50");
        for (int s = 0; s < sizes.size(); s++) {
            for (Engine engine : engines) {
                Latencies now = engine.measured().get(s);
                Latencies peer = engines.get(engines.size() - 1).measured().get(s);
                table.row(
                        sizes.get(s),
                        engine.name(),
                        millis(now.median()),
                        millis(now.p99()),
                        ratio(meanMedian(now) / meanMedian(engine.measured().get(0))),
                        engines.size() > 1 ? ratio(meanMedian(now) / meanMedian(peer)) : "");
            }
        }
        out.println(table);
    }

    /** The cost of the ten queries together. */
    private static double meanMedian(Latencies latencies) {
        return IntStream.range(0, TypicalQueries.LINES.size())
                .mapToDouble(latencies::median)
                .average()
                .orElseThrow();
    }

    /** Bytes that live after everything else was thrown away. */
    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
