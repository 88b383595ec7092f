package huxiao.server.web.access;

import huxiao.model.Alert;
import huxiao.model.PostIds;
import huxiao.model.Route;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.register.Account;
import huxiao.register.ApiKey;
import huxiao.register.Role;
import huxiao.register.Scope;
import java.util.Objects;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who asks: a person who signed in, or a school's own software with its key. Says what they may see and do; nobody else does.
 *
 * @param login unique; {@code apikey:ID} for a key
 * @param name what to call them
 * @param role what they work as
 * @param scope the part of the jurisdiction they may see
 * @param stamp changes when password, role or scope of the account change, so that old sessions end
 */
public record Person(String login, String name, Role role, Scope scope, String stamp)
        implements AuthenticatedPrincipal {
    public Person {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(stamp, "stamp");
    }

    /** The person of an account. */
    public static Person of(Account account) {
        String stamp = PostIds.sha256(
                account.passwordHash(),
                account.role().wireName(),
                account.scope().toString());
        return new Person(account.login(), account.name(), account.role(), account.scope(), stamp);
    }

    /** The software of a school, by its key. */
    public static Person of(ApiKey key) {
        return new Person("apikey:" + key.id(), key.label(), Role.SCHOOL, Scope.ofSchool(key.school()), "");
    }

    @Override
    public String getName() {
        return login;
    }

    /** Whether a school lies in the part they answer for. */
    public boolean sees(School school) {
        return scope.covers(school);
    }

    /**
     * Whether they may see an alert. Beyond the scope: what is routed to counsellors only ({@link Route#CARE} without a police
     * route) is no matter of the police.
     */
    public boolean sees(Alert alert, Schools schools) {
        return scope.covers(alert, schools) && (role != Role.POLICE || concernsPolice(alert));
    }

    private static boolean concernsPolice(Alert alert) {
        return !alert.routes().contains(Route.CARE)
                || alert.routes().contains(Route.POLICE_NOW)
                || alert.routes().contains(Route.POLICE_LIST);
    }

    /** Whether every alert of a school that they see is theirs to see, so that nothing needs to be looked up. */
    boolean seesAllOfItsSchools() {
        return role == Role.ANALYST || role == Role.ADMIN;
    }

    /** Whether they verify, reject, close and merge alerts. */
    public boolean mayDecide() {
        return role == Role.ANALYST || role == Role.ADMIN;
    }

    /** Whether they acknowledge having been told of an alert. */
    public boolean mayAcknowledge() {
        return role != Role.SCHOOL;
    }

    /** Whether they keep hazards and figures of the schools they see. */
    public boolean mayKeepRegister() {
        return role == Role.SCHOOL || role == Role.ADMIN;
    }

    /** Whether they see what a model that is not switched on would change: posts of every school, also harmless ones. */
    public boolean mayCompareModels() {
        return mayDecide() && scope.isEverything();
    }

    /** Whether they make accounts and keys. */
    public boolean mayKeepAccounts() {
        return role == Role.ADMIN;
    }

    /** Whether they read who did what. */
    public boolean mayReadAudit() {
        return role == Role.ADMIN;
    }

    /** Whether they signed in with a password, which is theirs to change; a key has none. */
    public boolean hasPassword() {
        return !stamp.isEmpty();
    }

    /** Whether they see who was told and who decided what, with the notes. */
    public boolean seesHandling() {
        return role != Role.SCHOOL;
    }

    /** Whether they search posts; police then find only what police are told of. */
    public boolean maySearchPosts() {
        return role != Role.SCHOOL;
    }
}
