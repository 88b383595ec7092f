package huxiao.server.run;

import huxiao.analysis.Judge;
import huxiao.crawler.SourcesFile;
import huxiao.index.Hit;
import huxiao.index.IndexMissingException;
import huxiao.index.IndexSettings;
import huxiao.index.IndexUnavailableException;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.RefusedPostsException;
import huxiao.index.SearchContext;
import huxiao.index.elasticsearch.ElasticsearchIndex;
import huxiao.index.elasticsearch.ElasticsearchSettings;
import huxiao.index.elasticsearch.ElasticsearchSettings.Credentials;
import huxiao.index.lucene.StoredPosts;
import huxiao.index.query.Query;
import huxiao.model.Json;
import huxiao.register.AlertBook;
import huxiao.register.Register;
import huxiao.register.RegisterChange;
import huxiao.streaming.publish.PlacedPosts;
import huxiao.streaming.publish.StatusSink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Fills the index with the posts of another one, whichever engine wrote it, or of the register. Posts that the index holds stay as they are, so that the
 * stream may go on meanwhile and a run that was cut off is simply run again. One JSON line now and then, then a closing line.
 */
public final class ReindexRun {
    /** Its name in {@link Questions}. */
    public static final String COMMAND = "reindex";

    /** The source that is no other index but the register. */
    public static final String REGISTER = "register";

    private static final int BATCH = 500;
    private static final int BATCHES_TOLD = 20;

    private final PostIndex target;
    private final SearchContext context;
    private final Recorded register;
    private final Map<String, String> environment;

    /** Writes the posts of a batch that are absent, and says how many. */
    private final ToLongFunction<List<IndexedPost>> writer;

    /**
     * What the register holds of alerts and their posts.
     *
     * @param standings where every alert stands: an index written by an older version does not know it
     * @param posts the posts of all alerts
     * @param alerts what says to which alert a post belongs by now: people may have moved it while it was read
     */
    record Recorded(
            Supplier<List<RegisterChange>> standings, Supplier<Stream<IndexedPost>> posts, Optional<AlertBook> alerts) {
        /** Of a data folder that is only being filled and has no alerts yet. */
        static final Recorded NOTHING = new Recorded(List::of, Stream::empty, Optional.empty());

        /** With a judge that is asked for only where posts are judged. */
        static Recorded of(Register register, Supplier<Judge> judge, SourcesFile sources) {
            return new Recorded(
                    register.changes()::standings,
                    new RegisteredPosts(register, judge, sources)::stream,
                    Optional.of(register.alerts()));
        }
    }

    /**
     * Fills an index.
     *
     * @param register what the register holds of alerts and their posts
     * @param environment where the API key of a server that is read is looked up
     */
    ReindexRun(PostIndex target, SearchContext context, Recorded register, Map<String, String> environment) {
        this.target = target;
        this.context = context;
        this.register = register;
        this.environment = environment;
        this.writer = register.alerts()
                .<ToLongFunction<List<IndexedPost>>>map(alerts -> new PlacedPosts(target, alerts)::putAbsent)
                .orElse(target::putAbsent);
    }

    /**
     * Runs. A line {@code {"read":n,"written":n}} comes every ten thousand posts and {@code {"refused":id,"cause":…}} for each post
     * that the engine will never take; the closing line is {@code {"total":n,"written":n,"refused":n}}, or {@code {"error":message}}.
     *
     * @param from {@link #REGISTER}, or absolute path of a folder with a Lucene index of any format, or http(s) URL of an Elasticsearch server
     * @param prefix of the server's indices
     */
    public void run(String from, String prefix, SearchRun.Lines lines) throws IOException {
        Counts counts = new Counts();
        try (Stream<IndexedPost> posts = open(from, prefix)) {
            List<IndexedPost> batch = new ArrayList<>(BATCH);
            for (Iterator<IndexedPost> each = posts.iterator(); each.hasNext(); ) {
                batch.add(each.next());
                if (batch.size() == BATCH || !each.hasNext()) {
                    put(batch, counts, lines);
                    batch.clear();
                }
            }
        } catch (IndexMissingException | IndexUnavailableException | IllegalArgumentException e) {
            lines.accept(Json.write(Map.of("error", e.getMessage())));
            return;
        }
        target.mark(register.standings().get().stream().map(StatusSink::state).toList());
        target.commit();
        target.refresh();
        lines.accept(Json.write(Map.of("total", counts.read, "written", counts.written, "refused", counts.refused)));
    }

    private static final class Counts {
        private long read;
        private long written;
        private long refused;
        private long batches;
    }

    private void put(List<IndexedPost> batch, Counts counts, SearchRun.Lines lines) throws IOException {
        counts.read += batch.size();
        try {
            counts.written += writer.applyAsLong(batch);
        } catch (RefusedPostsException e) {
            counts.refused += e.causes().size();
            counts.written += e.written();
            for (Map.Entry<String, String> cause : e.causes().entrySet()) {
                lines.accept(Json.write(Map.of("refused", cause.getKey(), "cause", cause.getValue())));
            }
        }
        if (++counts.batches % BATCHES_TOLD == 0) {
            // what was written so far is not written again when the run is cut off
            target.commit();
            lines.accept(Json.write(Map.of("read", counts.read, "written", counts.written)));
        }
    }

    private Stream<IndexedPost> open(String from, String prefix) {
        if (from.equals(REGISTER)) {
            return register.posts().get();
        }
        if (!from.startsWith("http://") && !from.startsWith("https://")) {
            return StoredPosts.in(Path.of(from));
        }
        String key = environment.getOrDefault(ElasticsearchSettings.API_KEY_VARIABLE, "");
        ElasticsearchSettings server = ElasticsearchSettings.of(
                List.of(URI.create(from)), prefix, key.isEmpty() ? Credentials.NONE : Credentials.apiKey(key));
        PostSearch source = ElasticsearchIndex.openReadOnly(server, context, IndexSettings.DEFAULT);
        return source.stream(new Query.Everything()).map(Hit::indexed).onClose(source::close);
    }
}
