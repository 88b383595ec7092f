package huxiao.server.boundary;

import huxiao.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks the running server as a browser or a school's software does, and remembers every answer. */
final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final String key;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final List<Answer> answers = new ArrayList<>();

    private Visitor(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /** What came back. */
    record Answer(String path, int status, String body) {}

    /** A school's software with its API key. */
    static Visitor withKey(String address, String key) {
        return new Visitor(address, key);
    }

    /** A person who signed in at the login page. */
    static Visitor signedIn(String address, String login, String password) {
        Visitor visitor = new Visitor(address, "");
        Matcher csrf = CSRF.matcher(visitor.get("/login").body());
        if (!csrf.find()) {
            throw new IllegalStateException("the login page has no CSRF token");
        }
        Answer answer = visitor.send(
                "/login",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + encoded(login) + "&password="
                                + encoded(password) + "&_csrf=" + encoded(csrf.group(1)))));
        if (answer.status() != 200 || visitor.get("/api/v1/me").status() != 200) {
            throw new IllegalStateException(login + " cannot sign in: " + answer.status());
        }
        return visitor;
    }

    Answer get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    Answer post(String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        if (key.isEmpty()) {
            request.header(
                    "X-CSRF-TOKEN",
                    Json.tree(get("/api/v1/me").body()).path("csrfToken").asText());
        }
        return send(path, request);
    }

    /** A value as it stands in a query string. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Every answer so far. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    private Answer send(String path, HttpRequest.Builder request) {
        request.uri(URI.create(address + path)).header("Accept-Language", "zh-CN");
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Answer answer = new Answer(path, response.statusCode(), response.body());
            answers.add(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
