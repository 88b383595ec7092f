package huxiao.register;

/** Somebody else changed the record since the caller read it: read it again and decide again. Nothing was written. */
public final class StaleRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int actual;

    StaleRevisionException(String what, String id, int expected, int actual) {
        super(what + " " + id + ": expected revision " + expected + ", found " + actual);
        this.actual = actual;
    }

    /** The revision that the record has now. */
    public int actual() {
        return actual;
    }
}
