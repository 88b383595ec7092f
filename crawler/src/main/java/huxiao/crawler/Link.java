package huxiao.crawler;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A URL worth reading that a page names.
 *
 * @param url in normal form
 * @param kind what it is expected to be
 * @param changed when it last changed, if a sitemap says so
 */
record Link(String url, PageKind kind, Optional<Instant> changed) {
    Link {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(changed, "changed");
    }
}
