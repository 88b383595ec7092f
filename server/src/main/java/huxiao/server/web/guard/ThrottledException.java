package huxiao.server.web.guard;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: the next one must wait. */
public final class ThrottledException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    ThrottledException(Duration wait) {
        super("wait " + wait.toSeconds() + " s");
        this.wait = wait;
    }

    /** How long to wait in whole seconds, at least 1. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
