package huxiao.server.run;

import huxiao.index.Hit;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.query.Query;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Post;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A search of the command line, inside the server or over the last commit: one JSON line for each hit, then a closing line. */
public final class SearchRun {
    private final PostSearch index;
    private final QueryParser parser;

    /** Searches an index with names resolved by a context. */
    public SearchRun(PostSearch index, SearchContext context) {
        this.index = index;
        this.parser = new QueryParser(context.schools());
    }

    /** Where the lines go. */
    @FunctionalInterface
    public interface Lines {
        /** Takes one line, without its end. */
        void accept(String line) throws IOException;
    }

    /**
     * Runs a query. The closing line is {@code {"total":n}}, or {@code {"error":message}} for a query that can't be read.
     *
     * @param limit at most so many hits; negative for all
     */
    public void run(String query, long limit, Lines lines) throws IOException {
        Query parsed;
        try {
            parsed = parser.parse(query);
        } catch (QueryException e) {
            lines.accept(Json.write(Map.of("error", e.getMessage())));
            return;
        }
        long total = 0;
        try (Stream<Hit> hits = index.stream(parsed)) {
            for (Iterator<Hit> each = hits.iterator(); each.hasNext(); total++) {
                Hit hit = each.next();
                if (limit < 0 || total < limit) {
                    lines.accept(line(hit));
                }
            }
        }
        lines.accept(Json.write(Map.of("total", total)));
    }

    private static String line(Hit hit) {
        Post post = hit.indexed().post();
        Assessment assessment = hit.indexed().assessment();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", post.id());
        line.put("level", assessment.level());
        line.put("police", assessment.level().isPolice());
        line.put("category", assessment.mainCategory().map(Category::wireName).orElse(null));
        line.put("schools", assessment.linkedSchools());
        line.put("publishedAt", post.publishedAt());
        line.put("text", post.text());
        return Json.write(line);
    }
}
