package huxiao.server.web.guard;

import huxiao.register.Register;
import huxiao.register.Role;
import huxiao.server.web.ServerSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Two chains of filters: the API takes a key or a session, everything else takes a session from the login form. Whatever changes
 * something needs a CSRF token, unless a key is brought.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /** Nothing inline, nothing from elsewhere. */
    static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI sets styles on its elements and draws its icons from its sheet, so that one page may. */
    static final String DOCS_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("img-src 'self'", "img-src 'self' data:");

    private static final String DOCS = "/api/v1/docs";
    private static final String[] OPEN_API = {
        "/api/v1/openapi.json", "/api/v1/openapi.json.yaml", DOCS, "/api/v1/health"
    };
    private static final String[] ADMINISTRATORS_API = {
        "/api/v1/accounts/**", "/api/v1/keys/**", "/api/v1/schools/*/keys"
    };
    private static final String[] ADMINISTRATORS_PAGES = {"/accounts/**", "/keys/**"};
    private static final String[] OPEN_PAGES = {
        "/login", "/login/wait", "/language", "/metrics", "/css/**", "/js/**", "/img/**", "/webjars/**", "/error"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    LoginThrottle loginThrottle(ServerSettings settings, Clock clock) {
        return new LoginThrottle(settings.freeLoginFailures(), settings.maxLoginDelay(), clock);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(ServerSettings settings) {
        FilterRegistrationBean<BodyLimitFilter> bean =
                new FilterRegistrationBean<>(new BodyLimitFilter(settings.bodyLimit()));
        bean.setDispatcherTypes(DispatcherType.REQUEST);
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Register register) throws Exception {
        AuthenticationEntryPoint refusal = (request, response, fault) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"huxiao\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        };
        return headers(http)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN_API)
                        .permitAll()
                        .requestMatchers(ADMINISTRATORS_API)
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(ApiKeyFilter::isBrought))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(faults -> faults.authenticationEntryPoint(refusal))
                .addFilterBefore(new ApiKeyFilter(register, refusal), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new FreshAccountFilter(register), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, Register register, PasswordEncoder encoder, LoginThrottle throttle, Clock clock)
            throws Exception {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && !isPart(request));
        cache.setMatchingRequestParameterName(null);
        return headers(http)
                // No bean, or the global authentication manager would try every failed login a second time.
                .authenticationProvider(new PasswordProvider(register, encoder, throttle, clock))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(ADMINISTRATORS_PAGES)
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").failureHandler(loginFailure()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .requestCache(config -> config.requestCache(cache))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(toLogin()))
                .addFilterBefore(new FreshAccountFilter(register), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        RequestMatcher docs = request -> request.getServletPath().equals(DOCS);
        return http.headers(headers -> headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        docs, new StaticHeadersWriter("Content-Security-Policy", DOCS_POLICY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(docs), new StaticHeadersWriter("Content-Security-Policy", POLICY))));
    }

    private static AuthenticationFailureHandler loginFailure() {
        return (request, response, fault) -> {
            if (fault instanceof ThrottledException throttled) {
                response.setStatus(429);
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(throttled.seconds()));
                request.setAttribute("wait", throttled.seconds());
                request.getRequestDispatcher("/login/wait").forward(request, response);
            } else {
                response.sendRedirect("/login?failed");
            }
        };
    }

    private static AuthenticationEntryPoint toLogin() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        page.setFavorRelativeUris(true);
        return new AuthenticationEntryPoint() {
            @Override
            public void commence(
                    HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
                    throws IOException, jakarta.servlet.ServletException {
                if (isPart(request)) {
                    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                } else {
                    page.commence(request, response, fault);
                }
            }
        };
    }

    /** Whether htmx asks for a part of a page. */
    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
