package huxiao.model;

/** How urgent a post or an alert is; ordered, a later constant is more urgent. */
public enum Level {
    /** Nothing to act on. */
    NONE,
    /** To be noted and looked at. */
    BLUE,
    /** The school or the bureau must act today. */
    YELLOW,
    /** Credible, serious danger: police must know at once. */
    ORANGE,
    /** An act has begun, or life is at stake now or at a named moment. */
    RED;

    /** Whether police are told at once; true exactly at {@link #ORANGE} and {@link #RED}. */
    public boolean isPolice() {
        return compareTo(ORANGE) >= 0;
    }

    /** Whether this level is at least {@code other}. */
    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /** The more urgent of two levels. */
    public static Level max(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
