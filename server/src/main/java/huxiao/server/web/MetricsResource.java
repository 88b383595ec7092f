package huxiao.server.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The page that Prometheus reads. A session opens it as little as a school's key: its token alone does. */
@RestController
class MetricsResource {
    private static final String BEARER = "Bearer ";

    private final WebParts parts;

    MetricsResource(WebParts parts) {
        this.parts = parts;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        if (parts.metrics().isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Metrics metrics = parts.metrics().get();
        if (!isToken(authorization, metrics.token())) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"huxiao metrics\"")
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, metrics.contentType())
                .body(metrics.page().get());
    }

    /** In constant time, so that no token is guessed letter by letter. */
    private static boolean isToken(String authorization, String token) {
        return MessageDigest.isEqual(
                authorization.getBytes(StandardCharsets.UTF_8), (BEARER + token).getBytes(StandardCharsets.UTF_8));
    }
}
