package huxiao.server.api;

import huxiao.server.web.Health;
import huxiao.server.web.WebParts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the program is, for whoever watches over it. */
@RestController
@Tag(name = "health")
class HealthResource {
    private final WebParts parts;

    HealthResource(WebParts parts) {
        this.parts = parts;
    }

    @GetMapping(path = "/api/v1/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "200 when it works, 503 when it does not; open to all")
    @SecurityRequirements
    ResponseEntity<Health> health() {
        Health health = parts.health().get();
        return ResponseEntity.status(health.up() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health);
    }
}
