package huxiao.register;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who may sign in.
 *
 * @param login unique, lower case
 * @param name what to call them
 * @param role what they work as
 * @param scope the part of the jurisdiction they may see; a school officer's names one school
 * @param passwordHash bcrypt hash
 * @param active whether they may sign in at all
 * @param failures failed sign-ins in a row
 * @param lockedUntil refused until then, after too many failures
 * @param lastSignIn when they last signed in
 */
public record Account(
        String login,
        String name,
        Role role,
        Scope scope,
        String passwordHash,
        boolean active,
        int failures,
        Optional<Instant> lockedUntil,
        Optional<Instant> lastSignIn) {
    public Account {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(passwordHash, "passwordHash");
        Objects.requireNonNull(lockedUntil, "lockedUntil");
        Objects.requireNonNull(lastSignIn, "lastSignIn");
        if (!isLogin(login)) {
            throw new IllegalArgumentException(
                    "login: found '" + login + "', allowed: 1 to 64 of a-z 0-9 . _ @ -, a letter or digit in front");
        }
        if (role == Role.SCHOOL && !scope.isOneSchool()) {
            throw new IllegalArgumentException("account " + login + ": a school officer's scope names one school");
        }
    }

    /** Whether a text is fit to be a login: 1 to 64 of {@code a-z 0-9 . _ @ -}, a letter or digit in front. */
    public static boolean isLogin(String text) {
        return text.matches("[a-z0-9][a-z0-9._@-]{0,63}");
    }

    /** A new account that may sign in and never did. */
    public static Account of(String login, String name, Role role, Scope scope, String passwordHash) {
        return new Account(login, name, role, scope, passwordHash, true, 0, Optional.empty(), Optional.empty());
    }

    /** Whether sign-ins are refused at a moment, whatever the password. */
    public boolean isRefused(Instant at) {
        return !active || lockedUntil.filter(at::isBefore).isPresent();
    }

    /** Everything but the password's hash. */
    @Override
    public String toString() {
        return "Account[login=" + login + ", role=" + role + ", scope=" + scope + ", active=" + active + "]";
    }
}
