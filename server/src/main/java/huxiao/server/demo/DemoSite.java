package huxiao.server.demo;

import java.time.Instant;
import java.util.Optional;

/** The pages of one host: a function of path and time, without HTTP. Thread safe. */
interface DemoSite {
    /** The page at a path as it is at {@code now}; empty when there is none. */
    Optional<Page> page(String path, Instant now);

    /** Lines for the end of robots.txt, such as where the sitemap is; may be empty. */
    default String robotsExtra() {
        return "";
    }
}
