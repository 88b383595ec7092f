package huxiao.server.web.access;

/** There is no such thing, or none that the asker may know of: the two look the same from outside. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Nothing of this kind under this id. */
    public NotFoundException(String what, String id) {
        super("no " + what + " " + id);
    }
}
