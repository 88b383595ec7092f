package huxiao.server.run;

import huxiao.model.School;
import huxiao.register.Account;
import huxiao.register.AccountBook;
import huxiao.register.Role;
import huxiao.register.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The accounts that exist from the first start on. */
public final class Accounts {
    /** Who enters them in the audit trail. */
    private static final String SYSTEM = "system";

    private static final String KEY_PREFIX = "hx_";

    private Accounts() {}

    /**
     * A login that the demo prints.
     *
     * @param login the login
     * @param password its password, made at the first start
     * @param what who that is, for the console's language
     */
    public record Login(String login, String password, String what) {}

    /** Makes the account {@code admin} when there is no account at all; true when it was made now. */
    public static boolean makeFirstAdministrator(AccountBook accounts, Secrets secrets) {
        if (!accounts.all().isEmpty()) {
            return false;
        }
        put(accounts, "admin", "管理员", Role.ADMIN, Scope.EVERYTHING, secrets.get("HUXIAO_ADMIN_PASSWORD"));
        return true;
    }

    /** Makes the demo's four accounts, one for each role, when they are missing. */
    public static List<Login> demo(AccountBook accounts, Secrets secrets, School school) {
        return List.of(
                demo(accounts, secrets, "analyst", "舆情分析员", Role.ANALYST, Scope.EVERYTHING),
                demo(accounts, secrets, "police", "值班民警", Role.POLICE, Scope.EVERYTHING),
                demo(accounts, secrets, "school", school.name() + "安全员", Role.SCHOOL, Scope.ofSchool(school.code())),
                demo(accounts, secrets, "admin", "管理员", Role.ADMIN, Scope.EVERYTHING));
    }

    /** The demo's API key of a school, entered when it is missing. */
    public static String demoKey(AccountBook accounts, Secrets secrets, School school) {
        String key = KEY_PREFIX + secrets.get("HUXIAO_DEMO_SCHOOL_KEY");
        String hash = sha256(key);
        if (accounts.findKey(hash).isEmpty()) {
            accounts.putKey(hash, school.code(), "demo", SYSTEM);
        }
        return key;
    }

    private static Login demo(
            AccountBook accounts, Secrets secrets, String login, String name, Role role, Scope scope) {
        String password = secrets.get("HUXIAO_DEMO_PASSWORD_" + login.toUpperCase(java.util.Locale.ROOT));
        if (accounts.find(login).isEmpty()) {
            put(accounts, login, name, role, scope, password);
        }
        return new Login(login, password, name);
    }

    private static void put(AccountBook accounts, String login, String name, Role role, Scope scope, String password) {
        accounts.put(Account.of(login, name, role, scope, new BCryptPasswordEncoder().encode(password)), SYSTEM);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
