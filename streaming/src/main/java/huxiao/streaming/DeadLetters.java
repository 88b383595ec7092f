package huxiao.streaming;

import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.register.Register;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one post that cannot be handled from stopping the stream: it is put aside in the register with its cause, and the rest
 * goes on. An outage of database or disk is no fault of the post: it is thrown on, and the job starts again from its checkpoint
 * until the outage is over. Belongs to one operator instance.
 */
public final class DeadLetters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** SQLSTATE classes that blame the values: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> BLAMES_VALUES = Set.of("22", "23", "54");

    /** unique_violation: another transaction was first, again and again; the next try may succeed. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Resources.Lease<Register> register;

    /** Into the register of {@code settings}. */
    public DeadLetters(JobSettings settings) {
        this.register = Openers.register(settings);
    }

    /**
     * Does a stage's work on a post.
     *
     * @return what the work gave; empty when the post was put aside
     */
    public <T> Optional<T> unlessPoison(String stage, Post post, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            if (isOutage(e)) {
                throw e;
            }
            put(stage, post, e);
        } catch (StackOverflowError e) {
            put(stage, post, e);
        }
        return Optional.empty();
    }

    /** Whether a failure comes from outside, so that the same may succeed later. */
    public static boolean isOutage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException || cause instanceof InterruptedException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = Optional.ofNullable(sql.getSQLState()).orElse("");
                return state.length() < 2
                        || state.equals(UNIQUE_VIOLATION)
                        || !BLAMES_VALUES.contains(state.substring(0, 2));
            }
        }
        return false;
    }

    private void put(String stage, Post post, Throwable cause) {
        LOG.warn("post {} is put aside: {} failed on it", post.id(), stage, cause);
        // Without the time of collection, so that the same post met again only counts.
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", post.id());
        payload.put("source", post.source());
        payload.put("url", post.url());
        payload.put("title", post.title());
        payload.put("text", post.text());
        payload.put("publishedAt", post.publishedAt());
        register.get().deadLetters().put("post", post.id(), stage + ": " + cause, Json.write(payload));
    }

    @Override
    public void close() {
        register.close();
    }
}
