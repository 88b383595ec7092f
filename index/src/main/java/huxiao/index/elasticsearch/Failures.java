package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.http.ContentTooLongException;
import org.elasticsearch.client.ResponseException;

/** Tells what may pass if one waits from what will not, and puts failures into words. */
final class Failures {
    private static final String OUT_OF_TIME = "search_timeout_exception";
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_MESSAGE = 500;

    private Failures() {}

    /** Nobody answers, or the one who answers is busy. A refused certificate does not pass: someone must look at it. */
    static boolean mayPass(IOException failure) {
        OptionalInt status = status(failure);
        if (status.isPresent()) {
            return mayPass(status.getAsInt());
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

    /** Somebody deleted the index; waiting does not bring it back, opening it anew does. */
    static boolean isIndexMissing(ErrorCause error) {
        return "index_not_found_exception".equals(error.type());
    }

    /** The request is larger than the server takes. */
    static boolean isTooLarge(ElasticsearchException failure) {
        return failure.status() == TOO_LARGE;
    }

    /** The request is larger than the server, or something before it, takes. */
    static boolean isTooLarge(IOException failure) {
        return status(failure).equals(OptionalInt.of(TOO_LARGE));
    }

    /** The status of an answer that the client did not read, since it was no JSON or one of those after which it asks another node. */
    private static OptionalInt status(IOException failure) {
        if (failure instanceof TransportException answer) {
            return OptionalInt.of(answer.statusCode());
        }
        return failure instanceof ResponseException answer
                ? OptionalInt.of(answer.getResponse().getStatusLine().getStatusCode())
                : OptionalInt.empty();
    }

    /** The answer is larger than the client takes. */
    static boolean isTooLong(IOException failure) {
        return causes(failure).anyMatch(ContentTooLongException.class::isInstance);
    }

    /** A search that had no time left, as the server says it. */
    static boolean isSearchTimeout(ElasticsearchException failure) {
        return types(failure.error()).anyMatch(OUT_OF_TIME::equals);
    }

    /**
     * A search that had no time left, as the connection says it: by its silence, or by an answer 504, which the client does not
     * read; its body is in the message.
     */
    static boolean isSearchTimeout(IOException failure) {
        return failure instanceof SocketTimeoutException
                || (failure instanceof ResponseException && failure.getMessage().contains(OUT_OF_TIME));
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
