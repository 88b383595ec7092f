package huxiao.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An engine will never take these posts as they are, whatever is tried; every other post of the same call has been written. What
 * the index held under their ids before is still there.
 */
public final class RefusedPostsException extends RuntimeException {
    private final Map<String, String> causes;
    private final long written;

    /**
     * For at least one post.
     *
     * @param causes by post id, what the engine says against it
     * @param written how many others were written
     */
    public RefusedPostsException(Map<String, String> causes, long written) {
        super(message(causes));
        this.written = written;
        this.causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }

    /** By post id, what the engine says against it; in the order in which they were written. */
    public Map<String, String> causes() {
        return causes;
    }

    /** How many posts of the same call were written. */
    public long written() {
        return written;
    }

    /** What a later step of the same call refused besides. */
    public RefusedPostsException and(RefusedPostsException later) {
        Map<String, String> all = new LinkedHashMap<>(causes);
        later.causes.forEach(all::putIfAbsent);
        return new RefusedPostsException(all, written);
    }

    private static String message(Map<String, String> causes) {
        Map.Entry<String, String> first = causes.entrySet().iterator().next();
        String others = causes.size() == 1 ? "" : " (and " + (causes.size() - 1) + " other posts)";
        return "the index cannot take post " + first.getKey() + others + ": " + first.getValue();
    }
}
