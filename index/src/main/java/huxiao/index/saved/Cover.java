package huxiao.index.saved;

import java.util.List;
import java.util.stream.LongStream;

/** Under which keys a search is kept, so that every post which matches leads to it. Immutable. */
final class Cover {
    /** For a search that must be asked of every post. */
    static final Cover EVERY_POST = new Cover(new long[0], 1);

    private final long[] keys;
    private final double share;

    private Cover(long[] keys, double share) {
        this.keys = keys;
        this.share = share;
    }

    /** By one key, which so many of all posts show. */
    static Cover by(Key key, double share) {
        return new Cover(new long[] {key.number()}, share);
    }

    /** Leads to all that one of several leads to. */
    static Cover union(List<Cover> parts) {
        double sum = parts.stream().mapToDouble(Cover::share).sum();
        return sum >= EVERY_POST.share
                ? EVERY_POST
                : new Cover(parts.stream().flatMapToLong(Cover::keys).distinct().toArray(), sum);
    }

    /** The numbers of the keys, each once. A post that matches shows at least one of them, unless {@link #isEveryPost()}. */
    LongStream keys() {
        return LongStream.of(keys);
    }

    /** The share of all posts that show at least one of them, at most. */
    double share() {
        return share;
    }

    /** Whether the search must be asked of every post. */
    boolean isEveryPost() {
        return share >= EVERY_POST.share;
    }
}
