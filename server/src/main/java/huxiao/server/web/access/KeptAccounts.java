package huxiao.server.web.access;

import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.register.Account;
import huxiao.register.ApiKey;
import huxiao.register.Register;
import huxiao.register.Role;
import huxiao.register.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts of those who work with this program, and the keys of schools' software, as administrators keep them. Thread safe. */
@Component
public final class KeptAccounts {
    private static final String KEY_PREFIX = "hx_";
    private static final int KEY_BYTES = 32;

    private final Register register;
    private final Schools schools;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    KeptAccounts(Register register, Schools schools, PasswordEncoder encoder) {
        this.register = register;
        this.schools = schools;
        this.encoder = encoder;
    }

    /**
     * What an administrator says of an account.
     *
     * @param name what to call them
     * @param role what they work as
     * @param scope the part of the jurisdiction they may see
     * @param active whether they may sign in
     * @param password a new password; empty keeps the old one
     */
    public record Entry(String name, Role role, Scope scope, boolean active, Optional<String> password) {}

    /**
     * A key that was just issued.
     *
     * @param details what is kept of it
     * @param key the key itself, which nobody can be shown again
     */
    public record Issued(ApiKey details, String key) {
        /** Everything but the key itself. */
        @Override
        public String toString() {
            return "Issued[details=" + details + "]";
        }
    }

    /** All accounts, by login. */
    public List<Account> list(Person person) {
        requireAdministrator(person);
        return register.accounts().all();
    }

    /** The account of a login. */
    public Optional<Account> find(Person person, String login) {
        requireAdministrator(person);
        return register.accounts().find(login);
    }

    /**
     * Adds or changes an account; another password, role or scope ends its sessions, and so does switching it off.
     *
     * @throws IllegalArgumentException when the account is new and has no password
     * @throws huxiao.register.LastAdministratorException when no administrator could sign in afterwards
     */
    public Account put(Person person, String login, Entry entry) {
        requireAdministrator(person);
        Optional<String> hash = entry.password().map(encoder::encode);
        return register.accounts().change(login, before -> account(login, entry, hash, before), person.login());
    }

    private static Account account(String login, Entry entry, Optional<String> hash, Optional<Account> before) {
        String kept = hash.or(() -> before.map(Account::passwordHash))
                .orElseThrow(() -> new IllegalArgumentException("account " + login + " is new and needs a password"));
        return new Account(
                login,
                entry.name(),
                entry.role(),
                entry.scope(),
                kept,
                entry.active(),
                0,
                Optional.empty(),
                before.flatMap(Account::lastSignIn));
    }

    /** The keys of all schools, those in force first, then newest first. */
    public List<ApiKey> keys(Person person) {
        requireAdministrator(person);
        return register.accounts().keys();
    }

    /**
     * The keys of a school, newest first.
     *
     * @throws NotFoundException when there is no such school
     */
    public List<ApiKey> keys(Person person, String school) {
        requireAdministrator(person);
        return register.accounts().keys(school(school).code());
    }

    /**
     * Issues a key of 32 random bytes for a school. Only its SHA-256 is kept.
     *
     * @throws NotFoundException when there is no such school
     */
    public Issued issue(Person person, String school, String label) {
        requireAdministrator(person);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Issued(register.accounts().putKey(sha256(key), school(school).code(), label, person.login()), key);
    }

    /**
     * Makes a key void, at once and for good.
     *
     * @throws NotFoundException when there is no such key
     */
    public ApiKey revoke(Person person, String id) {
        requireAdministrator(person);
        try {
            return register.accounts().revokeKey(id, person.login());
        } catch (NoSuchElementException e) {
            throw (NotFoundException) new NotFoundException("API key", id).initCause(e);
        }
    }

    private School school(String code) {
        return schools.byCode(code).orElseThrow(() -> new NotFoundException("school", code));
    }

    private static void requireAdministrator(Person person) {
        if (!person.mayKeepAccounts()) {
            throw new AccessDeniedException("only administrators keep accounts and keys");
        }
    }

    private static String sha256(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
