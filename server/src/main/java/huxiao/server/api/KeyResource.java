package huxiao.server.api;

import huxiao.register.ApiKey;
import huxiao.server.web.access.KeptAccounts;
import huxiao.server.web.access.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API keys by which schools' software speaks for them. For administrators. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "keys", description = "学校接口密钥 – for administrators")
class KeyResource {
    private final KeptAccounts accounts;

    KeyResource(KeptAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/schools/{code}/keys")
    @Operation(summary = "The keys of a school, revoked ones too, newest first; never the keys themselves")
    ListView<ApiKey> list(@PathVariable String code, @AuthenticationPrincipal Person person) {
        List<ApiKey> keys = accounts.keys(person, code);
        return new ListView<>(keys, keys.size(), "");
    }

    @PostMapping(path = "/schools/{code}/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Issue a key; the answer shows it this once, only its SHA-256 is kept")
    @ApiResponse(responseCode = "201", description = "Issued")
    ResponseEntity<IssuedKeyView> issue(
            @PathVariable String code, @RequestBody KeyForm form, @AuthenticationPrincipal Person person) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(IssuedKeyView.of(accounts.issue(person, code, form.label().strip())));
    }

    @PostMapping("/keys/{id}/revoke")
    @Operation(summary = "Make a key void, at once and for good; one that is void already stays as it is")
    ApiKey revoke(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return accounts.revoke(person, id);
    }
}
