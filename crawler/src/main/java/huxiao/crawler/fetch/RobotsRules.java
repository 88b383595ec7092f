package huxiao.crawler.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a robots.txt means for us (RFC 9309). Pure: bytes and status in, rules out; no network.
 *
 * <p>2xx are obeyed. 404, 410 and other 4xx mean that there are no rules, but 401 and 403 that we stay out, which is stricter
 * than §2.3.1.3. 429 and 5xx, like no answer at all, mean to stay out and ask again later (§2.3.1.4).
 */
final class RobotsRules {
    /** The token by which robots.txt may name us. */
    static final String PRODUCT_TOKEN = "huxiao";
    /** How much of a robots.txt is read, in bytes (§2.5). */
    static final int LONGEST = 500 * 1024;

    /** A {@code Crawl-delay} beyond a day means that we are not wanted. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final SimpleRobotRules rules;
    private final boolean known;
    private final String reason;

    private RobotsRules(SimpleRobotRules rules, boolean known, String reason) {
        this.rules = rules;
        this.known = known;
        this.reason = reason;
    }

    /** The rules of an answer. */
    static RobotsRules of(String url, int status, byte[] body, String contentType) {
        if (status >= 200 && status < 300) {
            byte[] read = body.length > LONGEST ? Arrays.copyOf(body, LONGEST) : body;
            SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), 0);
            return new RobotsRules(parser.parseContent(url, read, contentType, List.of(PRODUCT_TOKEN)), true, "");
        }
        if (status == 401 || status == 403) {
            return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), true, "");
        }
        if (status >= 400 && status < 500 && status != 429) {
            return none();
        }
        return unknown("status " + status);
    }

    /** No rules: everything may be read. */
    static RobotsRules none() {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), true, "");
    }

    /** Not known just now, for a reason that the log should name: nothing may be read. */
    static RobotsRules unknown(String reason) {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), false, reason);
    }

    boolean isKnown() {
        return known;
    }

    /** Why nothing is known; else empty. */
    String reason() {
        return reason;
    }

    boolean allows(String url) {
        return rules.isAllowed(url);
    }

    /** The least time between requests that the file asks for; zero when it asks for none. */
    Duration crawlDelay() {
        return rules.getCrawlDelay() > 0 ? Duration.ofMillis(rules.getCrawlDelay()) : Duration.ZERO;
    }
}
