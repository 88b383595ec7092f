package huxiao.register;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A search that somebody keeps, matched against every post that is stored.
 *
 * @param id its id
 * @param revision from 1; rises on every change, never on what is found or seen
 * @param owner login of whose it is; nobody else is shown it
 * @param name what they call it
 * @param query in the query language, as it was written
 * @param announced whether what it finds is announced to its owner
 * @param createdAt when it was saved
 * @param updatedAt when it was changed last
 * @param seenUntil what was found up to then has been seen
 * @param letGoUntil what was found before is kept no more, since newer finds were too many; empty while all is kept
 */
public record SavedSearch(
        String id,
        int revision,
        String owner,
        String name,
        String query,
        boolean announced,
        Instant createdAt,
        Instant updatedAt,
        Instant seenUntil,
        Optional<Instant> letGoUntil) {
    public SavedSearch {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(seenUntil, "seenUntil");
        Objects.requireNonNull(letGoUntil, "letGoUntil");
        if (revision < 1) {
            throw new IllegalArgumentException("a revision starts at 1, found " + revision);
        }
    }
}
