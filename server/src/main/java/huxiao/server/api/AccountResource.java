package huxiao.server.api;

import huxiao.model.Schools;
import huxiao.register.Account;
import huxiao.server.web.access.KeptAccounts;
import huxiao.server.web.access.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in to this program. For administrators. */
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "accounts", description = "账号 – for administrators")
class AccountResource {
    private final KeptAccounts accounts;
    private final Schools schools;

    AccountResource(KeptAccounts accounts, Schools schools) {
        this.accounts = accounts;
        this.schools = schools;
    }

    @GetMapping
    @Operation(summary = "All accounts, by login")
    ListView<AccountView> list(@AuthenticationPrincipal Person person) {
        List<AccountView> views =
                accounts.list(person).stream().map(AccountView::of).toList();
        return new ListView<>(views, views.size(), "");
    }

    @PutMapping(path = "/{login}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Add or replace an account; another password, role or scope, or switching it off, ends its sessions. "
                            + "409 for what would leave no active administrator")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "201", description = "Added")
    ResponseEntity<AccountView> put(
            @PathVariable String login, @RequestBody AccountForm form, @AuthenticationPrincipal Person person) {
        if (!AccountForm.isLogin(login)) {
            throw new FaultyRequestException(Fault.ofBody("fault.login"));
        }
        Optional<Account> before = accounts.find(person, login);
        form.check(before, login.equals(person.login()), schools);
        Account account = accounts.put(person, login, form.entry());
        return ResponseEntity.status(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(AccountView.of(account));
    }
}
