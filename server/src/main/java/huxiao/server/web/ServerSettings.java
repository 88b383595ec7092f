package huxiao.server.web;

import huxiao.model.config.ConfigNode;
import java.time.Duration;
import java.util.Objects;

/**
 * How the HTTP server listens and guards itself.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param secureCookies whether cookies are sent over HTTPS only; true behind a proxy that ends TLS
 * @param sessionTimeout idle time after which a person must log in again
 * @param bodyLimit most bytes of a request body
 * @param freeLoginFailures failed logins of one login from one address before each further one must wait
 * @param maxLoginDelay longest wait after a failed login; the wait starts at one second and doubles
 * @param refresh how often the list of alerts renews itself in the browser
 * @param savedSearches how many searches one person may keep
 * @param exports how many exports of one person run at once
 */
public record ServerSettings(
        String host,
        int port,
        boolean secureCookies,
        Duration sessionTimeout,
        int bodyLimit,
        int freeLoginFailures,
        Duration maxLoginDelay,
        Duration refresh,
        int savedSearches,
        int exports) {
    public ServerSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(sessionTimeout, "sessionTimeout");
        Objects.requireNonNull(maxLoginDelay, "maxLoginDelay");
        Objects.requireNonNull(refresh, "refresh");
    }

    /** Reads section {@code server} of huxiao.yaml. */
    public static ServerSettings from(ConfigNode node) {
        ServerSettings settings = new ServerSettings(
                node.string("host", "127.0.0.1"),
                node.integer("port", 8080, 0, 65535),
                node.bool("secureCookies", false),
                atLeast(node, "sessionTimeout", Duration.ofHours(8), Duration.ofMinutes(1)),
                node.integer("bodyLimit", 262_144, 1024, 16_777_216),
                node.integer("freeLoginFailures", 5, 1, 100),
                atLeast(node, "maxLoginDelay", Duration.ofMinutes(5), Duration.ofSeconds(1)),
                atLeast(node, "refresh", Duration.ofSeconds(5), Duration.ofSeconds(1)),
                node.integer("savedSearches", 50, 1, 1000),
                node.integer("exports", 2, 1, 100));
        node.rejectUnknownKeys();
        return settings;
    }

    /** These settings with another port; 0 takes a free one. */
    public ServerSettings withPort(int newPort) {
        return new ServerSettings(
                host,
                newPort,
                secureCookies,
                sessionTimeout,
                bodyLimit,
                freeLoginFailures,
                maxLoginDelay,
                refresh,
                savedSearches,
                exports);
    }

    private static Duration atLeast(ConfigNode node, String key, Duration fallback, Duration least) {
        Duration found = node.duration(key, fallback);
        if (found.compareTo(least) < 0) {
            throw node.fault(key, found.toString(), "at least " + least.toSeconds() + "s");
        }
        return found;
    }
}
