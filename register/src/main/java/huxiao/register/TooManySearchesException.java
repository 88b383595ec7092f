package huxiao.register;

/** Somebody keeps as many searches as one person may; one must be ended before another is saved. Nothing was written. */
public final class TooManySearchesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int most;

    TooManySearchesException(int most) {
        super("at most " + most + " saved searches a person; end one first");
        this.most = most;
    }

    /** How many one person may keep. */
    public int most() {
        return most;
    }
}
