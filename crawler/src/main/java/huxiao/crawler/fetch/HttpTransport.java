package huxiao.crawler.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;

/**
 * One GET on the wire: no redirect, no cookie, no cache, bounded in bytes and in time from connecting to the last byte. Thread
 * safe.
 */
final class HttpTransport {
    /** What came back; {@code body} is cut where {@code overflowed}. */
    static final class Response {
        private final int status;
        private final HttpHeaders headers;
        private final BoundedBody.Content content;

        Response(int status, HttpHeaders headers, BoundedBody.Content content) {
            this.status = status;
            this.headers = headers;
            this.content = content;
        }

        int status() {
            return status;
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        byte[] body() {
            return content.bytes();
        }

        boolean overflowed() {
            return content.overflowed();
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * Sends the request.
     *
     * @param limit how many bytes of the body to read, told from status and headers
     * @throws HttpTimeoutException when the whole was not there in time
     * @throws IOException when there is no connection, a broken one, or no HTTP answer
     */
    Response get(URI uri, Map<String, String> headers, Duration timeout, ToIntFunction<ResponseInfo> limit)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET().timeout(timeout);
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<BoundedBody.Content>> answer =
                client.sendAsync(request.build(), info -> new BoundedBody(limit.applyAsInt(info)));
        try {
            HttpResponse<BoundedBody.Content> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Response(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw (IOException)
                    new HttpTimeoutException("not complete within " + timeout.toMillis() + " ms").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw (IOException)
                        new HttpTimeoutException("no answer within " + timeout.toMillis() + " ms").initCause(e);
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }
}
