package huxiao.server.cli;

/** Exit codes of every command. */
public final class Exit {
    /** All well. */
    public static final int FINE = 0;

    /** Some lines of the input were refused; the others were done. */
    public static final int SOME_REFUSED = 1;

    /** Wrong usage, query or configuration, or a fault that stopped the command; standard error says which. */
    public static final int USAGE = 2;

    /** The data folder is held by another process. */
    public static final int DATA_HELD = 3;

    private Exit() {}
}
