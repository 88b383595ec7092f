package huxiao.crawler;

import huxiao.crawler.fetch.Validators;
import java.time.Instant;
import java.util.Objects;

/**
 * What is remembered of one URL.
 *
 * @param kind what it is
 * @param validators to ask with
 * @param contentHash of the posts last read there; empty before
 * @param next when it is due
 * @param read when it was last read; {@link Instant#EPOCH} before the first time
 * @param changed when its posts last changed, as far as known
 * @param linked when a page last named it
 * @param failures in a row
 */
record FrontierEntry(
        PageKind kind,
        Validators validators,
        String contentHash,
        Instant next,
        Instant read,
        Instant changed,
        Instant linked,
        int failures) {
    FrontierEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(validators, "validators");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(linked, "linked");
    }

    /** A URL just found, due at once. */
    static FrontierEntry found(PageKind kind, Instant now) {
        return new FrontierEntry(kind, Validators.NONE, "", now, Instant.EPOCH, now, now, 0);
    }

    boolean isUnread() {
        return read.equals(Instant.EPOCH);
    }

    FrontierEntry linkedAt(Instant time) {
        return new FrontierEntry(kind, validators, contentHash, next, read, changed, time, failures);
    }

    FrontierEntry dueAt(Instant time) {
        return new FrontierEntry(kind, validators, contentHash, time, read, changed, linked, failures);
    }

    FrontierEntry failedUntil(Instant time, Instant now) {
        return new FrontierEntry(kind, validators, contentHash, time, now, changed, linked, failures + 1);
    }
}
