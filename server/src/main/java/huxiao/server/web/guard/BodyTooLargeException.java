package huxiao.server.web.guard;

/** A request's body turned out to be longer than allowed while it was read. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int limit) {
        super("a body has at most " + limit + " bytes");
    }
}
