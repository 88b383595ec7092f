package huxiao.register;

/** The step is not allowed from where the record stands; the message says what is. Nothing was written. */
public final class WrongStatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongStatusException(String message) {
        super(message);
    }
}
