package huxiao.server.web.guard;

import huxiao.server.web.access.Person;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** How the filters know somebody who was let in: by the person, without any password, with the role as authority. */
final class SignedIn {
    private SignedIn() {}

    static UsernamePasswordAuthenticationToken as(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                "",
                List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
    }

    static SecurityContext context(Person person) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(as(person));
        return context;
    }
}
