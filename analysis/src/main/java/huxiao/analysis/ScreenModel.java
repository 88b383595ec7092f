package huxiao.analysis;

import java.util.Set;

/**
 * The column {@link Head#SCREEN} of a {@link LinearModel} in one flat table: a slot holds a feature's hash and its weight, so that
 * a look-up touches one cache line. It scores a text without keeping any feature: a feature's occurrences share its value, hence
 * each distinct feature counts once with its family's norm divided by the root of the family's size. Immutable, thread safe.
 */
final class ScreenModel {
    private static final int NO_GRAM = 0;
    private static final int KNOWN = 1 << 13;
    private static final int GRAM_INSIDE = 1 << 16;
    /** What a character counts as in a gram, and whether it is one by itself only inside longer ones. */
    private static final int[] SIGNS = signs();

    private final double bias;
    private final long[] table;
    /** One bit for each part of the hashes, so small that it stays near the core: most features of a text have no weight. */
    private final long[] known = new long[KNOWN];

    ScreenModel(LinearModel model) {
        bias = model.bias(Head.SCREEN);
        int weights = 0;
        for (int row = 0; row < model.rows(); row++) {
            weights += model.weight(row, Head.SCREEN) == 0 ? 0 : 1;
        }
        table = new long[Integer.highestOneBit(Math.max(16, weights)) * 4];
        for (int row = 0; row < model.rows(); row++) {
            float weight = (float) model.weight(row, Head.SCREEN);
            if (weight != 0) {
                int hash = model.hash(row);
                known[(hash >>> 6) & (KNOWN - 1)] |= 1L << hash;
                int slot = slot(hash);
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = ((long) hash << 32) | (Float.floatToRawIntBits(weight) & 0xffffffffL);
            }
        }
    }

    /**
     * The answer in log-odds for a text in normal form, without the weights of terms.
     *
     * @param groups the groups of the lexicon that occur with more than one character
     */
    double score(CharSequence text, Set<CueGroup> groups, HashSieve sieve) {
        sieve.clear(text.length() * FeatureExtractor.LONGEST_SCREEN_GRAM + groups.size());
        double sum = grams(text, sieve);
        int distinct = sieve.size();
        double score = bias + (distinct == 0 ? 0 : sum * Features.Family.GRAM.share(distinct));
        double ofGroups = 0;
        for (CueGroup group : groups) {
            int hash = FeatureExtractor.screenCue(group);
            ofGroups += sieve.add(hash) ? weight(hash) : 0;
        }
        int kinds = sieve.size() - distinct;
        return kinds == 0 ? score : score + ofGroups * Features.Family.CUE.share(kinds);
    }

    private double grams(CharSequence text, HashSieve sieve) {
        int length = text.length();
        double sum = 0;
        for (int i = 0; i < length; i++) {
            int hash = FeatureExtractor.SCREEN_GRAM;
            int end = Math.min(length, i + FeatureExtractor.LONGEST_SCREEN_GRAM);
            for (int at = i; at < end; at++) {
                int sign = SIGNS[text.charAt(at)];
                if (sign == NO_GRAM) {
                    break;
                }
                hash = FeatureExtractor.mix(hash, sign & 0xffff);
                if (at > i || (sign & GRAM_INSIDE) == 0) {
                    int feature = FeatureExtractor.mix(hash, at - i);
                    sum += sieve.add(feature) ? weight(feature) : 0;
                }
            }
        }
        return sum;
    }

    private float weight(int hash) {
        if ((known[(hash >>> 6) & (KNOWN - 1)] & (1L << hash)) == 0) {
            return 0;
        }
        int slot = slot(hash);
        while (table[slot] != 0) {
            if ((int) (table[slot] >> 32) == hash) {
                return Float.intBitsToFloat((int) table[slot]);
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return 0;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    private static int[] signs() {
        int[] signs = new int[Character.MAX_VALUE + 1];
        for (int i = 0; i < signs.length; i++) {
            char c = (char) i;
            if (FeatureExtractor.endsGram(c)) {
                signs[i] = NO_GRAM;
            } else {
                signs[i] = FeatureExtractor.gramSign(c) | (FeatureExtractor.isGram(c) ? 0 : GRAM_INSIDE);
            }
        }
        return signs;
    }
}
