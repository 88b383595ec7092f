package huxiao.index.elasticsearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
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
        List<URI> urls, String prefix, Credentials credentials, Duration connectTimeout, Duration socketTimeout) {
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
        return new ElasticsearchSettings(urls, prefix, credentials, Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    private static boolean isNode(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && (url.getPath().isEmpty() || url.getPath().equals("/"))
                && url.getUserInfo() == null;
    }

    private static boolean isPositive(Duration timeout) {
        return timeout.compareTo(Duration.ofMillis(1)) >= 0
                && timeout.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) <= 0;
    }

    /** How the program makes itself known; prints nothing of it. */
    public static final class Credentials {
        /** To a server that asks nobody. */
        public static final Credentials NONE = new Credentials(Optional.empty());

        private final Optional<String> authorization;

        private Credentials(Optional<String> authorization) {
            this.authorization = authorization;
        }

        /** By an API key in its encoded form, as the server gives it out. */
        public static Credentials apiKey(String encoded) {
            return new Credentials(Optional.of("ApiKey " + encoded));
        }

        /** By name and password. */
        public static Credentials password(String user, String password) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Credentials(Optional.of("Basic " + Base64.getEncoder().encodeToString(both)));
        }

        /** The value of the HTTP header Authorization (RFC 9110 §11.6.2). */
        Optional<String> authorization() {
            return authorization;
        }

        @Override
        public String toString() {
            return authorization.isPresent() ? "***" : "none";
        }
    }
}
