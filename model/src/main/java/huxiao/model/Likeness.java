package huxiao.model;

import java.util.Base64;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a post is compared by with others: how it is written and, where the encoder has read it, what it tells. Neither gives the
 * text back.
 *
 * @param fingerprint 64-bit SimHash of its characters, of which copies differ in few bits; 0 when there is nothing to compare
 * @param vector direction of what it tells: {@link #DIMENSIONS} signed bytes in Base64, of no particular length as a vector; empty
 *     where the encoder has not read the post
 */
public record Likeness(long fingerprint, String vector) {
    /** Numbers in a vector. */
    public static final int DIMENSIONS = 512;

    /** Nothing to compare by. */
    public static final Likeness NONE = new Likeness(0, "");

    /** The longest vector in Base64. */
    private static final int LENGTH = (DIMENSIONS + 2) / 3 * 4;

    public Likeness {
        Objects.requireNonNull(vector, "vector");
        if (!vector.isEmpty() && vector.length() != LENGTH) {
            throw new IllegalArgumentException("a vector has " + LENGTH + " characters, found " + vector.length());
        }
    }

    /**
     * A direction in its compact form: its largest number becomes 127 or -127, the others keep their proportion. Two directions
     * keep their cosine to about 0.001.
     *
     * @param direction {@link #DIMENSIONS} numbers
     * @return {@link #vector}; empty for one without direction
     */
    public static String vector(float[] direction) {
        if (direction.length != DIMENSIONS) {
            throw new IllegalArgumentException("a direction has " + DIMENSIONS + " numbers, found " + direction.length);
        }
        float largest = 0;
        for (float number : direction) {
            largest = Math.max(largest, Math.abs(number));
        }
        if (largest == 0 || !Float.isFinite(largest)) {
            return "";
        }
        byte[] bytes = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            bytes[i] = (byte) Math.round(direction[i] / largest * Byte.MAX_VALUE);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether there is a vector. */
    public boolean isRead() {
        return !vector.isEmpty();
    }

    /** The numbers of the vector; none where there is none. */
    public byte[] numbers() {
        return Base64.getDecoder().decode(vector);
    }

    /** How much alike two posts are in what they tell: the cosine of their vectors, -1 to 1; empty unless both have one. */
    public OptionalDouble cosine(Likeness other) {
        if (!isRead() || !other.isRead()) {
            return OptionalDouble.empty();
        }
        byte[] mine = numbers();
        byte[] others = other.numbers();
        long product = 0;
        long square = 0;
        long otherSquare = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            product += mine[i] * others[i];
            square += mine[i] * mine[i];
            otherSquare += others[i] * others[i];
        }
        return OptionalDouble.of(product / Math.sqrt((double) square * otherSquare));
    }

    /** Whether both have a fingerprint and these differ in at most so many of their 64 bits. */
    public boolean isCopyOf(Likeness other, int bits) {
        return fingerprint != 0 && other.fingerprint != 0 && Long.bitCount(fingerprint ^ other.fingerprint) <= bits;
    }
}
