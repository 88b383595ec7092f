package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.http.ContentTooLongException;

/** Tells what may pass if one waits from what will not, and puts failures into words. */
final class Failures {
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_MESSAGE = 500;

    private Failures() {}

    /** Nobody answers, or the one who answers is busy. A refused certificate does not pass: someone must look at it. */
    static boolean mayPass(IOException failure) {
        if (failure instanceof TransportException answer) {
            return mayPass(answer.statusCode());
        }
        return causes(failure).noneMatch(SSLException.class::isInstance) && !isTooLong(failure);
    }

    /** The server or a shard is busy, starting, full or ill. A block (a full disk) passes when somebody makes room. */
    static boolean mayPass(int status, ErrorCause error) {
        return mayPass(status) || "cluster_block_exception".equals(error.type());
    }

    private static boolean mayPass(int status) {
        return status == TOO_MANY_REQUESTS || status >= 500;
    }

    /** The document itself is what the server refuses. */
    static boolean refusesDocument(int status) {
        return status == BAD_REQUEST || status == TOO_LARGE;
    }

    /** The document is no longer the one that was meant. */
    static boolean isConflict(int status) {
        return status == CONFLICT;
    }

    /** The request is larger than the server takes. */
    static boolean isTooLarge(ElasticsearchException failure) {
        return failure.status() == TOO_LARGE;
    }

    /** The request is larger than the server, or something before it, takes. */
    static boolean isTooLarge(IOException failure) {
        return failure instanceof TransportException answer && answer.statusCode() == TOO_LARGE;
    }

    /** The answer is larger than the client takes. */
    static boolean isTooLong(IOException failure) {
        return causes(failure).anyMatch(ContentTooLongException.class::isInstance);
    }

    /** A search that had no time left. */
    static boolean isSearchTimeout(ElasticsearchException failure) {
        return types(failure.error()).anyMatch("search_timeout_exception"::equals);
    }

    /** What went wrong, short enough for a log: the innermost cause, which says most. */
    static String describe(ErrorCause error) {
        ErrorCause inner = error;
        while (inner.causedBy() != null) {
            inner = inner.causedBy();
        }
        if (inner == error && !error.rootCause().isEmpty()) {
            inner = error.rootCause().get(0);
        }
        String text = inner.type() + ": " + inner.reason();
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    }

    /** The failure of an interrupted thread, whose mark is set again. */
    static UncheckedIOException interrupted(Throwable cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("interrupted while waiting for Elasticsearch");
        failure.initCause(cause);
        return new UncheckedIOException(failure);
    }

    /** Whether the client gave up because its thread was interrupted; it says so by a plain exception. */
    static boolean isInterrupt(RuntimeException failure) {
        return causes(failure).anyMatch(InterruptedException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Stream<String> types(ErrorCause error) {
        Stream<ErrorCause> below = Stream.concat(error.rootCause().stream(), Stream.ofNullable(error.causedBy()));
        return Stream.concat(Stream.of(String.valueOf(error.type())), below.flatMap(Failures::types));
    }
}
