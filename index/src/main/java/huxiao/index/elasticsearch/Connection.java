package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import huxiao.index.IndexUnavailableException;
import huxiao.model.Json;
import java.io.IOException;
import java.time.Duration;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;

/** The client and how its calls fail. Thread safe. */
final class Connection implements AutoCloseable {
    private final ElasticsearchSettings settings;
    private final ElasticsearchClient client;
    private final Waits waits = new Waits();

    Connection(ElasticsearchSettings settings) {
        this.settings = settings;
        HttpHost[] hosts = settings.urls().stream()
                .map(url -> new HttpHost(url.getHost(), url.getPort(), url.getScheme()))
                .toArray(HttpHost[]::new);
        Header[] headers = settings.credentials().authorization().stream()
                .map(value -> new BasicHeader("Authorization", value))
                .toArray(Header[]::new);
        RestClient low = RestClient.builder(hosts)
                .setDefaultHeaders(headers)
                .setRequestConfigCallback(config -> config.setConnectTimeout(millis(settings.connectTimeout()))
                        .setSocketTimeout(millis(settings.socketTimeout())))
                .build();
        this.client = new ElasticsearchClient(new RestClientTransport(low, mapper(Json.mapper())));
    }

    /** A post is read from the middle of an answer, after which more follows. */
    private static JsonpMapper mapper(ObjectMapper json) {
        return new JacksonJsonpMapper(json.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
    }

    ElasticsearchClient client() {
        return client;
    }

    /** The same client, which gives up when an answer takes longer. */
    ElasticsearchClient client(Duration socketTimeout) {
        RequestConfig config = RequestConfig.custom()
                .setConnectTimeout(millis(settings.connectTimeout()))
                .setSocketTimeout(millis(socketTimeout))
                .build();
        RequestOptions options =
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build();
        return client.withTransportOptions(new RestClientOptions(options, false));
    }

    JsonpMapper mapper() {
        return client._jsonpMapper();
    }

    /** The writes that wait for the server at this moment. */
    Waits waits() {
        return waits;
    }

    /** Something asked of the server. */
    interface Call<T> {
        T answer() throws IOException;
    }

    /**
     * One attempt.
     *
     * @throws IndexUnavailableException when the server cannot be reached or refuses
     */
    <T> T once(Call<T> call) {
        try {
            return call.answer();
        } catch (IOException e) {
            throw failed(e);
        } catch (ElasticsearchException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            throw unlessInterrupted(e);
        }
    }

    /**
     * As many attempts as it takes.
     *
     * @throws java.io.UncheckedIOException when the server refuses for good, or the thread is interrupted
     */
    <T> T patiently(Call<T> call) {
        try (Patience patience = new Patience(settings.prefix(), waits)) {
            while (true) {
                try {
                    T answer = call.answer();
                    patience.over();
                    return answer;
                } catch (IOException e) {
                    if (!Failures.mayPass(e)) {
                        throw failed(e);
                    }
                    patience.waitAfter(e.toString());
                } catch (ElasticsearchException e) {
                    if (!Failures.mayPass(e.status(), e.error())) {
                        throw refused(e);
                    }
                    patience.waitAfter(Failures.describe(e.error()));
                } catch (RuntimeException e) {
                    throw unlessInterrupted(e);
                }
            }
        }
    }

    IndexUnavailableException failed(IOException cause) {
        return new IndexUnavailableException("Elasticsearch at " + settings.urls() + ": " + cause, cause);
    }

    IndexUnavailableException refused(ElasticsearchException cause) {
        String reason = "Elasticsearch at " + settings.urls() + " refuses: " + Failures.describe(cause.error());
        return new IndexUnavailableException(reason, new IOException(reason, cause));
    }

    static RuntimeException unlessInterrupted(RuntimeException failure) {
        return Failures.isInterrupt(failure) ? Failures.interrupted(failure) : failure;
    }

    private static int millis(Duration timeout) {
        return Math.toIntExact(timeout.toMillis());
    }

    @Override
    public void close() {
        // closing waits for the client's threads, and there forgets that this one was interrupted
        boolean interrupted = Thread.interrupted();
        try {
            client._transport().close();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
