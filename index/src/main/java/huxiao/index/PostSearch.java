package huxiao.index;

import huxiao.index.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reading half of an index of posts. Every answer is in one order: newest {@link IndexedPost#time() time} first, then by
 * id in the order of Unicode code points. Thread safe.
 */
public interface PostSearch extends AutoCloseable {
    /**
     * One page of what a query finds.
     *
     * @throws SearchTimeoutException when the engine's time for one search is used up
     * @throws TooManyBucketsException when a histogram is asked for that would have too many
     */
    SearchResult search(SearchRequest request);

    /**
     * Everything a query finds, without limit, of the index as it is now: what is written meanwhile is not seen. The stream
     * fetches as it is read and must be closed.
     */
    Stream<Hit> stream(Query query);

    /**
     * The posts most like one by its {@link IndexedPost#likeness() likeness}, whether the index holds it or not: {@link
     * SimilarPost#nearest}. An engine may miss one that is no copy among very many.
     *
     * @param within only what this finds
     * @param limit how many at most, above 0
     * @throws SearchTimeoutException when the engine's time for one search is used up
     */
    List<SimilarPost> similar(IndexedPost post, Query within, int limit);

    /** The post of an id. */
    Optional<IndexedPost> get(String postId);

    /** How many posts can be found. */
    long count();

    /** Ends the use; a writing engine makes everything durable first. */
    @Override
    void close();
}
