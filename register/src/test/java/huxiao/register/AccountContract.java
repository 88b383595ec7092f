package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Accounts, keys and the audit trail. */
interface AccountContract extends RegisterFixture {
    String HASH = "$2a$10$abcdefghijklmnopqrstuv";

    private AccountBook accounts() {
        return register().accounts();
    }

    @Test
    default void an_account_is_found_by_its_login_whatever_the_case() {
        Account account = Account.of("wang", "王警官", Role.POLICE, Scope.ofPoliceUnit("新华分局"), HASH);
        accounts().put(account, "admin");
        accounts().put(Account.of("admin", "管理员", Role.ADMIN, Scope.EVERYTHING, HASH), "admin");
        assertThat(accounts().find("WANG")).contains(account);
        assertThat(accounts().find("nobody")).isEmpty();
        assertThat(accounts().all()).extracting(Account::login).containsExactly("admin", "wang");
        assertThat(account.toString()).doesNotContain(HASH);
    }

    @Test
    default void an_account_is_locked_after_failures_and_freed_by_time() {
        accounts().put(Account.of("wang", "王警官", Role.POLICE, Scope.EVERYTHING, HASH), "admin");
        accounts().signInFailed("wang", 3, Duration.ofMinutes(15));
        accounts().signInFailed("Wang", 3, Duration.ofMinutes(15));
        assertThat(accounts().find("wang").orElseThrow().failures()).isEqualTo(2);
        assertThat(accounts().find("wang").orElseThrow().isRefused(clock().instant()))
                .isFalse();
        accounts().signInFailed("wang", 3, Duration.ofMinutes(15));
        assertThat(accounts().find("wang").orElseThrow().isRefused(clock().instant()))
                .isTrue();
        clock().advance(Duration.ofMinutes(15));
        assertThat(accounts().find("wang").orElseThrow().isRefused(clock().instant()))
                .isFalse();
        accounts().signedIn("wang");
        Account after = accounts().find("wang").orElseThrow();
        assertThat(after.lastSignIn()).contains(clock().instant());
        assertThat(after.lockedUntil()).isEmpty();
        accounts().signInFailed("nobody", 3, Duration.ofMinutes(15));
        assertThat(register().audit().list(AuditFilter.ALL))
                .extracting(AuditEntry::person, AuditEntry::action)
                .containsExactly(
                        tuple("wang", "account.signed_in"),
                        tuple("system", "account.locked"),
                        tuple("admin", "account.put"));
    }

    @Test
    default void an_account_that_is_put_again_keeps_when_it_was_last_used() {
        accounts().put(Account.of("wang", "王警官", Role.POLICE, Scope.EVERYTHING, HASH), "admin");
        accounts().signedIn("wang");
        accounts().put(Account.of("wang", "王队长", Role.ADMIN, Scope.ofDistrict("新华区"), HASH), "admin");
        Account after = accounts().find("wang").orElseThrow();
        assertThat(after.name()).isEqualTo("王队长");
        assertThat(after.role()).isEqualTo(Role.ADMIN);
        assertThat(after.scope()).isEqualTo(Scope.ofDistrict("新华区"));
        assertThat(after.lastSignIn()).isPresent();
    }

    @Test
    default void an_account_is_changed_from_what_it_is_at_that_moment() {
        accounts().put(Account.of("wang", "王警官", Role.POLICE, Scope.EVERYTHING, HASH), "admin");
        assertThat(accounts().changePassword("wang", HASH, HASH + "2")).isPresent();
        assertThat(accounts().changePassword("wang", HASH, HASH + "3"))
                .as("from a password that is no longer the one")
                .isEmpty();
        Account after = accounts()
                .change(
                        "wang",
                        before -> new Account(
                                "wang",
                                "王队长",
                                Role.POLICE,
                                Scope.EVERYTHING,
                                before.orElseThrow().passwordHash(),
                                false,
                                0,
                                Optional.empty(),
                                Optional.empty()),
                        "admin");
        assertThat(after.passwordHash()).isEqualTo(HASH + "2");
        assertThat(accounts().find("wang")).contains(after);
        assertThat(accounts().changePassword("wang", HASH + "2", HASH))
                .as("of an account that is switched off")
                .isEmpty();
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject("wang")))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple("admin", "account.put", "police, not active"),
                        tuple("wang", "account.password", ""),
                        tuple("admin", "account.put", "police"));
    }

    @Test
    default void the_last_active_administrator_stays_one() {
        Account first = Account.of("first", "甲", Role.ADMIN, Scope.EVERYTHING, HASH);
        Account second = Account.of("second", "乙", Role.ADMIN, Scope.EVERYTHING, HASH);
        accounts().put(first, "system");
        accounts().put(second, "first");
        accounts().put(switchedOff(second), "first");
        assertThatThrownBy(() -> accounts().put(switchedOff(first), "first"))
                .isInstanceOf(LastAdministratorException.class);
        assertThatThrownBy(
                        () -> accounts().put(Account.of("first", "甲", Role.ANALYST, Scope.EVERYTHING, HASH), "first"))
                .isInstanceOf(LastAdministratorException.class);
        assertThat(accounts().find("first")).contains(first);
    }

    @Test
    default void two_administrators_who_switch_each_other_off_at_once_leave_one() throws Exception {
        Account first = Account.of("first", "甲", Role.ADMIN, Scope.EVERYTHING, HASH);
        Account second = Account.of("second", "乙", Role.ADMIN, Scope.EVERYTHING, HASH);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                accounts().put(first, "system");
                accounts().put(second, "system");
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Boolean>> done = new ArrayList<>();
                for (Account account : List.of(first, second)) {
                    done.add(both.submit(() -> {
                        together.await();
                        try {
                            accounts().put(switchedOff(account), "system");
                            return true;
                        } catch (LastAdministratorException e) {
                            return false;
                        }
                    }));
                }
                assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
            }
        } finally {
            both.shutdownNow();
        }
    }

    private static Account switchedOff(Account account) {
        return new Account(
                account.login(),
                account.name(),
                account.role(),
                account.scope(),
                account.passwordHash(),
                false,
                0,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    default void a_school_officer_belongs_to_a_school_that_exists() {
        assertThatThrownBy(() -> Account.of("a1", "安全员", Role.SCHOOL, Scope.EVERYTHING, HASH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> accounts().put(Account.of("z9", "安全员", Role.SCHOOL, Scope.ofSchool("Z9"), HASH), "admin"))
                .hasMessageContaining("school: found 'Z9'");
    }

    @Test
    default void a_key_speaks_for_its_school_until_it_is_revoked() {
        String hash = "ab".repeat(32);
        ApiKey key = accounts().putKey(hash, "A1", "教务系统", "admin");
        assertThat(key.school()).isEqualTo("A1");
        assertThat(accounts().findKey(hash).orElseThrow().lastUsed()).contains(clock().instant());
        assertThat(accounts().findKey("cd".repeat(32))).isEmpty();
        assertThatThrownBy(() -> accounts().putKey(hash, "A1", "again", "admin"))
                .hasMessageContaining("issued before");
        assertThatThrownBy(() -> accounts().putKey("the key itself", "A1", "", "admin"))
                .hasMessageContaining("64 lower-case hex")
                .hasMessageNotContaining("the key itself");
        ApiKey revoked = accounts().revokeKey(key.id(), "admin");
        assertThat(revoked.revokedAt()).contains(clock().instant());
        assertThat(accounts().revokeKey(key.id(), "admin")).isEqualTo(revoked);
        assertThat(accounts().findKey(hash)).isEmpty();
        assertThat(accounts().keys("A1")).extracting(ApiKey::id).containsExactly(key.id());
        ApiKey other = accounts().putKey("cd".repeat(32), "A1", "门禁", "admin");
        assertThat(accounts().keys()).extracting(ApiKey::id).containsExactly(other.id(), key.id());
        assertThatThrownBy(() -> accounts().revokeKey("nothing", "admin")).isInstanceOf(NoSuchElementException.class);
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject(key.id())))
                .extracting(AuditEntry::action)
                .containsExactly("apikey.revoked", "apikey.issued");
    }

    @Test
    default void the_audit_trail_can_only_be_added_to() throws SQLException {
        register().audit().write("li", "search", "", "级别:红");
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("update audit set person = 'x'", "delete from audit", "truncate audit")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("can only be added to");
            }
        }
        assertThat(register().audit().list(AuditFilter.ALL)).hasSize(1);
    }

    @Test
    default void the_audit_trail_is_read_page_by_page_newest_first() {
        for (int i = 0; i < 5; i++) {
            register().audit().write(i % 2 == 0 ? "li" : "wang", "search", "", "" + i);
        }
        List<AuditEntry> first = register().audit().list(new AuditFilter("", "", "", Long.MAX_VALUE, 3));
        assertThat(first).extracting(AuditEntry::detail).containsExactly("4", "3", "2");
        assertThat(register()
                        .audit()
                        .list(new AuditFilter("", "", "", first.get(2).sequence(), 3)))
                .extracting(AuditEntry::detail)
                .containsExactly("1", "0");
        assertThat(register().audit().list(AuditFilter.ALL.ofPerson("wang"))).hasSize(2);
    }
}
