package huxiao.server.run;

/** The data folder is held by another process; the message names it. */
public final class DataHeldException extends RuntimeException {
    DataHeldException(String message) {
        super(message);
    }
}
