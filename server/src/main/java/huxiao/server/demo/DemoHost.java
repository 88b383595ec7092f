package huxiao.server.demo;

import java.util.Locale;

/** The hosts of the demo city, each a loopback address of its own so that each has its own delay, robots.txt and counters. */
enum DemoHost {
    /** The forum's main host. */
    FORUM("127.0.0.2"),
    /** The forum's boards for pupils. */
    CAMPUS("127.0.0.3"),
    /** The forum's board for the counties. */
    COUNTY("127.0.0.4"),
    /** The forum's boards of single districts. */
    DISTRICTS("127.0.0.5"),
    /** The newspaper. */
    NEWS("127.0.0.6"),
    /** The micro-blog. */
    FEED("127.0.0.7");

    private final String address;

    DemoHost(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** The start of every URL on this host, without a slash at the end. */
    String baseUrl(int port) {
        return "http://" + address + ":" + port;
    }

    /** What stands for {@link #baseUrl} in the template of the demo's {@code sources.yaml}. */
    String placeholder() {
        return "${" + name().toLowerCase(Locale.ROOT) + "}";
    }
}
