package huxiao.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an author's handle into a keyed hash (HMAC-SHA-256) that rotates with the retention window: the same handle in two
 * windows gives two unrelated keys, so nobody can be followed for longer than posts are kept. Immutable, thread safe.
 */
public final class AuthorKeys {
    /** The shortest secret that is taken, bytes. */
    public static final int SHORTEST_SECRET = 16;

    private static final String HMAC = "HmacSHA256";
    private final byte[] secret;
    private final Duration window;

    /**
     * Keys under a secret.
     *
     * @param secret at least 16 bytes, from the environment
     * @param window how long a key stays the same; the retention of posts
     */
    public AuthorKeys(byte[] secret, Duration window) {
        Objects.requireNonNull(window, "window");
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the author key needs at least " + SHORTEST_SECRET + " bytes, found " + secret.length);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("the author key's window must be positive, found " + window);
        }
        this.secret = secret.clone();
        this.window = window;
    }

    /** The key of a handle at a source in the window that holds {@code at}; empty for an empty handle. 32 hex digits. */
    public String key(String source, String handle, Instant at) {
        if (handle.isBlank()) {
            return "";
        }
        long index = Math.floorDiv(at.getEpochSecond(), Math.max(1, window.toSeconds()));
        byte[] windowKey = hmac(secret, Long.toString(index));
        return HexFormat.of()
                .formatHex(hmac(windowKey, source + '\0' + handle.strip()))
                .substring(0, 32);
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
