package huxiao.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with its cookies, or a program with its key. Follows no redirect. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** To a server's address. */
    public Visitor(String address) {
        this(address, "");
    }

    Visitor(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Signs in through the form; gives the answer. */
    public HttpResponse<String> signIn(String login, String password) {
        return submit("/login", "/login", Map.of("username", login, "password", password));
    }

    /** A page or a resource. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Fills a form of a page, with the page's CSRF token. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        return post(action, Map.of("_csrf", token.group(1)), fields);
    }

    /** Sends a form without looking at a page first. */
    public HttpResponse<String> post(String action, Map<String, String> token, Map<String, String> fields) {
        String body = java.util.stream.Stream.concat(token.entrySet().stream(), fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(action, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends JSON; a session brings its CSRF token. */
    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (key.isEmpty()) {
            request.header("X-CSRF-TOKEN", read("/api/v1/me").path("csrfToken").asText());
        }
        return send(request);
    }

    /** JSON of the API. */
    public JsonNode read(String path) {
        return Json.tree(get(path).body());
    }

    /** Sends anything. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer that is read as it comes. */
    public HttpResponse<InputStream> open(String path) {
        try {
            return client.send(request(path).build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with this visitor's key. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }
}
