package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorElementType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorSimilarity;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.IndexOptions;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.PutIndexTemplateResponse;
import co.elastic.clients.elasticsearch.indices.RetentionLease;
import co.elastic.clients.elasticsearch.indices.TranslogDurability;
import co.elastic.clients.json.JsonData;
import huxiao.index.CalendarUnit;
import huxiao.model.Likeness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where documents lie: in one index for each {@link Months month} of publication, {@code PREFIX-posts-v4-2026-11}, all of them read
 * through the alias {@code PREFIX-posts}. A template gives each new one its mapping, which names the {@link Fields#FORMAT} in
 * {@code _meta}.
 */
final class Layout {
    private static final String FORMAT_KEY = "huxiao.format";
    private static final String ALREADY_THERE = "resource_already_exists_exception";
    private static final Duration SHORTEST_REFRESH = Duration.ofMillis(100);

    /**
     * A copy that was away for longer is copied as a whole instead of being told what it missed. Short, since what it may have to be
     * told is kept in every segment, deleted or not.
     */
    static final Duration RETENTION_LEASE = Duration.ofMinutes(10);

    private static final Time LEASE_PERIOD = Time.of(time -> time.time(RETENTION_LEASE.toMinutes() + "m"));

    /** The share of deleted documents that a segment may keep when they are to be expunged. */
    private static final String EXPUNGE_ALLOWED = "merge.policy.expunge_deletes_allowed";

    /** Above the catch-all templates that come with a server. */
    private static final long PRIORITY = 1_000;

    private final Connection connection;
    private final String alias;
    private final Time refreshInterval;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    /**
     * Names only; asks the server nothing.
     *
     * @param maxStale what was written so long ago is found; at least 100 ms
     */
    Layout(Connection connection, String prefix, Duration maxStale) {
        this.connection = connection;
        this.alias = prefix + "-posts";
        Duration interval = maxStale.compareTo(SHORTEST_REFRESH) < 0 ? SHORTEST_REFRESH : maxStale;
        this.refreshInterval = Time.of(time -> time.time(interval.toMillis() + "ms"));
    }

    /** What is read: all posts. */
    String alias() {
        return alias;
    }

    /** Where it is kept where alerts stand; not read through the alias. */
    String alerts() {
        return alias + "-alerts-v" + Fields.FORMAT;
    }

    /** All indices of this format, as a pattern. */
    String everyIndex() {
        return indexOf("*");
    }

    /** The index of a post published then. */
    String index(Instant publishedAt) {
        return indexOf(Months.of(publishedAt));
    }

    private String indexOf(String month) {
        return alias + "-v" + Fields.FORMAT + "-" + month;
    }

    /**
     * Makes the server ready.
     *
     * @param now the index of this month is made, so that the alias has something to name
     * @throws IllegalStateException when there are indices of another format
     */
    void open(Instant now) {
        Map<String, IndexState> there = connection.patiently(this::everyFormat);
        there.forEach(this::checkFormat);
        made.addAll(there.keySet());
        connection.patiently(() -> putTemplate(connection.client()));
        makeReady(index(now));
        if (!there.values().stream().allMatch(this::isUpToDate)) {
            connection.patiently(() -> connection.client().indices().putSettings(put -> put.index(everyIndex())
                    .settings(this::changeable)));
        }
    }

    /**
     * Whether anything has been written under this prefix. Asks once.
     *
     * @throws IllegalStateException when it was written in another format
     */
    boolean isThere() {
        Map<String, IndexState> there = connection.once(this::everyFormat);
        there.forEach(this::checkFormat);
        return !there.isEmpty();
    }

    private Map<String, IndexState> everyFormat() throws IOException {
        return connection
                .client()
                .indices()
                .get(get -> get.index(alias + "-v*"))
                .result();
    }

    /** Makes an index unless it is there. */
    void makeReady(String index) {
        if (made.contains(index)) {
            return;
        }
        connection.patiently(() -> {
            create(new CreateIndexRequest.Builder().index(index).build());
            return null;
        });
        made.add(index);
    }

    private void create(CreateIndexRequest request) throws IOException {
        try {
            connection.client().indices().create(request);
        } catch (ElasticsearchException e) {
            if (!ALREADY_THERE.equals(e.error().type())) {
                throw e;
            }
        }
    }

    /** Makes the index of alerts unless it is there. */
    void makeAlertsReady() {
        if (made.contains(alerts())) {
            return;
        }
        connection.patiently(() -> {
            create(new CreateIndexRequest.Builder()
                    .index(alerts())
                    .settings(settings())
                    .mappings(mappingsOfAlerts())
                    .build());
            return null;
        });
        made.add(alerts());
    }

    private void checkFormat(String index, IndexState state) {
        JsonData format =
                state.mappings() == null ? null : state.mappings().meta().get(FORMAT_KEY);
        String found = format == null ? "none" : format.to(String.class);
        if (!found.equals(Fields.FORMAT)) {
            throw new IllegalStateException(
                    "index " + index + ": written in format " + found + ", this program reads " + Fields.FORMAT
                            + "; delete the indices " + alias
                            + "-v*, or choose another prefix, and let the index be built again");
        }
    }

    /** Looks at the changeable settings that the client has fields for; the others were set together with them. */
    private boolean isUpToDate(IndexState state) {
        IndexSettings settings = state.settings().index();
        RetentionLease lease =
                settings.softDeletes() == null ? null : settings.softDeletes().retentionLease();
        return isSame(refreshInterval, settings.refreshInterval())
                && lease != null
                && isSame(LEASE_PERIOD, lease.period());
    }

    private static boolean isSame(Time wanted, Time found) {
        return found != null && wanted.time().equals(found.time());
    }

    private PutIndexTemplateResponse putTemplate(ElasticsearchClient client) throws IOException {
        return client.indices().putIndexTemplate(put -> put.name(alias)
                .indexPatterns(everyIndex())
                .priority(PRIORITY)
                .template(template -> template.aliases(alias, empty -> empty)
                        .settings(settings())
                        .mappings(mappings())));
    }

    private IndexSettings settings() {
        return IndexSettings.of(settings -> changeable(settings)
                .numberOfShards("1")
                // a copy where there is a second node to hold it
                .autoExpandReplicas("0-1")
                // what was acknowledged survives the death of the server
                .translog(translog -> translog.durability(TranslogDurability.Request)));
    }

    /** What may be another at the next start, or in a later version. */
    private IndexSettings.Builder changeable(IndexSettings.Builder settings) {
        return settings.refreshInterval(refreshInterval)
                .softDeletes(soft -> soft.retentionLease(lease -> lease.period(LEASE_PERIOD)))
                .otherSettings(EXPUNGE_ALLOWED, JsonData.of(0));
    }

    private static TypeMapping mappings() {
        Map<String, Property> properties = new LinkedHashMap<>();
        properties.put(Fields.ID, Property.of(field -> field.keyword(keyword -> keyword)));
        for (String name : new String[] {Fields.TIME, Fields.COLLECTED}) {
            properties.put(name, Property.of(field -> field.long_(number -> number)));
        }
        for (String name : new String[] {
            Fields.LEVEL,
            Fields.CATEGORY,
            Fields.SCHOOL,
            Fields.STANCE,
            Fields.PLACE,
            Fields.SOURCE,
            Fields.HOUR_OF_WEEK,
            Fields.ALERT,
            Fields.STATUS,
            Fields.BAND
        }) {
            properties.put(name, Property.of(field -> field.keyword(keyword -> keyword)));
        }
        properties.put(Fields.REVISION, Property.of(field -> field.integer(number -> number)));
        for (CalendarUnit unit : CalendarUnit.values()) {
            // counted by, never searched
            properties.put(Fields.start(unit), Property.of(field -> field.long_(number -> number.index(false))));
        }
        properties.put(Fields.ALERTED, Property.of(field -> field.boolean_(flag -> flag)));
        properties.put(Fields.WORDS, terms(IndexOptions.Positions));
        properties.put(Fields.CHARACTERS, terms(IndexOptions.Positions));
        properties.put(Fields.GRAMS, terms(IndexOptions.Docs));
        properties.put(
                Fields.VECTOR,
                Property.of(field -> field.denseVector(vector -> vector.elementType(DenseVectorElementType.Byte)
                        .dims(Likeness.DIMENSIONS)
                        .similarity(DenseVectorSimilarity.Cosine))));
        properties.put(Fields.STORED, Property.of(field -> field.object(object -> object.enabled(false))));
        return TypeMapping.of(mapping -> mapping.dynamic(DynamicMapping.Strict)
                .meta(FORMAT_KEY, JsonData.of(Fields.FORMAT))
                // everything else can be worked out from the post again
                .source(source -> source.includes(Fields.STORED))
                .properties(properties));
    }

    private static Property terms(IndexOptions options) {
        return Property.of(field -> field.text(text -> text.analyzer("whitespace")
                .positionIncrementGap(JoinedTerms.TEXT_GAP)
                .norms(false)
                .indexOptions(options)));
    }

    private static TypeMapping mappingsOfAlerts() {
        Map<String, Property> properties = new LinkedHashMap<>();
        // read back by id, found by time alone
        for (String name : new String[] {Fields.ALERT, Fields.STATUS, Fields.MERGED_INTO}) {
            properties.put(
                    name,
                    Property.of(field ->
                            field.keyword(keyword -> keyword.index(false).docValues(false))));
        }
        properties.put(Fields.REVISION, Property.of(field -> field.integer(number -> number.index(false))));
        properties.put(Fields.TOLD, Property.of(field -> field.long_(number -> number)));
        return TypeMapping.of(mapping -> mapping.dynamic(DynamicMapping.Strict).properties(properties));
    }
}
