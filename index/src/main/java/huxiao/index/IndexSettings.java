package huxiao.index;

import huxiao.model.config.ConfigNode;
import java.time.Duration;
import java.util.Objects;

/**
 * Section {@code index} of huxiao.yaml.
 *
 * @param maxStale what was written so long ago is found by every search, refreshed or not
 * @param searchTimeout one search ends after so long
 * @param writeBufferMiB memory for posts not yet written to a segment, MiB
 */
public record IndexSettings(Duration maxStale, Duration searchTimeout, int writeBufferMiB) {
    /** The settings of an empty section. */
    public static final IndexSettings DEFAULT = new IndexSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), 64);

    public IndexSettings {
        Objects.requireNonNull(maxStale, "maxStale");
        Objects.requireNonNull(searchTimeout, "searchTimeout");
        if (maxStale.isNegative() || searchTimeout.isNegative() || searchTimeout.isZero() || writeBufferMiB < 1) {
            throw new IllegalArgumentException("maxStale from 0, searchTimeout and writeBufferMiB above 0, found "
                    + maxStale + ", " + searchTimeout + ", " + writeBufferMiB);
        }
    }

    /** Reads the section. */
    public static IndexSettings from(ConfigNode node) {
        Duration maxStale = node.duration("maxStale", DEFAULT.maxStale);
        Duration searchTimeout = node.duration("searchTimeout", DEFAULT.searchTimeout);
        int writeBufferMiB = node.integer("writeBufferMiB", DEFAULT.writeBufferMiB, 1, 1024);
        // says where the engine is, which whoever opens it reads
        node.section("elasticsearch");
        node.rejectUnknownKeys();
        if (searchTimeout.isZero()) {
            throw node.fault("searchTimeout", "0", "a duration above 0");
        }
        return new IndexSettings(maxStale, searchTimeout, writeBufferMiB);
    }
}
