package huxiao.bench.linking;

import java.util.Locale;

/**
 * A share with its 95 % interval by Wilson's score (Wilson 1927, JASA 22:209).
 *
 * @param hits how many of {@code of}
 * @param of how many were tried
 */
record Interval(int hits, int of) {
    private static final double Z = 1.959964;

    double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    double low() {
        return of == 0 ? 0 : centre() - half();
    }

    double high() {
        return of == 0 ? 1 : centre() + half();
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return Z / (1 + Z * Z / of) * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f) of %d", share(), low(), high(), of);
    }
}
