package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import huxiao.index.AlertState;
import huxiao.index.IndexedPost;
import huxiao.model.AlertStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where alerts stand, in an index of its own that all processes share: one document for each alert, whose version is the alert's revision,
 * so that the server itself refuses an older state. What was written is read back at once.
 */
final class KnownAlerts {
    private static final List<SortOptions> BY_TIME =
            List.of(SortOptions.of(by -> by.field(told -> told.field(Fields.TOLD))));

    private final Connection connection;
    private final Layout layout;
    private final Clock clock;
    private final BulkWriter writer;

    KnownAlerts(Connection connection, Layout layout, Clock clock) {
        this.connection = connection;
        this.layout = layout;
        this.clock = clock;
        this.writer = new BulkWriter(connection, layout.alerts());
    }

    /**
     * A document.
     *
     * @param alert id of the alert
     * @param status where it stands
     * @param revision of the alert
     * @param mergedInto the alert that took over its posts, else empty
     * @param told when the index was told, ms since 1970
     */
    record Document(String alert, AlertStatus status, int revision, String mergedInto, long told) {
        AlertState state() {
            return new AlertState(alert, status, revision, mergedInto);
        }
    }

    /** Keeps states in mind, each unless one of the same revision or a newer one is known. */
    void learn(Collection<AlertState> states) {
        Map<String, AlertState> newest = new HashMap<>();
        states.stream()
                // most alerts of a stream are new ones
                .filter(state -> !state.saysNothing())
                .forEach(state -> newest.merge(state.alertId(), state, AlertState::newer));
        if (newest.isEmpty()) {
            return;
        }
        layout.makeAlertsReady();
        BulkWriter.Outcome outcome =
                writer.write(newest.values().stream().map(this::write).iterator());
        if (!outcome.refused().isEmpty()) {
            throw new IllegalStateException("states of alerts are refused: " + outcome.refused());
        }
    }

    private BulkWriter.Write write(AlertState state) {
        Document document =
                new Document(state.alertId(), state.status(), state.revision(), state.mergedInto(), clock.millis());
        BulkOperation operation = BulkOperation.of(bulk -> bulk.index(index -> index.index(layout.alerts())
                .id(ElasticsearchDocument.id(state.alertId()))
                .versionType(VersionType.External)
                .version((long) state.revision())
                .document(document)));
        return new BulkWriter.Write(
                state.alertId(), operation, 200 + state.alertId().length());
    }

    /** The posts as the newest known states have them, in the same order. */
    List<IndexedPost> applied(List<IndexedPost> posts) {
        Map<String, AlertState> known = known(posts.stream()
                .map(IndexedPost::alertId)
                .filter(alert -> !alert.isEmpty())
                .collect(Collectors.toSet()));
        return posts.stream()
                .map(post -> AlertState.applied(post, alert -> Optional.ofNullable(known.get(alert))))
                .toList();
    }

    /** What is known of alerts, and of those that took over their posts. */
    private Map<String, AlertState> known(Set<String> alerts) {
        Map<String, AlertState> known = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = alerts;
        if (!next.isEmpty()) {
            layout.makeAlertsReady();
        }
        while (!next.isEmpty()) {
            asked.addAll(next);
            Set<String> further = new HashSet<>();
            for (AlertState state : read(next)) {
                known.put(state.alertId(), state);
                further.add(state.mergedInto());
            }
            further.remove("");
            further.removeAll(asked);
            next = further;
        }
        return known;
    }

    private List<AlertState> read(Set<String> alerts) {
        List<String> ids = alerts.stream().map(ElasticsearchDocument::id).toList();
        return connection
                .patiently(() -> whole(connection
                        .client()
                        .mget(get -> get.index(layout.alerts()).ids(ids), Document.class)
                        .docs()))
                .stream()
                .map(MultiGetResponseItem::result)
                .filter(found -> found.found())
                .map(found -> found.source().state())
                .toList();
    }

    /** The server says for each document whether its shard answers; one that is starting, or lost its node, may answer later. */
    private List<MultiGetResponseItem<Document>> whole(List<MultiGetResponseItem<Document>> answers)
            throws IOException {
        for (MultiGetResponseItem<Document> answer : answers) {
            if (answer.isFailure()) {
                ErrorCause error = answer.failure().error();
                IOException failure = new IOException(Failures.describe(error));
                if (Failures.isIndexMissing(error)) {
                    throw connection.failed(failure);
                }
                throw failure;
            }
        }
        return answers;
    }

    /** Forgets what the index was told before a time, ms since 1970. */
    void forgetToldBefore(long millis) {
        layout.makeAlertsReady();
        Query old = Clauses.between(Fields.TOLD, Long.MIN_VALUE, millis == Long.MIN_VALUE ? millis : millis - 1);
        try (Snapshot snapshot = Snapshot.open(connection, layout.alerts())) {
            writer.write(snapshot.find(old, BY_TIME, false)
                    .map(ElasticsearchIndex::unlessWrittenSince)
                    .iterator());
        }
    }
}
