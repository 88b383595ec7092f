package huxiao.server.web.guard;

import huxiao.register.Register;
import huxiao.server.web.access.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session as soon as its account is switched off or gets another password, role or scope. */
final class FreshAccountFilter extends OncePerRequestFilter {
    private final Register register;

    FreshAccountFilter(Register register) {
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Person person
                && !person.stamp().isEmpty()
                && !isFresh(person)) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isFresh(Person person) {
        return register.accounts()
                .find(person.login())
                .filter(account ->
                        account.active() && Person.of(account).stamp().equals(person.stamp()))
                .isPresent();
    }
}
