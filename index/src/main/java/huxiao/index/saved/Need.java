package huxiao.index.saved;

import java.util.Comparator;
import java.util.List;

/** What the keys of a post must be for a part of a search to match it; necessary, not sufficient. Immutable. */
sealed interface Need {
    /** Nothing can be said: whatever its keys, a post may match. */
    Need NONE = new All(List.of());

    /** Whether a post with these keys may match. */
    boolean isMetBy(KeySet keys);

    /** Keys of which a post that matches shows at least one, and as few other posts as possible. */
    Cover cover(Frequencies frequencies);

    /** Writes it down as {@link CompactNeed} reads it. */
    void addTo(List<Long> parts);

    /** One key. */
    record One(Key key) implements Need {
        @Override
        public boolean isMetBy(KeySet keys) {
            return keys.contains(key.number());
        }

        @Override
        public Cover cover(Frequencies frequencies) {
            return Cover.by(key, frequencies.share(key));
        }

        @Override
        public void addTo(List<Long> parts) {
            CompactNeed.addOne(key, parts);
        }
    }

    /** Every part. */
    record All(List<Need> parts) implements Need {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isMetBy(KeySet keys) {
            for (Need part : parts) {
                if (!part.isMetBy(keys)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Cover cover(Frequencies frequencies) {
            return parts.stream()
                    .map(part -> part.cover(frequencies))
                    .min(Comparator.comparingDouble(Cover::share))
                    .orElse(Cover.EVERY_POST);
        }

        @Override
        public void addTo(List<Long> parts) {
            CompactNeed.addAll(this.parts, parts);
        }
    }

    /** At least one part. */
    record Any(List<Need> parts) implements Need {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isMetBy(KeySet keys) {
            for (Need part : parts) {
                if (part.isMetBy(keys)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Cover cover(Frequencies frequencies) {
            return Cover.union(
                    parts.stream().map(part -> part.cover(frequencies)).toList());
        }

        @Override
        public void addTo(List<Long> parts) {
            CompactNeed.addAny(this.parts, parts);
        }
    }
}
