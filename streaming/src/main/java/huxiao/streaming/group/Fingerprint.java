package huxiao.streaming.group;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit SimHash (Charikar, STOC 2002) over character pairs of a text without spaces and punctuation: near-copies differ in
 * few bits.
 */
public final class Fingerprint {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SHINGLE = 2;

    private Fingerprint() {}

    /** The fingerprint of a title and a text; 0 when they hold no letter and no digit. */
    public static long of(String title, String text) {
        String letters = (title + text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (letters.isEmpty()) {
            return 0;
        }
        int[] balance = new int[Long.SIZE];
        int last = Math.max(1, letters.length() - SHINGLE + 1);
        for (int i = 0; i < last; i++) {
            long hash = hash(letters.substring(i, Math.min(letters.length(), i + SHINGLE)));
            for (int bit = 0; bit < Long.SIZE; bit++) {
                balance[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long fingerprint = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (balance[bit] > 0) {
                fingerprint |= 1L << bit;
            }
        }
        return fingerprint;
    }

    /** In how many of 64 bits two fingerprints differ. */
    public static int distance(long a, long b) {
        return Long.bitCount(a ^ b);
    }

    private static long hash(String shingle) {
        long hash = FNV_OFFSET;
        for (byte b : shingle.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        // FNV mixes its high bits poorly on short input; the finaliser of MurmurHash3 spreads them.
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
