package huxiao.server.web.guard;

import huxiao.register.Account;
import huxiao.register.Register;
import huxiao.server.web.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Changes the password of whoever asks, if they know the old one. Guessing the old one from a session left open is slowed down as
 * guessing at the login is, and counts with it. Thread safe.
 */
@Component
public final class OwnPassword {
    private final Register register;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OwnPassword(Register register, PasswordEncoder encoder, LoginThrottle throttle) {
        this.register = register;
        this.encoder = encoder;
        this.throttle = throttle;
    }

    /**
     * Changes it. The session of the request goes on under a new id; all other sessions of the account end.
     *
     * @return false, and nothing was changed, when the old password is wrong
     * @throws AccessDeniedException for a key, which has no password
     * @throws ThrottledException when the old password was wrong too often
     */
    public boolean change(
            Person person, String old, String fresh, HttpServletRequest request, HttpServletResponse response) {
        if (!person.hasPassword()) {
            throw new AccessDeniedException("a key has no password");
        }
        String address = request.getRemoteAddr();
        throttle.begin(person.login(), address).ifPresent(wait -> {
            throw new ThrottledException(wait);
        });
        Optional<Account> changed = register.accounts()
                .find(person.login())
                .map(Account::passwordHash)
                .filter(hash -> encoder.matches(old, hash))
                .flatMap(hash -> register.accounts().changePassword(person.login(), hash, encoder.encode(fresh)));
        if (changed.isEmpty()) {
            return false;
        }
        throttle.succeeded(person.login(), address);
        request.changeSessionId();
        SecurityContext context = SignedIn.context(Person.of(changed.get()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return true;
    }
}
