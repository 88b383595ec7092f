package huxiao.server.api;

import huxiao.register.AuditFilter;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ReadAudit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, and what the deletion job deleted. */
@RestController
@Tag(name = "audit", description = "审计 – for administrators")
class AuditResource {
    private final ReadAudit audit;

    AuditResource(ReadAudit audit) {
        this.audit = audit;
    }

    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The audit trail, newest first; retention.run and retention.expunged tell of the deletion job")
    @Parameter(in = ParameterIn.QUERY, name = "by", description = "login of who did it")
    @Parameter(in = ParameterIn.QUERY, name = "action", description = "what was done")
    @Parameter(in = ParameterIn.QUERY, name = "subject", description = "id of what it was done to")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "after", description = "cursor of the page before")
    AuditView list(@Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        ListParameters parameters = new ListParameters(request);
        int limit = parameters.limit();
        AuditFilter filter = new AuditFilter(
                parameters.text("by").orElse(""),
                parameters.text("action").orElse(""),
                parameters.text("subject").orElse(""),
                parameters.cursor(Long::valueOf).orElse(Long.MAX_VALUE),
                limit + 1);
        parameters.finish();
        return AuditView.of(audit.list(person, filter), limit);
    }
}
