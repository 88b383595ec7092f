package huxiao.register;

import huxiao.model.PostIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who may sign in, and by which keys schools' software speaks. Holds hashes only. Thread safe. */
public final class AccountBook {
    private final Store store;
    private final AuditTrail audit;

    AccountBook(Store store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** The account of a login; the case of the login does not matter. */
    public Optional<Account> find(String login) {
        return store.read(handle -> find(handle, login.toLowerCase(Locale.ROOT)));
    }

    /** All accounts, by login. */
    public List<Account> all() {
        return store.read(handle -> handle.createQuery("select * from account order by login")
                .map((row, context) -> account(row))
                .list());
    }

    /**
     * Adds or changes an account. A lock after failures is lifted; when it last signed in is kept.
     *
     * @throws LastAdministratorException when no administrator could sign in afterwards, though one could before
     */
    public void put(Account account, String person) {
        change(account.login(), before -> account, person);
    }

    /**
     * Adds or changes an account by what it was before, in one transaction. A lock after failures is lifted; when it last signed in
     * is kept.
     *
     * @param change gives the account from what it was, which is empty when there was none. It is called again when another
     *     transaction was first, so it must have no other effect
     * @return the account as it is now
     * @throws LastAdministratorException when no administrator could sign in afterwards, though one could before
     */
    public Account change(String login, Function<Optional<Account>, Account> change, String person) {
        return store.write(handle -> {
            // Locks the administrators too, always in this order, so that two of them cannot switch each other off.
            List<String> administrators = handle.createQuery(
                            "select login from account where role = 'admin' and active order by login for update")
                    .mapTo(String.class)
                    .list();
            Optional<Account> before = handle.createQuery("select * from account where login = :login for update")
                    .bind("login", login)
                    .map((row, context) -> account(row))
                    .findOne();
            Account account = change.apply(before);
            if (!account.login().equals(login)) {
                throw new IllegalArgumentException("account " + login + " cannot become " + account.login());
            }
            if (administrators.equals(List.of(login)) && !(account.active() && account.role() == Role.ADMIN)) {
                throw new LastAdministratorException(login);
            }
            write(handle, account, before.map(Account::passwordHash), person);
            return find(handle, login).orElseThrow();
        });
    }

    private void write(Handle handle, Account account, Optional<String> hashBefore, String person) {
        Scope scope = account.scope();
        if (scope.isOneSchool()) {
            SchoolRows.require(handle, scope.school());
        }
        handle.createUpdate("""
                            insert into account (login, name, role, district, police_unit, education_bureau, school,
                                password_hash, active)
                            values (:login, :name, :role, :district, :policeUnit, :educationBureau, :school, :hash, :active)
                            on conflict (login) do update set name = excluded.name, role = excluded.role,
                                district = excluded.district, police_unit = excluded.police_unit,
                                education_bureau = excluded.education_bureau, school = excluded.school,
                                password_hash = excluded.password_hash, active = excluded.active, failures = 0,
                                locked_until = null
                            """)
                .bind("login", account.login())
                .bind("name", account.name())
                .bind("role", account.role().wireName())
                .bind("district", scope.district())
                .bind("policeUnit", scope.policeUnit())
                .bind("educationBureau", scope.educationBureau())
                .bind("school", scope.school())
                .bind("hash", account.passwordHash())
                .bind("active", account.active())
                .execute();
        boolean newPassword =
                hashBefore.filter(hash -> !hash.equals(account.passwordHash())).isPresent();
        audit.add(handle, person, "account.put", account.login(), detail(account, newPassword));
    }

    private static String detail(Account account, boolean newPassword) {
        Scope scope = account.scope();
        return Stream.of(
                        account.role().wireName(),
                        scope.district(),
                        scope.policeUnit(),
                        scope.educationBureau(),
                        scope.school(),
                        account.active() ? "" : "not active",
                        newPassword ? "new password" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /**
     * Sets a person's own password.
     *
     * @param before the hash that their old password was checked against
     * @param after the hash of the new one
     * @return the account as it is now; empty, and nothing was written, when it was switched off or its password was set meanwhile
     */
    public Optional<Account> changePassword(String login, String before, String after) {
        return store.write(handle -> {
            int changed = handle.createUpdate("""
                            update account set password_hash = :after
                            where login = :login and password_hash = :before and active
                            """)
                    .bind("login", login)
                    .bind("before", before)
                    .bind("after", after)
                    .execute();
            if (changed == 0) {
                return Optional.empty();
            }
            audit.add(handle, login, "account.password", login, "");
            return find(handle, login);
        });
    }

    /** Notes that somebody signed in. */
    public void signedIn(String login) {
        store.write(handle -> {
            Instant now = store.now();
            int known = handle.createUpdate("""
                            update account set failures = 0, locked_until = null, last_sign_in = :now where login = :login
                            """)
                    .bind("login", login)
                    .bind("now", now)
                    .execute();
            if (known == 0) {
                throw new NoSuchElementException("there is no account " + login);
            }
            audit.add(handle, login, "account.signed_in", login, "");
            return true;
        });
    }

    /**
     * Notes that a sign-in failed. An unknown login is no fault.
     *
     * @param allowed failures in a row after which the account is locked
     * @param lock how long it is locked then; afterwards the count begins anew
     */
    public void signInFailed(String login, int allowed, Duration lock) {
        store.write(handle -> {
            Optional<Integer> failures = handle.createQuery(
                            "select failures from account where login = :login for update")
                    .bind("login", login.toLowerCase(Locale.ROOT))
                    .mapTo(Integer.class)
                    .findOne()
                    .map(before -> before + 1);
            failures.ifPresent(count -> count(handle, login.toLowerCase(Locale.ROOT), count, count >= allowed, lock));
            return true;
        });
    }

    /**
     * Issues an API key for a school.
     *
     * @param sha256 SHA-256 of the key, 64 lower-case hex digits; the key itself is shown to the person once and never stored
     * @throws IllegalArgumentException when there is no such school, the hash is none, or the key exists
     */
    public ApiKey putKey(String sha256, String school, String label, String person) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256: allowed: 64 lower-case hex digits");
        }
        String id = PostIds.sha256("api-key", sha256).substring(0, 12);
        return store.write(handle -> {
            SchoolRows.require(handle, school);
            int added = handle.createUpdate("""
                            insert into api_key (sha256, id, school, label, created_at, created_by)
                            values (:sha256, :id, :school, :label, :now, :person) on conflict do nothing
                            """)
                    .bind("sha256", sha256)
                    .bind("id", id)
                    .bind("school", school)
                    .bind("label", label)
                    .bind("now", store.now())
                    .bind("person", person)
                    .execute();
            if (added == 0) {
                throw new IllegalArgumentException("sha256: this key was issued before");
            }
            audit.add(handle, person, "apikey.issued", id, "school " + school + ": " + label);
            return findKeyById(handle, id).orElseThrow();
        });
    }

    /** The key of a hash, if it is not revoked; notes its use, to the hour. */
    public Optional<ApiKey> findKey(String sha256) {
        return store.write(handle -> {
            Instant now = store.now();
            handle.createUpdate("""
                            update api_key set last_used = :now
                            where sha256 = :sha256 and revoked_at is null and (last_used is null or last_used < :hourAgo)
                            """)
                    .bind("sha256", sha256)
                    .bind("now", now)
                    .bind("hourAgo", now.minus(Duration.ofHours(1)))
                    .execute();
            return handle.createQuery("select * from api_key where sha256 = :sha256 and revoked_at is null")
                    .bind("sha256", sha256)
                    .map((row, context) -> key(row))
                    .findOne();
        });
    }

    /** The keys of a school, revoked ones too, newest first. */
    public List<ApiKey> keys(String school) {
        return store.read(handle -> handle.createQuery(
                        "select * from api_key where school = :school order by created_at desc, id")
                .bind("school", school)
                .map((row, context) -> key(row))
                .list());
    }

    /** The keys of all schools, those in force first, then newest first. */
    public List<ApiKey> keys() {
        return store.read(handle -> handle.createQuery(
                        "select * from api_key order by revoked_at is not null, created_at desc, id")
                .map((row, context) -> key(row))
                .list());
    }

    /**
     * Makes a key void; one that is void already stays as it is.
     *
     * @return the key as it is now
     * @throws NoSuchElementException when there is no such key
     */
    public ApiKey revokeKey(String id, String person) {
        return store.write(handle -> {
            int revoked = handle.createUpdate(
                            "update api_key set revoked_at = :now where id = :id and revoked_at is null")
                    .bind("id", id)
                    .bind("now", store.now())
                    .execute();
            if (revoked > 0) {
                audit.add(handle, person, "apikey.revoked", id, "");
            }
            return findKeyById(handle, id).orElseThrow(() -> new NoSuchElementException("there is no API key " + id));
        });
    }

    private static Optional<Account> find(Handle handle, String login) {
        return handle.createQuery("select * from account where login = :login")
                .bind("login", login)
                .map((row, context) -> account(row))
                .findOne();
    }

    private static Optional<ApiKey> findKeyById(Handle handle, String id) {
        return handle.createQuery("select * from api_key where id = :id")
                .bind("id", id)
                .map((row, context) -> key(row))
                .findOne();
    }

    private void count(Handle handle, String login, int failures, boolean locks, Duration lock) {
        if (locks) {
            Instant until = store.now().plus(lock);
            handle.createUpdate("update account set failures = 0, locked_until = :until where login = :login")
                    .bind("login", login)
                    .bind("until", until)
                    .execute();
            audit.add(
                    handle,
                    "system",
                    "account.locked",
                    login,
                    "after " + failures + " failed sign-ins, until " + until);
        } else {
            handle.createUpdate("update account set failures = :failures where login = :login")
                    .bind("login", login)
                    .bind("failures", failures)
                    .execute();
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("login"),
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                new Scope(
                        row.getString("district"),
                        row.getString("police_unit"),
                        row.getString("education_bureau"),
                        row.getString("school")),
                row.getString("password_hash"),
                row.getBoolean("active"),
                row.getInt("failures"),
                Rows.maybeTime(row, "locked_until"),
                Rows.maybeTime(row, "last_sign_in"));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("school"),
                row.getString("label"),
                Rows.time(row, "created_at"),
                row.getString("created_by"),
                Rows.maybeTime(row, "last_used"),
                Rows.maybeTime(row, "revoked_at"));
    }
}
