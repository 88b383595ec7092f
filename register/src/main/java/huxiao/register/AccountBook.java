package huxiao.register;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accounts and API keys. */
@SuppressWarnings("DoNotCallSuggester")
public final class AccountBook {
    AccountBook() {}

    /** Finds. */
    public Optional<Account> find(String login) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All. */
    public List<Account> all() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Puts. */
    public void put(Account account, String person) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Signed in. */
    public void signedIn(String login) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Failed. */
    public void signInFailed(String login, int allowed, Duration lock) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Issues. */
    public ApiKey putKey(String sha256, String school, String label, String person) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Finds a valid key. */
    public Optional<ApiKey> findKey(String sha256) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Keys of a school. */
    public List<ApiKey> keys(String school) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Revokes. */
    public void revokeKey(String id, String person) {
        throw new UnsupportedOperationException("not yet");
    }
}
