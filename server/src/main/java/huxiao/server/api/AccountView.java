package huxiao.server.api;

import huxiao.register.Account;
import huxiao.register.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in to this program.
 *
 * @param login login
 * @param name what to call them
 * @param role what they work as
 * @param district district they are limited to, empty for none; so are the next three
 * @param policeUnit police unit
 * @param educationBureau education office
 * @param school code of a school
 * @param active whether they may sign in
 * @param lastSignIn when they last signed in; absent when never
 */
@Schema(name = "Account")
public record AccountView(
        String login,
        String name,
        Role role,
        String district,
        String policeUnit,
        String educationBureau,
        String school,
        boolean active,
        Optional<Instant> lastSignIn) {
    static AccountView of(Account account) {
        return new AccountView(
                account.login(),
                account.name(),
                account.role(),
                account.scope().district(),
                account.scope().policeUnit(),
                account.scope().educationBureau(),
                account.scope().school(),
                account.active(),
                account.lastSignIn());
    }
}
