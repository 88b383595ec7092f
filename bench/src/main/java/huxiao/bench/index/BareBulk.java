package huxiao.bench.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.elasticsearch.ElasticsearchDocument;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** The official client's own bulk helper with the same documents, into the indices of a prefix that hold such documents already. */
final class BareBulk implements AutoCloseable {
    private static final int AT_ONCE = 500;

    private final ElasticsearchClient client;
    private final SearchContext context;
    private final BulkIngester<Void> ingester;

    /** Names of the indices by month, such as {@code 2026-11}. */
    private final Map<String, String> indices;

    private final AtomicReference<String> failure = new AtomicReference<>("");

    BareBulk(URI url, String prefix, SearchContext context) throws IOException {
        this.context = context;
        RestClient low = RestClient.builder(new HttpHost(url.getHost(), url.getPort(), url.getScheme()))
                .build();
        client = new ElasticsearchClient(new RestClientTransport(low, new JacksonJsonpMapper()));
        indices = client.indices().get(get -> get.index(prefix + "-posts")).result().keySet().stream()
                .collect(Collectors.toMap(
                        name -> name.substring(name.length() - "2026-11".length()), Function.identity()));
        ingester = BulkIngester.of(bulk -> bulk.client(client)
                .maxOperations(AT_ONCE)
                .maxConcurrentRequests(2)
                .listener(new Failures()));
    }

    void put(List<IndexedPost> posts) {
        for (IndexedPost post : posts) {
            String index = indices.get(YearMonth.from(post.post().publishedAt().atOffset(ZoneOffset.UTC))
                    .toString());
            String id = ElasticsearchDocument.id(post.post().id());
            byte[] document = ElasticsearchDocument.of(post, context);
            ingester.add(operation -> operation.index(write ->
                    write.index(index).id(id).document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() throws IOException {
        ingester.close();
        client._transport().close();
        if (!failure.get().isEmpty()) {
            throw new IOException(failure.get());
        }
    }

    private final class Failures implements BulkListener<Void> {
        @Override
        public void beforeBulk(long id, BulkRequest request, List<Void> contexts) {
            // nothing to prepare
        }

        @Override
        public void afterBulk(long id, BulkRequest request, List<Void> contexts, BulkResponse response) {
            response.items().stream()
                    .filter(item -> item.error() != null)
                    .findFirst()
                    .ifPresent(item -> failure.set(String.valueOf(item.error().reason())));
        }

        @Override
        public void afterBulk(long id, BulkRequest request, List<Void> contexts, Throwable cause) {
            failure.set(cause.toString());
        }
    }
}
