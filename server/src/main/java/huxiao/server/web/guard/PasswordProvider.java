package huxiao.server.web.guard;

import huxiao.register.Account;
import huxiao.register.Register;
import huxiao.server.web.access.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs people in by login and password. A login that does not exist costs as much time as a wrong password, and nothing tells the
 * two apart.
 */
final class PasswordProvider implements AuthenticationProvider {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    /** bcrypt looks at no more bytes than this, so a longer password cannot be the one that was set. */
    private static final int PASSWORD_LENGTH = 72;

    private static final int FAILURES_FROM_ANYWHERE = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Register register;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final Clock clock;
    private final String nobody;

    PasswordProvider(Register register, PasswordEncoder encoder, LoginThrottle throttle, Clock clock) {
        this.register = register;
        this.encoder = encoder;
        this.throttle = throttle;
        this.clock = clock;
        this.nobody = encoder.encode("no account has this password");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String login = request.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(request.getCredentials());
        if (!LOGIN.matcher(login).matches() || password.length() > PASSWORD_LENGTH) {
            throw new BadCredentialsException("no such login");
        }
        String address =
                request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.begin(login, address).ifPresent(wait -> {
            throw new ThrottledException(wait);
        });
        Optional<Account> account = register.accounts().find(login);
        boolean matches =
                encoder.matches(password, account.map(Account::passwordHash).orElse(nobody));
        if (account.isEmpty() || account.get().isRefused(clock.instant())) {
            throw new BadCredentialsException("no such login, or it may not sign in");
        }
        if (!matches) {
            register.accounts().signInFailed(login, FAILURES_FROM_ANYWHERE, PAUSE);
            throw new BadCredentialsException("wrong password");
        }
        throttle.succeeded(login, address);
        register.accounts().signedIn(login);
        return SignedIn.as(Person.of(account.get()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
