package huxiao.register;

/** The same person used the same idempotency key for something else before. Nothing was written. */
public final class IdempotencyConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdempotencyConflictException(String message) {
        super(message);
    }
}
