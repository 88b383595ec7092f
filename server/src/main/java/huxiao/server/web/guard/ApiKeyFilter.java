package huxiao.server.web.guard;

import huxiao.register.ApiKey;
import huxiao.register.Register;
import huxiao.server.web.access.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a school's software in by {@code Authorization: Bearer hx_…} (RFC 6750). A request that brings the header stands or falls
 * with it: a session beside it is not looked at.
 */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String PREFIX = "hx_";
    private static final int LONGEST = 200;

    private final Register register;
    private final AuthenticationEntryPoint refusal;

    ApiKeyFilter(Register register, AuthenticationEntryPoint refusal) {
        this.register = register;
        this.refusal = refusal;
    }

    static boolean isBrought(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isBrought(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key = key(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (key.isEmpty()) {
            SecurityContextHolder.clearContext();
            refusal.commence(request, response, new BadCredentialsException("the API key is unknown or revoked"));
            return;
        }
        SecurityContextHolder.setContext(SignedIn.context(Person.of(key.get())));
        chain.doFilter(request, response);
    }

    private Optional<ApiKey> key(String header) {
        if (header.length() > LONGEST || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String token = header.substring(7).strip();
        return token.startsWith(PREFIX) ? register.accounts().findKey(sha256(token)) : Optional.empty();
    }

    private static String sha256(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
