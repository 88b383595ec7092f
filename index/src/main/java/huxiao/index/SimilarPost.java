package huxiao.index;

import huxiao.model.Likeness;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A post that is like another one.
 *
 * @param indexed the post
 * @param similarity how much alike both are in what they tell, at most 1: the cosine of their vectors; of a copy without one, the
 *     share of its fingerprint that is the same
 * @param copy whether it is written almost alike, too
 */
public record SimilarPost(IndexedPost indexed, double similarity, boolean copy) {
    /** Copies are found whose fingerprints differ in so many of 64 bits at most. */
    public static final int COPY_BITS = 3;

    /** Posts less alike tell of different things; chosen on bench/data/events. */
    public static final double LEAST = 0.87;

    /** So many of the newest copies are looked at. */
    public static final int MOST_COPIES = 1_000;

    /** Parts of a fingerprint: one more than may differ, so that one part at least of a copy's is the same. */
    private static final int BANDS = COPY_BITS + 1;

    private static final Comparator<SimilarPost> NEAREST = Comparator.comparing(SimilarPost::copy)
            .thenComparingDouble(SimilarPost::similarity)
            .reversed()
            .thenComparing(similar -> Cursor.at(similar.indexed));

    public SimilarPost {
        Objects.requireNonNull(indexed, "indexed");
    }

    /** The parts of a fingerprint by which an engine finds copies: two copies share at least one. None of a post without one. */
    public static List<String> bands(Likeness likeness) {
        if (likeness.fingerprint() == 0) {
            return List.of();
        }
        int bits = Long.SIZE / BANDS;
        long mask = (1L << bits) - 1;
        return IntStream.range(0, BANDS)
                .mapToObj(band -> band + ":" + Long.toHexString((likeness.fingerprint() >>> (band * bits)) & mask))
                .toList();
    }

    /**
     * The posts most like one, among all that an engine thinks may be: copies first, then those most alike, then in the one order of
     * answers. Never the post itself, nor what is less than {@link #LEAST} alike and no copy.
     */
    public static List<SimilarPost> nearest(IndexedPost to, Collection<IndexedPost> candidates, int limit) {
        Map<String, IndexedPost> others = new LinkedHashMap<>();
        candidates.forEach(post -> others.putIfAbsent(post.post().id(), post));
        others.remove(to.post().id());
        return others.values().stream()
                .flatMap(other -> of(to.likeness(), other).stream())
                .sorted(NEAREST)
                .limit(limit)
                .toList();
    }

    private static Optional<SimilarPost> of(Likeness likeness, IndexedPost other) {
        boolean copy = likeness.isCopyOf(other.likeness(), COPY_BITS);
        OptionalDouble cosine = likeness.cosine(other.likeness());
        if (!copy && cosine.orElse(-1) < LEAST) {
            return Optional.empty();
        }
        int different = Long.bitCount(likeness.fingerprint() ^ other.likeness().fingerprint());
        return Optional.of(new SimilarPost(other, cosine.orElse(1 - (double) different / Long.SIZE), copy));
    }
}
