package huxiao.server.api;

import huxiao.register.Role;
import huxiao.server.web.access.Person;
import huxiao.server.web.guard.OwnPassword;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who one is, and one's own password. */
@RestController
@Tag(name = "me")
class MeResource {
    private final OwnPassword password;

    MeResource(OwnPassword password) {
        this.password = password;
    }

    /**
     * Who asks.
     *
     * @param login login, or {@code apikey:ID}
     * @param name what to call them
     * @param role what they work as
     * @param district district they are limited to, empty for none; so are the next three
     * @param policeUnit police unit
     * @param educationBureau education office
     * @param school code of a school
     * @param csrfToken value of the X-CSRF-TOKEN header that a session must send with every change; keys need none
     */
    record Me(
            String login,
            String name,
            Role role,
            String district,
            String policeUnit,
            String educationBureau,
            String school,
            String csrfToken) {}

    @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Who you are and what you may see")
    Me me(
            @AuthenticationPrincipal Person person,
            @Parameter(hidden = true) @RequestAttribute(name = "_csrf") CsrfToken token) {
        return new Me(
                person.login(),
                person.name(),
                person.role(),
                person.scope().district(),
                person.scope().policeUnit(),
                person.scope().educationBureau(),
                person.scope().school(),
                person.hasPassword() ? token.getToken() : "");
    }

    @PostMapping(path = "/api/v1/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change your password; your other sessions end, this one goes on. Not for keys")
    @ApiResponse(responseCode = "204", description = "Changed")
    @ApiResponse(
            responseCode = "429",
            description = "The old password was wrong too often; Retry-After says how long to wait")
    ResponseEntity<Void> changePassword(
            @RequestBody PasswordForm form,
            @AuthenticationPrincipal Person person,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response) {
        form.check();
        if (!password.change(person, form.old(), form.fresh(), request, response)) {
            throw new FaultyRequestException(Fault.of("old", "fault.password"));
        }
        return ResponseEntity.noContent().build();
    }
}
