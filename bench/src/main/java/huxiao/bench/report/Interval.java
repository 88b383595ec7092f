package huxiao.bench.report;

import java.util.Locale;

/**
 * A share with its 95 % interval by Wilson's score (Wilson 1927, JASA 22:209).
 *
 * @param hits how many of {@code of}
 * @param of how many were tried
 */
public record Interval(int hits, int of) {
    private static final double Z = 1.959964;
    private static final double TEN_THOUSAND = 10_000;

    public Interval {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " hits of " + of);
        }
    }

    /** The share itself; 0 where nothing was tried. */
    public double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    /** Lower end; where rounding would put it above the share, the share. */
    public double low() {
        return of == 0 ? 0 : Math.min(share(), Math.max(0, centre() - half()));
    }

    /** Upper end; 1 where nothing was tried. */
    public double high() {
        return of == 0 ? 1 : Math.max(share(), Math.min(1, centre() + half()));
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return Z / (1 + Z * Z / of) * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of));
    }

    /** Share and interval to two digits; a dash where nothing was tried. */
    public String brief() {
        return of == 0 ? "–" : String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", share(), low(), high());
    }

    /** The share in 10,000 and the upper end of its interval. */
    public String perTenThousand() {
        return String.format(Locale.ROOT, "%.1f (≤ %.1f)", TEN_THOUSAND * share(), TEN_THOUSAND * high());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f) of %d", share(), low(), high(), of);
    }
}
