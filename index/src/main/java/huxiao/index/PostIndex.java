package huxiao.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An index of posts, one entry per post id. What is written can be found after {@link #refresh()} at the latest and survives
 * the death of the process from {@link #commit()} on. Thread safe.
 */
public interface PostIndex extends PostSearch {
    /**
     * Writes posts. Idempotent by post id: whatever the index holds under an id is replaced, so that a replay changes nothing
     * and an edited version takes the place of the older one. Of two writes of one id the later call wins.
     *
     * @throws RefusedPostsException when an engine on another machine will never take some of them; all others have been written
     */
    void put(List<IndexedPost> posts);

    /**
     * Writes those of the posts whose ids the index does not hold, so that an index can be filled from another one while a stream
     * writes to it: what the stream has written stays. No write of this process comes between asking and writing. Of two posts of
     * one id the first counts.
     *
     * @return how many were written
     * @throws RefusedPostsException when an engine on another machine will never take some of them; all others have been written
     */
    long putAbsent(List<IndexedPost> posts);

    /**
     * Tells the index where alerts stand, so that their posts can be found by it: those that it holds, and those that will be put. The
     * highest revision of an alert counts, in whatever order states and posts come, and however often; a post that is put again with an
     * older one keeps the newer. Posts of a merged alert move to the one that took it over. An index in one process keeps states that no
     * post has met in mind until it is closed: whoever opens it tells it anew.
     */
    void mark(Collection<AlertState> alerts);

    /**
     * Tells the index to which alerts posts belong now, as when a person has parted two events; what it does not hold is ignored. A post
     * that is put again says itself to which alert it belongs.
     *
     * @param posts by id, the state of the alert that each belongs to
     */
    void move(Map<String, AlertState> posts);

    /** Removes posts; unknown ids are ignored. */
    void delete(Collection<String> postIds);

    /**
     * Removes what has been kept long enough, counted from collection.
     *
     * @param postsBefore posts without an alert collected before this go
     * @param alertsBefore posts with an alert collected before this go
     * @return how many went
     */
    long deleteOlderThan(Instant postsBefore, Instant alertsBefore);

    /**
     * Makes an index usable again whose engine was closed by a failed write, such as on a full disk or in an interrupted thread;
     * what was written since the last {@link #commit()} is gone and must be written again. A usable index is left as it is.
     */
    default void recover() {
        // An engine that no failure closes has nothing to do.
    }

    /** Whether the engine answers and no write waits for it; asks it, and gives it a few seconds. */
    boolean isReady();

    /** Makes durable all that was written before this call. */
    void commit();

    /** Makes findable all that was written before this call. */
    void refresh();

    /**
     * Makes the text of posts that were deleted or replaced before this call vanish from the index's files, where it otherwise stays
     * until an engine happens to write them anew; makes durable what was written before. Only the parts that hold such text are
     * written anew. Searches and writes go on meanwhile. Waits half an hour at most for an engine to write, and ends with an interrupt.
     *
     * @throws java.io.UncheckedIOException when it fails or the thread is interrupted; calling it again goes on where it ended
     */
    Expunged expunge();
}
