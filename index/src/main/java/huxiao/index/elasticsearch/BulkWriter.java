package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes by bulk requests of bounded size and stays with each document until the server has taken it or refused it for good. The
 * caller waits meanwhile, and that is the back pressure.
 */
final class BulkWriter {
    private static final int MAX_COUNT = 1_000;
    private static final long MAX_BYTES = 5 << 20;

    private final Connection connection;
    private final String index;

    /**
     * @param index what a log says is waited for
     */
    BulkWriter(Connection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    /**
     * One document to be written or deleted.
     *
     * @param postId id of its post
     * @param operation what to do
     * @param bytes roughly how long that is
     */
    record Write(String postId, BulkOperation operation, int bytes) {}

    /** What became of the documents: how many were changed, and by post id why others were refused. */
    record Outcome(long changed, Map<String, String> refused) {}

    /**
     * Writes everything, one request after the other; the iterator is asked for no more than one request's worth.
     *
     * @throws java.io.UncheckedIOException when the server refuses for a reason that no document has given, or the thread is
     *     interrupted; what was written before stays
     */
    Outcome write(Iterator<Write> writes) {
        Progress progress = new Progress();
        List<Write> request = new ArrayList<>();
        long bytes = 0;
        while (writes.hasNext()) {
            Write write = writes.next();
            if (!request.isEmpty() && (request.size() == MAX_COUNT || bytes + write.bytes() > MAX_BYTES)) {
                send(request, progress);
                request = new ArrayList<>();
                bytes = 0;
            }
            request.add(write);
            bytes += write.bytes();
        }
        send(request, progress);
        return new Outcome(progress.changed, progress.refused);
    }

    private static final class Progress {
        private final Map<String, String> refused = new LinkedHashMap<>();
        private long changed;
    }

    private void send(List<Write> request, Progress progress) {
        try (Patience patience = new Patience(index, connection.waits())) {
            List<Write> left = request;
            while (!left.isEmpty()) {
                left = sendOnce(left, progress, patience);
            }
            patience.over();
        }
    }

    /** One attempt; what must be sent again. */
    private List<Write> sendOnce(List<Write> sent, Progress progress, Patience patience) {
        try {
            BulkResponse response = connection
                    .client()
                    .bulk(bulk ->
                            bulk.operations(sent.stream().map(Write::operation).toList()));
            return unfinished(sent, response, progress, patience);
        } catch (IOException e) {
            if (Failures.isTooLarge(e)) {
                sendInHalves(sent, e.toString(), progress);
                return List.of();
            }
            if (!Failures.mayPass(e)) {
                throw connection.failed(e);
            }
            patience.waitAfter(e.toString());
        } catch (ElasticsearchException e) {
            if (Failures.isTooLarge(e)) {
                sendInHalves(sent, Failures.describe(e.error()), progress);
                return List.of();
            }
            if (!Failures.mayPass(e.status(), e.error())) {
                throw connection.refused(e);
            }
            patience.waitAfter(Failures.describe(e.error()));
        } catch (RuntimeException e) {
            throw Connection.unlessInterrupted(e);
        }
        return sent;
    }

    private void sendInHalves(List<Write> request, String failure, Progress progress) {
        if (request.size() == 1) {
            progress.refused.put(request.get(0).postId(), failure);
            return;
        }
        int half = request.size() / 2;
        send(request.subList(0, half), progress);
        send(request.subList(half, request.size()), progress);
    }

    /** What must be sent again; waits before it says so. */
    private List<Write> unfinished(List<Write> sent, BulkResponse response, Progress progress, Patience patience) {
        List<Write> again = new ArrayList<>();
        String failure = "";
        for (int i = 0; i < sent.size(); i++) {
            BulkResponseItem item = response.items().get(i);
            if (item.error() == null) {
                progress.changed += "not_found".equals(item.result()) ? 0 : 1;
            } else if (Failures.mayPass(item.status(), item.error())) {
                again.add(sent.get(i));
                failure = Failures.describe(item.error());
            } else if (Failures.refusesDocument(item.status())) {
                progress.refused.put(sent.get(i).postId(), Failures.describe(item.error()));
            } else if (!Failures.isConflict(item.status())) {
                throw connection.failed(new IOException(Failures.describe(item.error())));
            }
        }
        if (!again.isEmpty()) {
            patience.waitAfter(failure);
        }
        return again;
    }
}
