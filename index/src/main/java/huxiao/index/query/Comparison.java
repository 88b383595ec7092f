package huxiao.index.query;

/** How a field is compared with a value. */
public enum Comparison {
    /** {@code :} or {@code =}. */
    IS(":"),
    /** {@code >}. */
    ABOVE(">"),
    /** {@code >=}. */
    AT_LEAST(">="),
    /** {@code <}. */
    BELOW("<"),
    /** {@code <=}. */
    AT_MOST("<=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign in the language. */
    public String sign() {
        return sign;
    }
}
