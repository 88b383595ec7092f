package huxiao.register;

/** Afterwards no administrator could sign in any more. Nothing was written. */
public final class LastAdministratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LastAdministratorException(String login) {
        super("account " + login + ": the last active administrator stays an active administrator");
    }
}
