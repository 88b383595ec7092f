package huxiao.server.api;

import huxiao.model.Schools;
import huxiao.register.Account;
import huxiao.register.Role;
import huxiao.register.Scope;
import huxiao.server.web.access.KeptAccounts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account as an administrator wants it. The parts of its scope may be left out and then do not limit.
 *
 * @param name what to call them
 * @param role what they work as
 * @param district district in which their schools lie
 * @param policeUnit police unit that answers for their schools
 * @param educationBureau education office that answers for their schools
 * @param school code of their one school
 * @param password 12 to 72 bytes in UTF-8; may be left out when the account exists, and then stays
 * @param active whether they may sign in
 */
@RequestForm
public record AccountForm(
        @NotBlank @Size(max = 100) String name,
        @NotNull Role role,
        @InDirectory(InDirectory.Part.DISTRICT) String district,
        @InDirectory(InDirectory.Part.POLICE_UNIT) String policeUnit,
        @InDirectory(InDirectory.Part.EDUCATION_BUREAU) String educationBureau,
        @InDirectory(InDirectory.Part.SCHOOL) String school,
        @Password String password,
        @NotNull Boolean active) {
    /** Written as its own doer in the audit trail, so nobody may be called so. */
    private static final String PROGRAM = "system";

    /** The part of the jurisdiction. */
    public Scope scope() {
        return new Scope(district, policeUnit, educationBureau, school);
    }

    /** What is to be written. */
    public KeptAccounts.Entry entry() {
        return new KeptAccounts.Entry(
                name.strip(), role, scope(), active, Optional.of(password).filter(given -> !given.isEmpty()));
    }

    /** Whether somebody may have this login. */
    public static boolean isLogin(String login) {
        return Account.isLogin(login) && !login.equals(PROGRAM);
    }

    /**
     * Checks what hangs together.
     *
     * @param before the account as it is, if there is one
     * @param own whether it is the account of whoever asks
     * @param schools the directory
     * @throws FaultyRequestException with every fault
     */
    public void check(Optional<Account> before, boolean own, Schools schools) {
        List<Fault> faults = new ArrayList<>();
        if (before.isEmpty() && password.isEmpty()) {
            faults.add(Fault.of("password", "fault.required"));
        }
        if (own && !password.isEmpty()) {
            faults.add(Fault.of("password", "fault.ownPassword"));
        }
        if (role == Role.ADMIN && !scope().isEverything()) {
            faults.add(Fault.of("role", "fault.adminScope"));
        }
        if (role == Role.SCHOOL && school.isEmpty()) {
            faults.add(Fault.of("school", "fault.required"));
        } else if (!before.map(Account::scope).equals(Optional.of(scope()))
                && schools.all().stream().noneMatch(scope()::covers)) {
            faults.add(Fault.ofBody("fault.scope"));
        }
        if (!faults.isEmpty()) {
            throw new FaultyRequestException(faults);
        }
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "AccountForm[name=" + name + ", role=" + role + ", scope=" + scope() + ", active=" + active + "]";
    }
}
