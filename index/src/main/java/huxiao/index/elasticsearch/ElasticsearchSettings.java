package huxiao.index.elasticsearch;

import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the server is and how it is spoken to.
 *
 * @param urls addresses of one or more nodes of one cluster, http or https, without a path
 * @param prefix what the names of all indices begin with: up to 64 of a-z, 0-9, '-' and '_', the first a letter or digit
 * @param credentials how the program makes itself known
 * @param connectTimeout how long a connection may take to be made
 * @param socketTimeout how long a write may go without an answer before it is sent again
 */
public record ElasticsearchSettings(
        List<URI> urls, String prefix, Credentials credentials, Duration connectTimeout, Duration socketTimeout)
        implements Serializable {
    /** The environment variable that holds an API key in its encoded form; it never stands in a file. */
    public static final String API_KEY_VARIABLE = "HUXIAO_ELASTICSEARCH_API_KEY";

    /** The environment variable that holds the password of {@code user}. */
    public static final String PASSWORD_VARIABLE = "HUXIAO_ELASTICSEARCH_PASSWORD";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public ElasticsearchSettings {
        urls = List.copyOf(urls);
        Objects.requireNonNull(credentials, "credentials");
        if (urls.isEmpty() || !urls.stream().allMatch(ElasticsearchSettings::isNode)) {
            throw new IllegalArgumentException(
                    "at least one URL such as https://node:9200, without a path, found " + urls);
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix is " + PREFIX + ", found '" + prefix + "'");
        }
        if (!isPositive(connectTimeout) || !isPositive(socketTimeout)) {
            throw new IllegalArgumentException(
                    "timeouts from 1 ms to 24 days, found " + connectTimeout + ", " + socketTimeout);
        }
    }

    /** With timeouts of 5 s and 60 s. */
    public static ElasticsearchSettings of(List<URI> urls, String prefix, Credentials credentials) {
        return new ElasticsearchSettings(urls, prefix, credentials, CONNECT_TIMEOUT, SOCKET_TIMEOUT);
    }

    /**
     * Reads section {@code index.elasticsearch}; empty when no URL is given, which means the embedded engine.
     *
     * @param environment where {@link #API_KEY_VARIABLE} and {@link #PASSWORD_VARIABLE} are looked up
     * @throws huxiao.model.config.ConfigException naming file, line and key of what is wrong
     */
    public static Optional<ElasticsearchSettings> from(ConfigNode node, Map<String, String> environment) {
        List<URI> urls = new ArrayList<>();
        for (String url : node.strings("urls")) {
            urls.add(node(node, url));
        }
        String prefix = node.string("prefix", "huxiao");
        if (!PREFIX.matcher(prefix).matches()) {
            throw node.fault("prefix", prefix, "up to 64 of a-z, 0-9, '-' and '_', the first a letter or digit");
        }
        Credentials credentials = credentials(node, node.string("user", ""), environment);
        Duration connectTimeout = timeout(node, "connectTimeout", CONNECT_TIMEOUT);
        Duration socketTimeout = timeout(node, "socketTimeout", SOCKET_TIMEOUT);
        node.rejectUnknownKeys();
        return urls.isEmpty()
                ? Optional.empty()
                : Optional.of(new ElasticsearchSettings(urls, prefix, credentials, connectTimeout, socketTimeout));
    }

    private static URI node(ConfigNode node, String url) {
        Optional<URI> uri;
        try {
            uri = Optional.of(new URI(url)).filter(ElasticsearchSettings::isNode);
        } catch (URISyntaxException e) {
            uri = Optional.empty();
        }
        return uri.orElseThrow(() -> node.fault(
                "urls", url, "URLs such as https://node:9200, http or https, without a path, a name or a password"));
    }

    private static Credentials credentials(ConfigNode node, String user, Map<String, String> environment) {
        String apiKey = environment.getOrDefault(API_KEY_VARIABLE, "");
        if (user.isEmpty()) {
            return apiKey.isEmpty() ? Credentials.NONE : Credentials.apiKey(apiKey);
        }
        if (!apiKey.isEmpty()) {
            throw node.fault("user", user, "no user, since " + API_KEY_VARIABLE + " is set");
        }
        String password = environment.getOrDefault(PASSWORD_VARIABLE, "");
        if (password.isEmpty()) {
            throw node.fault("user", user, "a user whose password " + PASSWORD_VARIABLE + " holds; it is not set");
        }
        return Credentials.password(user, password);
    }

    private static Duration timeout(ConfigNode node, String key, Duration fallback) {
        Duration timeout = node.duration(key, fallback);
        if (!isPositive(timeout)) {
            throw node.fault(key, timeout.toMillis() + "ms", "1ms to " + LONGEST_TIMEOUT.toDays() + "d");
        }
        return timeout;
    }

    private static boolean isNode(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && (url.getPath().isEmpty() || url.getPath().equals("/"))
                && url.getUserInfo() == null;
    }

    private static boolean isPositive(Duration timeout) {
        return timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    }

    /** How the program makes itself known; prints nothing of it. */
    public static final class Credentials implements Serializable {
        /** To a server that asks nobody. */
        public static final Credentials NONE = new Credentials("");

        private final String authorization;

        private Credentials(String authorization) {
            this.authorization = authorization;
        }

        /** By an API key in its encoded form, as the server gives it out. */
        public static Credentials apiKey(String encoded) {
            return new Credentials("ApiKey " + encoded);
        }

        /** By name and password. */
        public static Credentials password(String user, String password) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Credentials("Basic " + Base64.getEncoder().encodeToString(both));
        }

        /** The value of the HTTP header Authorization (RFC 9110 §11.6.2). */
        Optional<String> authorization() {
            return authorization.isEmpty() ? Optional.empty() : Optional.of(authorization);
        }

        @Override
        public String toString() {
            return authorization.isEmpty() ? "none" : "***";
        }
    }
}
